const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** How many words a text has, in any script; punctuation, spaces and emoji are none. */
export function countWords(text: string): number {
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1;
  return words;
}
