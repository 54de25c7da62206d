import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replay } from '../../src/commands/replay.ts';
import { manyContributions } from './many-contributions.ts';

/** Replays so many contributions in this process and prints how long it took and how much memory it needed at most. */
const count = Number(process.argv[2]);
const folder = await mkdtemp(join(tmpdir(), 'porras-bench-'));
try {
  const input = join(folder, 'transcript.jsonl');
  await writeFile(input, (await manyContributions(count)).map((line) => `${JSON.stringify(line)}\n`).join(''));
  const started = performance.now();
  await replay({
    input,
    people: 'examples/kaupunki/people.csv',
    programme: 'co-development',
    model: 'value-co-creation',
    start: '2026-03-02',
    out: join(folder, 'out'),
  });
  const seconds = (performance.now() - started) / 1000;
  console.log(JSON.stringify({ seconds, peakMegabytes: process.resourceUsage().maxRSS / 1024 }));
} finally {
  await rm(folder, { recursive: true, force: true });
}
