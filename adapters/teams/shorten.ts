import { seamIn } from '../../src/domain/split-text.ts';

/** The beginning of a text with room for `max` as JSON, with an ellipsis where something is left out. */
export function shorten(text: string, max: number): string {
  if (JSON.stringify(text).length <= max) return text;
  for (let most = Math.min(text.length, max - 4); most > 0; most = Math.floor(most * 0.8)) {
    const short = `${text.slice(0, seamIn(text, most)).trimEnd()}…`;
    if (JSON.stringify(short).length <= max) return short;
  }
  return '…';
}
