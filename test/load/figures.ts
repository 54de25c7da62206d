/** The value that so large a part of the others does not exceed. */
export const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? 0;

/** With two decimals, as benches print figures. */
export const round = (value: number): number => Math.round(value * 100) / 100;
