/** Where a text may be cut, best first: paragraphs, lines, sentences, words. Each matches up to where the rest begins. */
const SEAMS = [/\n\s*\n\s*/g, /\n\s*/g, /[.!?…:;]["'”’»)\]]*\s+/g, /\s+/g] as const;

/** A cut this early wastes the place: then the next best kind of seam is looked at. */
const EARLIEST = 0.4;

/** The last place at or before `max` where the text is best cut; between characters where there is no other. */
export function seamIn(text: string, max: number): number {
  if (text.length <= max) return text.length;
  for (const seam of SEAMS) {
    let best = 0;
    for (const match of text.slice(0, max + 1).matchAll(seam)) {
      const end = match.index + match[0].length;
      if (end <= max) best = end;
    }
    if (best >= max * EARLIEST) return best;
  }
  return betweenCharacters(text, max);
}

/** Cuts a text into pieces of at most `max`; white space at a cut is dropped. */
export function splitText(text: string, max: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const at = seamIn(rest, max);
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return [...pieces, rest].filter((piece) => piece !== '');
}

/** The beginning of a text, with an ellipsis where something is left out. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, seamIn(text, max - 1)).trimEnd()}…`;
}

/** Neither inside a surrogate pair nor, where that is near, inside what is seen as one character. */
function betweenCharacters(text: string, max: number): number {
  for (let at = max; at > Math.max(0, max - 32); at--) {
    if (!/^(?:\p{M}|\p{Emoji_Modifier}|\u200D|[\uDC00-\uDFFF])/u.test(text.slice(at)) && text[at - 1] !== '\u200D')
      return at;
  }
  return /[\uDC00-\uDFFF]/.test(text[max] ?? '') ? Math.max(1, max - 1) : max;
}
