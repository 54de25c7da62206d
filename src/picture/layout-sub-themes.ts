import { safeWeight, type StaircaseStep } from '../domain/staircase.ts';
import type { Pen } from './pen.ts';
import type { Shape } from './scene.ts';
import { COLOUR, TEXT } from './style.ts';

interface Item {
  label: string;
  count: string;
  isNew: boolean;
  /** Of label, blank and count, without the mark around them. */
  width: number;
}

export interface SubThemesBlock {
  shapes: Shape[];
  height: number;
}

/** Between two items of a row. */
const GAP = 15;
const BLANK = 4.5;
/** How far the mark of a new one reaches beyond its text. */
const MARK = 5;
/** A label is cut to what is left of a row rather than moved to the next when this share of the row is left. */
const WORTH_CUTTING = 0.45;

const countWidth = (pen: Pen, count: string): number => BLANK + pen.width(count, TEXT.subThemeCount);

/** The item cut to `room`, or null when too little of its label would be left. */
const fitItem = (pen: Pen, item: Item, room: number, least: number): Item | null => {
  if (item.width <= room) return item;
  if (room < least) return null;
  const label = pen.cut(item.label, room - countWidth(pen, item.count), TEXT.subTheme);
  return { ...item, label, width: pen.width(label, TEXT.subTheme) + countWidth(pen, item.count) };
};

/** Rows of items in their order, and how many were left over. */
const fillRows = (
  pen: Pen,
  items: Item[],
  width: number,
  maxRows: number,
  tail: number,
): { rows: Item[][]; left: number } => {
  const rows: Item[][] = [];
  let row: Item[] = [];
  let used = 0;
  let at = 0;
  for (let item = items[at]; item !== undefined && rows.length < maxRows; item = items[at]) {
    const isLast = rows.length === maxRows - 1;
    const reserved = isLast && at < items.length - 1 ? tail : 0;
    const room = width - used - reserved;
    const fitted = fitItem(pen, item, room, row.length === 0 ? 0 : isLast ? width * WORTH_CUTTING : Infinity);
    if (fitted === null) {
      rows.push(row);
      row = [];
      used = 0;
      continue;
    }
    row.push(fitted);
    used += fitted.width + GAP;
    at += 1;
  }
  if (row.length > 0) rows.push(row);
  return { rows, left: items.length - at };
};

/** Names of sub-themes with their weights, as many as fit in the rows, and `+3` for those that do not. */
export const layoutSubThemes = (
  pen: Pen,
  step: StaircaseStep,
  format: (weight: number) => string,
  place: { x: number; y: number; width: number; maxRows: number },
): SubThemesBlock => {
  const items = step.subThemes.map(({ label: raw, weight, isNew }): Item => {
    // A name that cannot be drawn at all still counts.
    const label = pen.clean(raw) || '…';
    const count = format(safeWeight(weight));
    return { label, count, isNew, width: pen.width(label, TEXT.subTheme) + countWidth(pen, count) };
  });
  const tail = GAP + pen.width(`+${items.length}`, TEXT.subThemeCount) + MARK;
  const { rows, left } = fillRows(pen, items, place.width, place.maxRows, tail);
  const { leading, size } = TEXT.subTheme;
  const shapes: Shape[] = [];
  const mark = (x: number, baseline: number, width: number): void => {
    shapes.push({
      kind: 'rect',
      role: 'mark',
      x: x - MARK,
      y: baseline - size - 0.5,
      width: width + 2 * MARK,
      height: size + 5,
      radius: 4,
      fill: COLOUR.mark,
    });
  };

  rows.forEach((row, index) => {
    const baseline = place.y + leading * index + size + 1;
    let x = place.x;
    for (const item of row) {
      if (item.isNew) mark(x, baseline, item.width);
      shapes.push(pen.write(item.label, x, baseline, TEXT.subTheme, COLOUR.ink));
      const countX = x + pen.width(item.label, TEXT.subTheme) + BLANK;
      shapes.push(pen.write(item.count, countX, baseline, TEXT.subThemeCount, COLOUR.ink));
      x += item.width + GAP;
    }
    if (index === rows.length - 1 && left > 0) {
      const more = `+${left}`;
      if (items.slice(-left).some((item) => item.isNew)) mark(x, baseline, pen.width(more, TEXT.subThemeCount));
      shapes.push(pen.write(more, x, baseline, TEXT.subThemeCount, COLOUR.ink));
    }
  });
  return { shapes, height: rows.length * leading };
};
