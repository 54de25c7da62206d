import type { Item } from '../result.ts';

/** True positives, false positives and false negatives of each item. */
export interface SetCounts {
  tp: Uint16Array;
  fp: Uint16Array;
  fn: Uint16Array;
}

/** Items of one gold set whose sub-themes can be compared. */
export interface Clustered {
  /** Places of the items in the table. */
  items: Uint32Array;
  /** Cluster of each, from 0. */
  gold: Uint32Array;
  found: Uint32Array;
  goldCount: number;
  foundCount: number;
}

/** Everything that scores need of the items, as numbers, so that a thousand resamples are counted in no time. */
export interface LabelTable {
  size: number;
  /** Classes are numbered by gold; what gold never has is the last one. */
  stepGold: Uint16Array;
  stepFound: Uint16Array;
  stepClasses: number;
  stepExact: Uint8Array;
  stepLenient: Uint8Array;
  kindExact: Uint8Array;
  kindMerged: Uint8Array;
  signals: SetCounts;
  cross: SetCounts;
  linked: Uint8Array;
  linkedRight: Uint8Array;
  falseLink: Uint8Array;
  clustered: Clustered[];
}

/** @param sets items by gold set: sub-themes are compared within a set, everything else in all */
export function labelTable(sets: readonly (readonly Item[])[]): LabelTable {
  const items = sets.flat();
  const flags = (test: (item: Item) => boolean) => Uint8Array.from(items, (item) => Number(test(item)));
  const steps = numbered(items.map((item) => item.gold.step));
  const unknown = steps.size;
  return {
    size: items.length,
    stepGold: Uint16Array.from(items, ({ gold }) => steps.get(gold.step) ?? unknown),
    stepFound: Uint16Array.from(items, ({ found }) => steps.get(found?.step ?? '') ?? unknown),
    stepClasses: unknown,
    stepExact: flags(({ gold, found }) => gold.step === found?.step),
    stepLenient: flags(({ gold, found }) => found !== null && [gold.step, ...gold.also].includes(found.step)),
    kindExact: flags(({ gold, found }) => gold.kind === found?.kind),
    kindMerged: flags(({ gold, found }) => merged(gold.kind) === merged(found?.kind)),
    signals: setCounts(items, 'signals'),
    cross: setCounts(items, 'cross'),
    linked: flags(({ gold }) => gold.buildsOn !== null),
    linkedRight: flags(({ gold, found }) => gold.buildsOn !== null && gold.buildsOn === found?.buildsOn),
    falseLink: flags(({ gold, found }) => gold.buildsOn === null && (found?.buildsOn ?? null) !== null),
    clustered: clusteredSets(sets),
  };
}

/** An idea and a solution are near each other (MODEL.md section 4). */
const merged = (kind: string | undefined): string | undefined => (kind === 'idea' ? 'solution' : kind);

function setCounts(items: readonly Item[], name: 'signals' | 'cross'): SetCounts {
  const pairs = items.map(({ gold, found }) => [new Set<string>(gold[name]), new Set<string>(found?.[name])] as const);
  return {
    tp: Uint16Array.from(pairs, ([gold, found]) => gold.size - without(gold, found)),
    fp: Uint16Array.from(pairs, ([gold, found]) => without(found, gold)),
    fn: Uint16Array.from(pairs, ([gold, found]) => without(gold, found)),
  };
}

/** How many of `all` the other lacks. */
const without = (all: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...all].filter((each) => !other.has(each)).length;

/** Contributions that gold has in a sub-theme; one that the analyst has in none is a cluster of its own. */
function clusteredSets(sets: readonly (readonly Item[])[]): Clustered[] {
  let before = 0;
  return sets.flatMap((items) => {
    const start = before;
    before += items.length;
    const themed = items
      .map((item, index) => ({ item, at: start + index }))
      .filter(({ item }) => item.gold.step !== 'none' && item.gold.subtheme !== null);
    if (themed.length === 0) return [];
    const goldNames = themed.map(({ item }) => item.gold.subtheme ?? '');
    const foundNames = themed.map(({ item }) => item.found?.subtheme ?? `alone ${item.id}`);
    const [gold, found] = [numbered(goldNames), numbered(foundNames)];
    return [
      {
        items: Uint32Array.from(themed, ({ at }) => at),
        gold: Uint32Array.from(goldNames, (name) => gold.get(name) ?? 0),
        found: Uint32Array.from(foundNames, (name) => found.get(name) ?? 0),
        goldCount: gold.size,
        foundCount: found.size,
      },
    ];
  });
}

const numbered = (names: readonly string[]): Map<string, number> =>
  new Map([...new Set(names)].map((name, index) => [name, index]));
