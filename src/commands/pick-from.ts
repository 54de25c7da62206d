import { InputError } from '../errors.ts';

/** What an option names, or an error that lists what there is. */
export function pickFrom<T>(option: string, what: string, all: ReadonlyMap<string, T>, id: string): T {
  const found = all.get(id);
  if (found) return found;
  throw new InputError(option, `there is no "${id}" in prompts/${what}; it is one of ${[...all.keys()].join(', ')}`);
}
