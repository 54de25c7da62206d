import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts';
import { openStore } from '../../src/store/open-store.ts';
import { anEvent } from '../support/rows.ts';

const base = mkdtempSync(path.join(tmpdir(), 'porras-embedded-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

it('keeps what was stored when it stops and starts again', async () => {
  const dataDir = path.join(base, 'kept', 'pg');
  const first = await openStore({ dataDir });
  expect(first.migrated.length).toBeGreaterThan(0);
  await first.store.events.insert(anEvent({ id: 'e' }));
  await first.close();

  const second = await openStore({ dataDir });
  expect(second.migrated).toEqual([]);
  expect(await second.store.events.get('e')).toEqual(anEvent({ id: 'e' }));
  await second.close();
});

it('refuses a second process at once, and leaves the first alone', async () => {
  const dataDir = path.join(base, 'taken', 'pg');
  const first = await startEmbeddedPostgres(dataDir);
  await expect(startEmbeddedPostgres(dataDir)).rejects.toMatchObject({
    code: 'data-folder-in-use',
    message: expect.stringContaining('PORRAS_DATA_DIR') as string,
  });
  const client = new pg.Client(first.url('postgres'));
  await client.connect();
  expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await client.end();
  await first.stop();
});

it('ends with a process that is killed, which loses nothing it was told is stored', async () => {
  const dataDir = path.join(base, 'killed', 'pg');
  const open = JSON.stringify(path.join(import.meta.dirname, '../../src/store/open-store.ts'));
  const script = `
    import { openStore } from ${open};
    const { store, url } = await openStore({ dataDir: process.argv[1] });
    const insert = (i) => store.events.insert({ id: 'e' + i, payload: null, receivedAt: new Date(), handledAt: null, error: null });
    for (let i = 0; ; i++) { await insert(i); console.log(JSON.stringify({ i, url })); }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  await new Promise<void>((resolve) =>
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split('\n').length > 50) resolve();
    }),
  );
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('close', resolve));
  const { i: last, url } = JSON.parse(said.trim().split('\n').at(-1)!) as { i: number; url: string };

  const again = await openStore({ dataDir });
  const ids = new Set((await again.store.events.find({})).map((event) => event.id));
  expect(Array.from({ length: last + 1 }, (_, i) => `e${i}`).filter((id) => !ids.has(id))).toEqual([]);
  await expect(new pg.Client(url).connect()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await again.close();
  expect(existsSync(`${dataDir}.lock`)).toBe(false);
});

it('says what to do when the database that it was given is not there', async () => {
  const databaseUrl = 'postgresql://somebody:secret@127.0.0.1:1/none';
  const failing = openStore({ databaseUrl, dataDir: '' });
  await expect(failing).rejects.toMatchObject({ code: 'database-away', retryable: true });
  await expect(failing).rejects.not.toThrow('secret');
});
