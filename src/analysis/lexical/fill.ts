import { IntlMessageFormat } from 'intl-messageformat';
import type { Lang } from '../../domain/words.ts';

const made = new Map<string, IntlMessageFormat>();

/** Fills an ICU message of a lexicon. */
export function fill(template: string, lang: Lang, values: Record<string, string | number>): string {
  const key = `${lang}\n${template}`;
  const format = made.get(key) ?? new IntlMessageFormat(template, lang, undefined, { ignoreTag: true });
  made.set(key, format);
  return String(format.format(values));
}
