import { expect, it } from 'vitest';
import { numbersIn } from '../../src/domain/numbers-in.ts';

it.each([
  ['no number at all, only one', []],
  ['3 people, 12 ideas', ['3', '12']],
  ['three, tre, kolme, kolmesta', ['3', '3', '3', '3']],
  ['1 200, 1\u00A0200, 1,200 and 1200 forms', ['1200', '1200', '1200', '1200']],
  ['in 2026 300 forms', ['2026', '300']],
  ['2,5 or 2.5 hours', ['2.5', '2.5']],
  ['at 9:30 and 9.30.', ['9.30', '9.30']],
  ['3–4 days, 20 %', ['3', '4', '20']],
  ['often, tenth, phone, sexton, femtio', []],
  ['TVÅ eller Fyra', ['2', '4']],
])('%s: %j', (text, numbers) => {
  expect(numbersIn(text)).toEqual(numbers);
});
