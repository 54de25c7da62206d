import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createSlackPlatform } from '../../adapters/slack/index.ts';
import { readConfig } from '../../src/config.ts';
import { beginInquiry } from '../../src/flow/start-inquiry.ts';
import { type Running, run } from '../../src/main.ts';
import { startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts';
import { type Slack, startSlack } from '../support/slack/start-slack.ts';
import { benchInquiry } from './bench-inquiry.ts';
import { manyContributions } from './many-contributions.ts';
import { measureAcks } from './slack-acks.ts';
import { type Burst, measureBurst } from './slack-burst.ts';
import { measureLateness } from './slack-pacing.ts';
import { settingsFor, startPorras } from './slack-processes.ts';

const PEOPLE = 40;
const CHANNELS = 200;
const EVENTS = 5_000;
const EVENTS_OF_A_ROUND = 1_000;
const INQUIRY = 'C0';

/**
 * Porras beside a bare Bolt app, each in a process of its own, on the embedded PostgreSQL as it comes: durable
 * acknowledgements, a burst in which everything comes three times, and messages to many channels within Slack's limits.
 */
export async function benchSlack(): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), 'porras-bench-'));
  const postgres = await startEmbeddedPostgres(join(folder, 'pg'));
  const slack = await startSlack({ teams: [team()] });
  try {
    const texts = (await manyContributions(EVENTS)).map(({ text }) => text);
    const { version, urls } = await databases(postgres.url('postgres'), ['acks', 'flow']);
    const acks = await measureAcks(slack, urls.acks!, INQUIRY, texts.slice(0, EVENTS_OF_A_ROUND));
    const { lateSeconds, ...burst } = await throughFlow(slack, urls.flow!, texts);
    return {
      acksPerSecond: Math.round(acks.acksPerSecond),
      bareAcksPerSecond: Math.round(acks.bareAcksPerSecond),
      ratio: round(acks.acksPerSecond / acks.bareAcksPerSecond),
      p99Ms: round(acks.p99Ms),
      ...burst,
      lateSeconds: round(lateSeconds),
      database: `embedded PostgreSQL ${version}`,
    };
  } finally {
    await slack.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const team = () => ({
  id: 'T1',
  users: Array.from({ length: PEOPLE }, (_, index) => ({ name: `person${index}`, real_name: `Person ${index}` })),
  channels: Array.from({ length: CHANNELS }, (_, index) => ({ id: `C${index}`, name: `channel-${index}` })),
});

/** Databases of their own, for what would get in each other's way. */
async function databases(url: string, names: string[]): Promise<{ version: string; urls: Record<string, string> }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const name of names) await client.query(`create database ${name}`);
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    const urls = Object.fromEntries(names.map((name) => [name, new URL(name, url).href]));
    return { version: rows[0]?.server_version ?? '', urls };
  } finally {
    await client.end();
  }
}

/** With a web process and a worker. */
async function throughFlow(slack: Slack, url: string, texts: string[]): Promise<Burst & { lateSeconds: number }> {
  const settings = settingsFor(slack, url);
  const config = readConfig(settings);
  const closers: (() => Promise<void>)[] = [];
  try {
    const running = await run({
      config,
      role: 'web',
      platforms: ({ store, clock }) => [createSlackPlatform({ config: config.slack!, store, clock })],
    });
    closers.push(running.stop);
    const worker = await startPorras('worker', settings);
    closers.push(() => worker.stop());
    await begin(running);
    const channels = Array.from({ length: CHANNELS }, (_, index) => `C${index}`);
    const lateSeconds = await measureLateness(slack, running, channels);
    const web = await startPorras('web', settings);
    closers.push(() => web.stop());
    return { ...(await measureBurst(slack, running, web.eventsUrl, INQUIRY, texts)), lateSeconds };
  } finally {
    for (const close of closers.toReversed()) await close();
  }
}

async function begin({ flow }: Running): Promise<void> {
  const inquiry = benchInquiry({ workspaceId: 'slack:T1', channels: [`slack:T1:${INQUIRY}`] });
  await flow.store.inquiries.insert(inquiry);
  await beginInquiry(flow, inquiry);
}

const round = (value: number): number => Math.round(value * 100) / 100;
