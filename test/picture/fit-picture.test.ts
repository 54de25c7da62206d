import { Resvg } from '@resvg/resvg-wasm';
import { describe, expect, it } from 'vitest';
import { createPainter } from '../../src/picture/create-painter.ts';
import { fitPicture } from '../../src/picture/fit-picture.ts';
import { initialise } from '../../src/picture/rasterise.ts';
import { writePng } from '../../src/picture/write-png.ts';
import { aStaircase } from './a-staircase.ts';

/** As whoever shows it reads it, at a size of the caller's. */
function draw(png: Uint8Array, width: number, height: number): Uint8Array {
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const image = `<image width="100%" height="100%" preserveAspectRatio="none" href="${href}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`;
  return new Resvg(svg).render().pixels;
}

const sizeOf = (png: Uint8Array): number[] => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};
/** How far apart the colours of two pictures are, channel by channel. */
function apart(one: Uint8Array, other: Uint8Array): { most: number; mean: number } {
  const distances = Array.from(one, (each, at) => Math.abs(each - (other[at] ?? 0)));
  return {
    most: distances.reduce((most, each) => Math.max(most, each), 0),
    mean: distances.reduce((sum, each) => sum + each, 0) / distances.length,
  };
}

describe('fitPicture', { timeout: 60_000 }, () => {
  it('draws a picture that is too large within the side, as wide for its height as it was, and lighter', async () => {
    const png = await createPainter().paint(aStaircase());
    const [width = 0, height = 0] = sizeOf(png);
    const fitted = await fitPicture(png, 1_024);
    const [narrow = 0, low = 0] = sizeOf(fitted);
    expect(Math.max(narrow, low)).toBe(1_024);
    expect(narrow / low).toBeCloseTo(width / height, 2);
    expect(fitted.length).toBeLessThan(png.length / 2);
    // What one sees is the same.
    const distance = apart(draw(fitted, narrow, low), draw(png, narrow, low));
    expect(distance.most).toBeLessThan(64);
    expect(distance.mean).toBeLessThan(1);
  });

  it('leaves one that is small enough as it is', async () => {
    const png = await createPainter().paint(aStaircase());
    expect(await fitPicture(png, 10_000)).toBe(png);
  });
});

describe('writePng', () => {
  /** Rows with a different colour in each of their 256 pixels. */
  const rows = (count: number, green: number): number[] =>
    Array.from({ length: count * 256 }, (_, at) => [at % 256, green, 255 - (at % 256), 255]).flat();

  it('keeps every pixel of few colours', async () => {
    await initialise();
    const pixels = Uint8Array.from(rows(5, 40));
    expect(draw(writePng(pixels, 256, 5), 256, 5)).toEqual(pixels);
  });

  it('shows the rarest of many colours as the nearest of the others', async () => {
    await initialise();
    const pixels = Uint8Array.from([...rows(5, 40), ...rows(1, 44)]);
    const shown = Uint8Array.from(rows(6, 40));
    expect(draw(writePng(pixels, 256, 6), 256, 6)).toEqual(shown);
  });
});
