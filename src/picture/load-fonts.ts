import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
// oxlint-disable-next-line import/default -- Node loads its CommonJS build, whose exports are the default
import opentype, { type Font } from 'opentype.js';

import { createMeasure, type Measure } from './measure.ts';

export interface Fonts {
  family: string;
  measure: Measure;
  /** For the rasteriser: the family's weights, then the fallback. */
  files: Uint8Array[];
}

/** Figtree (SIL Open Font Licence) for Latin text; DejaVu Sans for other alphabets and signs. */
const FILES = {
  500: '@expo-google-fonts/figtree/500Medium/Figtree_500Medium.ttf',
  600: '@expo-google-fonts/figtree/600SemiBold/Figtree_600SemiBold.ttf',
  700: '@expo-google-fonts/figtree/700Bold/Figtree_700Bold.ttf',
  fallback: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
};

const read = async (specifier: string): Promise<{ file: Uint8Array; font: Font }> => {
  const file = await readFile(fileURLToPath(import.meta.resolve(specifier)));
  return { file, font: opentype.parse(new Uint8Array(file).buffer) };
};

export const loadFonts = async (): Promise<Fonts> => {
  const [medium, semiBold, bold, fallback] = await Promise.all([
    read(FILES[500]),
    read(FILES[600]),
    read(FILES[700]),
    read(FILES.fallback),
  ]);
  return {
    family: 'Figtree',
    measure: createMeasure({ 500: medium.font, 600: semiBold.font, 700: bold.font }, fallback.font),
    files: [medium.file, semiBold.file, bold.file, fallback.file],
  };
};
