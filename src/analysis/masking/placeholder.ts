import type { Kind } from './span.ts';

/**
 * The form of a placeholder: `[PERSON1]`, `[PHONE2]`; a letter tells other ways of writing the same one apart
 * (`[PERSON1]` is "Maija Mattila", `[PERSON1B]` is "Maija"). ASCII capitals and digits in square brackets: models copy
 * them in every language without translating, spacing or escaping them, unlike `⟨person-3⟩` (read as a tag or dropped)
 * and `PERSON_3` (emphasis in Markdown), and the word tells what is meant without an explanation. Case endings stand
 * outside, as Finnish and Swedish write them behind abbreviations: `[PERSON1]:lle`, `[PERSON1]:s`, `[PERSON1]'s`; so the
 * placeholder itself never changes, the model still sees who did what to whom, and inflects in the same way itself.
 */
const KINDS = ['PERSON', 'EMAIL', 'PHONE', 'IBAN', 'IDCODE', 'LITERAL'] as const satisfies readonly Kind[];
const anyCase = (word: string): string => word.replace(/./g, (letter) => `[${letter}${letter.toLowerCase()}]`);
/**
 * What is read as a placeholder: ours; also with spaces, in small letters, with `_` or `-` before the number, with
 * escaped brackets; and without brackets, or in other ones, where it is written in capitals exactly as ours.
 */
const BODY = String.raw`\s?(${KINDS.map(anyCase).join('|')})[ _-]?(\d{1,6})([A-Za-z]{0,2})\s?`;
const BARE = String.raw`(${KINDS.join('|')})(\d{1,6})([A-Z]{0,2})`;
const PLACEHOLDER = new RegExp(String.raw`\\\[${BODY}\\\]|\[${BODY}\]|${BARE}`, 'g');

export interface Placeholder {
  start: number;
  end: number;
  kind: Kind;
  /** From 1. */
  number: number;
  /** The way of writing, from 0. */
  variant: number;
}

export const writePlaceholder = (kind: Kind, number: number, variant: number): string =>
  `[${kind}${number}${variantLetters(variant)}]`;

/** All that reads as a placeholder, whoever wrote it. */
export function findPlaceholders(text: string): Placeholder[] {
  const found: Placeholder[] = [];
  for (const match of text.matchAll(PLACEHOLDER)) {
    const at = match[1] !== undefined ? 1 : match[4] !== undefined ? 4 : 7;
    const word = (match[at] ?? '').toUpperCase();
    const kind = KINDS.find((each) => each === word);
    if (!kind) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      kind,
      number: Number(match[at + 1]),
      variant: variantOf((match[at + 2] ?? '').toUpperCase()),
    });
  }
  return found;
}

const LETTERS = 26;
const FIRST_LETTER = 65;

/** 0 is '', 1 'B', 2 'C' ... 25 'Z', 26 'AA', 27 'AB' ... */
function variantLetters(variant: number): string {
  if (variant === 0) return '';
  const letter = (n: number): string => String.fromCharCode(FIRST_LETTER + n);
  let letters = '';
  for (let n = variant; n >= 0; n = Math.floor(n / LETTERS) - 1) letters = letter(n % LETTERS) + letters;
  return letters;
}

const variantOf = (letters: string): number =>
  letters === ''
    ? 0
    : Array.from(letters).reduce((n, each) => n * LETTERS + each.charCodeAt(0) - FIRST_LETTER + 1, 0) - 1;
