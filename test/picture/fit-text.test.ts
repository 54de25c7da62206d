import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ellipsise } from '../../src/picture/ellipsise.ts';
import { wrap, wrapEvenly } from '../../src/picture/fit-text.ts';

const widthOf = (text: string): number => text.length;

describe('ellipsise', () => {
  it.each([
    ['whole text', 20, 'whole text'],
    ['exactly ten', 11, 'exactly ten'],
    ['cut between words, not inside one', 20, 'cut between words…'],
    ['Pitkäyhdyssanaonkatkaistava', 10, 'Pitkäyhdy…'],
    ['a, b – and more words', 6, 'a, b…'],
  ])('%j in %i is %j', (text, limit, expected) => {
    expect(ellipsise(text, limit, widthOf)).toBe(expected);
  });
});

describe('wrap', { timeout: 60_000 }, () => {
  it.each([
    ['one two three', 7, 3, ['one two', 'three']],
    ['one two three four', 7, 2, ['one two', 'three…']],
    ['yhdyssanahirviö', 8, 3, ['yhdyssa-', 'nahirviö']],
    ['one', 7, 1, ['one']],
  ])('%j in %i × %i', (text, limit, maxLines, expected) => {
    expect(wrap(text, limit, maxLines, widthOf)).toEqual(expected);
  });

  it('never makes a line too wide or a line too many, and shows all of what fits', () => {
    const words = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), {
      minLength: 1,
      maxLength: 20,
    });
    const graphemes = (text: string): number => Array.from(new Intl.Segmenter().segment(text)).length;
    fc.assert(
      fc.property(words, fc.integer({ min: 3, max: 40 }), fc.integer({ min: 1, max: 4 }), (parts, limit, maxLines) => {
        const text = parts.join(' ').replace(/\s+/gu, ' ').trim();
        fc.pre(text !== '');
        for (const lines of [wrap(text, limit, maxLines, graphemes), wrapEvenly(text, limit, maxLines, graphemes)]) {
          expect(lines.length).toBeLessThanOrEqual(maxLines);
          for (const line of lines) expect(graphemes(line)).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });
});

describe('wrapEvenly', () => {
  it('leaves no word alone on the last line when the lines can be even', () => {
    expect(wrapEvenly('aaaa bbbb cccc dd', 14, 2, widthOf)).toEqual(['aaaa bbbb', 'cccc dd']);
  });

  it('cuts like wrap what does not fit', () => {
    expect(wrapEvenly('one two three four', 7, 2, widthOf)).toEqual(['one two', 'three…']);
  });
});
