import { access, constants, mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { z } from 'zod';
import { examineSlack } from '../../adapters/slack/doctor.ts';
import { examineTeams } from '../../adapters/teams/doctor.ts';
import { loadParts } from '../assemble-flow.ts';
import { bareModel } from '../choose-analyst.ts';
import { type Config, readConfig, SETTINGS } from '../config.ts';
import { messageOf, PorrasError } from '../errors.ts';
import { probeRedis } from '../jobs/probe-redis.ts';
import { systemClock } from '../ports/clock.ts';
import { probeDatabase } from '../store/probe-database.ts';
import { readInstallations } from '../store/read-installations.ts';
import { isPageBuilt } from './ensure-page.ts';

interface Check {
  what: string;
  /** Says what it found; throws what is wrong and how to mend it. */
  look: (config: Config) => Promise<string>;
}

const CHECKS: readonly Check[] = [
  { what: 'Node.js', look: async () => nodeVersion() },
  { what: 'models, programmes, questions, messages', look: contentLoads },
  {
    what: 'database',
    look: async ({ databaseUrl }) =>
      databaseUrl ? probeDatabase(databaseUrl) : 'built in: PostgreSQL from npm, started when needed',
  },
  { what: 'queue', look: async ({ redisUrl }) => (redisUrl ? probeRedis(redisUrl) : 'in the database') },
  { what: 'language model', look: languageModelAnswers },
  { what: 'data folder', look: dataFolder },
  { what: 'port', look: portIsFree },
  { what: 'chat page', look: async () => ((await isPageBuilt()) ? 'built' : 'is built when the demo starts') },
];

/** `porras doctor`: looks at every setting and connection, changes nothing, and says how to mend what is wrong. */
export async function doctor(): Promise<string> {
  const config = readConfig();
  const settings = Object.entries(SETTINGS).map(
    ([name, { does }]) => `  ${config.given.has(name) ? 'set    ' : 'default'} ${name}: ${does}`,
  );
  const findings: string[] = [];
  let wrong = 0;
  const checks = [...CHECKS, ...(await platformChecks(config))];
  for (const { what, look } of checks) {
    try {
      findings.push(`  ok      ${what}: ${await look(config)}`);
    } catch (thrown) {
      wrong += 1;
      findings.push(`  WRONG   ${what}: ${messageOf(thrown)}`);
    }
  }
  const report = ['Settings', ...settings, '', 'Checks', ...findings].join('\n');
  if (wrong > 0) throw new PorrasError('unwell', `${wrong} of ${checks.length} checks failed\n${report}`);
  return `${report}\n\nAll is well.`;
}

/** A platform says itself what is to be looked at. */
async function platformChecks({ slack, teams, databaseUrl }: Config): Promise<Check[]> {
  if (!slack && !teams) {
    const says =
      'none configured: `porras start` needs Slack (adapters/slack/README.md) or Teams (adapters/teams/README.md); `porras demo` has its own';
    return [{ what: 'chat platforms', look: async () => says }];
  }
  // What is wrong with the database is said by its own check.
  const rows = slack?.oauth && databaseUrl ? await readInstallations(databaseUrl).catch(() => null) : null;
  return [...(slack ? examineSlack(slack, rows) : []), ...(teams ? examineTeams(teams) : [])];
}

function nodeVersion(): string {
  const major = Number.parseInt(process.versions.node, 10);
  if (major < 24)
    throw new PorrasError(
      'node-old',
      `${process.version} is too old: go through npm scripts, which use the Node.js of node_modules`,
    );
  return process.version;
}

/** One small call, and what it cost. */
async function languageModelAnswers({ languageModel }: Config): Promise<string> {
  if (!languageModel) return 'none configured: contributions are read by rules, without a network or a key';
  const model = bareModel(languageModel, systemClock);
  const reply = await model.structured({
    task: 'doctor',
    instruction: 'Answer with the word that the data asks for.',
    data: 'Say "well".',
    schema: z.object({ word: z.string() }),
    schemaName: 'word',
    maxOutputTokens: 2_000,
  });
  const { tokensIn, tokensOut } = reply.usage;
  const cost = `one small call cost ${tokensIn} tokens in and ${tokensOut} out`;
  if (reply.kind === 'value') return `${model.describe()} answers; ${cost}`;
  throw new PorrasError(
    'model-answers-badly',
    `${model.describe()} answers, but not in the shape it is asked for (${reply.code}); ${cost}: try another PORRAS_MODEL`,
  );
}

async function contentLoads(): Promise<string> {
  const { content } = await loadParts();
  return `${content.models.size} model(s), ${content.programmes.size} programmes, ${content.questions.size} questions, each in three languages`;
}

async function dataFolder({ dataDir, databaseUrl }: Config): Promise<string> {
  if (databaseUrl) return 'not used, since DATABASE_URL is set';
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK);
  } catch (cause) {
    throw new PorrasError('data-dir', `${dataDir} cannot be written: set PORRAS_DATA_DIR to a folder that can`, {
      cause,
    });
  }
  return dataDir;
}

function portIsFree({ port, host }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', () =>
      reject(
        new PorrasError('port-taken', `${host}:${port} is in use: set PORT to another, or stop the other program`),
      ),
    );
    server.listen(port, host, () => server.close(() => resolve(`${host}:${port} is free`)));
  });
}
