import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SETTINGS } from '../src/config.ts';

const readme = readFileSync('README.md', 'utf8');
const section = (title: string): string => readme.split(/^## /m).find((part) => part.startsWith(title)) ?? '';

it('tells the flow in six numbered steps, each with paths of src/flow', () => {
  const steps = section('How it works')
    .split('\n')
    .filter((line) => /^\d\. /.test(line));
  expect(steps.map((step) => step[0])).toEqual(['1', '2', '3', '4', '5', '6']);
  for (const step of steps) expect(step).toMatch(/\]\(src\/flow\/[\w/-]+\.ts\)/);
});

it('links to nothing that is not there', () => {
  const links = [...readme.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link]) => link ?? '');
  const paths = links.filter((link) => !link.includes('://'));
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

it('names the two commands, and every setting', () => {
  expect(section('Try it')).toContain('npm ci && npm run demo');
  expect(section('Try it')).toContain('npm test');
  const missing = Object.keys(SETTINGS).filter((name) => !section('Configuration').includes(`\`${name}`));
  expect(missing).toEqual([]);
});
