import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { createMemoryPlatform, type MemoryPlatform } from '../../adapters/memory/index.ts';
import { readConfig } from '../../src/config.ts';
import { type Running, run } from '../../src/main.ts';
import { openStore } from '../../src/store/open-store.ts';
import { beginBenchInquiry } from './bench-inquiry.ts';
import { round } from './figures.ts';
import { inParallel } from './in-parallel.ts';
import { type Line, manyContributions } from './many-contributions.ts';

const CONTRIBUTIONS = 600;
const AT_ONCE = 8;

/**
 * Received to themed on the embedded default, beside bare inserts of the same texts into the same PostgreSQL; and how a
 * replay's time grows with its length.
 */
export async function benchCore(): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), 'porras-bench-'));
  try {
    const lines = await manyContributions(CONTRIBUTIONS);
    const barePostgresInsertsPerSecond = await bareInserts(join(folder, 'bare'), lines);
    const contributionsPerSecond = await receivedToThemed(join(folder, 'flow'), lines);
    const small = await replayOf(1_000);
    const large = await replayOf(10_000);
    return {
      contributionsPerSecond: round(contributionsPerSecond),
      barePostgresInsertsPerSecond: round(barePostgresInsertsPerSecond),
      ratio: round(contributionsPerSecond / barePostgresInsertsPerSecond),
      replaySeconds: { 1000: round(small.seconds), 10000: round(large.seconds) },
      growth: round(large.seconds / small.seconds),
      peakMegabytes: Math.round(large.peakMegabytes),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bareInserts(dataDir: string, lines: Line[]): Promise<number> {
  const opened = await openStore({ dataDir });
  const pool = new pg.Pool({ connectionString: opened.url, max: AT_ONCE });
  // `end` does not wait until the server has let go of every connection, and then that stops.
  pool.on('error', () => undefined);
  try {
    await pool.query('create table bare (id text primary key, author text, at timestamptz, body text)');
    return await perSecond(lines.length, () =>
      inParallel(AT_ONCE, lines, (line) =>
        pool.query('insert into bare values ($1, $2, now(), $3)', [line.id, line.author, line.text]),
      ),
    );
  } finally {
    await pool.end();
    await opened.close();
  }
}

async function receivedToThemed(dataDir: string, lines: Line[]): Promise<number> {
  const people = [...new Set(lines.map((line) => line.author))];
  let platform: MemoryPlatform | null = null;
  const running = await run({
    config: { ...readConfig({}), dataDir, logLevel: 'error' },
    role: 'all',
    platforms: ({ clock }) => {
      platform = createMemoryPlatform({
        clock,
        people: people.map((id) => ({ id, name: id })),
        channels: [{ id: 'channel' }],
      });
      return [platform];
    },
  });
  try {
    const memory: MemoryPlatform = platform!;
    await beginBenchInquiry(running.flow, { workspaceId: memory.workspaceId, channels: [memory.channel('channel')] });
    return await perSecond(lines.length, async () => {
      await inParallel(AT_ONCE, lines, (line) => platform!.as(line.author).post(line.text));
      await untilThemed(running, lines.length);
    });
  } finally {
    await running.stop();
  }
}

async function untilThemed({ flow }: Running, count: number): Promise<void> {
  for (;;) {
    const all = await flow.store.contributions.count({ inquiryId: 'bench' });
    const waiting = await flow.store.contributions.count({ inquiryId: 'bench', labelledAt: null });
    if (all === count && waiting === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function perSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return count / ((performance.now() - started) / 1000);
}

/** In a process of its own, so that the memory is its own. */
async function replayOf(count: number): Promise<{ seconds: number; peakMegabytes: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, ['test/load/replay-once.ts', String(count)]);
  return JSON.parse(stdout) as { seconds: number; peakMegabytes: number };
}
