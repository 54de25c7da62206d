/** A word from a file as an error shows it: in quotes, cut, with nothing in it that a terminal would act on. */
export const shown = (word: string): string =>
  JSON.stringify(word.length > 80 ? `${word.slice(0, 80)}…` : word).replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (sign) => `\\u${sign.codePointAt(0)?.toString(16).padStart(4, '0')}`,
  );
