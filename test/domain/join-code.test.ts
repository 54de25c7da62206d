import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFrom, hashCode, looksLikeCode } from '../../src/domain/join-code.ts';

const secret = fc.uuid();

describe('a code with which a channel joins', () => {
  it('has three groups of letters and digits that nobody takes for each other', () => {
    fc.assert(
      fc.property(secret, (each) => {
        expect(codeFrom(each)).toMatch(/^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$/);
      }),
    );
  });

  it('is the same for the same secret, and another for another', () => {
    fc.assert(
      fc.property(fc.uniqueArray(secret, { minLength: 2, maxLength: 50 }), (secrets) => {
        const codes = secrets.map(codeFrom);
        expect(secrets.map(codeFrom)).toEqual(codes);
        expect(new Set(codes).size).toBe(secrets.length);
      }),
    );
  });

  it('uses each letter in each place, none far more often than another', () => {
    const counts = new Map<string, number>();
    const codes = Array.from({ length: 3_100 }, (_, index) => codeFrom(`secret ${index}`).replaceAll('-', ''));
    for (const code of codes)
      code
        .split('')
        .forEach((letter, place) => counts.set(`${place}${letter}`, (counts.get(`${place}${letter}`) ?? 0) + 1));
    expect(counts.size).toBe(12 * 31);
    expect(Math.max(...counts.values())).toBeLessThan(200);
  });

  it('is recognised however it was typed, and only as itself', () => {
    const typed = fc.constantFrom<(code: string) => string>(
      (code) => code,
      (code) => code.toLowerCase(),
      (code) => code.replaceAll('-', ''),
      (code) => ` ${code.replaceAll('-', '–')}\n`,
    );
    fc.assert(
      fc.property(secret, secret, typed, (one, other, as) => {
        expect(hashCode(as(codeFrom(one)))).toBe(hashCode(codeFrom(one)));
        expect(looksLikeCode(as(codeFrom(one)))).toBe(true);
        expect(hashCode(codeFrom(one).replaceAll('-', ' '))).toBe(hashCode(codeFrom(one)));
        expect(hashCode(codeFrom(one)) === hashCode(codeFrom(other))).toBe(one === other);
      }),
    );
  });

  it('is nothing that a sentence begins with', () => {
    const sentences = [
      '',
      'us',
      'us and the reps',
      'that team were',
      'co-workers',
      'yhteistyö kuntoon',
      'contributors',
    ];
    for (const words of sentences) expect([words, looksLikeCode(words)]).toEqual([words, false]);
    expect(looksLikeCode('O0I1-abcd-wxyz')).toBe(true);
  });
});
