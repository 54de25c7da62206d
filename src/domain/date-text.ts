import type { Lang } from './words.ts';

/** English as written where Porras is used: day before month, 24 hours. */
const LOCALES: Record<Lang, string> = { fi: 'fi-FI', sv: 'sv-SE', en: 'en-GB' };

/** A local calendar date (YYYY-MM-DD) as people write it. */
export const dateText = (lang: Lang, date: string): string =>
  new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(date));

/** An instant as weekday, date and time in a time zone. */
export const timeText = (lang: Lang, at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat(LOCALES[lang], {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    // An English "06/03" is read as June by some.
    month: lang === 'en' ? 'short' : 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);

/** Quotation marks of a language around words that somebody said. */
export const inQuotes = (lang: Lang, words: string): string => (lang === 'en' ? `“${words}”` : `”${words}”`);
