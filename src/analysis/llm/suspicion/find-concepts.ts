import { CONCEPTS, type Concept } from './concept.ts';
import { stripMarks } from './strip-marks.ts';
import { ALL_WORDS } from './words/all-words.ts';

/** Where a concept is spoken of: `at` counts characters, `word` words, with some more at the end of a sentence. */
export interface Hit {
  at: number;
  word: number;
}
export type Hits = Record<Concept, Hit[]>;

/** What folded text is written in; plain ranges are many times faster here than classes of Unicode. */
const LETTERS = 'a-z0-9åäö\\u00DF-\\u024F\\u0400-\\u04FF';
const GAP = `(?:[^${LETTERS}]{1,4})`;
const LETTER = `[${LETTERS}]`;
/** Where a clause begins, or a word stands after which an order may: verbs there are more likely imperatives. */
const CLAUSE =
  '(?<=^|[.!?:;,"”)(]\\s{0,2}|\\b(?:please|kindly|and|then|just|so|now|must|shall|should|will|you|ja|nyt|sitten|vaan|eli|niin|och|nu|sedan|utan|ska|bör) )';
const WORD_OR_END = new RegExp(`${LETTER}+|[.!?](?=\\s|$)`, 'g');
/** How many words the end of a sentence weighs. */
const SENTENCE = 3;

const PATTERNS = new Map(CONCEPTS.map((concept) => [concept, compile(concept)]));

/** All that a text speaks of. The text is in lower case, without marks of formatting (see `readingsOf`). */
export function findConcepts(text: string): Hits {
  const wordAt = countWordsUpTo(text);
  const hits = {} as Hits;
  for (const [concept, pattern] of PATTERNS) {
    hits[concept] = pattern
      ? Array.from(text.matchAll(pattern), ({ index }) => ({ at: index, word: wordAt(index) }))
      : [];
  }
  return hits;
}

function compile(concept: Concept): RegExp | null {
  const sources = ALL_WORDS.flatMap((words) => words[concept]?.trim().split(/\s+\|\s+/) ?? []).map(toSource);
  if (sources.length === 0) return null;
  return new RegExp(`(?<!${LETTER})(?:${sources.join('|')})`, 'g');
}

function toSource(pattern: string): string {
  return stripMarks(pattern)
    .replaceAll('\\w', LETTER)
    .replace(/^>/, '<clause>')
    .replaceAll(' ', GAP)
    .replaceAll('$', `(?!${LETTER})`)
    .replaceAll('~', `(?:${GAP}${LETTER}{1,30}){0,3}?${GAP}`)
    .replace('<clause>', CLAUSE);
}

function countWordsUpTo(text: string): (at: number) => number {
  const starts: { at: number; word: number }[] = [];
  let word = 0;
  for (const { 0: token, index } of text.matchAll(WORD_OR_END)) {
    if (/^[.!?]$/.test(token)) word += SENTENCE;
    else starts.push({ at: index, word: word++ });
  }
  return (at) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle]?.at ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return starts[low]?.word ?? word;
  };
}
