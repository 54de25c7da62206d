import { safeWeight, type StaircaseStep } from '../domain/staircase.ts';
import { layoutSubThemes } from './layout-sub-themes.ts';
import type { Pen } from './pen.ts';
import type { PathShape, Shape } from './scene.ts';
import { COLOUR, MARGIN, stairColour, TEXT, type TextStyle, WIDTH } from './style.ts';

export interface StairPlan {
  step: StaircaseStep;
  /** From the lowest, 0. */
  index: number;
  count: number;
  /** Left edge of the stair; it reaches to the right edge of the picture. */
  x: number;
  /** Length of the bar of this weight. */
  bar: number;
  /** Width kept for the number of the stair. */
  numeral: number;
  subThemeRows: number;
  invitation: string;
  format: (weight: number) => string;
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
  if (safeWeight(plan.step.weight) === 0) {
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
    { kind: 'rect', role: 'stair', x, y: 0, width, height, radius: 0, fill: stairColour(plan.index, plan.count) },
    { kind: 'rect', role: 'edge', x, y: 0, width, height: 1, radius: 0, fill: COLOUR.edge },
    { kind: 'rect', role: 'bar', x, y: 0, width: plan.bar, height: TREAD, radius: 0, fill: COLOUR.accent },
  ];
};

/** The name in the largest style in which it is whole; in the smallest, and cut, if there is none. */
const fitName = (pen: Pen, text: string, width: number): { lines: string[]; style: TextStyle } => {
  const tries = [
    { style: TEXT.name, maxLines: 2 },
    { style: TEXT.longName, maxLines: 2 },
    { style: TEXT.longName, maxLines: 3 },
  ].map(({ style, maxLines }) => ({ style, lines: pen.lines(text, width, maxLines, style) }));
  const whole = tries.find(({ lines }) => lines.join(' ') === text);
  return whole ?? tries.at(-1) ?? { style: TEXT.longName, lines: [] };
};

/** One stair: its number, its name, how much was said, and about what; an invitation where nothing was said yet. */
export const layoutStair = (pen: Pen, plan: StairPlan): Block => {
  const { step, x } = plan;
  const weight = safeWeight(step.weight);
  const isEmpty = weight === 0;
  const left = x + INDENT + plan.numeral + 10;
  const right = WIDTH - MARGIN;
  const shapes: Shape[] = [];
  const top = TREAD + PADDING;
  const firstBaseline = top + TEXT.name.size * 0.8;

  const numeralBaseline = top + TEXT.numeral.size * 0.7;
  shapes.push(pen.write(`${plan.index + 1}`, x + INDENT, numeralBaseline, TEXT.numeral, COLOUR.accent));

  let nameRight = right;
  if (!isEmpty) {
    const count = plan.format(weight);
    const countX = right - pen.width(count, TEXT.count);
    shapes.push(
      bubble(countX - BUBBLE - 3, firstBaseline - 11),
      pen.write(count, countX, firstBaseline, TEXT.count, COLOUR.ink),
    );
    nameRight = countX - BUBBLE - 14;
  }
  const name = fitName(pen, pen.clean(step.name), nameRight - left);
  name.lines.forEach((line, at) => {
    shapes.push(pen.write(line, left, firstBaseline + at * name.style.leading, name.style, COLOUR.ink));
  });
  let y = top + Math.max(1, name.lines.length) * name.style.leading + 2;

  if (isEmpty) {
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
