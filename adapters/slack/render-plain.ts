import { textOf } from '../../src/domain/text-runs.ts';
import type { Block, RichElement } from './render-blocks.ts';

/** The words of blocks, without formatting and buttons. */
export const textOfBlocks = (blocks: readonly Block[]): string =>
  blocks
    .map(textOfBlock)
    .filter((text) => text !== '')
    .join('\n\n');

function textOfBlock(block: Block): string {
  switch (block.type) {
    case 'rich_text':
      return block.elements.map(textOfElement).join('\n');
    case 'header':
    case 'section':
      return block.text.text;
    case 'context':
      return block.elements.map((each) => each.text).join(' ');
    case 'image':
      return block.alt_text;
    case 'divider':
    case 'actions':
      return '';
  }
}

const textOfElement = (element: RichElement): string =>
  element.type === 'rich_text_list'
    ? element.elements.map((item) => `• ${textOf(item.elements)}`).join('\n')
    : textOf(element.elements);
