import { textOf } from '../../src/domain/text-runs.ts';
import { type Block, LIMITS, type RichElement, type RichList, richText, section } from './render-blocks.ts';
import { addItem } from './render-list.ts';
import { BLOCK_SIZE, carefully } from './render-size.ts';
import { splitInlines } from './split-inline.ts';

/** Room within a block for its text, without what holds it. */
const ROOM = { text: LIMITS.section, size: BLOCK_SIZE - 400 };

/** A block as one or several, each of a size that Slack takes: cut between list items, paragraphs, sentences, words. */
export function splitBlock(block: Block): Block[] {
  if (block.type !== 'rich_text') return [block];
  const blocks: RichElement[][] = [];
  for (const element of block.elements.flatMap(unitsOf)) {
    const last = blocks.at(-1);
    if (last && fits([...last, element])) add(last, element);
    else blocks.push([element]);
  }
  return blocks.map((elements) => richText(...elements));
}

const fits = (elements: RichElement[]): boolean =>
  carefully([richText(...elements)]) <= BLOCK_SIZE && lengthOf(elements) <= LIMITS.section;

const lengthOf = (elements: readonly RichElement[]): number =>
  elements.reduce(
    (sum, each) => sum + (each.type === 'rich_text_list' ? lengthOf(each.elements) : textOf(each.elements).length),
    0,
  );

const add = (elements: RichElement[], element: RichElement): void => {
  if (element.type === 'rich_text_list') addItem(elements, element);
  else elements.push(element);
};

/** The smallest pieces that an element is cut into: list items, and text that fits a block. */
function unitsOf(element: RichElement): RichElement[] {
  if (element.type !== 'rich_text_list')
    return splitInlines(element.elements, ROOM).map((elements) => ({ ...element, elements }));
  return element.elements.flatMap((item, index) => {
    const [first = [], ...more] = splitInlines(item.elements, ROOM);
    // What does not fit an item goes on below it without a bullet of its own.
    return [{ ...listAt(element, index), elements: [section(...first)] }, ...more.map((each) => section(...each))];
  });
}

function listAt(list: RichList, index: number): RichList {
  const { offset: _, ...rest } = list;
  const offset = list.style === 'ordered' ? (list.offset ?? 0) + index : 0;
  return offset > 0 ? { ...rest, offset } : rest;
}
