import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { LONGEST_STAIRCASE_TEXT, staircaseText } from '../../src/domain/staircase-text.ts';
import { aStaircase } from '../picture/a-staircase.ts';
import { anyStaircase } from '../picture/any-staircase.ts';

describe('staircaseText', () => {
  it('tells what the picture shows, in climbing order', () => {
    expect(staircaseText(aStaircase())).toBe(
      [
        'Our staircase, week 2',
        '12 contributions · 7 voices',
        '',
        '1. Lowest – 8',
        '   Pairs 5 · Mentors 3 (new)',
        '2. Middle – 4',
        '3. Highest – Room for your story',
        '',
        'Appreciation, learning and helping',
      ].join('\n'),
    );
  });

  it.each([
    ['fi', 'Mentors 3 (uutta)'],
    ['sv', 'Mentors 3 (nytt)'],
  ] as const)('marks what is new in %s', (lang, expected) => {
    expect(staircaseText(aStaircase({ lang }))).toContain(expected);
  });

  it('lets light sub-themes give way to a count when there is too much to say', () => {
    const subThemes = Array.from({ length: 20 }, (_, at) => ({
      label: `${at} ${'word '.repeat(30)}`,
      weight: 1,
      isNew: false,
    }));
    const steps = Array.from({ length: 8 }, (_, at) => ({ key: `s${at}`, name: `Step ${at}`, weight: 20, subThemes }));
    const text = staircaseText(aStaircase({ steps }));
    expect(text.length).toBeLessThanOrEqual(LONGEST_STAIRCASE_TEXT);
    const lines = text.split('\n').filter((line) => line.startsWith('   '));
    expect(lines).toHaveLength(8);
    for (const line of lines) {
      const parts = line.split(' · ');
      expect(parts.length - 1 + Number(parts.at(-1)?.slice(1))).toBe(20);
    }
  });

  it('is bounded, well formed, one line for a name, and has every step, whatever comes', () => {
    fc.assert(
      fc.property(anyStaircase, (staircase) => {
        const text = staircaseText(staircase);
        expect(text.length).toBeLessThanOrEqual(LONGEST_STAIRCASE_TEXT);
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(/[\0\u202E\u200B]/);
        const numbers = text.split('\n').filter((line) => /^\d\. /.test(line));
        expect(numbers.length).toBeGreaterThanOrEqual(staircase.steps.length);
      }),
    );
  });
});
