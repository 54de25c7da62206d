import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { lockFolder } from '../../src/store/folder-lock.ts';

const base = mkdtempSync(path.join(tmpdir(), 'porras-lock-'));
afterAll(() => rmSync(base, { recursive: true }));

it('is held once, and again after it was given back', () => {
  const folder = path.join(base, 'a');
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: 'data-folder-in-use' }));
  unlock();
  lockFolder(folder)();
});

it('names the process that holds it', async () => {
  const folder = path.join(base, 'b');
  const lock = JSON.stringify(path.join(import.meta.dirname, '../../src/store/folder-lock.ts'));
  const script = `import { lockFolder } from ${lock}; lockFolder(process.argv[1]); console.log('held'); setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => holder.stdout.once('data', resolve));
  expect(() => lockFolder(folder)).toThrow(`process ${holder.pid}`);

  holder.kill('SIGKILL');
  await new Promise((resolve) => holder.once('exit', resolve));
  lockFolder(folder)();
});

it('is taken over from a process that has died, even if its number has passed to another', () => {
  const dead = spawnSync(process.execPath, ['-e', '']);
  for (const [name, left] of [
    ['c', `${dead.pid} 123\n`],
    ['d', `${process.pid} 123\n`],
    ['e', ''],
  ]) {
    const folder = path.join(base, name!);
    writeFileSync(`${folder}.lock`, left!);
    const unlock = lockFolder(folder);
    expect(readFileSync(`${folder}.lock`, 'utf8')).toMatch(new RegExp(`^${process.pid} `));
    unlock();
  }
});
