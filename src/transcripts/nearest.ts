import { closest, distance } from 'fastest-levenshtein';
import { shown } from './shown.ts';

/** `; did you mean "x"?` where a known word differs by a slip or two of the keyboard, and nothing otherwise. */
export const didYouMean = (word: string, known: readonly string[]): string => {
  // `leader-01` and `leader-02` are two people, however near they are.
  const candidates = known.filter((other) => digits(other) === digits(word));
  if (candidates.length === 0) return '';
  const lower = word.toLowerCase();
  const nearest = closest(
    lower,
    candidates.map((other) => other.toLowerCase()),
  );
  const slips = distance(lower, nearest);
  const original = candidates.find((other) => other.toLowerCase() === nearest);
  const likely = slips <= Math.max(1, Math.floor(word.length / 4)) && slips < word.length;
  return likely && original !== undefined ? `; did you mean ${shown(original)}?` : '';
};

const digits = (word: string): string => word.replace(/\D/g, '');
