import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/domain/digest.ts';
import { type GroundClaimsOptions, groundClaims, isVerbatim } from '../../src/domain/grounding.ts';
import { said } from './support.ts';

const contributions = [
  said('a', 'pia', 'The form has 14 fields, and nobody knows why. Unclear to me.'),
  said('b', 'quinn', 'We call it "the long form" at our desk.'),
  said('c', 'pia', 'Could we cut it to half?'),
  said('elsewhere', 'ray', 'Our folder names are a mess.'),
  said('held', 'lea', 'I like the form.', { status: 'held' }),
  said('withheld', 'lea', 'I like the form.', { status: 'withheld' }),
  said('withdrawn', 'lea', '', { status: 'withdrawn' }),
  said('anonymous', null, 'I am afraid to ask about the form.'),
  said('anonymous-too', null, 'Me neither.'),
  said('unlabelled', 'ray', 'Hm.'),
];
const inProcesses = ['a', 'b', 'held', 'withheld', 'withdrawn', 'anonymous', 'anonymous-too'];
const labels = new Map<string, { step: string; also: string[] }>([
  ...inProcesses.map((id): [string, { step: string; also: string[] }] => [id, { step: 'processes', also: [] }]),
  ['c', { step: 'needs', also: ['processes'] }],
  ['elsewhere', { step: 'information', also: [] }],
]);

const claim = (text: string, citations: string[], ...quotes: [text: string, contribution: string][]): Claim => ({
  text,
  citations,
  quotes: quotes.map(([words, contribution]) => ({ text: words, contribution })),
});

const ground = (claims: Claim[], changes: Partial<GroundClaimsOptions> = {}) =>
  groundClaims({ claims, step: 'processes', contributions, labels, threshold: 5, people: 12, ...changes });

describe('a claim is kept when all of it was said', () => {
  it.each([
    ['plain words', claim('The form feels long.', ['a', 'b'])],
    ['a quote', claim('One put it so: “nobody knows why”.', ['a'], ['nobody knows why', 'a'])],
    [
      'a quote with marks of its own',
      claim('”We call it "the long form" at our desk.”', ['b'], ['We call it "the long form" at our desk.', 'b']),
    ],
    ['a number that was said', claim('14 fields are many.', ['a'])],
    ['the number of contributions', claim('3 messages are about the form.', ['a', 'b', 'c'])],
    ['the number of people', claim('Two people spoke of the form.', ['a', 'b', 'c'])],
    [
      'the number of people, the anonymous one among them',
      claim('Kolme ihmistä puhui lomakkeesta.', ['a', 'b', 'c', 'anonymous']),
    ],
    [
      'the number of people, if both anonymous ones are one',
      claim('3 people.', ['a', 'b', 'anonymous', 'anonymous-too']),
    ],
    ['the number of people, if they are two', claim('4 people.', ['a', 'b', 'c', 'anonymous', 'anonymous-too'])],
    ['a contribution that belongs here as well', claim('Someone would halve it.', ['c'])],
    ['an anonymous quote in a large group', claim('“afraid to ask”', ['anonymous'], ['afraid to ask', 'anonymous'])],
  ])('%s', (_, given) => {
    expect(ground([given])).toEqual({ kept: [given], dropped: [] });
  });

  it('and cites each contribution once', () => {
    expect(ground([claim('2 messages.', ['a', 'a', 'b'])]).kept).toEqual([claim('2 messages.', ['a', 'b'])]);
  });
});

describe('a claim is dropped, with the reason', () => {
  it.each([
    ['empty', claim('  ', ['a'])],
    ['no-citation', claim('Everybody agrees.', [])],
    ['unknown-citation', claim('The form feels long.', ['a', 'zz'])],
    ['withheld', claim('Somebody likes it.', ['withheld'])],
    ['withheld', claim('Somebody likes it.', ['a', 'held'])],
    ['withdrawn', claim('Somebody liked it.', ['withdrawn'])],
    ['other-step', claim('Folders are a mess.', ['elsewhere'])],
    ['other-step', claim('Folders and the form are a mess.', ['a', 'elsewhere'])],
    ['other-step', claim('Hm.', ['unlabelled'])],
    ['quote-not-cited', claim('“Could we cut it”', ['a'], ['Could we cut it', 'c'])],
    ['not-verbatim', claim('“nobody knows Why”', ['a'], ['nobody knows Why', 'a'])],
    ['not-verbatim', claim('Somebody said “nobody cares”.', ['a'])],
    ['not-verbatim', claim('Somebody said ”nobody cares”.', ['a'], ['nobody knows why', 'a'])],
    ['not-verbatim', claim('It is “clear to me”.', ['a'], ['clear to me', 'a'])],
    ['not-verbatim', claim('x', ['a'], [' ', 'a'])],
    ['number-not-cited', claim('15 fields are many.', ['a'])],
    ['number-not-cited', claim('Seven people spoke of the form.', ['a', 'b', 'c'])],
  ])('%s (case %#)', (reason, given) => {
    expect(ground([given])).toEqual({ kept: [], dropped: [{ claim: given, reason }] });
  });

  it('anonymous-under-threshold: a quote, but not a citation, in a small group', () => {
    const quote = claim('“afraid to ask”', ['anonymous'], ['afraid to ask', 'anonymous']);
    const citation = claim('Asking is not easy for all.', ['anonymous']);
    const expected = { kept: [citation], dropped: [{ claim: quote, reason: 'anonymous-under-threshold' }] };
    expect(ground([quote, citation], { people: 4 })).toEqual(expected);
    // Four are known to have spoken or written here: too few, if nothing else is known.
    expect(groundClaims({ claims: [quote, citation], step: 'processes', contributions, labels })).toEqual(expected);
  });
});

describe('words taken letter for letter', () => {
  it.each([
    ['knows why', 'nobody knows why.', true],
    ['know', 'nobody knows why.', false],
    ['body', 'nobody knows why', false],
    ['body', 'nobody knows, the body does', true],
    ['why?', 'nobody knows why.', false],
    ['', 'anything', false],
    ['cafe', 'cafe\u0301', false],
    ['työ', 'Työ', false],
  ])('"%s" in "%s": %s', (quote, text, found) => {
    expect(isVerbatim(quote, text)).toBe(found);
  });
});

it('no claim is ever kept with a quotation that is not in what it cites', () => {
  const words = fc.constantFrom('form', 'long', 'why', 'not', 'we', '“', '”', '"', '«', '»', '14', 'two');
  const phrase = fc.array(words, { minLength: 1, maxLength: 6 }).map((each) => each.join(' '));
  const ids = fc.constantFrom('x', 'y', 'z', 'invented');
  const claims = fc.array(
    fc.record({
      text: fc
        .tuple(phrase, fc.constantFrom('“”', '””', '""', '«»', '  '), phrase)
        .map(([a, marks, b]) => `${a} ${marks[0]}${b}${marks[1]}`),
      citations: fc.array(ids, { maxLength: 3 }),
      quotes: fc.array(fc.record({ text: phrase, contribution: ids }), { maxLength: 3 }),
    }),
    { maxLength: 4 },
  );
  let kept = 0;
  fc.assert(
    fc.property(fc.tuple(phrase, phrase, phrase), claims, ([x, y, z], given) => {
      const all = [said('x', 'p', x), said('y', 'q', y), said('z', 'r', z)];
      const textOf = new Map(all.map(({ id, text }) => [id, text]));
      const own = given.map((each, index) =>
        // Some claims quote what was said, so that some are kept.
        index % 2 === 0
          ? each
          : { text: `They said “${x}”`, citations: ['x', ...each.citations], quotes: [{ text: x, contribution: 'x' }] },
      );
      const everywhere = new Map(all.map(({ id }) => [id, { step: 's', also: [] }]));
      const result = groundClaims({ claims: own, step: 's', contributions: all, labels: everywhere });
      kept += result.kept.length;
      expect(result.kept.length + result.dropped.length).toBe(own.length);
      for (const each of result.kept) {
        expect(each.citations.length).toBeGreaterThan(0);
        for (const id of each.citations) expect(textOf.has(id)).toBe(true);
        for (const quote of each.quotes) expect(textOf.get(quote.contribution)).toContain(quote.text);
        // Whatever stands between the first mark and the one after it was said by somebody who is cited.
        const between = /[“”"«»]([^“”"«»]+)[“”"«»]/.exec(each.text)?.[1];
        const wasSaid = between === undefined || each.citations.some((id) => textOf.get(id)?.includes(between));
        expect(wasSaid).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
  expect(kept).toBeGreaterThan(100);
});
