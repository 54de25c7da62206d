import { describe, expect, it } from 'vitest';
import { seamIn } from '../../src/domain/split-text.ts';

describe('cutting a text', () => {
  it('prefers paragraphs, then lines, sentences and words', () => {
    expect(seamIn('aaaa aaaa\n\nbbbb bbbb', 15)).toBe(11);
    expect(seamIn('aaaa aaaa\nbbbb bbbb', 15)).toBe(10);
    expect(seamIn('Aaaa aa. Bbbb bbbb', 15)).toBe(9);
    expect(seamIn('aaaa bbbb cccc dddd', 12)).toBe(10);
  });

  it('does not cut what is seen as one character', () => {
    expect(seamIn('aaaaaaa👩‍👩‍👧‍👦', 10)).toBe(7);
    expect(seamIn('aaaaaaa👍🏽', 9)).toBe(7);
  });
});
