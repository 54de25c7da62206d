import type { Painter } from '../ports/painter.ts';
import { layoutStaircase } from './layout-staircase.ts';
import { type Fonts, loadFonts } from './load-fonts.ts';
import { createPen } from './pen.ts';
import { rasterise } from './rasterise.ts';
import { sceneToSvg } from './scene-to-svg.ts';

/** Paints the staircase 1,600 pixels wide, as high as its content needs. Fonts are read at the first picture. */
export const createPainter = (): Painter => {
  let fonts: Promise<Fonts> | undefined;
  return {
    async paint(staircase) {
      fonts ??= loadFonts();
      const { family, measure, files } = await fonts;
      const scene = layoutStaircase(staircase, createPen(measure));
      return rasterise(sceneToSvg(scene, family), family, files);
    },
  };
};
