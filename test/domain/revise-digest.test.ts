import { expect, it } from 'vitest';
import type { Claim, DigestContent } from '../../src/domain/digest.ts';
import { withoutContribution, withoutOldWords } from '../../src/domain/revise-digest.ts';

const claim = (text: string, ...citations: string[]): Claim => ({
  text,
  citations,
  quotes: [{ text, contribution: citations[0]! }],
});

const digest: DigestContent = {
  week: 1,
  from: '2026-03-02T06:00:00.000Z',
  to: '2026-03-06T13:00:00.000Z',
  sections: [
    {
      step: 'needs',
      claims: [claim('the rota', 'a', 'b'), claim('the folder', 'c')],
      subThemes: [{ id: 's', label: 'The rota', contributions: ['a', 'b', 'c'] }],
    },
  ],
  voices: { contributions: 3, spoke: 3, participants: 4 } as DigestContent['voices'],
  appreciation: {},
  momentums: [],
  concerns: [],
  leftOut: { claims: [], contributions: [] },
  ledger: { total: 3, themed: 3, none: 0, withheld: 0, withdrawn: 0, unprocessed: 0 },
  contributions: { a: 'themed', b: 'themed', c: 'themed' },
  by: 'lexical',
};

it('a claim that goes leaves others uncited, and they are counted', () => {
  const revised = withoutContribution(digest, 'a')!;
  expect(revised.sections[0]?.claims.map((each) => each.text)).toEqual(['the folder']);
  expect(revised.leftOut.contributions).toEqual([{ reason: 'not-cited', count: 1 }]);
  expect(revised.ledger).toMatchObject({ themed: 2, withdrawn: 1 });
  const again = withoutContribution(revised, 'b')!;
  expect(again.leftOut.contributions).toEqual([]);
});

it('words that were edited away leave everyone whom their claim cited uncited', () => {
  const revised = withoutOldWords(digest, 'a', 'something else')!;
  expect(revised.leftOut.contributions).toEqual([{ reason: 'not-cited', count: 2 }]);
});

it('what is not in a digest, or still holds, changes nothing', () => {
  expect(withoutContribution(digest, 'z')).toBeNull();
  expect(withoutOldWords(digest, 'a', 'it was the rota again')).toBeNull();
});
