import { messageOf, PorrasError } from '../errors.ts';
import type { Painter } from '../ports/painter.ts';
import { layoutStaircase } from './layout-staircase.ts';
import { type Fonts, loadFonts } from './load-fonts.ts';
import { createPen } from './pen.ts';
import { initialise, rasterise } from './rasterise.ts';
import { sceneToSvg } from './scene-to-svg.ts';

const loadParts = async (): Promise<Fonts> => {
  try {
    const [fonts] = await Promise.all([loadFonts(), initialise()]);
    return fonts;
  } catch (cause) {
    const message = `The picture cannot be painted: its fonts or its drawing engine cannot be read. Run \`npm ci\`. (${messageOf(cause)})`;
    throw new PorrasError('picture-parts', message, { cause });
  }
};

/** Paints the staircase 1,600 pixels wide, as high as its content needs. Fonts are read at the first picture. */
export const createPainter = (): Painter => {
  let fonts: Promise<Fonts> | undefined;
  return {
    async paint(staircase) {
      fonts ??= loadParts();
      const { family, measure, files } = await fonts;
      const scene = layoutStaircase(staircase, createPen(measure));
      return rasterise(sceneToSvg(scene, family), family, files);
    },
  };
};
