import { seamIn } from '../../src/domain/split-text.ts';

/** The beginning of a text, with an ellipsis where something is left out. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, seamIn(text, max - 1)).trimEnd()}…`;
}
