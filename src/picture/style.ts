import type { Weight } from './scene.ts';

export interface TextStyle {
  size: number;
  weight: Weight;
  /** From baseline to baseline. */
  leading: number;
}

/** Width of the picture in layout units: about the width of a phone, so a size here is what is read on a phone. */
export const WIDTH = 400;
/** Real pixels for one layout unit: sharp on phones, and at 800 px on dense screens. */
export const SCALE = 4;
export const MARGIN = 22;

export const TEXT = {
  title: { size: 23, weight: 700, leading: 28 },
  subtitle: { size: 13, weight: 500, leading: 18 },
  numeral: { size: 31, weight: 700, leading: 31 },
  name: { size: 16, weight: 600, leading: 19.5 },
  longName: { size: 14, weight: 600, leading: 17.5 },
  count: { size: 16, weight: 700, leading: 19.5 },
  subTheme: { size: 12.5, weight: 500, leading: 20 },
  subThemeCount: { size: 12.5, weight: 700, leading: 20 },
  invitation: { size: 12.5, weight: 500, leading: 17 },
  foundation: { size: 13, weight: 600, leading: 18 },
  legend: { size: 12, weight: 600, leading: 18 },
} as const satisfies Record<string, TextStyle>;

/** Pairs of text and ground reach WCAG AA; what is told by colour is told by shape or words as well. */
export const COLOUR = {
  background: '#FBF7EF',
  ink: '#1B2A29',
  quietInk: '#4A5A56',
  accent: '#1C5F53',
  /** The lowest and the highest stair; those between lie evenly between the two. */
  lowStair: '#C3DBCF',
  highStair: '#E6EEDC',
  edge: '#9CBDB0',
  emptyStair: '#FFFDFA',
  outline: '#64807A',
  mark: '#FFD583',
  ground: '#173F3A',
  onGround: '#FFFFFF',
} as const;

/** Of the `index`th of `count` stairs, counted from the lowest. */
export const stairColour = (index: number, count: number): string => {
  const share = count > 1 ? index / (count - 1) : 0;
  const channel = (from: number): string => {
    const low = Number.parseInt(COLOUR.lowStair.slice(from, from + 2), 16);
    const high = Number.parseInt(COLOUR.highStair.slice(from, from + 2), 16);
    return Math.round(low + (high - low) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`.toUpperCase();
};
