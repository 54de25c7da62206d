/** Letters of a word that count: Finnish and Swedish bend its end. */
const BEGINNING = 5;

/** The words of a text as the fitted weights know them: language and beginning, each once. */
export const wordKeys = (lang: string, text: string): Set<string> =>
  new Set((text.toLowerCase().match(/\p{L}{2,}/gu) ?? []).map((word) => `${lang}:${word.slice(0, BEGINNING)}`));
