import { InputError } from '../errors.ts';

/** Field names and indexes from the top of a file to a value. */
export type Path = readonly (string | number)[];

/** Something read from a file, with its id and a way to say where its parts stand (`file:line rounds[2].key`). */
export interface Located<T> {
  id: string;
  value: T;
  where: (path?: Path) => string;
}

/**
 * Entries of the extra folder replace those of the base folder that have the same id and otherwise come after them.
 * The same id twice in one folder is an InputError.
 */
export const mergeById = <T>(base: readonly Located<T>[], extra: readonly Located<T>[]): Map<string, Located<T>> =>
  new Map([...unique(base), ...unique(extra)]);

const unique = <T>(entries: readonly Located<T>[]): Map<string, Located<T>> => {
  const seen = new Map<string, Located<T>>();
  for (const entry of entries) {
    const first = seen.get(entry.id);
    if (first)
      throw new InputError(entry.where(['id']), `is used already in ${first.where()}; give it an id of its own`);
    seen.set(entry.id, entry);
  }
  return seen;
};

/** `['rounds', 2, 'key']` as `rounds[2].key`. */
export const dotted = (path: Path): string =>
  path.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`)).join('');

/** `file:line` and the field, as errors name a place. */
export const place = (file: string, line: number, path: Path = []): string =>
  path.length === 0 ? `${file}:${line}` : `${file}:${line} ${dotted(path)}`;
