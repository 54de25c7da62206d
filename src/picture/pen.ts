import { ellipsise } from './ellipsise.ts';
import { cleanText } from './clean-text.ts';
import { wrapEvenly } from './fit-text.ts';
import type { Measure } from './measure.ts';
import type { TextShape } from './scene.ts';
import type { TextStyle } from './style.ts';

/** Makes text that fits. */
export interface Pen {
  clean(text: string): string;
  width(text: string, style: TextStyle): number;
  cut(text: string, limit: number, style: TextStyle): string;
  lines(text: string, limit: number, maxLines: number, style: TextStyle): string[];
  /** Text that starts at `x`. */
  write(text: string, x: number, baseline: number, style: TextStyle, fill: string): TextShape;
}

export const createPen = (measure: Measure): Pen => {
  const widthIn = (style: TextStyle) => (text: string) => measure.width(text, style);
  return {
    clean: (text) => cleanText(text, measure.covers),
    width: measure.width,
    cut: (text, limit, style) => ellipsise(text, limit, widthIn(style)),
    lines: (text, limit, maxLines, style) => (text === '' ? [] : wrapEvenly(text, limit, maxLines, widthIn(style))),
    write: (text, x, baseline, style, fill) => ({
      kind: 'text',
      text,
      x,
      y: baseline,
      width: measure.width(text, style),
      size: style.size,
      weight: style.weight,
      fill,
    }),
  };
};
