import type { Staircase } from '../domain/staircase.ts';

export type { Staircase, StaircaseStep } from '../domain/staircase.ts';

export interface Painter {
  /** @returns bytes of a PNG; the same staircase gives the same bytes. */
  paint(staircase: Staircase): Promise<Uint8Array>;
}

/**
 * The same picture, no larger than `side` pixels on either side; one that is small enough comes back as it is.
 * @param png bytes of a PNG without transparent parts
 */
export type FitPicture = (png: Uint8Array, side: number) => Promise<Uint8Array>;
