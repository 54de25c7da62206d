import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMasker } from '../../../src/analysis/masking/index.ts';

const NAMES = ['Maija Mattila', 'Matti', 'Kai', 'Will', "O'Brien", 'HR-01', 'Åsa', 'Person', '李雷', 'İpek', 'a', ''];

/** Pieces that are near to what the masker reads and writes, and anything else. */
const piece = fc.oneof(
  fc.constantFrom(
    'Maija',
    'maijalle',
    'Mattila',
    'Matin',
    'Kai',
    'Will',
    "O'Brien",
    'O’Brien',
    'HR-01',
    'hr-01:n',
    'Åsas',
    'A\u030asa',

    '[PERSON1]',
    '[PERSON1B]',
    'PERSON1',
    'PERSON12',
    '[person 1]',
    '\\[PERSON1\\]',
    '[LITERAL1]',
    '[PHONE1',
    '[IDCODE-2]',

    '[',
    ']',
    '\\',
    ':',
    "'s",
    '’s',
    ':lle',
    'lle',
    ':n',
    'n',
    's',
    ':',
    ' ',
    '\n',
    '.',
    ',',
    '-',
    '_',
    '@',
    '(',
    ')',
    '+',

    '040 123 4567',
    '+358 40',
    '010190-123A',
    '850630-9825',
    'FI21 1234 5600 0007 85',
    'a@b.fi',
    '(at)',
    '0',
    '1',
    '李雷',
    '\u200b',
    '\u00ad',
    '\u0301',
    '\ud800',
    '\udc00',
    '👩‍👩‍👧',
    'İ',
    'ß',
    'ﬁ',
    '①',
    '½',
    '\u202e',
    'PERSON',
    'X',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const hostile = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

describe('a masker', () => {
  it('gives every text back as it was', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (texts) => {
        const masker = createMasker({ names: NAMES });
        const masked = texts.map((text) => masker.mask(text));
        expect(masked.map((text) => masker.restore(text))).toEqual(texts);
      }),
      { numRuns: 1500 },
    );
  });

  it('masks and restores without knowing any name', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const masker = createMasker({ names: [] });
        expect(masker.restore(masker.mask(text))).toBe(text);
      }),
    );
  });

  it('lets nothing out that it found', () => {
    const originals = [
      'Maija Mattila',
      'Maijalle',
      'Mattilan',
      '040 123 4567',
      'maija@example.fi',
      '010190-123A',
      '19850630-9825',
      'FI21 1234 5600 0007 85',
      'HR-01',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...originals), { minLength: 1 }), fc.lorem(), (said, filler) => {
        const masked = createMasker({ names: NAMES }).mask(said.map((each) => `${filler} ${each}, `).join(''));
        for (const original of said) expect(masked).not.toContain(original);
        expect(masked).not.toMatch(/maija|mattila|example|\d{4}/i);
      }),
    );
  });

  it('gives the same the same placeholder in all texts of a request', () => {
    const masker = createMasker({ names: ['Maija'] });
    expect(masker.mask('Maija, 040 123 4567')).toBe('[PERSON1], [PHONE1]');
    expect(masker.mask('kysy Maijalta numerosta 040 123 4567, ei 050 765 4321')).toBe(
      'kysy [PERSON1]:lta numerosta [PHONE1], ei [PHONE2]',
    );
    // Written otherwise, it is the same number still; the letter brings back how it was written.
    expect(masker.mask('+358 40 123 4567')).toBe('[PHONE1B]');
  });

  it('knows only what it made itself', () => {
    const masker = createMasker({ names: ['Maija'] });
    masker.mask('Maija');
    createMasker({ names: ['Pekka', 'Matti'] }).mask('Pekka ja Matti, pekka@example.fi');
    const reply = '[PERSON2] [EMAIL1] PERSON2 [PERSON0] [PERSON01x] [PERSONA1]';
    expect(masker.restore(reply)).toBe(reply.replace('[PERSON01x]', 'Maija'));
    expect(createMasker({ names: ['Maija'] }).restore('[PERSON1]')).toBe('[PERSON1]');
  });

  it('does not take the place of a placeholder that somebody typed', () => {
    const masker = createMasker({ names: ['Maija'] });
    const typed = masker.mask('[PERSON1]:lle ja PERSON1 kertoivat');
    expect(typed).toBe('[LITERAL1]:lle ja [LITERAL2] kertoivat');
    masker.mask('Maija');
    expect(masker.restore(typed)).toBe('[PERSON1]:lle ja PERSON1 kertoivat');
  });
});

describe('what a model makes of placeholders', () => {
  const masker = createMasker({ names: ['Maija Mattila', 'Matti', 'Virtanen', 'John', 'Kai Lahti'] });
  masker.mask('Maija Mattila, Matti, Virtanen, John ja Kai Lahti; soita 040 123 4567');

  it.each([
    ['[PERSON1]:lle', 'Maija Mattilalle'],
    ['[PERSON1]lta', 'Maija Mattilalta'],
    ['[PERSON1]:aan ja [PERSON1]:kin', 'Maija Mattilaan ja Maija Mattilakin'],
    ['[PERSON2]:n [PERSON2]:lle [PERSON2]:a [PERSON2]:in', 'Matin Matille Mattia Mattiin'],
    ['[PERSON3]:n [PERSON3]:ta [PERSON3]:een [PERSON3]:ltä', 'Virtasen Virtasta Virtaseen Virtaselta'],
    ['[PERSON4]:lle [PERSON4]’s [PERSON4]s', "Johnille John's Johns"],
    ['[PERSON5]:n', 'Kai Lahden'],
    [
      '[person2] [Person 2] [PERSON_2] \\[PERSON2\\] PERSON2 (PERSON2) **[PERSON2]**',
      'Matti Matti Matti Matti Matti (Matti) **Matti**',
    ],
    ['[PERSON2Q] on paikalla', 'Matti on paikalla'],
    ['soita [PHONE1]:een', 'soita 040 123 4567:een'],
    ['[PERSON1]: hyvä idea', 'Maija Mattila: hyvä idea'],
    ['[PERSON2] ja [PERSON3].', 'Matti ja Virtanen.'],
  ])('%s', (said, meant) => {
    expect(masker.restore(said)).toBe(meant);
  });
});

describe('a long and hostile text', () => {
  const LENGTH = 100_000;
  // A search that backtracks takes minutes on these, and runs into the time limit of the suite.
  it.each([
    'a',
    '@',
    'a@',
    'a.',
    'a@b.',
    '1',
    '0 ',
    '01 ',
    '01 01 01 a ',
    '1-',
    '040 123 4567 ',
    '+358 ',
    '[',
    '[PERSON',
    '\\[',

    'PERSON1 ',
    '\u0301',
    '\u200b',
    'Maija',
    'Maija ',
    'Maija:',
    'maijalle',
    'Kai. ',
    'FI21 1234 ',
    'FI12',
    '900101',
    '(',
    '010190-123A ',
    '(at)',
    ' ',
    '\n',
    "'s ",
    '\ud800',
    'İ',
    '👩‍👩‍👧',
    '://',
    'puh puh ',
  ])('of %j', (unit) => {
    const text = unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
    const masker = createMasker({ names: NAMES });
    expect(masker.restore(masker.mask(text)) === text).toBe(true);
  });
});
