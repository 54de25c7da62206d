import type { Font, Glyph } from 'opentype.js';

import type { Weight } from './scene.ts';

/** Knows how wide text will be drawn. */
export interface Measure {
  /** In the unit of `style.size`. */
  width: (text: string, style: { size: number; weight: Weight }) => number;
  /** Whether there is a glyph for a character. */
  covers: (character: string) => boolean;
}

const PICTOGRAPH = /\p{Extended_Pictographic}/u;

/**
 * Adds up advances and kerning, character by character: whole-text shaping of opentype.js throws on fonts whose
 * substitutions it does not know, and text may hold any character.
 *
 * @param fallback draws a text with characters that the others lack: all of it if it can, as the rasteriser does. Its
 * pictographs are not used; they look nothing like the emoji that people chose.
 */
export const createMeasure = (fonts: Record<Weight, Font>, fallback: Font): Measure => {
  const has = (font: Font, character: string): boolean => font.charToGlyphIndex(character) > 0;

  const width: Measure['width'] = (text, { size, weight }) => {
    const characters = Array.from(text);
    const lacks = (font: Font): boolean => characters.some((character) => !has(font, character));
    const main = lacks(fonts[weight]) && !lacks(fallback) ? fallback : fonts[weight];
    let total = 0;
    let before: Glyph | null = null;
    for (const character of characters) {
      const isMain = has(main, character);
      const font = isMain ? main : fallback;
      const glyph = font.charToGlyph(character);
      const kerning = isMain && before !== null ? main.getKerningValue(before, glyph) : 0;
      total += ((glyph.advanceWidth ?? 0) + kerning) / font.unitsPerEm;
      before = isMain ? glyph : null;
    }
    return total * size;
  };

  return {
    width,
    covers: (character) => has(fonts[500], character) || (has(fallback, character) && !PICTOGRAPH.test(character)),
  };
};
