import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestKey } from '../../eval/recording/request-key.ts';
import { readReport } from '../../eval/reporting/report-file.ts';
import type { Evaluation } from '../../eval/result.ts';
import { runEval } from '../../eval/run-eval.ts';
import { ROOT } from '../../src/paths.ts';
import { CUT, RECORDING } from './recorded-cut.ts';

const run = (...args: string[]) => runEval(args, { from: folder, tell: () => undefined });
const REPLAY = ['--only', '--gold', CUT, '--replay', RECORDING];
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'porras-eval-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('an evaluation from recorded replies', () => {
  const args = [...REPLAY, '--against', 'lexical', '--prices', '0.25,2', '--resamples', '200', '--out', 'report.md'];
  let text: string;
  let evaluation: Evaluation;
  beforeAll(async () => {
    text = await run(...args);
    evaluation = await readReport(path.join(folder, 'report.json'));
  });

  it('has every contribution labelled by the language model', () => {
    const [set] = evaluation.sets;
    expect(set?.items).toHaveLength(44);
    expect(set?.items.map(({ found }) => found?.by)).toEqual(Array.from({ length: 44 }, () => 'llm'));
    expect(set?.away).toEqual([]);
  });

  it('scores what was found', () => {
    const items = evaluation.sets[0]!.items;
    const right = items.filter(({ gold, found }) => gold.step === found?.step).length;
    // The recorded model knows gold and errs now and then.
    expect(right).toBeGreaterThan(30);
    expect(right).toBeLessThan(44);
    expect(text).toMatch(new RegExp(`\\| step accuracy \\| ${(right / 44).toFixed(3)} \\|`));
    const swedish = items.filter(({ lang }) => lang === 'sv');
    const report = JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8')) as {
      scores: Record<string, Record<string, number>>;
    };
    expect(report.scores['sv']?.['kind accuracy']).toBeCloseTo(
      swedish.filter(({ gold, found }) => gold.kind === found?.kind).length / swedish.length,
    );
  });

  it('counts claims, those dropped with their reasons, and what the judge said', () => {
    const { kept, dropped, verdicts } = evaluation.sets[0]!.claims;
    expect(kept).toBeGreaterThan(5);
    expect(verdicts).toEqual({ yes: kept });
    expect(dropped['number-not-cited']).toBeGreaterThan(0);
    expect(text).toContain(`| all | ${kept + Object.values(dropped).reduce((sum, one) => sum + one, 0)} | ${kept} |`);
  });

  it('says what it cost', () => {
    const spent = Object.values(evaluation.sets[0]!.usage);
    const [tokensIn, tokensOut] = (['tokensIn', 'tokensOut'] as const).map((part) =>
      spent.reduce((sum, usage) => sum + usage[part], 0),
    ) as [number, number];
    expect(text).toContain(`| ${((tokensIn * 0.25 + tokensOut * 2) / 1_000_000).toFixed(4)} |`);
  });

  it('is the same report each time, with its command and without a date', async () => {
    expect(await run(...args)).toBe(text);
    expect(readFileSync(path.join(folder, 'report.md'), 'utf8')).toBe(text);
    expect(text).toContain(`Command: \`npm run eval -- ${args.join(' ')}\``);
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}|\b20\d\d\b|\d{1,2}:\d{2}/);
  });

  it('finds the rules worse than a model that knows gold, by more than noise', () => {
    expect(text).toMatch(/- all, step accuracy: A is better \(−0\.\d{3}\)/);
  });

  it('can be compared later, and does not differ from itself', async () => {
    const compared = await run('--compare', 'report.json', 'report.json', '--resamples', '20');
    expect(compared).toContain('## What is more than noise\n\nNo difference is.');
    expect(compared).toContain('Command: `npm run eval -- --compare report.json report.json --resamples 20`');
  });

  it('is not compared with one whose gold was another', async () => {
    const other = structuredClone(evaluation);
    other.sets[0]!.items[4]!.gold.step = 'other';
    writeFileSync(path.join(folder, 'other.json'), JSON.stringify({ evaluation: other }));
    await expect(run('--compare', 'report.json', 'other.json')).rejects.toThrow(
      `gold has changed between the two, first at ${other.sets[0]!.items[4]!.id} of university-cut`,
    );
  });
});

describe('a recording', () => {
  it('that lacks a reply ends the run with the first request that is missing', async () => {
    const lines = readFileSync(RECORDING, 'utf8').split('\n');
    const lacking = lines.filter((line) => !line.includes('"task":"judge"'));
    expect(lacking.length).toBeLessThan(lines.length);
    writeFileSync(path.join(folder, 'lacking.jsonl'), lacking.join('\n'));
    await expect(run('--only', '--gold', CUT, '--replay', 'lacking.jsonl')).rejects.toThrow(
      /lacking\.jsonl: holds no reply to request [0-9a-f]{20} for the task "judge", whose data begins 1\|/,
    );
  });

  it('that is none is refused, naming the line', async () => {
    writeFileSync(path.join(folder, 'broken.jsonl'), '{"model":"m"}\n{"key":"k"}\n');
    await expect(run('--only', '--gold', CUT, '--replay', 'broken.jsonl')).rejects.toThrow(/broken\.jsonl:2: /);
  });

  it('is small, and says nothing of where it was made', () => {
    const source = readFileSync(RECORDING, 'utf8');
    expect(source.length).toBeLessThan(300_000);
    expect(source.split('\n')[0]).toBe('{"model":"fake"}');
  });

  it('is of a cut of a held-out inquiry as it is now', () => {
    const whole = readFileSync(`${ROOT}/test/fixtures/inquiries/university/gold.jsonl`, 'utf8');
    expect(whole.startsWith(readFileSync(`${CUT}/gold.jsonl`, 'utf8'))).toBe(true);
  });

  it('knows a request again whatever its boundary, and by nothing less than its words', () => {
    const asked = (boundary: string, said: string) =>
      requestKey({ task: 't', instruction: 'Do it.', data: `DATA ${boundary}\n1|"${said}"\nEND ${boundary}` });
    expect(asked('0123456789abcdef', 'Hi')).toBe(asked('fedcba9876543210', 'Hi'));
    expect(asked('0123456789abcdef', 'Hi')).not.toBe(asked('0123456789abcdef', 'Ho'));
  });
});

describe('the options', () => {
  it.each([
    [['--analyst', 'other'], '--analyst: is lexical or llm'],
    [['--record', 'f.jsonl'], '--record: is for a language model: add --analyst llm'],
    [['--analyst', 'lexical', '--replay', 'f.jsonl'], '--replay: is for a language model'],
    [['--compare', 'a.json'], '--compare: takes two reports'],
    [['--prices', '3'], '--prices: is two numbers'],
    [['--resamples', '0'], '--resamples: is a whole number of 1 or more'],
    [['--only'], '--only: needs --gold FOLDER'],
    [['stray'], 'stray: is no option'],
    [['--nothing'], "Unknown option '--nothing'"],
    [['--compare', 'a.json', 'b.json'], 'is no report of an evaluation'],
    [['--gold', 'nowhere', '--only'], 'nowhere'],
    [['--out', 'report.json', '--only', '--gold', CUT], '--out: names the Markdown file'],
  ])('%j are refused: %s', async (args, message) => {
    await expect(run(...args)).rejects.toThrow(message);
  });
});
