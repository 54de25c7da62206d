import { describe, expect, it } from 'vitest';
import { isMomentum, validMomentums } from '../../src/domain/momentum.ts';
import type { Signal } from '../../src/domain/words.ts';
import { said } from './support.ts';

const label = (signals: Signal[] = [], step = 'processes', also: string[] = []) => ({ signals, step, also });
const labels = new Map([
  ['a', label()],
  ['b', label(['build'], 'needs', ['interfaces'])],
  ['c', label(['thank'])],
  ['d', label(['build'])],
]);
const contributions = [
  said('a', 'pia'),
  said('b', 'quinn'),
  said('c', 'quinn'),
  said('d', 'pia'),
  said('e', 'ray', '', { status: 'withdrawn' }),
];
const among = (...ids: string[]) => contributions.filter(({ id }) => ids.includes(id));

describe('a momentum', () => {
  it('is two people, one of whom builds on the other', () => {
    expect(isMomentum(among('a', 'b'), labels)).toBe(true);
  });

  it('is not one person alone, nor two who do not build', () => {
    expect(isMomentum(among('a', 'd'), labels)).toBe(false);
    expect(isMomentum(among('a', 'c'), labels)).toBe(false);
    expect(isMomentum([], labels)).toBe(false);
  });

  it('is not two anonymous voices alone, which may be one person’s', () => {
    expect(isMomentum([said('a', null), said('b', null)], labels)).toBe(false);
    expect(isMomentum([said('a', null), said('b', 'quinn')], labels)).toBe(true);
  });
});

describe('momentums that hold', () => {
  const check = (ids: string[], step = 'processes') =>
    validMomentums([{ contributions: ids, step, summary: 's' }], { contributions, labels });

  it('cite known, live contributions, of which one belongs to the step', () => {
    expect(check(['a', 'b'])).toHaveLength(1);
    expect(check(['a', 'b'], 'interfaces')).toHaveLength(1);
    expect(check(['a', 'b'], 'information')).toEqual([]);
    expect(check(['a', 'b', 'invented'])).toEqual([]);
    expect(check(['a', 'b', 'e'])).toEqual([]);
    expect(check(['a', 'c'])).toEqual([]);
  });

  it('cite each once, and are told once', () => {
    const twice = [
      { contributions: ['a', 'b', 'a'], step: 'processes', summary: 'first' },
      { contributions: ['b', 'a'], step: 'processes', summary: 'again' },
    ];
    expect(validMomentums(twice, { contributions, labels })).toEqual([
      { contributions: ['a', 'b'], step: 'processes', summary: 'first' },
    ]);
  });
});
