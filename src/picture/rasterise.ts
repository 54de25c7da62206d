import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

let ready: Promise<void> | undefined;

/** The module can be initialised once in a process only. */
const initialise = (): Promise<void> => {
  ready ??= readFile(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))).then(initWasm);
  return ready;
};

/** @returns bytes of a PNG as large as the SVG says; only the given fonts are used, so any machine draws the same. */
export const rasterise = async (svg: string, fontFamily: string, fontFiles: Uint8Array[]): Promise<Uint8Array> => {
  await initialise();
  const renderer = new Resvg(svg, { font: { fontBuffers: fontFiles, defaultFontFamily: fontFamily } });
  try {
    const image = renderer.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    renderer.free();
  }
};
