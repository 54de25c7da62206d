import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..', '..');
const PORRAS = path.join(ROOT, 'bin', 'porras.mjs');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'porras-bin-'));
  const line = { id: 'm1', ts: '2026-03-02T09:00:00Z', author: 'p1', text: 'We learn from each other.', lang: 'en' };
  writeFileSync(path.join(folder, 'talk.jsonl'), `${JSON.stringify(line)}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const analyse = (out: string): string[] =>
  `analyse --input talk.jsonl --model value-co-creation --out ${out}`.split(' ');

it('reads and writes where it was called', () => {
  const done = spawnSync(process.execPath, [PORRAS, ...analyse('called.jsonl')], { cwd: folder, encoding: 'utf8' });
  expect([done.status, done.stderr]).toEqual([0, '']);
  expect(existsSync(path.join(folder, 'called.jsonl'))).toBe(true);
});

it('does so through npm too, which runs scripts in the folder of the project', () => {
  const args = ['--prefix', ROOT, 'run', '-s', 'porras', '--', ...analyse('npm.jsonl')];
  const done = spawnSync('npm', args, { cwd: folder, encoding: 'utf8' });
  expect(done.status).toBe(0);
  expect(existsSync(path.join(folder, 'npm.jsonl'))).toBe(true);
});

it('passes on how the command ended', () => {
  const done = spawnSync(process.execPath, [PORRAS, 'analyse', '--input', 'none', '--model', 'm', '--out', 'o'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(done.status).toBe(2);
  expect(done.stderr).toContain('none');
});

it('tries an instruction only about a step that the model has', () => {
  const args = ['instructions', 'try', path.join(ROOT, 'prompts/instructions/sub-themes.md'), '--input', 'talk.jsonl'];
  const run = (step: string) =>
    spawnSync(process.execPath, [PORRAS, ...args, '--step', step], { cwd: folder, encoding: 'utf8' });
  expect(run('processes')).toMatchObject({ status: 0, stderr: '' });
  expect(run('process')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('it is one of competence, needs'),
  });
});
