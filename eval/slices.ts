import { LANGUAGES } from '../src/domain/words.ts';
import { type LabelTable, labelTable } from './metrics/label-table.ts';
import type { Evaluation, Item } from './result.ts';

/** Items that are scored together. */
export interface Slice {
  /** `all`, a language, or the name of a gold set. */
  name: string;
  items: Item[];
  table: LabelTable;
}

/** All items, those of each language, and, where there are several, those of each gold set; none that would be empty. */
export function slicesOf({ sets }: Evaluation): Slice[] {
  const slice = (name: string, keeps: (item: Item, set: string) => boolean): Slice => {
    const kept = sets.map((set) => set.items.filter((item) => keeps(item, set.name)));
    return { name, items: kept.flat(), table: labelTable(kept) };
  };
  return [
    slice('all', () => true),
    ...LANGUAGES.map((lang) => slice(lang, (item) => item.lang === lang)),
    ...(sets.length > 1 ? sets.map(({ name }) => slice(name, (_, set) => set === name)) : []),
  ].filter(({ items }) => items.length > 0);
}
