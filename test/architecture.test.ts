import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Survey, survey } from './support/architecture.ts';

const ROOT = path.join(import.meta.dirname, '..');
const sources = (...patterns: string[]): string[] =>
  globSync(patterns, { cwd: ROOT })
    .filter((file) => !file.startsWith('src/store/generated/') && !file.includes('node_modules'))
    .sort();
const textOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

describe('imports', () => {
  let found: Survey;
  beforeAll(async () => {
    found = await survey(ROOT);
  });

  it('are read from every module', () => {
    expect(found.modules).toEqual(sources('src/**/*.ts', 'adapters/**/*.ts'));
    expect(found.modules.length).toBeGreaterThan(100);
  });

  it('keep to the layers', () => {
    expect(found.violations).toEqual([]);
  });

  it('of the pages, written in TSX, stay with the pages', () => {
    const pages = sources('src/**/*.tsx', 'adapters/**/*.tsx');
    const strays = pages.flatMap((file) =>
      [...textOf(file).matchAll(/\b(?:from|import)[\s(]+'([^']+)'/g)]
        .map(([, target = '']) => (target.startsWith('.') ? path.join(path.dirname(file), target) : target))
        .filter((target) => !/^(?:adapters\/web\/|src\/(?:domain|ports)\/|preact(?:\/|$)|markdown-it$)/.test(target))
        .map((target) => `${file} -> ${target}`),
    );
    expect(strays).toEqual([]);
    expect(pages.every((file) => file.startsWith('adapters/web/page/'))).toBe(true);
  });
});

describe('the rules of imports', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'porras-architecture-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('catch what is planted', async () => {
    const planted: Record<string, string> = {
      'src/domain/rule.ts': `import type { T } from '../ports/port.ts'; export const rule: T = 1;`,
      'src/ports/port.ts': `export type T = number; export * from '../errors.ts';`,
      'src/errors.ts': `export const errors = 1;`,
      'src/config.ts': `import '../eval/run.ts'; export const config = 1;`,
      'eval/run.ts': `import '../src/errors.ts';`,
      'src/main.ts': `import './store/open.ts'; export const main = 1;`,
      'src/cli.ts': `import './main.ts'; import '../adapters/slack/index.ts';`,
      'src/flow/step.ts': `import '../store/open.ts'; import '../config.ts'; import 'zod';`,
      'src/flow/hear/hear.ts': `import '../say/say.ts'; export const hear = 1;`,
      'src/flow/say/say.ts': `import '../step.ts'; import '../hear/hear.ts'; export const say = 1;`,
      'src/flow/lazy.ts': `export const lazy = () => import('../jobs/queue.ts');`,
      'src/store/open.ts': `import '../jobs/queue.ts'; import '@prisma/client'; import 'bullmq';`,
      'src/jobs/queue.ts': `import 'bullmq'; import { main } from '../main.ts'; import 'pg'; export const q = main;`,
      'adapters/slack/index.ts': `import '../teams/index.ts'; import '@slack/bolt'; import '../../src/errors.ts';`,
      'adapters/teams/index.ts': `export { config } from '../../src/config.ts'; import '@slack/web-api';`,
    };
    for (const [file, text] of Object.entries(planted)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    const { modules, violations } = await survey(folder);
    expect(modules).toEqual(
      Object.keys(planted)
        .filter((file) => !file.startsWith('eval/'))
        .sort(),
    );
    const caught = violations.map((violation) => violation.replace(/^only-its-folder-uses .*:/, 'vendor:'));
    expect(caught.sort()).toEqual([
      'domain-knows-nothing-else: src/domain/rule.ts -> src/ports/port.ts',
      'flow-knows-domain-and-ports: src/flow/lazy.ts -> src/jobs/queue.ts',
      'flow-knows-domain-and-ports: src/flow/step.ts -> src/config.ts',
      'flow-knows-domain-and-ports: src/flow/step.ts -> src/store/open.ts',
      'how-it-is-said-knows-no-step: src/flow/say/say.ts -> src/flow/hear/hear.ts',
      'nothing-imports-main: src/jobs/queue.ts -> src/main.ts',
      'only-the-entry-knows-what-hears: src/flow/say/say.ts -> src/flow/hear/hear.ts',
      'parts-know-no-siblings: adapters/slack/index.ts -> adapters/teams/index.ts',
      'parts-know-no-siblings: adapters/teams/index.ts -> src/config.ts',
      'parts-know-no-siblings: src/jobs/queue.ts -> src/main.ts',
      'parts-know-no-siblings: src/store/open.ts -> src/jobs/queue.ts',
      'ports-know-the-domain: src/ports/port.ts -> src/errors.ts',
      'the-product-knows-no-tools: src/config.ts -> eval/run.ts',
      'vendor: adapters/teams/index.ts -> @slack/web-api',
      'vendor: src/store/open.ts -> bullmq',
    ]);
  });
});

describe('files', () => {
  it('are small', () => {
    const files = sources(
      'src/**/*.{ts,tsx}',
      'adapters/**/*.{ts,tsx}',
      'eval/**/*.ts',
      'scripts/**/*.ts',
      'bin/*.mjs',
    );
    const lines = files.map((file) => textOf(file).split('\n').length - 1).sort((a, b) => a - b);
    const at = (share: number): number => lines[Math.floor(lines.length * share)]!;
    expect(at(0.5)).toBeLessThanOrEqual(80);
    expect(at(0.9)).toBeLessThanOrEqual(250);
    expect(files.filter((file) => textOf(file).split('\n').length - 1 > 400)).toEqual([]);
  });

  it('leave the environment to src/config.ts', () => {
    const readers = sources('src/**/*.ts', 'adapters/**/*.ts').filter((file) => textOf(file).includes('process.env'));
    expect(readers).toEqual(['src/config.ts']);
  });
});
