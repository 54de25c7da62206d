import { once } from 'node:events';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { freePort } from '../support/demo-process.ts';

const CLI = path.join(import.meta.dirname, '../../src/cli.ts');

it('says where it is once it can be asked, and that it has stopped', async () => {
  const port = await freePort();
  const { REDIS_URL: _, ...env } = process.env;
  const settings = { PORRAS_TEAMS_OPEN: '1', DATABASE_URL: await freshDatabase(), PORT: String(port) };
  const child = spawn(process.execPath, [CLI, 'start'], {
    env: { ...env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  let said = '';
  let told = '';
  for await (const chunk of child.stdout.setEncoding('utf8') as AsyncIterable<string>) {
    said += chunk;
    const [url] = /http:\S+\/readyz/.exec(said) ?? [];
    if (url === undefined || told !== '') continue;
    told = await (await fetch(url)).text();
    child.kill('SIGTERM');
  }
  expect(told).toBe('{"ready":true}');
  expect(said).toContain('Stopped.');
  expect(await ended).toEqual([0, null]);
});
