import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

let ready: Promise<void> | undefined;

/** Reads the drawing engine; it can be initialised once in a process only. */
export const initialise = (): Promise<void> => {
  ready ??= readFile(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))).then(initWasm);
  return ready;
};

/** After `initialise`. @returns bytes of a PNG as large as the SVG says; only the given fonts are used, so any machine draws the same. */
export const rasterise = (svg: string, fontFamily: string, fontFiles: Uint8Array[]): Uint8Array => {
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
