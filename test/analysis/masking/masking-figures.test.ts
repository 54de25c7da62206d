import { describe, expect, it } from 'vitest';
import { type Half, measure } from './measure-masking.ts';

const LEAST_RECALL = 0.98;
const MOST_FALSE = 0.01;

describe.each<Half>(['development', 'held-out'])('masking on the %s half', (half) => {
  const figures = measure(half);
  const missedTypes = figures.misses.map((miss) => miss.type).sort();
  const summary = `${half}: recall ${figures.recall.toFixed(3)} ${JSON.stringify(
    Object.fromEntries(Object.entries(figures.recallByType).map(([type, { found, of }]) => [type, `${found}/${of}`])),
  )}, missed ${JSON.stringify(missedTypes)}, falsely masked ${figures.falselyMasked} of ${figures.tokens} tokens`;

  it('reads enough sentences, half of them traps', () => {
    expect(figures.sentences).toBeGreaterThan(200);
    expect(Math.abs(figures.traps / figures.sentences - 0.5)).toBeLessThan(0.02);
    expect(Object.keys(figures.recallByType).sort()).toEqual([
      'email',
      'hetu',
      'iban',
      'name',
      'personnummer',
      'phone',
    ]);
  });

  it('finds nearly all, of each kind', () => {
    console.info(summary);
    expect(figures.recall).toBeGreaterThanOrEqual(LEAST_RECALL);
    const tooLow = Object.entries(figures.recallByType).filter(([, { recall }]) => recall < LEAST_RECALL);
    expect(tooLow).toEqual([]);
  });

  it('masks next to nothing that is not personal', () => {
    expect(figures.falseRate).toBeLessThan(MOST_FALSE);
  });
});
