import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { InputError } from './errors.ts';
import { ROOT } from './paths.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const url = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (value) => protocols.some((each) => value.startsWith(`${each}://`)),
      `must begin with ${protocols.join(':// or ')}://`,
    );

/** Every setting that Porras reads, with what it does. An empty one counts as not set. */
export const SETTINGS = {
  DATABASE_URL: {
    schema: url('postgresql', 'postgres').optional(),
    does: 'PostgreSQL (13 or newer) for data and, without REDIS_URL, for the queue; unset: one of its own, in PORRAS_DATA_DIR',
  },
  REDIS_URL: { schema: url('redis', 'rediss').optional(), does: 'Redis for the queue; needs DATABASE_URL too' },
  PORRAS_DATA_DIR: {
    schema: z.string().default('.data'),
    does: 'where the built-in PostgreSQL keeps its data; relative to the project',
  },
  PORT: { schema: port.default(3000), does: 'port of the web server' },
  HOST: {
    schema: z.string().default('127.0.0.1'),
    does: 'address that the web server listens on; the demo always listens on loopback',
  },
  LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    does: 'what is logged; never what people wrote',
  },
} as const;
export type SettingName = keyof typeof SETTINGS;

export interface Config {
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  dataDir: string;
  port: number;
  host: string;
  logLevel: string;
  /** Names of the settings that were given rather than left to their default. */
  given: ReadonlySet<string>;
}

/** Reads and checks every setting before anything starts. The only reader of the environment. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const problems: string[] = [];
  const read = <N extends SettingName>(name: N): z.infer<(typeof SETTINGS)[N]['schema']> => {
    const parsed = SETTINGS[name].schema.safeParse(env[name]?.trim() || undefined);
    // The value is not shown: a database's address holds a password.
    if (!parsed.success) problems.push(`${name} ${parsed.error.issues.map((issue) => issue.message).join(', ')}`);
    return parsed.data as z.infer<(typeof SETTINGS)[N]['schema']>;
  };
  const dataDir = read('PORRAS_DATA_DIR');
  const config: Config = {
    databaseUrl: read('DATABASE_URL'),
    redisUrl: read('REDIS_URL'),
    dataDir: isAbsolute(dataDir) ? dataDir : resolve(ROOT, dataDir),
    port: read('PORT'),
    host: read('HOST'),
    logLevel: read('LOG_LEVEL'),
    given: new Set(Object.keys(SETTINGS).filter((name) => env[name]?.trim())),
  };
  if (config.redisUrl && !config.databaseUrl) problems.push('REDIS_URL needs DATABASE_URL too');
  if (problems.length > 0) throw new InputError('settings', `${problems.join('; ')}. See "Configuration" in README.md`);
  return config;
}
