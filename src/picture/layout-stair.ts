import type { StaircaseStep } from '../domain/staircase.ts';
import type { FittedName } from './fit-names.ts';
import { layoutSubThemes } from './layout-sub-themes.ts';
import type { Pen } from './pen.ts';
import type { PathShape, Shape } from './scene.ts';
import { COLOUR, MARGIN, TEXT, WIDTH } from './style.ts';

export interface StairPlan {
  step: StaircaseStep;
  /** From the lowest, 0. */
  index: number;
  colour: string;
  /** Left edge of the stair; it reaches to the right edge of the picture. */
  x: number;
  /** Length of the bar of this weight. */
  bar: number;
  /** The weight as it is written; empty where nothing was said yet. */
  count: string;
  columns: StairColumns;
  name: FittedName;
  subThemeRows: number;
  invitation: string;
  format: (weight: number) => string;
}

export interface StairColumns {
  left: number;
  right: number;
  countX: number;
  nameWidth: number;
}

/** Shapes from y = 0 downwards. */
export interface Block {
  shapes: Shape[];
  height: number;
}

const TREAD = 6;
const PADDING = 12;
const INDENT = 14;
const BUBBLE = 15;

/** A speech bubble of 13 by 12: says that the number beside it counts what people said. */
const bubble = (x: number, y: number): PathShape => ({
  kind: 'path',
  d: 'M3 0h7a3 3 0 0 1 3 3v3.6a3 3 0 0 1 -3 3h-3.2l-3.4 2.9v-2.9h-0.4a3 3 0 0 1 -3 -3v-3.6a3 3 0 0 1 3 -3z',
  x,
  y,
  fill: COLOUR.accent,
});

const body = (plan: StairPlan, height: number): Shape[] => {
  const { x } = plan;
  const width = WIDTH - x;
  if (plan.count === '') {
    return [
      { kind: 'rect', role: 'empty-stair', x, y: 0, width, height, radius: 0, fill: COLOUR.emptyStair },
      {
        kind: 'path',
        d: `M1 ${height}V1H${width}`,
        x,
        y: 0,
        fill: 'none',
        stroke: { colour: COLOUR.outline, width: 2, dash: '7 5' },
      },
    ];
  }
  return [
    { kind: 'rect', role: 'stair', x, y: 0, width, height, radius: 0, fill: plan.colour },
    { kind: 'rect', role: 'edge', x, y: 0, width, height: 1, radius: 0, fill: COLOUR.edge },
    { kind: 'rect', role: 'bar', x, y: 0, width: plan.bar, height: TREAD, radius: 0, fill: COLOUR.accent },
  ];
};

/** Where the columns of a stair stand: its number, then name and sub-themes, then the count of what was said. */
export const stairColumns = (pen: Pen, x: number, numeral: number, count: string): StairColumns => {
  const right = WIDTH - MARGIN;
  const left = x + INDENT + numeral + 10;
  const countX = right - pen.width(count, TEXT.count);
  return { left, right, countX, nameWidth: (count === '' ? right : countX - BUBBLE - 14) - left };
};

/** One stair: its number, its name, how much was said, and about what; an invitation where nothing was said yet. */
export const layoutStair = (pen: Pen, plan: StairPlan): Block => {
  const { step, x, name, count } = plan;
  const { left, right, countX } = plan.columns;
  const shapes: Shape[] = [];
  const top = TREAD + PADDING;
  const firstBaseline = top + TEXT.name.size * 0.8;

  const numeralBaseline = top + TEXT.numeral.size * 0.7;
  shapes.push(pen.write(`${plan.index + 1}`, x + INDENT, numeralBaseline, TEXT.numeral, COLOUR.accent));
  if (count !== '') {
    shapes.push(
      bubble(countX - BUBBLE - 3, firstBaseline - 11),
      pen.write(count, countX, firstBaseline, TEXT.count, COLOUR.ink),
    );
  }
  name.lines.forEach((line, at) => {
    shapes.push(pen.write(line, left, firstBaseline + at * name.style.leading, name.style, COLOUR.ink));
  });
  let y = top + Math.max(1, name.lines.length) * name.style.leading + 2;

  if (count === '') {
    const lines = pen.lines(pen.clean(plan.invitation), right - left, 2, TEXT.invitation);
    lines.forEach((line, at) => {
      const baseline = y + TEXT.invitation.size + at * TEXT.invitation.leading;
      shapes.push(pen.write(line, left, baseline, TEXT.invitation, COLOUR.quietInk));
    });
    y += lines.length * TEXT.invitation.leading;
  } else {
    const place = { x: left, y, width: right - left, maxRows: plan.subThemeRows };
    const block = layoutSubThemes(pen, step, plan.format, place);
    shapes.push(...block.shapes);
    y += block.height;
  }
  const height = Math.max(y, top + TEXT.numeral.size * 0.75) + PADDING - 2;
  return { shapes: [...body(plan, height), ...shapes], height };
};
