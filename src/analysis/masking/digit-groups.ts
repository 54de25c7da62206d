/** Digits as they stand in a text, e.g. the three groups of "040 123 4567". */
export interface DigitGroup {
  start: number;
  end: number;
  digits: string;
}

/** What may stand between two groups of one phone number. */
const JOINT = /^(?: | ?[-/] ?|\.|\) ?-?| ?\()$/;
const LONGEST_JOINT = 3;
/** Digits of the longest phone number, ITU-T E.164. */
const LONGEST_NUMBER = 15;

/** The groups of a text, in runs that could be read as one number; a group too long for any number breaks a run. */
export function digitRuns(text: string): DigitGroup[][] {
  const runs: DigitGroup[][] = [];
  let run: DigitGroup[] = [];
  for (const { 0: digits, index } of text.matchAll(/\d+/g)) {
    const before = run.at(-1);
    const joined =
      before !== undefined && index - before.end <= LONGEST_JOINT && JOINT.test(text.slice(before.end, index));
    if (!joined || digits.length > LONGEST_NUMBER) run = [];
    if (digits.length > LONGEST_NUMBER) continue;
    if (run.length === 0) runs.push(run);
    run.push({ start: index, end: index + digits.length, digits });
  }
  return runs;
}
