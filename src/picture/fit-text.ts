/** How wide a text is, in the unit that limits are given in. */
export type WidthOf = (text: string) => number;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const splitGraphemes = (text: string): string[] => Array.from(graphemes.segment(text), ({ segment }) => segment);

/** The longest head of `parts` whose joined text passes `fits`; assumes that shorter ones pass when longer ones do. */
const longestHead = (parts: string[], fits: (head: string) => boolean, glue: string): string[] => {
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

/** Breaks a word that is wider than a line, with a hyphen at each break. */
const breakWord = (word: string, limit: number, widthOf: WidthOf): string[] => {
  const pieces: string[] = [];
  let rest = splitGraphemes(word);
  while (rest.length > 1 && widthOf(rest.join('')) > limit) {
    const head = longestHead(rest, (text) => widthOf(`${text}-`) <= limit, '');
    const taken = Math.max(1, head.length);
    pieces.push(`${rest.slice(0, taken).join('')}-`);
    rest = rest.slice(taken);
  }
  return [...pieces, rest.join('')];
};

/** Lines no wider than `limit`, at most `maxLines`; what is left over is cut with … at the end of the last. */
export const wrap = (text: string, limit: number, maxLines: number, widthOf: WidthOf): string[] => {
  const words = text.split(' ').flatMap((word) => breakWord(word, limit, widthOf));
  const lines: string[] = [];
  for (let at = 0; at < words.length; ) {
    if (lines.length === maxLines - 1) return [...lines, ellipsise(words.slice(at).join(' '), limit, widthOf)];
    const taken = Math.max(1, longestHead(words.slice(at), (line) => widthOf(line) <= limit, ' ').length);
    lines.push(words.slice(at, at + taken).join(' '));
    at += taken;
  }
  return lines;
};
