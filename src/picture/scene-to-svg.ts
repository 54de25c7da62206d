import type { Scene, Shape } from './scene.ts';
import { SCALE } from './style.ts';

const number = (value: number): string => String(Math.round(value * 100) / 100);

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');

const shapeToSvg = (shape: Shape): string => {
  if (shape.kind === 'text') {
    const place = `x="${number(shape.x)}" y="${number(shape.y)}"`;
    const style = `font-size="${shape.size}" font-weight="${shape.weight}" fill="${shape.fill}"`;
    return `<text ${place} ${style}>${escapeXml(shape.text)}</text>`;
  }
  if (shape.kind === 'rect') {
    const box = `x="${number(shape.x)}" y="${number(shape.y)}" width="${number(shape.width)}" height="${number(shape.height)}"`;
    return `<rect ${box} rx="${shape.radius}" fill="${shape.fill}"/>`;
  }
  const { stroke } = shape;
  const line = stroke
    ? ` stroke="${stroke.colour}" stroke-width="${stroke.width}" stroke-dasharray="${stroke.dash}"`
    : '';
  return `<path d="${shape.d}" transform="translate(${number(shape.x)} ${number(shape.y)})" fill="${shape.fill}"${line}/>`;
};

/** The scene as SVG with its text as text, `SCALE` pixels for a unit. */
export const sceneToSvg = ({ width, height, background, shapes }: Scene, fontFamily: string): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width * SCALE}" height="${height * SCALE}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}">`,
    `<rect width="${width}" height="${height}" fill="${background}"/>`,
    ...shapes.map(shapeToSvg),
    '</svg>',
  ].join('\n');
