import type { Brain } from './fake-openai/index.ts';
import { absurdityIn, stepsShownIn } from './known-controls.ts';

/** A line of a request's data: its columns, the last of which was a JSON string. */
export interface DataLine {
  title: string;
  columns: string[];
  text: string;
}

/** The lines of a request's data, by the title of their block; the frame's own lines are left out. */
export function linesOf(data: string): DataLine[] {
  const lines: DataLine[] = [];
  let title = '';
  for (const line of data.split('\n')) {
    const row = /^(.*)\|("(?:[^"\\]|\\.)*")$/.exec(line);
    const head = /^([^|"(]+) \(/.exec(line);
    if (row) lines.push({ title, columns: (row[1] ?? '').split('|'), text: JSON.parse(row[2] ?? '""') as string });
    else if (head) title = head[1] ?? '';
  }
  return lines;
}

export interface ReadingBrainOptions {
  step: (text: string) => string;
  /** The matter of a text: contributions with the same one share a sub-theme of this name. */
  matter: (text: string) => string;
}

/**
 * A model that does its work honestly: labels by the given functions, one claim for each sub-theme that quotes its first
 * contribution, every claim judged carried except those that nothing can carry. What a good model would do, without its judgement.
 */
export function createReadingBrain({ step, matter }: ReadingBrainOptions): Brain {
  const answers: Record<string, (lines: DataLine[], shown: ReadonlyMap<string, string>) => unknown> = {
    classify: (lines, shown) => ({
      rows: lines
        .filter((line) => line.title === 'Batch')
        .map(({ columns, text }) => ({
          n: Number(columns[0]),
          step: shown.get(text) ?? step(text),
          also: [],
          kind: text.trim().endsWith('?') ? 'question' : 'comment',
          signals: [],
          buildsOn: null,
          cross: [],
          confidence: 0.9,
          why: 'What it says.',
        })),
    }),
    'sub-themes': (lines) => {
      const known = new Map(
        lines.filter((line) => line.title === 'Known sub-themes').map((line) => [line.text, line.columns[0] ?? '']),
      );
      const proposed: { key: string; label: string }[] = [];
      const placements = lines
        .filter((line) => line.title === 'Contributions')
        .map(({ columns, text }) => {
          const label = absurdityIn(text) ?? matter(text);
          if (!known.has(label)) {
            proposed.push({ key: `new${proposed.length + 1}`, label });
            known.set(label, `new${proposed.length}`);
          }
          return { n: Number(columns[0]), to: known.get(label) };
        });
      return { proposed, placements };
    },
    consolidate: () => ({ merges: [], splits: [], renames: [] }),
    claims: (lines) => {
      const bySubTheme = Map.groupBy(lines, (line) => line.columns[3] ?? '');
      const claims = [...bySubTheme.values()].slice(0, 5).map((own) => {
        const [first] = own;
        const words = (first?.text ?? '').split(' ').slice(0, 8).join(' ');
        return {
          text: `People spoke of this: “${words}”`,
          citations: own.slice(0, 3).map((line) => Number(line.columns[0])),
          quotes: [{ text: words, n: Number(first?.columns[0]) }],
        };
      });
      return { claims };
    },
    judge: (lines) => ({
      verdicts: lines
        .filter((line) => line.title === 'Claims')
        .map((line) => ({
          claim: Number(line.columns[0]),
          carried: absurdityIn(line.text) ? 'no' : 'yes',
          why: 'Read beside it.',
        })),
    }),
    repair: () => ({ claims: [] }),
    momentums: () => ({ momentums: [] }),
    nudge: () => ({ text: 'One small thing from your week would help the others to see this whole.' }),
    'follow-up': (lines) => ({
      question: 'What made it possible when it went well?',
      citations: [Number(lines.at(-1)?.columns[0])],
    }),
    observe: (lines) => ({
      value: [{ text: 'One person began and others went on.', citations: [Number(lines.at(-1)?.columns[0])] }],
      momentums: [],
      opposing: [],
      shared: [],
    }),
    reframe: (lines) => ({
      questions: lines.map((line) => ({
        n: Number(line.columns[0]),
        question: 'When has this gone a little better, and what was different then?',
      })),
    }),
  };
  return ({ task, data, instruction }) => answers[task]?.(linesOf(data), stepsShownIn(instruction)) ?? {};
}
