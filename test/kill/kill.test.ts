import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, afterEach, expect, it } from 'vitest';
import type { BoardView } from '../../src/ports/board-view.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type DemoProcess, freePort, startDemo } from '../support/demo-process.ts';
import { processesThatName } from '../support/processes.ts';
import { pageApi } from './page-api.ts';
import { faultsIn, textsOn } from './what-remains.ts';
import { startWriting, type Writers } from './writers.ts';

const KILLS = Number(process.env['KILLS'] ?? 20);
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const WRITERS = [
  'secretary-01',
  'secretary-02',
  'secretary-03',
  'planner-01',
  'hr-01',
  'it-01',
  'comms-01',
  'travel-01',
];

const base = mkdtempSync(path.join(tmpdir(), 'porras-kill-'));
// Where the test is root, the server runs as somebody else, who has to come to its folder.
chmodSync(base, 0o755);
afterAll(() => rmSync(base, { recursive: true, force: true }));

let demo: DemoProcess | null = null;
afterEach(() => demo?.kill());

it(`killed ${KILLS} times while people write, the demo loses no message and doubles none`, async () => {
  const random = randomFrom(SEED);
  const dataDir = path.join(base, 'pg');
  const port = await freePort();
  const api = pageApi(`http://localhost:${port}`);
  console.log(`SEED=${SEED} KILLS=${KILLS}`);

  // The first start makes the database and runs the sample; it is killed too.
  const writers = startWriting(api, WRITERS, random);
  const startMs: number[] = [];
  for (let kill = 1; kill <= KILLS; kill += 1) {
    demo = startDemo({ dataDir, port });
    const [whileStarting, moment] = [random() < 0.2, random()];
    if (whileStarting) {
      await sleep(moment * (startMs.at(-1) ?? 2_000));
    } else {
      startMs.push(await demo.ready);
      // Amid the work, on a slow machine as on a quick one.
      const enough = writers.stored.length + Math.floor(random() * 15);
      while (writers.stored.length < enough) await sleep(2);
      await sleep(moment * 60);
    }
    await demo.kill();
    console.log(`kill ${kill} while ${whileStarting ? 'starting' : 'running'}, ${writers.stored.length} stored`);
  }
  demo = startDemo({ dataDir, port });
  startMs.push(await demo.ready);
  await writers.finish();
  const began = performance.now();
  const board = await whenShown(api.board, writers);
  console.log(
    `${writers.stored.length} written; all themed ${Math.round(performance.now() - began)} ms after the last; ` +
      `${startMs.length} starts took ${Math.round(Math.min(...startMs))} to ${Math.round(Math.max(...startMs))} ms`,
  );
  expect(await demo.stop()).toBe(0);
  expect(processesThatName(dataDir)).toEqual([]);

  const opened = await openStore({ dataDir });
  try {
    expect(await faultsIn(opened.store, board, writers.stored)).toEqual([]);
  } finally {
    await opened.close();
  }
});

/** How long is waited before what is not on the board counts as lost. */
const PATIENCE_MS = 180_000;

/** The board, once everything that was written is on it; as it is, when that does not come to pass. */
async function whenShown(board: () => Promise<BoardView>, writers: Writers): Promise<BoardView> {
  for (const until = Date.now() + PATIENCE_MS; ; await sleep(100)) {
    const now = await board();
    const texts = new Set(textsOn(now));
    const complete = now.waiting === 0 && writers.stored.every(({ text }) => texts.has(text));
    if (complete || Date.now() > until) return now;
  }
}

/** Numbers from 0 to 1 that a seed gives again. */
function randomFrom(seed: number): () => number {
  const numbers = fc.sample(fc.noBias(fc.integer({ min: 0, max: 999_999 })), { seed, numRuns: 20_000 });
  let at = 0;
  return () => numbers[at++ % numbers.length]! / 1_000_000;
}
