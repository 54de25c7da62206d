import { type Block, LIMITS, plainText } from './render-blocks.ts';
import { type Measure, MESSAGE_SIZE } from './render-size.ts';

/** For a part of several: some is kept free for its number. */
const ROOM = MESSAGE_SIZE - 150;

export interface Pieces {
  body: Block[];
  /** Pictures: after the first heading. */
  picture: Block[];
  buttons: Block[];
  /** With which part the buttons go where there are several. */
  buttonsWith: 'first' | 'last';
  measure: Measure;
}

/**
 * The blocks of a message, as one Slack message or several. A heading stays with what it heads; buttons stay together.
 */
export function splitParts({ body, picture, buttons, buttonsWith, measure }: Pieces): Block[][] {
  const fits = (blocks: readonly Block[], size: number, spare = 0): boolean =>
    blocks.length + spare <= LIMITS.messageBlocks && measure(blocks) <= size;
  const heading = body[0]?.type === 'header' ? 1 : 0;
  const all = [...body.slice(0, heading), ...picture, ...body.slice(heading)];
  if (fits([...all, ...buttons], MESSAGE_SIZE)) return [[...all, ...buttons]];
  const early = buttonsWith === 'first' && buttons.length < 5 && measure(buttons) < ROOM / 2;
  const groups = groupsOf(all);
  if (!early) groups.push(...withLast(groups, buttons, (blocks) => fits(blocks, ROOM, 1)));
  const parts: Block[][] = [];
  for (const group of groups) {
    const last = parts.at(-1);
    const reserved = early && parts.length === 1 ? buttons : [];
    if (last && fits([...last, ...group, ...reserved], ROOM, 1)) last.push(...group);
    else parts.push([...group]);
  }
  if (early) parts[0]?.push(...buttons);
  return parts.length === 1 ? parts : parts.map((part, index) => [...part, numberOf(index + 1, parts.length)]);
}

const numberOf = (part: number, parts: number): Block => ({
  type: 'context',
  elements: [plainText(`${part}/${parts}`)],
});

/** Blocks that must not be parted: headings and what follows them. */
function groupsOf(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last?.at(-1)?.type === 'header' && block.type !== 'header') last.push(block);
    else groups.push([block]);
  }
  return groups;
}

/** Buttons, with the last words before them where that fits. */
function withLast(groups: Block[][], buttons: Block[], fits: (blocks: Block[]) => boolean): Block[][] {
  const last = groups.at(-1);
  if (!last || buttons.length === 0 || !fits([...last, ...buttons])) return buttons.map((each) => [each]);
  groups.pop();
  return [[...last, ...buttons]];
}
