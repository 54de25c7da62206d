import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unquoted } from '../../src/domain/unquoted.ts';

describe('a text without its quotes', () => {
  it.each([
    ['Two people wrote “the form is long”.', ['the form is long'], 'Two people wrote  .'],
    ['Kaksi kirjoitti: ”lomake on pitkä”.', ['lomake on pitkä'], 'Kaksi kirjoitti:  .'],
    ['Två skrev »blanketten är lång«.', ['blanketten är lång'], 'Två skrev  .'],
    ['«a b» and "c d" and ›e f‹ and „g h“', ['a b', 'c d', 'e f', 'g h'], '  and   and   and  '],
    // A quote with marks of its own, the same as those around it, and told without any.
    ['She wrote ”we call it ”the list” here”.', ['we call it ”the list” here'], 'She wrote  .'],
    ['We call it "the list" here, they say.', ['We call it "the list" here'], ' , they say.'],
    // The rest of the sentence is left out.
    ['She wrote “the form…” again', ['the form'], 'She wrote   again'],
    // Apostrophes quote nothing.
    [
      "The participants' ideas don't stop; vaa'an, rock ’n roll, Kaisa’s",
      [],
      "The participants' ideas don't stop; vaa'an, rock ’n roll, Kaisa’s",
    ],
    ["They said 'it works' twice", ['it works'], 'They said   twice'],
    ['A quote may be told plainly: it works.', ['it works'], 'A quote may be told plainly: it works.'],
    ['', [], ''],
  ])('%s', (text, quotes, rest) => {
    expect(unquoted(text, quotes)).toBe(rest);
  });

  it.each([
    ['made-up words', 'They said “it never works”.', ['it works']],
    ['more than the quote', 'They said “it works well”.', ['it works']],
    ['an ellipsis in the middle', 'They said “it … works”.', ['it works']],
    ['less than the quote', 'They said “works”.', ['it works']],
    ['two quotes joined', 'They said “it works, it helps”.', ['it works', 'it helps']],
    ['made-up words between single marks', "They said 'it never works'.", ['it works']],
    ['made-up words between curly single marks', 'They said ‘it never works’.', ['it works']],
    ['a mark that stays open', 'They said “it works', ['it works']],
    ['marks that are quotes themselves', 'They said ”it never works” again', ['”']],
    ['marks that quotes bring along', 'They said ”it never works” again', ['”it', 'works”']],
    [
      'a made-up frame around a real quote with marks',
      'They said ”never mind ”the list” at all”',
      ['mind ”the list” at'],
    ],
  ])('is not to be had with %s', (_, text, quotes) => {
    expect(unquoted(text, quotes)).toBeNull();
  });

  it('never lets through marks around anything that is not a quote', () => {
    const piece = fc.constantFrom('it works', 'never', '“', '”', '"', '«', '»', '„', ' ', ', ');
    const pairs: [string, string][] = [
      ['“', '”'],
      ['”', '”'],
      ['"', '"'],
      ['«', '»'],
      ['»', '«'],
      ['»', '»'],
      ['„', '“'],
      ['„', '”'],
    ];
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const text = pieces.join('');
        fc.pre(pieces.some((each) => /[“”"«»„]/.test(each)));
        if (unquoted(text, ['it works']) === null) return;
        const opening = [...text.matchAll(/[“”"«»„]/g)][0]?.index ?? 0;
        const first = text.slice(opening + 1, opening + 1 + 'it works'.length);
        const marks: [string, string] = [text.charAt(opening), text.charAt(opening + 1 + first.length)];
        expect(first).toBe('it works');
        expect(pairs).toContainEqual(marks);
      }),
      { numRuns: 1000 },
    );
  });
});
