import { setImmediate } from 'node:timers/promises';
import { Resvg } from '@resvg/resvg-wasm';
import type { FitPicture } from '../ports/painter.ts';
import { initialise } from './rasterise.ts';
import { writePng } from './write-png.ts';

/** Draws a picture once more, smaller; for chats that take no large ones. */
export const fitPicture: FitPicture = async (png, side) => {
  const whole = sizeOf(png);
  const scale = Math.min(1, side / Math.max(whole.width, whole.height));
  if (scale === 1) return png;
  await initialise();
  const [width, height] = [whole.width, whole.height].map((each) => Math.max(1, Math.round(each * scale)));
  const image = `<image width="100%" height="100%" preserveAspectRatio="none" href="data:image/png;base64,${Buffer.from(png).toString('base64')}"/>`;
  const renderer = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`,
  );
  try {
    const drawn = renderer.render();
    try {
      const fitted = writePng(drawn.pixels, drawn.width, drawn.height);
      await others();
      return fitted;
    } finally {
      drawn.free();
    }
  } finally {
    renderer.free();
  }
};

/**
 * Drawing holds everything up. What happened meanwhile is seen to before the picture is sent, or it might be over a
 * connection that the other side has closed.
 */
async function others(): Promise<void> {
  for (let rounds = 0; rounds < 2; rounds += 1) await setImmediate();
}

/** As the header of a PNG says. */
const sizeOf = (png: Uint8Array): { width: number; height: number } => {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
};
