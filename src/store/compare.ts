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
