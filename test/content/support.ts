import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { InputError } from '../../src/errors.ts';

export const SHIPPED = join(import.meta.dirname, '../../prompts');

const NAME = '{ fi: Nimi, sv: Namn, en: Name }';

const STEP = (key: string) => `  - key: ${key}
    name: ${NAME}
    shortName: ${NAME}
    belongs: ${NAME}
    excludes: ${NAME}
    cues:
      - { concept: ${key}-words, fi: [sana], sv: [ord], en: [word] }
`;

/** A small installation's content, every kind of file in it, without a fault. */
export const SOUND: Readonly<Record<string, string>> = {
  'models/garden.yaml': `id: garden
version: 1
name: ${NAME}
source: own
steps:
${STEP('soil')}${STEP('seed')}crossCutting:
  - { key: water, name: ${NAME}, description: ${NAME}, cues: [] }
foundation: { name: ${NAME}, description: ${NAME} }
`,
  'programmes/spring.yaml': `id: spring
version: 1
name: ${NAME}
description: ${NAME}
source: own
repeats: false
pace:
  openAt: '08:00'
  closeAt: '15:00'
  nudgeAfterDays: 2
  reflectAfterDays: 3
  digest: { weekday: 5, at: '15:30' }
  followUpAt: '09:00'
rounds:
  - key: dig
    name: ${NAME}
    purpose: ${NAME}
    setting: channel
    phase: outdoors
    questions: [first-spade]
    steps: [soil]
    opensOnDay: 0
    openForDays: 7
`,
  ...inThree((lang) => [
    `questions/${lang}/outdoors.md`,
    `# Notes for those who edit

## first-spade
steps: soil, seed
roles: specialist, any

What did you find (${lang})?

## first-spade-next
steps: any
follows: first-spade

And under it (${lang})?
`,
  ]),
  ...inThree((lang) => [
    `messages/${lang}.json`,
    `{
  "hello": "${lang} hello {name}",
  "ideas": "{count, plural, one {# idea} other {# ideas}}"
}
`,
  ]),
};

export function inThree(entry: (lang: string) => [string, string]): Record<string, string> {
  return Object.fromEntries(['fi', 'sv', 'en'].map(entry));
}

/** Writes files into a folder that is gone after the test. */
export const folderOf = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<string> => {
  const dir = await mkdtemp(join(tmpdir(), 'porras-content-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), { recursive: true });
    await writeFile(join(dir, name), text);
  }
  return dir;
};

/** The message of the InputError that the promise rejects with, without the folder's own path. */
export const faultOf = async (dir: string, work: Promise<unknown>): Promise<string> => {
  const thrown: unknown = await work.then(
    () => 'no fault was found',
    (error: unknown) => error,
  );
  if (!(thrown instanceof InputError)) throw thrown instanceof Error ? thrown : new Error(String(thrown));
  return thrown.message.replaceAll(`${dir}/`, '');
};
