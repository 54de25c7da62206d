import { Resvg } from '@resvg/resvg-wasm';
import { beforeAll, describe, expect, it } from 'vitest';

import { type Fonts, loadFonts } from '../../src/picture/load-fonts.ts';
import { initialise } from '../../src/picture/rasterise.ts';
import type { Weight } from '../../src/picture/scene.ts';

let fonts: Fonts;
beforeAll(async () => {
  [fonts] = await Promise.all([loadFonts(), initialise()]);
});

/** Width of the text drawn once more: so the first and last letters' own side bearings do not count. */
const drawnWidth = (text: string, weight: Weight): number => {
  const draw = (content: string): number => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="300"><text x="100" y="200" font-family="Figtree" font-weight="${weight}" font-size="100">${content}</text></svg>`;
    const image = new Resvg(svg, { font: { fontBuffers: fonts.files, defaultFontFamily: fonts.family } });
    const width = image.innerBBox()?.width ?? 0;
    image.free();
    return width;
  };
  return draw(text + text) - draw(text);
};

describe('measure', () => {
  it.each([
    'Yhteistyön rajapintojen, työnjaon ja viestinnän kehittäminen',
    'AVATAR To Ty fi ffi – ”1 234”…',
    'Återkoppling på förändringen',
    'Привет, мир',
    'αβγ → ✓',
  ])('of %j is what is drawn', (text) => {
    for (const weight of [500, 600, 700] as const) {
      const measured =
        fonts.measure.width(text + text, { size: 100, weight }) - fonts.measure.width(text, { size: 100, weight });
      expect(Math.abs(measured - drawnWidth(text, weight))).toBeLessThan(measured * 0.01);
    }
  });

  it('of joined letters is not less than what is drawn', () => {
    const text = 'مرحبا بالعالم العربي';
    expect(fonts.measure.width(text, { size: 100, weight: 600 })).toBeGreaterThanOrEqual(drawnWidth(text, 600) * 0.98);
  });

  it('knows what can be drawn', () => {
    expect(Array.from('åäöÅÄÖ–—’”“…·×→жא').filter((character) => !fonts.measure.covers(character))).toEqual([]);
    expect(Array.from('你🎉😀\uE000').filter((character) => fonts.measure.covers(character))).toEqual([]);
  });
});
