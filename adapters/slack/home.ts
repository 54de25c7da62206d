import type { Home, Message } from '../../src/domain/message.ts';
import { asMarkdown } from '../../src/domain/plain-text.ts';
import { type Block, LIMITS, plainText, type RichText, richText } from './render-blocks.ts';
import { renderButtons } from './render-buttons.ts';
import { renderMarkdown } from './render-markdown.ts';
import { splitBlock } from './split-block.ts';

export interface HomeView {
  type: 'home';
  blocks: Block[];
}

const EMPTY: Block = { type: 'section', text: plainText('…') };

/**
 * What a person finds when they open Porras. Where Slack takes less than there is, the lines between sections go first,
 * then the space between paragraphs, and then the last sections: what matters now stands first.
 */
export function renderHome(home: Home): HomeView {
  const sections = home.sections.map(blocksOf).filter((blocks) => blocks.length > 0);
  const spacious = sections.flatMap((blocks, index) =>
    index > 0 && !isHeading(sections[index - 1]) ? [DIVIDER, ...blocks] : blocks,
  );
  if (fits(spacious)) return viewOf(spacious);
  if (fits(sections.flat())) return viewOf(sections.flat());
  const blocks: Block[] = [];
  for (const section of sections.map(together)) {
    const room = LIMITS.viewBlocks - blocks.length - 1;
    if (section.length <= room) blocks.push(...section);
    else {
      // A section by itself may be longer than a whole home: its beginning is better than nothing.
      if (blocks.length === 0) blocks.push(...section.slice(0, room));
      blocks.push(EMPTY);
      break;
    }
  }
  return viewOf(blocks);
}

const DIVIDER: Block = { type: 'divider' };

/** A section that is nothing but a heading belongs to the one below it. */
const isHeading = (blocks: readonly Block[] = []): boolean => blocks.every(({ type }) => type === 'header');

const fits = (blocks: readonly Block[]): boolean => blocks.length <= LIMITS.viewBlocks;
const viewOf = (blocks: Block[]): HomeView => ({ type: 'home', blocks: blocks.length > 0 ? blocks : [EMPTY] });

/** Pictures are for messages: a home tells them. */
function blocksOf({ markdown, choices = [], picture, lang }: Message): Block[] {
  const words = picture ? `${markdown}\n\n${asMarkdown(picture.alt)}` : markdown;
  return [...renderMarkdown(words.toWellFormed()).flatMap(splitBlock), ...renderButtons(choices, lang)];
}

/** Neighbouring paragraphs and lists as one block, as far as Slack takes it. */
function together(blocks: readonly Block[]): Block[] {
  const merged: Block[] = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    const both = last?.type === 'rich_text' && block.type === 'rich_text' ? joined(last, block) : null;
    if (both && splitBlock(both).length === 1) merged[merged.length - 1] = both;
    else merged.push(block);
  }
  return merged;
}

const joined = (one: RichText, other: RichText): RichText => richText(...one.elements, ...other.elements);
