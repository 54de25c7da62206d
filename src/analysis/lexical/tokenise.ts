/** One word as the analyst sees it: folded for comparing, with its place in the cleaned text. */
export interface Token {
  /** Lower case, NFC, straight apostrophes. */
  word: string;
  /** As written. */
  surface: string;
  start: number;
  end: number;
  /** `@Name` or a pseudonym such as `nurse-02`: somebody is spoken to or of, nothing is said. */
  mention: boolean;
}

/** Longer contributions are read up to here: enough for any label, and hostile input stays cheap. */
export const READ_AT_MOST = 20_000;
const LONGEST_WORD = 60;

const INVISIBLE = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\uFE0E|\uFE0F/gu;
const WORD =
  /@[\p{L}\p{N}._-]+|\p{L}{2,}-\d+(?!\p{L})|\+1(?!\d)|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}]+)*|\p{Extended_Pictographic}/gu;
const MENTION = /^(?:@.+|\p{L}{2,}-\d+)$/u;

/** What is compared: no invisible characters, composed letters. */
export const clean = (text: string): string => text.slice(0, READ_AT_MOST).replace(INVISIBLE, '').normalize('NFC');

const fold = (surface: string): string => surface.toLowerCase().replaceAll('’', "'").slice(0, LONGEST_WORD);

/** @param text already cleaned with `clean`. */
export function tokenise(text: string): Token[] {
  return [...text.matchAll(WORD)].map((match) => ({
    word: fold(match[0]),
    surface: match[0],
    start: match.index,
    end: match.index + match[0].length,
    mention: MENTION.test(match[0]),
  }));
}
