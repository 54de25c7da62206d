import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '../../src/config.ts';
import { run } from '../../src/main.ts';
import { startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts';
import { beginBenchInquiry } from './bench-inquiry.ts';
import type { BenchedChat, OpenChat } from './benched-chat.ts';
import { measureAcks } from './chat-acks.ts';
import { type Burst, measureBurst } from './chat-burst.ts';
import { measureLateness } from './chat-pacing.ts';
import { round } from './figures.ts';
import { manyContributions } from './many-contributions.ts';

const PEOPLE = 40;
const CHANNELS = 200;
const EVENTS = 5_000;
const EVENTS_OF_A_ROUND = 1_000;

/**
 * Porras beside a bare bot, each in a process of its own, on the embedded PostgreSQL as it comes: durable
 * acknowledgements, a burst in which everything comes three times, and messages to many channels within the limits of
 * the platform.
 */
export async function benchChat(open: OpenChat): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), 'porras-bench-'));
  const postgres = await startEmbeddedPostgres(join(folder, 'pg'));
  const chat = await open(names('person', PEOPLE), names('channel', CHANNELS));
  try {
    const texts = (await manyContributions(EVENTS)).map(({ text }) => text);
    const { version, urls } = await databases(postgres.url('postgres'), ['acks', 'flow']);
    const acks = await measureAcks(chat, urls.acks!, texts.slice(0, EVENTS_OF_A_ROUND));
    const { lateSeconds, ...burst } = await throughFlow(chat, urls.flow!, texts);
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
    await chat.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const names = (what: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${what}-${index}`);

/** Databases of their own, for what would get in each other's way. */
async function databases(url: string, wanted: string[]): Promise<{ version: string; urls: Record<string, string> }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const name of wanted) await client.query(`create database ${name}`);
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    const urls = Object.fromEntries(wanted.map((name) => [name, new URL(name, url).href]));
    return { version: rows[0]?.server_version ?? '', urls };
  } finally {
    await client.end();
  }
}

/** With a web process and a worker. */
async function throughFlow(
  chat: BenchedChat,
  databaseUrl: string,
  texts: string[],
): Promise<Burst & { lateSeconds: number }> {
  const settings = chat.settings(databaseUrl);
  const config = readConfig(settings);
  const closers: (() => Promise<void>)[] = [];
  try {
    const { flow, stop } = await run({
      config,
      role: 'web',
      platforms: async (around) => [await chat.connect({ config, ...around })],
    });
    closers.push(stop);
    const worker = await chat.startPorras('worker', settings);
    closers.push(() => worker.stop());
    const { workspaceId, channels } = chat;
    await beginBenchInquiry(flow, { workspaceId, channels: channels.slice(0, 1) });
    const lateSeconds = await measureLateness(chat, flow);
    const web = await chat.startPorras('web', settings);
    closers.push(() => web.stop());
    return { ...(await measureBurst(chat, flow, web.eventsUrl, texts)), lateSeconds };
  } finally {
    for (const close of closers.toReversed()) await close();
  }
}
