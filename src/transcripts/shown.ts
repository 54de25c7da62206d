/** A word from the input, safe to show on one line of a message: quoted, escaped, and no longer than is readable. */
export const shown = (word: string): string => JSON.stringify(word.length > 80 ? `${word.slice(0, 80)}…` : word);
