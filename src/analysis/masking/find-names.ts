import { AFTER_COLON, ANYTHING, BARE, CASED, matchLength, PARTITIVE, WEAK } from './endings.ts';
import { isNameHere } from './is-name-here.ts';
import { indexNames, isDoubtful, type NamedStem, type NameIndex } from './name-index.ts';
import type { StemKind } from './name-stems.ts';
import type { Reading } from './reading.ts';
import type { Span } from './span.ts';

const AFTER: Record<StemKind, RegExp> = {
  bare: BARE,
  cased: CASED,
  weak: WEAK,
  partitive: PARTITIVE,
  anything: ANYTHING,
};
const WORD_START = /(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu;
/** Between the parts of one name: "Maija Mattila", "maija.mattila"; "Mattila, Maija" only if the first has no ending. */
const WITHIN_NAME = /^[ ._]$/;
const WITHIN_LISTED_NAME = /^(?:, |[ ._])$/;

interface Hit {
  start: number;
  end: number;
  stem: NamedStem;
  people: readonly number[];
  lemma: string;
  ending: string;
  sure: boolean;
}

/** Finds the names of a roster in a text, in all their forms. */
export function createNameFinder(names: readonly string[]): (reading: Reading) => Span[] {
  const index = indexNames(names);
  return (reading) => {
    const hits = joinNeighbours(reading, hitsIn(reading, index));
    // What is a name in one place of a text is not left standing, written the same, in another.
    const formOf = ({ start, end }: Hit): string => reading.text.slice(start, end);
    const settled = hits.map((hit) => ({ ...hit, sure: hit.sure || isName(reading, hit) }));
    const forms = new Set(settled.filter((hit) => hit.sure).map(formOf));
    return settled.filter((hit) => hit.sure || forms.has(formOf(hit))).map(toSpan);
  };
}

const isName = (reading: Reading, { start, end, lemma, ending, stem }: Hit): boolean =>
  isNameHere(reading, { start, end, name: lemma.toLowerCase(), ending, rare: stem.rare });

const toSpan = ({ start, end, people, lemma, ending }: Hit): Span => ({
  start,
  end,
  kind: 'PERSON',
  entity: people.join(' '),
  lemma,
  ending,
});

function hitsIn({ lower }: Reading, { stems, lengths, heads }: NameIndex): Hit[] {
  const hits: Hit[] = [];
  let end = 0;
  for (const { index: start } of lower.matchAll(WORD_START)) {
    if (start < end || !heads.has(lower.slice(start, start + 2))) continue;
    for (const length of lengths) {
      const hit = hitAt(lower, start, start + length, stems.get(lower.slice(start, start + length)));
      if (!hit) continue;
      hits.push(hit);
      end = hit.end;
      break;
    }
  }
  return hits;
}

/** "Into a name" takes the name's own last vowel: Ainoon; "ainoan" is another word. */
function isOwnIllative(lower: string, stemEnd: number, length: number): boolean {
  const vowel = /^h?([aeiouyäöåé])\1?n/.exec(lower.slice(stemEnd, stemEnd + length))?.[1];
  return vowel === undefined || vowel === lower.charAt(stemEnd - 1);
}

function hitAt(lower: string, start: number, stemEnd: number, candidates: readonly NamedStem[] = []): Hit | null {
  let best: Hit | null = null;
  for (const stem of candidates) {
    const length = matchLength(AFTER[stem.kind], lower, stemEnd);
    if (length < 0 || !isOwnIllative(lower, stemEnd, length)) continue;
    const ownEnd = stemEnd + length;
    const colon = Math.max(0, matchLength(AFTER_COLON, lower, ownEnd));
    const end = ownEnd + (colon > 1 ? colon : 0);
    const ending = end === ownEnd ? lower.slice(stemEnd, ownEnd) : lower.slice(stemEnd, end).replace(/^.*:/, '');
    const sure = !isDoubtful(stem, lower.slice(start, end));
    const people: readonly number[] =
      best?.lemma === stem.lemma || !best ? stem.people : [...new Set([...best.people, ...stem.people])];
    if (!best || (sure && !best.sure)) best = { start, end, stem, people, lemma: stem.lemma, ending, sure };
  }
  return best;
}

/** "Satu Aalto", "Virtasen Matti": neighbours of one person are one name, and a sure one. */
function joinNeighbours({ text }: Reading, hits: readonly Hit[]): Hit[] {
  const joined: Hit[] = [];
  for (const hit of hits) {
    const before = joined.at(-1);
    const common = before?.people.filter((person) => hit.people.includes(person)) ?? [];
    const isOneName =
      before &&
      common.length > 0 &&
      before.lemma !== hit.lemma &&
      (before.ending === '' ? WITHIN_LISTED_NAME : WITHIN_NAME).test(text.slice(before.end, hit.start));
    if (!isOneName) {
      joined.push(hit);
      continue;
    }
    const lemma = `${before.lemma} ${hit.lemma}`;
    joined[joined.length - 1] = { ...hit, start: before.start, people: common, lemma, sure: true };
  }
  return joined;
}
