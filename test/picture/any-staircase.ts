import fc from 'fast-check';

import type { Staircase } from '../../src/domain/staircase.ts';

/** Words as people and models write them, and what should never have come. */
const text: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    'Osaaminen',
    'Yhteistyön rajapintojen, työnjaon ja viestinnän kehittäminen',
    'Utveckla samarbetets gränssnitt, arbetsfördelning och kommunikation',
    'tietojärjestelmäkehittämisyhteistyökäytäntöjenkehittämissuunnitelmaluonnos',
    '</text><script>alert(1)</script> & "quotes"',
    'مرحبا بالعالم العربي',
    'Z\u0300\u0301\u0302\u0303\u0304a\u200Blgo \u202Eturned\u202C',
    '👩‍👩‍👧 🎉',
    '',
    ' \n\t ',
    'å'.repeat(10_000),
    'word '.repeat(2_000),
  ),
  fc.string({ maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.lorem({ maxCount: 12 }),
);

const weight: fc.Arbitrary<number> = fc.oneof(
  fc.nat({ max: 60 }),
  fc.constantFrom(0, 1, 99_999, 100_000, 1e9, 1e21, -3, Number.NaN, Number.POSITIVE_INFINITY),
);

const subTheme = fc.record({ label: text, weight, isNew: fc.boolean() });
const step = fc.record({ key: fc.string(), name: text, weight, subThemes: fc.array(subTheme, { maxLength: 12 }) });

export const anyStaircase: fc.Arbitrary<Staircase> = fc.record({
  lang: fc.constantFrom('fi', 'sv', 'en'),
  title: text,
  subtitle: text,
  steps: fc.array(step, { minLength: 2, maxLength: 8 }),
  foundation: text,
  emptyStep: text,
});
