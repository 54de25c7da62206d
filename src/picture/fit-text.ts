import { ellipsise, longestHead, splitGraphemes, type WidthOf } from './ellipsise.ts';

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

/** As `wrap`, in lines of about one length: no word stands alone on the last if it need not. */
export const wrapEvenly = (text: string, limit: number, maxLines: number, widthOf: WidthOf): string[] => {
  const lines = wrap(text, limit, maxLines, widthOf);
  if (lines.length < 2 || lines.join(' ') !== text) return lines;
  for (let narrower = widthOf(text) / lines.length; narrower < limit; narrower += limit / 40) {
    const even = wrap(text, narrower, lines.length, widthOf);
    if (even.join(' ') === text) return even;
  }
  return lines;
};
