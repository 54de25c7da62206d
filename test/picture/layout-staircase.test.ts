import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import type { Staircase } from '../../src/domain/staircase.ts';
import { layoutStaircase } from '../../src/picture/layout-staircase.ts';
import { loadFonts } from '../../src/picture/load-fonts.ts';
import { createPen, type Pen } from '../../src/picture/pen.ts';
import type { RectShape, Scene, TextShape } from '../../src/picture/scene.ts';
import { MARGIN, WIDTH } from '../../src/picture/style.ts';
import { aStaircase } from './a-staircase.ts';
import { anyStaircase } from './any-staircase.ts';

let pen: Pen;
beforeAll(async () => {
  pen = createPen((await loadFonts()).measure);
});

const layout = (staircase: Staircase): Scene => layoutStaircase(staircase, pen);
const textsOf = (scene: Scene): TextShape[] => scene.shapes.filter((shape) => shape.kind === 'text');
const words = (scene: Scene): string[] => textsOf(scene).map(({ text }) => text);
const rects = (scene: Scene, role: RectShape['role']): RectShape[] =>
  scene.shapes.filter((shape) => shape.kind === 'rect').filter((rect) => rect.role === role);

/** Box of the letters, from the height of capitals down to descenders. */
const box = ({ x, y, width, size }: TextShape) => ({
  left: x,
  right: x + width,
  top: y - size * 0.72,
  bottom: y + size * 0.22,
});

const step = (name: string, weight: number, subThemes: Staircase['steps'][number]['subThemes'] = []) => ({
  key: name,
  name,
  weight,
  subThemes,
});

describe('layoutStaircase', { timeout: 60_000 }, () => {
  it('keeps all text within the margins, whatever comes', () => {
    fc.assert(
      fc.property(anyStaircase, (staircase) => {
        const scene = layout(staircase);
        for (const shape of textsOf(scene)) {
          const { left, right, top, bottom } = box(shape);
          expect(left).toBeGreaterThanOrEqual(MARGIN);
          expect(right).toBeLessThanOrEqual(WIDTH - MARGIN + 0.01);
          expect(top).toBeGreaterThan(0);
          expect(bottom).toBeLessThan(scene.height);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never writes one text over another', () => {
    fc.assert(
      fc.property(anyStaircase, (staircase) => {
        const boxes = textsOf(layout(staircase)).map((shape) => ({ text: shape.text, ...box(shape) }));
        const overlaps = boxes.flatMap((a, at) =>
          boxes
            .slice(at + 1)
            .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
            .map((b) => `${a.text} / ${b.text}`),
        );
        expect(overlaps).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('says title, subtitle, names, numbers, weights, sub-themes, invitation and foundation', () => {
    expect(words(layout(aStaircase())).join('|')).toBe(
      [
        'Our staircase, week 2',
        '12 contributions · 7 voices',
        'new this week',
        '3|Highest|Room for your story',
        '2|4|Middle',
        '1|8|Lowest|Pairs|5|Mentors|3',
        'Appreciation, learning and helping',
      ].join('|'),
    );
  });

  it('puts the first step lowest and furthest to the left, and the ground below all', () => {
    const scene = layout(aStaircase({ steps: [step('a', 1), step('b', 1), step('c', 1)] }));
    const stairs = rects(scene, 'stair').toSorted((one, other) => one.x - other.x);
    expect(stairs.map(({ y }) => y)).toEqual(stairs.map(({ y }) => y).toSorted((one, other) => other - one));
    expect(new Set(stairs.map(({ x }) => x)).size).toBe(3);
    const [ground] = rects(scene, 'ground');
    expect(ground).toMatchObject({ x: 0, width: WIDTH });
    expect((ground?.y ?? 0) + (ground?.height ?? 0)).toBeCloseTo(scene.height, -1);
    expect(ground?.y).toBeGreaterThanOrEqual((stairs[0]?.y ?? 0) + (stairs[0]?.height ?? 0) - 0.01);
  });

  it('draws bars whose lengths are to each other as the weights are', () => {
    const bars = rects(layout(aStaircase({ steps: [step('a', 10), step('b', 40), step('c', 20)] })), 'bar');
    const [c, b, a] = bars.map(({ width }) => width);
    expect(b).toBeCloseTo((a ?? 0) * 4);
    expect(c).toBeCloseTo((a ?? 0) * 2);
  });

  it('draws no bar and no count where nothing was said, but the invitation', () => {
    const scene = layout(aStaircase({ steps: [step('a', 0), step('b', 0)] }));
    expect(rects(scene, 'bar')).toEqual([]);
    expect(rects(scene, 'empty-stair')).toHaveLength(2);
    expect(words(scene).filter((text) => text === 'Room for your story')).toHaveLength(2);
    expect(words(scene)).not.toContain('0');
  });

  it('marks new sub-themes and says what the mark means', () => {
    const scene = layout(aStaircase());
    const label = textsOf(scene).find(({ text }) => text === 'Mentors');
    const marks = rects(scene, 'mark');
    expect(marks).toHaveLength(2);
    expect(
      marks.some(
        (mark) => label !== undefined && mark.x < label.x && mark.y < label.y && mark.y + mark.height > label.y,
      ),
    ).toBe(true);
  });

  it('has no mark and no key when nothing is new', () => {
    const scene = layout(aStaircase({ steps: [step('a', 1), step('b', 1)] }));
    expect(rects(scene, 'mark')).toEqual([]);
    expect(words(scene)).not.toContain('new this week');
  });

  it('counts the sub-themes that do not fit, and marks the count when a new one is among them', () => {
    const subThemes = Array.from({ length: 30 }, (_, at) => ({
      label: `Sub-theme ${at}`,
      weight: 1,
      isNew: at === 29,
    }));
    const scene = layout(aStaircase({ steps: [step('a', 30, subThemes), step('b', 1)] }));
    const shown = words(scene).filter((text) => text.startsWith('Sub-theme')).length;
    const more = textsOf(scene).find(({ text }) => /^\+\d+$/.test(text));
    expect(shown).toBeGreaterThan(3);
    expect(more?.text).toBe(`+${30 - shown}`);
    expect(
      rects(scene, 'mark').some(
        ({ x, y, height }) => x < (more?.x ?? 0) && y < (more?.y ?? 0) && y + height > (more?.y ?? 0),
      ),
    ).toBe(true);
  });

  it('adds up: sub-themes shown and counted are all that there are', () => {
    const labels = fc.array(fc.lorem({ maxCount: 6 }), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(labels, fc.integer({ min: 2, max: 8 }), (names, count) => {
        const subThemes = names.map((_, at) => ({ label: `§${names[at]}`, weight: 1, isNew: false }));
        const steps = Array.from({ length: count }, (_, at) => step(`s${at}`, 1, at === count - 1 ? subThemes : []));
        const said = words(layout(aStaircase({ steps })));
        const left = Number(said.find((text) => /^\+\d+$/.test(text))?.slice(1) ?? 0);
        expect(said.filter((text) => text.startsWith('§')).length + left).toBe(names.length);
      }),
      { numRuns: 60 },
    );
  });

  it('shows a long Finnish name whole on a low stair, and cuts with … only what cannot fit', () => {
    const long = 'Yhteistyön rajapintojen, työnjaon ja viestinnän kehittäminen';
    const said = words(layout(aStaircase({ steps: [step(long, 5), step('word '.repeat(2_000), 5)] })));
    expect(said.join(' ')).toContain(long);
    expect(said.filter((text) => text.endsWith('…'))).toHaveLength(1);
  });

  it('writes all names in one size', () => {
    const steps = [step('Utveckla samarbetets gränssnitt, arbetsfördelning och kommunikation', 5), step('Kort', 5)];
    const sizes = textsOf(layout(aStaircase({ steps })))
      .filter(({ text }) => text === 'Kort' || text.startsWith('Utveckla'))
      .map(({ size }) => size);
    expect(sizes).toHaveLength(2);
    expect(new Set(sizes).size).toBe(1);
  });

  it('writes large counts in the way of the language', () => {
    const steps = [step('a', 12_345), step('b', 1)];
    expect(words(layout(aStaircase({ lang: 'fi', steps })))).toContain('12\u00A0345');
    expect(words(layout(aStaircase({ lang: 'en', steps })))).toContain('12,345');
  });
});
