import type { Block } from './render-blocks.ts';

/**
 * How long the blocks of a message may be together. Slack does not say; what people measured is that it refuses
 * (`msg_blocks_too_long`) beyond about 13,200 characters of text and structure, and not what counts as structure.
 */
export const MESSAGE_SIZE = 12_000;
/** How long one block may be as JSON, so that several fit a message. */
export const BLOCK_SIZE = 5_000;

/** How much of a message's size blocks take. */
export type Measure = (blocks: readonly Block[]) => number;

const NAME = '"block_id":"AbCdE",';

/** Everything counts: what this lets through is never refused. */
export const carefully: Measure = (blocks) =>
  blocks.reduce((sum, block) => sum + JSON.stringify(block).length + NAME.length, 0);

/** Text counts, and something for each block and run of text, but not how long the address of a link is. */
export const generously: Measure = (blocks) => blocks.reduce((sum, block) => sum + 100 + weightOf(block), 0);

function weightOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + 20 + weightOf(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, each]) => sum + (typeof each === 'string' ? (TEXTS.has(key) ? each.length : 0) : weightOf(each)),
    0,
  );
}

const TEXTS = new Set(['text', 'alt_text', 'value']);
