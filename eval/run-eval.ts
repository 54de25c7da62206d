import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { loadParts, type Parts } from '../src/assemble-flow.ts';
import { InputError } from '../src/errors.ts';
import { ROOT } from '../src/paths.ts';
import {
  type Configuration,
  lexicalConfiguration,
  modelConfiguration,
  modelOfSettings,
  replayedConfiguration,
} from './configuration.ts';
import { evaluate } from './evaluate.ts';
import { type EvalOptions, readOptions, USAGE } from './options.ts';
import { type GoldSet, readGoldSet } from './read-gold-set.ts';
import { readReport, reportJson } from './reporting/report-file.ts';
import { writeComparison } from './reporting/write-comparison.ts';
import { writeReport } from './reporting/write-report.ts';
import type { Evaluation } from './result.ts';

const OWN = `${ROOT}/test/fixtures/inquiries`;

export interface Surroundings {
  /** What relative paths are relative to. */
  from: string;
  /** Told what is being done. */
  tell: (line: string) => void;
}

/** `npm run eval`. @returns the report, as Markdown @throws InputError that names the option or the file */
export async function runEval(args: readonly string[], { from, tell }: Surroundings): Promise<string> {
  const options = readOptions(args);
  if (options.help) return USAGE;
  const { against, compare, out, prices, resamples, seed } = options;
  const at = (path: string) => resolve(from, path);
  const command = commandOf(args);
  const comparison = { command, prices, resamples, seed };
  if (compare) {
    const [a, b] = [await readReport(at(compare[0])), await readReport(at(compare[1]))];
    const text = writeComparison(a, b, comparison);
    if (out) await write(at(out), text);
    return text;
  }
  const parts = await loadParts();
  const goldSets = await readGoldSets(options, at);
  // The second one first: what is wrong with it should show before the first one has cost anything.
  const other = against === null ? null : await prepareOther(against, parts, at);
  const run = (configuration: Configuration, which: string) =>
    evaluate(configuration, goldSets, parts, (name) => tell(`${which}: ${name}`));
  const evaluation = await run(await chosen(options, parts, at), options.analyst);
  let text = writeReport(evaluation, command, prices);
  if (other) {
    const second = 'sets' in other ? other : await run(other, against ?? '');
    text += `\n${writeComparison(evaluation, second, comparison)}`;
  }
  if (out) {
    await write(at(out), text);
    await write(at(out.replace(/\.md$/, '.json')), reportJson(evaluation, command));
  }
  return text;
}

async function readGoldSets({ gold, only }: EvalOptions, at: (path: string) => string): Promise<GoldSet[]> {
  const own = only ? [] : (await readdir(OWN, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const folders = [...own.map(({ name }) => `${OWN}/${name}`).sort(), ...gold.map(at)];
  const sets = await Promise.all(folders.map(readGoldSet));
  const twice = sets.find(({ name }, index) => sets.findIndex((set) => set.name === name) < index);
  if (twice) throw new InputError('--gold', `there are two gold sets "${twice.name}"; rename a folder`);
  return sets;
}

async function chosen(options: EvalOptions, parts: Parts, at: (path: string) => string): Promise<Configuration> {
  const { analyst, record, replay } = options;
  if (replay !== null) return replayedConfiguration(at(replay), parts);
  if (analyst === 'lexical') return lexicalConfiguration(parts);
  return modelConfiguration(await modelOfSettings(null), parts, record === null ? null : at(record));
}

async function prepareOther(
  against: string,
  parts: Parts,
  at: (path: string) => string,
): Promise<Configuration | Evaluation> {
  if (against === 'lexical') return lexicalConfiguration(parts);
  if (against.endsWith('.json')) return readReport(at(against));
  return modelConfiguration(await modelOfSettings(at(against)), parts, null);
}

const commandOf = (args: readonly string[]): string =>
  ['npm run eval', ...(args.length > 0 ? ['--'] : []), ...args.map(quoted)].join(' ');

const quoted = (arg: string): string => (/^[\w./:,=@+-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`);

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
