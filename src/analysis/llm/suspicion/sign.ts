/** Something that speaks for an order to a machine: why in one short phrase, and how much; 1 is enough by itself. */
export interface Sign {
  reason: string;
  weight: number;
}
