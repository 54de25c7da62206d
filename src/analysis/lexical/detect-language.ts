import { detectAll } from 'tinyld';
import type { Lang } from '../../domain/words.ts';
import { LANGUAGES } from '../../domain/words.ts';
import { STOP_WORDS } from './stop-words.ts';
import { tokenise } from './tokenise.ts';

/** Enough to tell a language; detection of more costs time and tells nothing new. */
const ENOUGH = 1_000;

/** What people write in a chat alone on a line, and the library is too short of letters to place. */
const CHAT_WORDS: Record<Lang, readonly string[]> = {
  fi: ['jes', 'jees', 'sori', 'mä', 'sä', 'oon', 'oot', 'joo', 'jep', 'kiitti', 'moikka', 'heippa', 'hyvä'],
  sv: [
    'tack',
    'tackar',
    'eller',
    'bra',
    'kanon',
    'toppen',
    'visst',
    'japp',
    'hejsan',
    'instämmer',
    'snälla',
    'int',
    'vet',
  ],
  en: ['thanks', 'thx', 'nice', 'sorry', 'yes', 'yep', 'great', 'cool', 'agreed', 'please', 'hello'],
};

const isLang = (lang: string | undefined): lang is Lang => LANGUAGES.some((known) => known === lang);

/** What language a contribution is in; `fallback` (the participant's, or the inquiry's) when the text does not tell. */
export function detectLanguage(text: string, fallback: Lang): Lang {
  const words = text.slice(0, ENOUGH).replace(/https?:\/\/\S+|@\S+|\p{L}{2,}-\d+/gu, ' ');
  if (!/\p{L}{2}/u.test(words)) return fallback;
  const [best, second] = detectAll(words, { only: [...LANGUAGES] });
  const sure = isLang(best?.lang) && second?.accuracy !== best.accuracy;
  if (sure && best.accuracy >= 0.25) return best.lang as Lang;
  return byCommonWords(words) ?? (sure ? (best.lang as Lang) : fallback);
}

/** The language with the most everyday words, if one has more than the others. */
function byCommonWords(text: string): Lang | null {
  const words = tokenise(text).map((token) => token.word);
  const counts = LANGUAGES.map((lang) => ({
    lang,
    count: words.filter((word) => CHAT_WORDS[lang].includes(word) || STOP_WORDS[lang].has(word)).length,
  }));
  const [first, next] = counts.sort((a, b) => b.count - a.count);
  return first && next && first.count > next.count ? first.lang : null;
}
