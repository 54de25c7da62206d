import { type StemKind, stemsOf } from './name-stems.ts';
import { isOrdinary } from './ordinary-words.ts';

/** One stem of the roster. */
export interface NamedStem {
  kind: StemKind;
  rare: boolean;
  /** Whether it is a full name, which is never an ordinary word. */
  full: boolean;
  /** The name as listed, in the part that the stem is of. */
  lemma: string;
  /** Whose it may be: indexes into the roster. */
  people: readonly number[];
}

export interface NameIndex {
  stems: ReadonlyMap<string, readonly NamedStem[]>;
  /** Lengths of stems, longest first. */
  lengths: readonly number[];
  /** First two characters of every stem: most words of a text are done with by these. */
  heads: ReadonlySet<string>;
}

const PARTICLES = new Set(
  'von af av de da di du del der den van ten ter la le el al bin ibn abu dos das mr mrs ms dr prof'.split(' '),
);
const SHORTEST = 2;

/** Stems of all names: of each word of a name, and of the full name. */
export function indexNames(names: readonly string[]): NameIndex {
  const people = new Map<string, Set<number>>();
  const lemmas = new Map<string, { lemma: string; full: boolean }>();
  names.forEach((name, person) => {
    for (const { lemma, full } of partsOf(name)) {
      const key = lemma.toLowerCase();
      if (!lemmas.has(key)) lemmas.set(key, { lemma, full });
      people.set(key, (people.get(key) ?? new Set()).add(person));
    }
  });
  const stems = new Map<string, NamedStem[]>();
  for (const [key, { lemma, full }] of lemmas) {
    const named = { lemma, full, people: [...(people.get(key) ?? [])] };
    const space = full ? key.lastIndexOf(' ') + 1 : 0;
    for (const { text, kind, rare = false } of stemsOf(key.slice(space))) {
      const stem = key.slice(0, space) + text;
      const list = stems.get(stem) ?? [];
      if (list.some((other) => other.kind === kind && other.lemma === lemma)) continue;
      stems.set(stem, [...list, { ...named, kind, rare }]);
    }
  }
  return {
    stems,
    lengths: [...new Set([...stems.keys()].map((stem) => stem.length))].sort((a, b) => b - a),
    heads: new Set([...stems.keys()].map((stem) => stem.slice(0, 2))),
  };
}

/** "Matti 'Masa' Virtanen (HR)" is Matti, Masa, Virtanen and Matti Masa Virtanen; an id with a digit is one word. */
function partsOf(name: string): { lemma: string; full: boolean }[] {
  const clean = name
    .normalize('NFC')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[’‘]/g, "'")
    .replace(/[‐‑–]/g, '-')
    .replace(/(?<!\p{L})'|'(?!\p{L})|["“”;,@]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (/\d/.test(clean)) return clean === '' ? [] : [{ lemma: clean, full: false }];
  const words = clean.split(/[ ._]/).filter((word) => (word.match(/\p{L}/gu) ?? []).length >= SHORTEST);
  const parts = words.filter((word) => words.length === 1 || !PARTICLES.has(word.toLowerCase()));
  const single = parts.map((lemma) => ({ lemma, full: false }));
  return clean.includes(' ') && parts.length > 1 ? [...single, { lemma: clean, full: true }] : single;
}

/** Whether a form in a text may be an ordinary word. */
export const isDoubtful = (stem: NamedStem, form: string): boolean =>
  !stem.full && stem.kind !== 'anything' && (stem.rare || isOrdinary(stem.lemma.toLowerCase(), form));
