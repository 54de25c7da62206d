import type { Staircase } from '../domain/staircase.ts';

export type { Staircase, StaircaseStep } from '../domain/staircase.ts';

export interface Painter {
  /** @returns bytes of a PNG; the same staircase gives the same bytes. */
  paint(staircase: Staircase): Promise<Uint8Array>;
}
