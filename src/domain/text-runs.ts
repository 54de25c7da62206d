/** A stretch of text that looks the same. */
interface Run {
  text: string;
}

export const textOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

/** The runs between two places in their text. */
export function takeRuns<T extends Run>(runs: readonly T[], from: number, to: number): T[] {
  const taken: T[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text !== '') taken.push({ ...run, text });
    at += run.text.length;
  }
  return taken;
}

/** How many characters from the beginning fit, of at most `most`; at least one. */
export function mostThatFits<T extends Run>(runs: readonly T[], most: number, fits: (runs: T[]) => boolean): number {
  let low = 1;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(takeRuns(runs, 0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}
