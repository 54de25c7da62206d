/** What a picture is made of, in units of the layout (the picture is `width` units wide); y grows downwards. */
export interface TextShape {
  kind: 'text';
  text: string;
  /** Left edge; the text is `width` wide. */
  x: number;
  /** The baseline. */
  y: number;
  width: number;
  size: number;
  weight: Weight;
  fill: string;
}

export interface RectShape {
  kind: 'rect';
  /** What it stands for. */
  role: 'stair' | 'empty-stair' | 'edge' | 'bar' | 'mark' | 'ground';
  x: number;
  y: number;
  width: number;
  height: number;
  radius: number;
  fill: string;
}

export interface PathShape {
  kind: 'path';
  /** SVG path data, from the origin `x`, `y`. */
  d: string;
  x: number;
  y: number;
  fill: string;
  stroke?: { colour: string; width: number; dash: string };
}

export type Shape = TextShape | RectShape | PathShape;
export type Weight = 500 | 600 | 700;

export interface Scene {
  width: number;
  height: number;
  background: string;
  /** In the order in which they are painted. */
  shapes: Shape[];
}
