import { describe, expect, it } from 'vitest';

import { COLOUR, stairColour, TEXT } from '../../src/picture/style.ts';

/** Relative luminance and contrast by WCAG 2.2. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const channel = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const stairs = Array.from({ length: 8 }, (_, index) => stairColour(index, 8));

describe('colours', () => {
  it('knows the extremes', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21);
  });

  it('of text reach 4.5 to 1', () => {
    const pairs: [string, string][] = [
      ...stairs.map((stair): [string, string] => [COLOUR.ink, stair]),
      ...stairs.map((stair): [string, string] => [COLOUR.accent, stair]),
      [COLOUR.ink, COLOUR.background],
      [COLOUR.quietInk, COLOUR.background],
      [COLOUR.quietInk, COLOUR.emptyStair],
      [COLOUR.accent, COLOUR.emptyStair],
      [COLOUR.ink, COLOUR.mark],
      [COLOUR.onGround, COLOUR.ground],
    ];
    for (const [text, ground] of pairs)
      expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  it('of bars and outlines reach 3 to 1', () => {
    for (const stair of stairs) expect(contrast(COLOUR.accent, stair)).toBeGreaterThanOrEqual(3);
    expect(contrast(COLOUR.outline, COLOUR.background)).toBeGreaterThanOrEqual(3);
    expect(contrast(COLOUR.outline, COLOUR.emptyStair)).toBeGreaterThanOrEqual(3);
  });
});

describe('type', () => {
  it('is at least 11 px high where the picture is shown 380 px wide', () => {
    for (const { size } of Object.values(TEXT)) expect((size * 380) / 400).toBeGreaterThanOrEqual(11);
  });
});
