import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Lang } from '../../../../src/domain/words.ts';
import { en, type Words } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

export type { Words } from './en.ts';

export const WORDS: Record<Lang, Words> = { fi, sv, en };
export const LANG_NAMES: Record<Lang, string> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

export const WordsContext = createContext<Words>(en);
export const useWords = (): Words => useContext(WordsContext);

/** The first of the browser's languages that the page speaks; Norwegian and Danish readers get Swedish. */
export function pickLang(preferred: readonly string[]): Lang {
  for (const tag of preferred) {
    const [language = ''] = tag.toLowerCase().split('-');
    if (language === 'fi' || language === 'sv' || language === 'en') return language;
    if (['nb', 'nn', 'no', 'da'].includes(language)) return 'sv';
  }
  return 'en';
}
