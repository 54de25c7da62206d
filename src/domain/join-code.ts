import { createHash } from 'node:crypto';

/** What lets one more channel join an inquiry, once, within an hour. Whoever has the code is taken at their word. */
export interface JoinCode {
  /** A hash of the code: the code itself is known only to whom it was told. */
  id: string;
  inquiryId: string;
  madeAt: Date;
  /** Id of the event that used it. */
  usedBy: string | null;
}

export const CODE_LIVES_MS = 3_600_000;

/** No letter or digit that could be taken for another, read aloud or written by hand. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 12;
const CODE = new RegExp(`^[${LETTERS}]{${LENGTH}}$`);
/** As people write it, well or badly: three groups of four with dashes between. */
const SHAPE = /^[\p{L}\d]{4}(?:\p{Pd}[\p{L}\d]{4}){2}$/u;

/** A code from a secret: the same secret always gives the same one. Some 59 bits, as many as its letters hold. */
export function codeFrom(secret: string): string {
  let rest = BigInt(`0x${sha256(`join-code ${secret}`)}`);
  let code = '';
  for (let place = 0; place < LENGTH; place += 1) {
    code += LETTERS[Number(rest % BigInt(LETTERS.length))];
    rest /= BigInt(LETTERS.length);
  }
  return code.replace(/(....)(?=.)/g, '$1-');
}

/** Whether somebody means a code by this, rather than words of a sentence. */
export const looksLikeCode = (text: string): boolean => {
  const word = text.trim();
  return SHAPE.test(word) || (!/\s/.test(word) && CODE.test(bare(word)));
};

/** What is kept of a code, however it was typed: in small letters, without its dashes, with spaces. */
export const hashCode = (text: string): string => sha256(bare(text));

const bare = (text: string): string => text.replace(/[\s\p{Pd}]/gu, '').toUpperCase();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
