import type { Lang } from '../../domain/words.ts';
import type { Element } from './cue-pattern.ts';
import { parseCue } from './cue-pattern.ts';
import { stem } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';
import type { Token } from './tokenise.ts';

/** A cue that was found: whose it is, where (first and last token), and how much it says. */
export interface Hit<T> {
  owner: T;
  first: number;
  last: number;
  weight: number;
}

export interface CueIndex<T> {
  find(tokens: readonly Token[]): Hit<T>[];
}

interface Entry<T> {
  owner: T;
  elements: number[];
  gaps: number[];
  weight: number;
}

/** Compounds carry their head last: a cue this long is looked for inside words too, from this letter on. */
const PART_FROM = 6;
const PART_AFTER = 3;
const PART_WEIGHT = 0.8;
const LONGEST_CUE = 24;
/** Stemmers take `useful` and `us`, `jossain` and `jossa` for the same: shorter stems and stop words match as written only. */
const SHORTEST_STEM = 4;
const MEMORY = 50_000;

/**
 * Finds many cues in time that grows with the text, not with the number of cues: each word is looked up once
 * (whole, stem, beginnings, parts) and the answer remembered, and only cues that begin with a found word are followed.
 */
export function createCueIndex<T>(lang: Lang, cues: Iterable<{ cue: string; owner: T; exact?: boolean }>): CueIndex<T> {
  const ids = new Map<string, number>();
  const tables = {
    exact: new Map<string, number[]>(),
    word: new Map<string, number[]>(),
    stem: new Map<string, number[]>(),
    prefix: new Map<string, number[]>(),
    part: new Map<string, number[]>(),
    suffix: new Map<string, number[]>(),
  };
  const numbers: number[] = [];
  const starts = new Map<number, Entry<T>[]>();

  const add = (table: Map<string, number[]>, key: string, id: number) =>
    table.set(key, [...(table.get(key) ?? []), id]);
  function elementId(element: Element): number {
    const key = `${element.kind}:${element.text}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = ids.size;
    ids.set(key, id);
    if (element.kind === 'number') numbers.push(id);
    else if (element.kind === 'prefix' || element.kind === 'part' || element.kind === 'suffix')
      add(tables[element.kind], element.text, id);
    else {
      add(tables.exact, element.text, id);
      if (element.kind === 'word') {
        add(tables.word, element.text, id);
        add(tables.stem, stem(element.text, lang), id);
      }
    }
    return id;
  }
  for (const { cue, owner, exact = false } of cues) {
    const pattern = parseCue(cue, exact);
    const elements = pattern.elements.map(elementId);
    const [head] = elements;
    if (head === undefined) continue;
    starts.set(head, [...(starts.get(head) ?? []), { owner, elements, gaps: pattern.gaps, weight: pattern.weight }]);
  }

  /** Element id -> how well the word matches it, 0 to 1. */
  function look(word: string): Map<number, number> {
    const found = new Map<number, number>();
    const note = (hits: number[] | undefined, share: number) => {
      for (const id of hits ?? []) if ((found.get(id) ?? 0) < share) found.set(id, share);
    };
    note(tables.exact.get(word), 1);
    const stemmed = stem(word, lang);
    if (stemmed.length >= SHORTEST_STEM && !STOP_WORDS[lang].has(word)) note(tables.stem.get(stemmed), 1);
    if (/^\d/.test(word)) note(numbers, 1);
    for (let from = 0; from < word.length; from++) {
      note(tables.suffix.get(word.slice(from)), from > 0 ? 1 : 0);
      for (let to = from + 1; to <= Math.min(word.length, from + LONGEST_CUE); to++) {
        const piece = word.slice(from, to);
        note(tables.part.get(piece), 1);
        if (from === 0) note(tables.prefix.get(piece), 1);
        else if (from >= PART_AFTER && piece.length >= PART_FROM) {
          note(tables.prefix.get(piece), PART_WEIGHT);
          if (lang === 'sv') note(tables.word.get(piece), PART_WEIGHT);
        }
      }
    }
    return found;
  }
  const memory = new Map<string, Map<number, number>>();
  function lookUp(token: Token): Map<number, number> {
    if (token.mention) return NOTHING;
    const known = memory.get(token.word);
    if (known) return known;
    if (memory.size >= MEMORY) memory.clear();
    const found = look(token.word);
    memory.set(token.word, found);
    return found;
  }

  function follow(entry: Entry<T>, looked: Map<number, number>[], from: number, share: number): Hit<T> | null {
    let at = from;
    let worst = share;
    for (let i = 1; i < entry.elements.length; i++) {
      const element = entry.elements[i]!;
      const limit = at + 1 + (entry.gaps[i] ?? 0);
      let next = at + 1;
      while (next <= limit && next < looked.length && !looked[next]!.has(element)) next++;
      if (next > limit || next >= looked.length) return null;
      worst = Math.min(worst, looked[next]!.get(element)!);
      at = next;
    }
    return { owner: entry.owner, first: from, last: at, weight: entry.weight * worst };
  }

  return {
    find(tokens) {
      const looked = tokens.map(lookUp);
      const hits: Hit<T>[] = [];
      for (const [at, elements] of looked.entries()) {
        for (const [element, share] of elements) {
          for (const entry of starts.get(element) ?? []) {
            const hit = follow(entry, looked, at, share);
            if (hit) hits.push(hit);
          }
        }
      }
      return hits;
    },
  };
}

const NOTHING: Map<number, number> = new Map();
