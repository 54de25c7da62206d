import { describe, expect, it } from 'vitest';

import { cleanText } from '../../src/picture/clean-text.ts';

const all = (): boolean => true;

describe('cleanText', () => {
  it.each([
    ['blanks and breaks', ' one\n\ttwo\u00A0 three ', 'one two three'],
    ['direction marks, zero-width and control characters', 'a\u202Eb\u200Bc\u0000d\uFEFF', 'abcd'],
    ['half of a surrogate pair', 'a\uD83Db', 'a\uFFFDb'],
    ['piles of combining marks', 'Z\u0301\u0302\u0303\u0304\u0305x', 'Ź\u0302\u0303x'],
    ['letters made of two characters', 'a\u0308a\u030A', 'äå'],
    ['hyphens that fonts lack', 'e\u2011mail', 'e-mail'],
  ])('mends %s', (_, text, expected) => {
    expect(cleanText(text, all)).toBe(expected);
  });

  it('drops what the fonts cannot draw, and the blanks around it', () => {
    expect(cleanText('party 🎉 today', (character) => character !== '🎉')).toBe('party today');
  });

  it('keeps the beginning of a very long text', () => {
    expect(cleanText('a'.repeat(100_000), all)).toBe('a'.repeat(600));
  });
});
