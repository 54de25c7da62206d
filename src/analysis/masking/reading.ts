/**
 * A text as the finders read it: composed (NFKC), without invisible characters, with one kind of hyphen, space and
 * apostrophe, so that a number copied with soft hyphens or a name typed with combining marks is still found.
 * `lower` has the same length as `text`; `startOf` and `endOf` lead back to the original.
 */
export interface Reading {
  text: string;
  lower: string;
  /** The place in the original of the character at `index`. */
  startOf(index: number): number;
  /** The place in the original just after the character before `index`. */
  endOf(index: number): number;
}

const PLAIN = /^[\n\r\t -~äöåÄÖÅéÉüÜ€§]*$/;
/** A character with its marks; the bound keeps a pile of marks from costing more than its length. */
const CLUSTER = /\P{M}\p{M}{0,8}|\p{M}/gu;
const INVISIBLE = /[\p{Cf}\p{Me}\u{FE00}-\u{FE0F}]/gu;
const same = (index: number): number => index;

export function read(original: string): Reading {
  if (PLAIN.test(original)) return { text: original, lower: original.toLowerCase(), startOf: same, endOf: same };
  const starts: number[] = [];
  const ends: number[] = [];
  const parts: string[] = [];
  for (const { 0: cluster, index } of original.matchAll(CLUSTER)) {
    const part = simplify(cluster);
    parts.push(part);
    for (let i = 0; i < part.length; i += 1) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
  }
  const text = parts.join('');
  return {
    text,
    lower: lowerInPlace(text),
    startOf: (index) => starts[index] ?? original.length,
    endOf: (index) => ends[index - 1] ?? 0,
  };
}

const simplify = (cluster: string): string =>
  cluster
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[’‘ʼ´`]/g, "'")
    .replace(/\p{Zs}/gu, ' ');

/** Lower case where that keeps the length, so that places stay the same ("İ" stays as it is). */
function lowerInPlace(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (each) => (each.toLowerCase().length === each.length ? each.toLowerCase() : each)).join('');
}
