/** The sentences of a text, letter for letter, in order. */
export const sentencesOf = (text: string, lang: string): string[] =>
  [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)]
    .map(({ segment }) => segment.trim())
    .filter(Boolean);

/**
 * The first sentences of a text that fit into `length` characters; of a first sentence that does not fit, its first
 * words. Letter for letter a part of the text, so it can be quoted.
 */
export function firstSentences(text: string, length: number): string {
  const trimmed = text.trim();
  if (trimmed.length <= length) return trimmed;
  const ends = [...new Intl.Segmenter('fi', { granularity: 'sentence' }).segment(trimmed)].map(
    ({ index, segment }) => index + segment.length,
  );
  const end = ends.filter((each) => each <= length).at(-1);
  if (end) return trimmed.slice(0, end).trim();
  const words = [...new Intl.Segmenter('fi', { granularity: 'word' }).segment(trimmed)].filter(
    ({ isWordLike }) => isWordLike,
  );
  const lastWord = words.filter(({ index, segment }) => index + segment.length <= length).at(-1);
  return lastWord ? trimmed.slice(0, lastWord.index + lastWord.segment.length) : '';
}
