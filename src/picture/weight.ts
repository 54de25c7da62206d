import type { Lang } from '../domain/words.ts';

/** Says a count in the way of a language, in few characters however large it is. */
export const weightFormat = (lang: Lang): ((weight: number) => string) => {
  const whole = new Intl.NumberFormat(lang);
  const compact = new Intl.NumberFormat(lang, { notation: 'compact', maximumSignificantDigits: 3 });
  return (weight) => (weight < 100_000 ? whole : compact).format(weight).replace(/\s/gu, '\u00A0');
};
