/** Longer text would not fit anyway; cutting first keeps wrapping fast whatever comes. */
const LONGEST = 600;

/**
 * Text as it can be drawn on one line: no controls, direction marks or zero-width characters, at most two combining
 * marks on a letter, blanks single, and nothing that `covers` has no glyph for (it would be drawn as an empty box).
 */
export const cleanText = (text: string, covers: (character: string) => boolean): string => {
  const drawable = text
    .slice(0, LONGEST * 4)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{C}\u{FE00}-\u{FE0F}]/gu, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1');
  return Array.from(drawable)
    .slice(0, LONGEST)
    .filter((character) => character === ' ' || covers(character))
    .join('')
    .replace(/ {2,}/gu, ' ')
    .trim();
};
