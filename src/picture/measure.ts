import type { Font, Glyph } from 'opentype.js';

import type { Weight } from './scene.ts';

/** Knows how wide text will be drawn. */
export interface Measure {
  /** In the unit of `style.size`. */
  width(text: string, style: { size: number; weight: Weight }): number;
  /** Whether there is a glyph for a character. */
  covers(character: string): boolean;
}

/**
 * Adds up advances and kerning, character by character: whole-text shaping of opentype.js throws on fonts whose
 * substitutions it does not know, and text may hold any character.
 *
 * @param fallback draws the characters that the others lack, as the rasteriser does.
 */
export const createMeasure = (fonts: Record<Weight, Font>, fallback: Font): Measure => {
  const has = (font: Font, character: string): boolean => font.charToGlyphIndex(character) > 0;

  const width: Measure['width'] = (text, { size, weight }) => {
    const main = fonts[weight];
    let total = 0;
    let before: Glyph | null = null;
    for (const character of text) {
      const isMain = has(main, character);
      const font = isMain ? main : fallback;
      const glyph = font.charToGlyph(character);
      const kerning = isMain && before !== null ? main.getKerningValue(before, glyph) : 0;
      total += ((glyph.advanceWidth ?? 0) + kerning) / font.unitsPerEm;
      before = isMain ? glyph : null;
    }
    return total * size;
  };

  return { width, covers: (character) => has(fonts[500], character) || has(fallback, character) };
};
