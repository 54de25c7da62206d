import type { Sign } from './sign.ts';

/** Single letters with the same little thing between each: "i g n o r e", "i-g-n-o-r-e"; wider gaps part words. */
const SPACED =
  /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}][ .\-_*|·/,\n]){5,}[\p{L}\p{N}](?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:[\p{L}\p{N}](?: {1,4}|[.\-_*|·/,\n]{1,2})){7,}[\p{L}\p{N}](?![\p{L}\p{N}])/gu;
/** Longer than any cheer that people space out. */
const LONG = 14;

/** Spaced letters drawn together; null where there are none. Where every gap is the same, words run together. */
export function unspace(text: string): { text: string; signs: Sign[] } | null {
  let longest = 0;
  const drawn = text.replace(SPACED, (run) => {
    const words = run.split(/ {2,}/).map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''));
    longest = Math.max(longest, words.join('').length);
    return words.join(' ');
  });
  if (longest === 0) return null;
  return { text: drawn, signs: longest >= LONG ? [{ reason: 'spaced-out letters', weight: 1 }] : [] };
}
