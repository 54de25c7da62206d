/** How wide a text is, in the unit that limits are given in. */
export type WidthOf = (text: string) => number;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** The characters as a reader sees them. */
export const splitGraphemes = (text: string): string[] => Array.from(graphemes.segment(text), ({ segment }) => segment);

/** The longest head of `parts` whose joined text passes `fits`; assumes that shorter ones pass when longer ones do. */
export const longestHead = (parts: string[], fits: (head: string) => boolean, glue: string): string[] => {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(parts.slice(0, middle).join(glue))) low = middle;
    else high = middle - 1;
  }
  return parts.slice(0, low);
};

const withEllipsis = (head: string): string => `${head.replace(/[\s\p{P}]+$/u, '')}…`;

/** The text, or as many of its whole words as fit followed by …; letters of a first word that is itself too long. */
export const ellipsise = (text: string, limit: number, widthOf: WidthOf): string => {
  if (widthOf(text) <= limit) return text;
  const fits = (head: string): boolean => widthOf(withEllipsis(head)) <= limit;
  const words = longestHead(text.split(' '), fits, ' ');
  if (words.length > 0) return withEllipsis(words.join(' '));
  return withEllipsis(longestHead(splitGraphemes(text), fits, '').join(''));
};
