import { safeWeight, type Staircase } from '../domain/staircase.ts';
import { fitNames } from './fit-names.ts';
import { type Block, layoutStair, stairColumns } from './layout-stair.ts';
import type { Pen } from './pen.ts';
import type { Scene, Shape } from './scene.ts';
import { COLOUR, MARGIN, stairColour, TEXT, WIDTH } from './style.ts';
import { weightFormat } from './weight.ts';
import { NEW_THIS_WEEK } from '../domain/staircase-words.ts';

/** How far all stairs together move to the right, and one at most. */
const RISE = { all: 104, one: 24 };

const down = (shape: Shape, by: number): Shape => ({ ...shape, y: shape.y + by });

/** What the mark means: a mark with the words in it. */
const layoutKey = (pen: Pen, meaning: string): Block & { width: number } => {
  const text = pen.write(meaning, 7, 13, TEXT.legend, COLOUR.ink);
  const box = { x: 0, y: 0, width: text.width + 14, height: TEXT.legend.leading, radius: 4 };
  return {
    shapes: [{ kind: 'rect', role: 'mark', ...box, fill: COLOUR.mark }, text],
    height: box.height,
    width: box.width,
  };
};

const layoutHeader = (pen: Pen, staircase: Staircase): Block => {
  const width = WIDTH - 2 * MARGIN;
  const shapes: Shape[] = [];
  let y = 22;
  for (const line of pen.lines(pen.clean(staircase.title), width, 2, TEXT.title)) {
    shapes.push(pen.write(line, MARGIN, y + TEXT.title.size * 0.85, TEXT.title, COLOUR.ink));
    y += TEXT.title.leading;
  }
  y += 3;
  const subtitle = pen.lines(pen.clean(staircase.subtitle), width, 2, TEXT.subtitle);
  for (const line of subtitle) {
    shapes.push(pen.write(line, MARGIN, y + TEXT.subtitle.size, TEXT.subtitle, COLOUR.quietInk));
    y += TEXT.subtitle.leading;
  }
  if (staircase.steps.some((step) => step.subThemes.some((subTheme) => subTheme.isNew))) {
    const key = layoutKey(pen, NEW_THIS_WEEK[staircase.lang]);
    const isBeside = subtitle.length === 1 && pen.width(subtitle.join(''), TEXT.subtitle) + 12 + key.width <= width;
    if (!isBeside) y += 8;
    const top = isBeside ? y - TEXT.subtitle.leading : y;
    const left = isBeside ? WIDTH - MARGIN - key.width : MARGIN;
    shapes.push(...key.shapes.map((shape) => ({ ...shape, x: shape.x + left, y: shape.y + top })));
    if (!isBeside) y += TEXT.legend.leading;
  }
  return { shapes, height: y + 20 };
};

const layoutGround = (pen: Pen, foundation: string): Block => {
  const lines = pen.lines(pen.clean(foundation), WIDTH - 2 * MARGIN, 2, TEXT.foundation);
  const height = lines.length * TEXT.foundation.leading + 26;
  const ground: Shape = {
    kind: 'rect',
    role: 'ground',
    x: 0,
    y: 0,
    width: WIDTH,
    height,
    radius: 0,
    fill: COLOUR.ground,
  };
  const text = lines.map((line, at) =>
    pen.write(line, MARGIN, 13 + 13 + at * TEXT.foundation.leading, TEXT.foundation, COLOUR.onGround),
  );
  return { shapes: [ground, ...text], height };
};

const layoutStairs = (pen: Pen, { steps, lang, emptyStep }: Staircase): Block[] => {
  const count = steps.length;
  const offset = count > 1 ? Math.min(RISE.one, RISE.all / (count - 1)) : 0;
  const heaviest = Math.max(1, ...steps.map((step) => safeWeight(step.weight)));
  // Every stair has room for the longest bar, so that bars can be compared.
  const longestBar = WIDTH - MARGIN - (MARGIN + offset * (count - 1));
  const numeral = Math.max(...steps.map((_, index) => pen.width(`${index + 1}`, TEXT.numeral)));
  const format = weightFormat(lang);
  const stairs = steps.map((step, index) => {
    const weight = safeWeight(step.weight);
    const x = MARGIN + offset * index;
    const said = weight === 0 ? '' : format(weight);
    const bar = Math.max(2, (weight / heaviest) * longestBar);
    return { step, index, x, bar, count: said, columns: stairColumns(pen, x, numeral, said) };
  });
  const names = fitNames(
    pen,
    stairs.map(({ step, columns }) => ({ text: pen.clean(step.name), width: columns.nameWidth })),
  );
  const subThemeRows = count <= 3 ? 3 : count <= 5 ? 2 : 1;
  return stairs.map((stair, index) =>
    layoutStair(pen, {
      ...stair,
      name: names[index] ?? { lines: [], style: TEXT.name },
      colour: stairColour(index, count),
      subThemeRows,
      invitation: emptyStep,
      format,
    }),
  );
};

/** Where everything of the picture stands: title, stairs from the highest to the lowest, and the ground below. */
export const layoutStaircase = (staircase: Staircase, pen: Pen): Scene => {
  const stairs = layoutStairs(pen, staircase).toReversed();
  const blocks = [layoutHeader(pen, staircase), ...stairs, layoutGround(pen, staircase.foundation)];
  const shapes: Shape[] = [];
  let y = 0;
  for (const block of blocks) {
    const top = y;
    shapes.push(...block.shapes.map((shape) => down(shape, top)));
    y += block.height;
  }
  return { width: WIDTH, height: Math.ceil(y), background: COLOUR.background, shapes };
};
