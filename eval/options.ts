import { parseArgs } from 'node:util';
import { z } from 'zod';
import { InputError, messageOf } from '../src/errors.ts';

/** What a million tokens cost, in whichever currency. */
export interface Prices {
  in: number;
  out: number;
}

export interface EvalOptions {
  analyst: 'lexical' | 'llm';
  /** Folders besides the project's own. */
  gold: string[];
  /** Leaves the project's own out. */
  only: boolean;
  /** A second configuration: `lexical`, a file of settings, or the JSON of an earlier report. */
  against: string | null;
  /** Two earlier reports; nothing is run then. */
  compare: [string, string] | null;
  out: string | null;
  record: string | null;
  replay: string | null;
  prices: Prices | null;
  resamples: number;
  seed: number;
  help: boolean;
}

export const USAGE = `npm run eval -- [options]
  --analyst lexical|llm   lexical by default; llm by the settings of the environment
  --gold FOLDER           a gold set besides those of test/fixtures/inquiries; may be repeated
  --only                  only those given with --gold
  --against CONFIG        compare with a second configuration: lexical, a file of settings (NAME=value), or an earlier report (JSON)
  --compare A.json B.json compare two earlier reports, without running anything
  --out report.md         write the report, and report.json beside it
  --record FILE           keep every reply of the language model
  --replay FILE           answer from such a file, without a network
  --prices IN,OUT         what a million tokens cost
  --resamples N, --seed N of the bootstrap (1000, 1)`;

const wholeNumber = z.coerce.number().int().positive();
const priceList = z.tuple([z.coerce.number().nonnegative(), z.coerce.number().nonnegative()]);

/** @throws InputError that names the option */
export function readOptions(args: readonly string[]): EvalOptions {
  const { values, positionals } = parsed(args);
  const checked = <T>(option: string, schema: z.ZodType<T>, value: unknown, must: string): T => {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    throw new InputError(`--${option}`, must);
  };
  const compare = values.compare === undefined ? [] : [values.compare, ...positionals];
  if (values.compare !== undefined && compare.length !== 2)
    throw new InputError('--compare', 'takes two reports: --compare A.json B.json');
  if (values.compare === undefined && positionals.length > 0)
    throw new InputError(positionals[0] ?? '', `is no option\n${USAGE}`);
  const analyst = checked(
    'analyst',
    z.enum(['lexical', 'llm']),
    values.analyst ?? (values.replay === undefined ? 'lexical' : 'llm'),
    'is lexical or llm',
  );
  if (analyst === 'lexical' && (values.record ?? values.replay) !== undefined)
    throw new InputError(
      values.record === undefined ? '--replay' : '--record',
      'is for a language model: add --analyst llm',
    );
  if (values.record !== undefined && values.replay !== undefined)
    throw new InputError('--record', 'and --replay do not go together');
  const prices =
    values.prices === undefined
      ? null
      : checked('prices', priceList, values.prices.split(','), 'is two numbers, as in 0.25,2');
  if (values.out !== undefined && !values.out.endsWith('.md'))
    throw new InputError('--out', 'names the Markdown file, as in report.md; the JSON file goes beside it');
  if (values.only === true && !values.gold) throw new InputError('--only', 'needs --gold FOLDER');
  return {
    analyst,
    gold: values.gold ?? [],
    only: values.only ?? false,
    against: values.against ?? null,
    compare: compare.length === 2 ? [compare[0]!, compare[1]!] : null,
    out: values.out ?? null,
    record: values.record ?? null,
    replay: values.replay ?? null,
    prices: prices && { in: prices[0], out: prices[1] },
    resamples: checked('resamples', wholeNumber, values.resamples ?? 1_000, 'is a whole number of 1 or more'),
    seed: checked('seed', wholeNumber, values.seed ?? 1, 'is a whole number of 1 or more'),
    help: values.help ?? false,
  };
}

function parsed(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        analyst: text,
        gold: { ...text, multiple: true },
        only: { type: 'boolean' },
        against: text,
        compare: text,
        out: text,
        record: text,
        replay: text,
        prices: text,
        resamples: text,
        seed: text,
        help: { type: 'boolean' },
      },
    });
  } catch (cause) {
    throw new InputError('options', `${messageOf(cause)}\n${USAGE}`, { cause });
  }
}
