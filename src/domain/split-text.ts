/** Where a text may be cut, best first: paragraphs, lines, sentences, words. Each matches up to where the rest begins. */
const SEAMS = [/\n\s*\n\s*/g, /\n\s*/g, /[.!?…:;]["'”’»)\]]*\s+/g, /\s+/g] as const;

/** A cut before this share of the room wastes it: then the next best kind of seam is looked at. */
const EARLIEST = 0.4;

/** Marks that belong to the character before them. */
const JOINED = /^(?:\p{M}|\p{Emoji_Modifier}|\u200D|[\uDC00-\uDFFF])/u;
const LOOK_BACK = 32;

/** The last place at or before `max` where the text is best cut; between characters where there is no other. */
export function seamIn(text: string, max: number): number {
  if (text.length <= max) return text.length;
  const head = text.slice(0, max + 1);
  for (const seam of SEAMS) {
    const ends = [...head.matchAll(seam)].map((match) => match.index + match[0].length).filter((end) => end <= max);
    const last = ends.at(-1) ?? 0;
    if (last >= max * EARLIEST) return last;
  }
  return betweenCharacters(text, max);
}

/** Neither inside a surrogate pair nor, where that is near, inside what is seen as one character. */
function betweenCharacters(text: string, max: number): number {
  for (let at = max; at > Math.max(0, max - LOOK_BACK); at--)
    if (!JOINED.test(text.slice(at, at + 2)) && text[at - 1] !== '\u200D') return at;
  return /[\uDC00-\uDFFF]/.test(text[max] ?? '') ? Math.max(1, max - 1) : max;
}
