import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { type DigitGroup, digitRuns } from './digit-groups.ts';
import { type Cue, cueBefore, isAmount, isInLink } from './number-context.ts';
import type { Reading } from './reading.ts';
import type { Span } from './span.ts';

/** Where numbers written without a country code are looked up, most likely first. */
const HOME: readonly CountryCode[] = ['FI', 'SE', 'GB'];
const FEWEST_DIGITS = 7;
const FEWEST_LOCAL_DIGITS = 5;
const FEWEST_GROUPED_DIGITS = 9;
const MOST_HOME_DIGITS = 11;
const MOST_DIGITS = 15;
const MOST_GROUPS = 7;
/** How often the library is asked about one text; a text with more that looks like a number is masked without asking. */
const QUESTIONS = 200;
const CHARACTERS_PER_QUESTION = 50;
/** A code, a date, an amount or a decimal goes on to the left: what follows is a part of it. */
const GOES_ON = /(?:[\p{L}\p{N}_§#]|\p{L}[-/]|\p{N}[-/.:]|(?<!\d{6})\d,)$/u;
const GOES_ON_REACH = 8;
const DATE_OR_TIME = new RegExp(
  [
    String.raw`^\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?!\d)`,
    String.raw`^\d{4}-\d{2}-\d{2}(?!\d)`,
    String.raw`^\d{2} \d{2} (?:19|20)\d{2}$`,
    String.raw`^\d{1,2}[.:]\d{2} ?- ?\d{1,2}[.:]\d{2}$`,
    String.raw`^\d{1,2}-\d{1,2} \d{1,2}-\d`,
    String.raw`^\d{4} ?- ?\d{4}$`,
  ].join('|'),
);
/** Diary numbers ("0405/2026"), property ids ("091-002-0345-0006"), bare pairs of digits ("01 02 03 04 05"). */
const NO_PHONE = /\/\d{1,4}$|^\d{3}-\d{3}-\d{4}-\d{4}$|^\d{2}(?: \d{2}){3,}$/;
const NORTH_AMERICAN = /^\(?[2-9]\d{2}\)?[ .-]{1,2}[2-9]\d{2}[ .-]\d{4}$/;

interface Found {
  last: number;
  entity: string;
}

/**
 * Phone numbers as written in Finland, Sweden and abroad. libphonenumber says what is a number; its own search of a
 * text was tried and takes dates and order numbers for numbers, is slow on long texts, and does not know the words
 * ("puh.", "tilaus") that tell numbers apart.
 */
export function findPhones(reading: Reading): Span[] {
  const spans: Span[] = [];
  const ask = createBook(QUESTIONS + reading.text.length / CHARACTERS_PER_QUESTION);
  for (const run of digitRuns(reading.text)) {
    for (let first = 0; first < run.length; first += 1) {
      const found = numberAt(reading, run, first, ask);
      if (!found) continue;
      const start = beginning(reading.text, run[first]?.start ?? 0);
      const end = run[found.last]?.end ?? start;
      spans.push({ start, end, kind: 'PHONE', entity: found.entity, lemma: found.entity, ending: '' });
      first = found.last;
    }
  }
  return spans;
}

/** Takes in the plus sign and an opening bracket. */
function beginning(text: string, start: number): number {
  const lead = /(?:\(?\+ ?|\()$/.exec(text.slice(Math.max(0, start - 3), start));
  return start - (lead?.[0].length ?? 0);
}

/** The longest number that starts with group `first`. */
function numberAt({ text, lower }: Reading, run: readonly DigitGroup[], first: number, look: LookUp): Found | null {
  const start = run[first]?.start ?? 0;
  const from = beginning(text, start);
  if (GOES_ON.test(text.slice(Math.max(0, from - GOES_ON_REACH), from))) return null;
  if (isInReference(run, first)) return null;
  const international = text.slice(from, start).includes('+') || /^00[1-9]/.test(text.slice(start, start + 3));
  const cue = cueBefore(lower, from);
  for (let last = Math.min(run.length, first + MOST_GROUPS) - 1; last >= first; last -= 1) {
    const groups = run.slice(first, last + 1);
    // Order numbers are not written in groups as phone numbers are.
    if (cue === 'other' && !international && groups.length === 1) continue;
    const written = text.slice(start, groups.at(-1)?.end);
    const entity = judge(written, groups, { international, cue, look });
    if (entity === null || !endsWell(text, lower, groups.at(-1)?.end ?? start, cue)) continue;
    return isInLink(text, from) ? null : { last, entity };
  }
  return null;
}

/** References and card numbers come in fours: "RF18 5390 0754 7034". */
const isInReference = (run: readonly DigitGroup[], first: number): boolean =>
  run[first]?.digits.length === 4 && run[first - 1]?.digits.length === 4 && run[first + 1]?.digits.length !== 3;

const endsWell = (text: string, lower: string, end: number, cue: Cue): boolean =>
  !/^[\p{L}_@]|^[.,]\d{1,2}(?!\d)/u.test(text.slice(end, end + 4)) &&
  (cue === 'phone' || !(isAmount(lower, end) || /^-\d{2}/.test(text.slice(end, end + 3))));

/** One way of writing the number if it is a phone number, else null. */
function judge(
  written: string,
  groups: readonly DigitGroup[],
  { international, cue, look }: { international: boolean; cue: Cue; look: LookUp },
): string | null {
  // "+358 (0)40": the zero is dialled only at home.
  const digits = written.replace(/\(0\)/, '').replace(/\D/g, '');
  if (digits.length > MOST_DIGITS || digits.length < FEWEST_LOCAL_DIGITS) return null;
  if (international) {
    const found = look(`+${digits.replace(/^00/, '')}`);
    return found?.possible && digits.length > FEWEST_DIGITS ? found.number : null;
  }
  if (DATE_OR_TIME.test(written) || hasLoneDigits(groups)) return null;
  if (cue !== 'phone' && NO_PHONE.test(written)) return null;
  if (digits.startsWith('0')) return homeNumber(digits, { cue, look, grouped: groups.length > 1 });
  if (NORTH_AMERICAN.test(written)) return `+1${digits}`;
  // The country code without its plus sign.
  if (/^(?:358|46)/.test(digits)) {
    const found = look(`+${digits}`);
    if (found?.valid && (cue === 'phone' || digits.startsWith('358'))) return found.number;
  }
  return cue === 'phone' && digits.length <= 12 ? digits : null;
}

/** A number with the zero of its own country. */
function homeNumber(
  digits: string,
  { cue, look, grouped }: { cue: Cue; look: LookUp; grouped: boolean },
): string | null {
  const isLong = digits.length >= FEWEST_DIGITS && !digits.startsWith('00');
  if (isLong) {
    for (const country of HOME) {
      const found = look(digits, country);
      if (found?.valid) return found.number;
    }
  }
  const looksDialled = isLong && grouped && digits.length >= FEWEST_GROUPED_DIGITS && digits.length <= MOST_HOME_DIGITS;
  return cue === 'phone' || looksDialled ? digits : null;
}

/** Phone numbers are not written digit by digit. */
const hasLoneDigits = (groups: readonly DigitGroup[]): boolean =>
  groups.slice(1).some((group) => group.digits.length === 1);

interface Answer {
  number: string;
  possible: boolean;
  valid: boolean;
}

type LookUp = (number: string, country?: CountryCode) => Answer | null;

/** Looks numbers up in libphonenumber, `questions` times; from then on every answer is yes. */
function createBook(questions: number): LookUp {
  let left = questions;
  return (number, country) => {
    left -= 1;
    if (left < 0) return { number, possible: true, valid: true };
    const found = country ? parsePhoneNumberFromString(number, country) : parsePhoneNumberFromString(number);
    return found ? { number: found.number, possible: found.isPossible(), valid: found.isValid() } : null;
  };
}
