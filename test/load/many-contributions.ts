import { readFile } from 'node:fs/promises';

export interface Line {
  id: string;
  ts: string;
  author: string;
  text: string;
  replyTo: string | null;
  lang: string;
  role: string;
  unit: string;
}

const WEEKS_MS = 26 * 86_400_000;
const START = Date.parse('2026-03-02T06:30:00Z');

/**
 * As many contributions as wanted, in four weeks: the sample's, over and over, each time with another number in it and
 * threads of its own, so that what grows is the talk and not the time it takes.
 */
export async function manyContributions(count: number): Promise<Line[]> {
  const sample = (await readFile('examples/kaupunki/transcript.jsonl', 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / sample.length);
    const original = sample[index % sample.length]!;
    return {
      ...original,
      id: `${original.id}-${round}`,
      ts: new Date(START + Math.floor((index / count) * WEEKS_MS)).toISOString(),
      text: round === 0 ? original.text : `${original.text} (${round})`,
      replyTo: original.replyTo && `${original.replyTo}-${round}`,
    };
  });
}
