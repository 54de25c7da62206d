import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareLabels } from '../../eval/metrics/compare-labels.ts';
import { labelScores } from '../../eval/metrics/label-scores.ts';
import { labelTable } from '../../eval/metrics/label-table.ts';
import { momentumScores } from '../../eval/metrics/momentum-scores.ts';
import type { FoundLabel, GoldLabel, Item } from '../../eval/result.ts';

const GOLD: GoldLabel = {
  step: 'needs',
  also: [],
  cross: [],
  signals: [],
  kind: 'idea',
  buildsOn: null,
  subtheme: null,
};
const FOUND: FoundLabel = {
  step: 'needs',
  cross: [],
  signals: [],
  kind: 'idea',
  buildsOn: null,
  subtheme: null,
  by: 'llm',
};
let made = 0;
const item = (gold: Partial<GoldLabel>, found: Partial<FoundLabel> | null): Item => ({
  id: `i${(made += 1)}`,
  lang: 'fi',
  gold: { ...GOLD, ...gold },
  found: found && { ...FOUND, ...found },
});
const scoresOf = (...items: Item[]) => labelScores(labelTable([items]));

describe('scores, by hand', () => {
  it('of steps: one that is missing is wrong, another that gold allows is right when lenient', () => {
    const scores = scoresOf(
      item({ step: 'a' }, { step: 'a' }),
      item({ step: 'a', also: ['b'] }, { step: 'b' }),
      item({ step: 'b' }, { step: 'b' }),
      item({ step: 'none' }, null),
    );
    expect(scores['step accuracy']).toBe(2 / 4);
    expect(scores['step lenient']).toBe(3 / 4);
    // a: 1 right, 1 missed. b: 1 right, 1 too many. none: 0.
    expect(scores['step macro-F1']).toBeCloseTo((2 / 3 + 2 / 3 + 0) / 3);
  });

  it('of steps that gold never has: they are wrong, and no class of their own', () => {
    const scores = scoresOf(item({ step: 'a' }, { step: 'a' }), item({ step: 'a' }, { step: 'z' }));
    expect(scores['step macro-F1']).toBeCloseTo(2 / 3);
  });

  it('of kinds: idea and solution are one when merged', () => {
    const scores = scoresOf(
      item({ kind: 'idea' }, { kind: 'solution' }),
      item({ kind: 'story' }, { kind: 'story' }),
      item({ kind: 'story' }, { kind: 'idea' }),
      item({ kind: 'comment' }, null),
    );
    expect([scores['kind accuracy'], scores['kind merged']]).toEqual([1 / 4, 2 / 4]);
  });

  it('of signals and cross-cutting labels: over all of them together', () => {
    const scores = scoresOf(
      item({ signals: ['thank', 'build'], cross: ['openness'] }, { signals: ['thank'], cross: ['security'] }),
      item({}, { signals: ['raise'] }),
      item({ signals: ['interest'] }, { signals: ['interest', 'interest'] }),
      item({ cross: ['technology'] }, null),
    );
    expect(scores['signals F1']).toBeCloseTo((2 * 2) / (2 * 2 + 1 + 1));
    expect(scores['cross F1']).toBe(0);
  });

  it('of links: the exact source counts, and one where gold has none is false', () => {
    const scores = scoresOf(
      item({ buildsOn: 'x' }, { buildsOn: 'x' }),
      item({ buildsOn: 'x' }, { buildsOn: 'y' }),
      item({ buildsOn: 'x' }, null),
      item({}, { buildsOn: 'x' }),
    );
    expect(scores['builds-on recall']).toBeCloseTo(1 / 3);
    expect(scores['builds-on false']).toBe(1);
  });

  it('of sub-themes', () => {
    const scores = scoresOf(
      item({ subtheme: 'A' }, { subtheme: 'x' }),
      item({ subtheme: 'A' }, { subtheme: 'x' }),
      item({ subtheme: 'B' }, { subtheme: 'x' }),
      item({ subtheme: 'B' }, { subtheme: 'y' }),
      item({ step: 'none', subtheme: 'A' }, { subtheme: 'y' }),
    );
    // Entropies in nats: gold ln 2 = 0.6931, found 0.5623, both together 1.0397; so they share 0.2158.
    const [homogeneity, completeness] = [0.2158 / 0.6931, 0.2158 / 0.5623];
    expect(scores['sub-themes V']).toBeCloseTo((2 * homogeneity * completeness) / (homogeneity + completeness), 3);
    // One pair together in both, and as many by chance: 2 pairs in gold, 3 in found, of 6.
    expect(scores['sub-themes ARI']).toBeCloseTo(0);
  });

  it('of sub-themes by other names: perfect; of items in no sub-theme: each is alone', () => {
    const named = scoresOf(
      ...['A', 'A', 'B', 'C'].map((name) => item({ subtheme: name }, { subtheme: `other ${name}` })),
    );
    expect([named['sub-themes V'], named['sub-themes ARI']]).toEqual([1, 1]);
    const alone = scoresOf(...['A', 'A', 'B', 'B'].map((name) => item({ subtheme: name }, null)));
    // Homogeneous, and half complete: ln 2 of ln 4.
    expect(alone['sub-themes V']).toBeCloseTo((2 * 1 * 0.5) / 1.5);
    expect(alone['sub-themes ARI']).toBeCloseTo(0);
  });

  it('of sub-themes in two inquiries: the mean of the two, by how much each has', () => {
    const good = ['A', 'A', 'B', 'B'].map((name) => item({ subtheme: name }, { subtheme: name }));
    const bad = ['A', 'B'].map((name) => item({ subtheme: name }, { subtheme: 'A' }));
    const scores = labelScores(labelTable([good, bad]));
    expect(labelScores(labelTable([bad]))['sub-themes V']).toBe(0);
    expect(scores['sub-themes V']).toBeCloseTo((4 * 1 + 2 * 0) / 6);
  });

  it('of what is not there to be measured: no number', () => {
    const scores = scoresOf(item({}, {}));
    expect(scores['builds-on recall']).toBeNaN();
    expect(scores['signals F1']).toBeNaN();
    expect(scores['sub-themes V']).toBeNaN();
  });

  it('of momentums: the same when they share three tenths of what either has', () => {
    const scores = momentumScores([
      {
        wanted: [
          ['a', 'b', 'c'],
          ['d', 'e'],
        ],
        possible: [['x', 'y']],
        // 1 of 3 shared; 1 of 5 shared; possible; none.
        found: [['c'], ['d', 'p', 'q', 'r'], ['x', 'y'], ['z']],
      },
      { wanted: [], possible: [], found: [['a', 'b', 'c']] },
    ]);
    expect(scores).toEqual({ wanted: 2, found: 5, recall: 1 / 2, precision: 1 / 5, lenientPrecision: 2 / 5 });
  });
});

describe('the comparison', () => {
  const rights = (pattern: boolean[]) =>
    labelTable([pattern.map((right) => item({ step: 'a' }, { step: right ? 'a' : 'b' }))]);
  const accuracy = (a: boolean[], b: boolean[], options = {}) =>
    compareLabels(rights(a), rights(b), { resamples: 400, ...options }).find(
      ({ metric }) => metric === 'step accuracy',
    )!;
  const patterns = fc
    .array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 5, maxLength: 40 })
    .map((pairs) => [pairs.map(([a]) => a), pairs.map(([, b]) => b)] as const);

  it('finds no difference between a configuration and itself', () => {
    const table = rights([true, false, true, true]);
    const compared = compareLabels(table, table, { resamples: 50 });
    const measured = compared.filter(({ interval }) => interval !== null);
    expect(measured.map(({ metric }) => metric)).toContain('step accuracy');
    for (const { difference, interval } of measured) expect([difference, interval]).toEqual([0, [0, 0]]);
    expect(compared.filter(({ moreThanNoise }) => moreThanNoise)).toEqual([]);
  });

  it('is the same for the same seed, and another one for another', () => {
    const [a, b] = [
      Array.from({ length: 97 }, (_, index) => index % 3 === 0),
      Array.from({ length: 97 }, (_, index) => index % 5 === 0),
    ];
    expect(accuracy(a, b, { seed: 7 })).toEqual(accuracy(a, b, { seed: 7 }));
    expect(accuracy(a, b, { seed: 7 }).interval).not.toEqual(accuracy(a, b, { seed: 8 }).interval);
  });

  it('turned around has the intervals turned around', () => {
    fc.assert(
      fc.property(patterns, ([a, b]) => {
        const [forth, back] = [accuracy(a, b, { resamples: 60 }), accuracy(b, a, { resamples: 60 })];
        expect(back.difference).toBeCloseTo(-forth.difference);
        expect(back.interval![0]).toBeCloseTo(-forth.interval![1]);
        expect(back.interval![1]).toBeCloseTo(-forth.interval![0]);
        expect(back.moreThanNoise).toBe(forth.moreThanNoise);
      }),
      { numRuns: 20 },
    );
  });

  it('has its difference within the interval, as wide as theory says', () => {
    // 20 of 100 items differ: the standard error is sqrt(0.2 * 0.8 / 100) = 0.04.
    const { difference, interval } = accuracy(
      Array.from({ length: 100 }, (_, index) => index >= 20),
      Array.from({ length: 100 }, () => true),
      { resamples: 2_000 },
    );
    expect(difference).toBeCloseTo(0.2);
    expect(interval![0]).toBeCloseTo(0.2 - 1.96 * 0.04, 1);
    expect(interval![1]).toBeCloseTo(0.2 + 1.96 * 0.04, 1);
  });

  it('is paired: what both get wrong makes no noise', () => {
    const half = Array.from({ length: 60 }, (_, index) => index % 2 === 0);
    const better = half.map((right, index) => right || index % 10 === 1);
    // 6 of 60 items got right and none lost: unpaired, the interval of 0.1 would reach from about -0.08 to 0.28.
    expect(accuracy(half, better)).toMatchObject({ moreThanNoise: true });
  });

  it('takes one item for noise', () => {
    const all = Array.from({ length: 40 }, () => true);
    expect(accuracy(all, all.with(3, false))).toMatchObject({ moreThanNoise: false });
  });

  it('refuses tables of different items', () => {
    expect(() => compareLabels(rights([true]), rights([true, true]))).toThrow('1 and 2 items');
  });
});
