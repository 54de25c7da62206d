import type { Order } from '../ports/store.ts';

const SURROGATES = 0xd800;
const ABOVE_SURROGATES = 0xe000;

/** Orders texts by code point, as PostgreSQL's collation "C" does in UTF-8; JavaScript's `<` goes by UTF-16 units. */
function compareTexts(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // A surrogate stands for a code point above every unit from U+E000 up.
    const xIsHigh = x >= SURROGATES && x < ABOVE_SURROGATES;
    const yIsHigh = y >= SURROGATES && y < ABOVE_SURROGATES;
    return xIsHigh === yIsHigh ? x - y : xIsHigh ? 1 : -1;
  }
  return a.length - b.length;
}

/** Orders two values of one field that are not null. */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'string') return compareTexts(a, b as string);
  return Number(a) - Number(b);
}

/** Orders rows as `find` does. */
export function comparing<T>(order: Order<T> | undefined): (a: object, b: object) => number {
  const valueOf = (row: object, field: string): unknown => (row as Record<string, unknown>)[field];
  const byId = (a: object, b: object) => compareValues(valueOf(a, 'id'), valueOf(b, 'id'));
  if (!order) return byId;
  const { by, descending } = order;
  return (a, b) => {
    const x = valueOf(a, by);
    const y = valueOf(b, by);
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byId(a, b);
    return (descending ? compareValues(y, x) : compareValues(x, y)) || byId(a, b);
  };
}
