import { type Element, sizeOf } from './card.ts';
import { renderLines } from './render-elements.ts';
import type { Line } from './render-lines.ts';

export interface Pieces {
  lines: Line[];
  /** Stands below the first heading; null for none. */
  picture: Element | null;
  buttons: Element[];
  /** With which part the buttons go where there are several. */
  buttonsWith: 'first' | 'last';
  /** Room for the body of the first part and of each further one; characters as JSON, pictures not counted. */
  room: { first: number; more: number };
}

/** For the number of a part. */
const SPARE = 200;

/** The bodies of the cards of a message. A heading stays with what it heads; a row of buttons stays whole. */
export function splitParts({ lines, picture, buttons, buttonsWith, room }: Pieces): Element[][] {
  const whole = [...renderLines(lines), ...buttons];
  if (sizeOf(whole) <= room.first) return [withPicture(whole, picture, lines)];
  const early = buttonsWith === 'first' && sizeOf(buttons) < room.first / 2;
  const parts: { lines: Line[]; buttons: Element[] }[] = [{ lines: [], buttons: early ? buttons : [] }];
  const fits = (part: { lines: Line[]; buttons: Element[] }, index: number): boolean =>
    sizeOf([...renderLines(part.lines), ...part.buttons]) <= (index === 0 ? room.first : room.more) - SPARE;
  for (const group of groupsOf(lines)) {
    const last = parts.at(-1)!;
    const longer = { ...last, lines: [...last.lines, ...group] };
    if (fits(longer, parts.length - 1)) parts[parts.length - 1] = longer;
    else if (last.lines.length === 0 && last.buttons.length === 0) last.lines = group;
    else parts.push({ lines: group, buttons: [] });
  }
  if (!early)
    for (const row of buttons) {
      const last = parts.at(-1)!;
      const longer = { ...last, buttons: [...last.buttons, row] };
      if (fits(longer, parts.length - 1)) parts[parts.length - 1] = longer;
      else parts.push({ lines: [], buttons: [row] });
    }
  return parts.map((part, index) => {
    const body = [...renderLines(part.lines), ...part.buttons];
    const pictured = index === 0 ? withPicture(body, picture, part.lines) : body;
    return parts.length === 1 ? pictured : [...pictured, numberOf(index + 1, parts.length)];
  });
}

const withPicture = (body: Element[], picture: Element | null, lines: readonly Line[]): Element[] =>
  picture ? body.toSpliced(lines[0]?.heading === undefined ? 0 : 1, 0, picture) : body;

export const numberOf = (part: number, parts: number): Element => ({
  type: 'TextBlock',
  id: `part-${part}-of-${parts}`,
  text: `${part}/${parts}`,
  wrap: true,
  size: 'Small',
  isSubtle: true,
});

/** Lines that must not be parted: headings, and the line after them. */
function groupsOf(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const before = groups.at(-1)?.at(-1);
    const followsHeading = before?.heading !== undefined && sizeOf(before.runs) < 1_000;
    if (followsHeading && line.heading === undefined) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups;
}
