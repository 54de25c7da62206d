import { isDeepStrictEqual } from 'node:util';
import { InputError } from '../src/errors.ts';
import type { Evaluation, Item, SetResult } from './result.ts';

export interface Pair {
  a: Evaluation;
  b: Evaluation;
  /** How many items only one of the two has: they are left out. */
  unpaired: number;
}

/** The items that both have, in the same order. @throws InputError when there are none, or gold is not the same */
export function pairUp(a: Evaluation, b: Evaluation): Pair {
  const [ofA, ofB] = [a, b].map(({ sets }) => new Map(sets.map((set) => [set.name, set]))) as [Sets, Sets];
  const common = [...ofA.keys()].filter((name) => ofB.has(name));
  const paired = common.map((name) => {
    const [setA, setB] = [ofA.get(name)!, ofB.get(name)!];
    const others = new Map(setB.items.map((item) => [item.id, item]));
    const items = setA.items.flatMap((item) => {
      const other = others.get(item.id);
      return other ? [[checked(item, other, name), other] as const] : [];
    });
    return [
      { ...setA, items: items.map(([item]) => item) },
      { ...setB, items: items.map(([, item]) => item) },
    ] as const;
  });
  const count = ({ sets }: { sets: readonly SetResult[] }) => sets.reduce((sum, { items }) => sum + items.length, 0);
  const pair = {
    a: { ...a, sets: paired.map(([set]) => set) },
    b: { ...b, sets: paired.map(([, set]) => set) },
  };
  if (count(pair.a) === 0) throw new InputError('comparison', 'the two have no contribution in common');
  return { ...pair, unpaired: count(a) + count(b) - count(pair.a) - count(pair.b) };
}

type Sets = Map<string, SetResult>;

function checked(a: Item, b: Item, set: string): Item {
  if (isDeepStrictEqual(a.gold, b.gold) && a.lang === b.lang) return a;
  throw new InputError(
    'comparison',
    `gold has changed between the two, first at ${a.id} of ${set}; run the older one again`,
  );
}
