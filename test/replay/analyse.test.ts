import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/commands/analyse.ts';
import { ROOT } from '../../src/paths.ts';
import { complaintOf, fileWith, folderWith } from '../transcripts/support/folder.ts';
import { inputs, people, TALK } from './support/a-talk.ts';

const MODEL = `id: library
version: 1
name: { en: Library, fi: Kirjasto, sv: Bibliotek }
source: this test
steps:
  - key: phones
    name: { en: Phones, fi: Puhelimet, sv: Telefoner }
    shortName: { en: Phones, fi: Puhelimet, sv: Telefoner }
    belongs: { en: Who answers, fi: Kuka vastaa, sv: Vem som svarar }
    excludes: { en: Nothing, fi: Ei mikään, sv: Inget }
    cues:
      - { concept: phone, en: [phone, answer], fi: [vaihde, vastaus], sv: [telefon] }
  - key: papers
    name: { en: Papers, fi: Paperit, sv: Papper }
    shortName: { en: Papers, fi: Paperit, sv: Papper }
    belongs: { en: Forms and folders, fi: Lomakkeet ja kansiot, sv: Blanketter och mappar }
    excludes: { en: Nothing, fi: Ei mikään, sv: Inget }
    cues:
      - { concept: form, en: [form, folder, index], fi: [lomake, hakemisto], sv: [dokument, mapp] }
crossCutting: []
foundation:
  name: { en: Kindness, fi: Ystävällisyys, sv: Vänlighet }
  description: { en: Be kind., fi: Ole ystävällinen., sv: Var vänlig. }
`;

interface Line {
  text: string;
  analysis: { step: string; by: string };
}
const linesOf = async (file: string): Promise<Line[]> =>
  String(await readFile(file))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

describe('porras analyse', () => {
  it('labels every contribution, the same each time, and writes nothing else', async () => {
    const folder = await folderWith({});
    const files = ['one.jsonl', 'two.jsonl'].map((name) => join(folder, name));
    for (const out of files) await analyse({ input: await inputs.jsonl(), model: 'value-co-creation', out });
    const [one, two] = await Promise.all(files.map((file) => readFile(file, 'utf8')));
    expect(one).toBe(two);
    expect(await readdir(folder)).toEqual(['one.jsonl', 'two.jsonl']);
    expect(await linesOf(files[0]!)).toHaveLength(TALK.length);
  });

  it('takes a model of one’s own from a file', async () => {
    const out = join(await folderWith({}), 'out.jsonl');
    await analyse({ input: await inputs.jsonl(), model: await fileWith('library.yaml', MODEL), out });
    const lines = await linesOf(out);
    const steps = new Set(lines.map((each) => each.analysis.step));
    expect([...steps].every((step) => ['phones', 'papers', 'none'].includes(step))).toBe(true);
    const stepOf = (part: string) => lines.find((each) => each.text.includes(part))?.analysis.step;
    expect(stepOf('phone on Fridays')).toBe('phones');
    expect(stepOf('Lomake on kuusi')).toBe('papers');
    expect(stepOf('Dokumenten ligger')).toBe('papers');
    expect(stepOf('God morgon')).toBe('none');
  });

  it.each([
    ['is not there', 'missing.yaml', null],
    ['is no model', 'bad.yaml', 'id: bad\nsteps: nothing\n'],
    ['is no YAML', 'broken.yaml', 'id: [unclosed\n'],
  ])('with a model file that %s names the file, and writes nothing', async (_, name, content) => {
    const model = content === null ? join(await folderWith({}), name) : await fileWith(name, content);
    const folder = await folderWith({});
    const line = await complaintOf(analyse({ input: await inputs.jsonl(), model, out: join(folder, 'out.jsonl') }));
    expect(line).toContain(name);
    expect(line).not.toContain('\n');
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('the command line', () => {
  const porras = (...args: string[]) =>
    spawnSync(process.execPath, [join(ROOT, 'src/cli.ts'), ...args], { encoding: 'utf8', timeout: 60_000 });

  it('ends with 2 and one line on bad input, with 0 and one line otherwise', async () => {
    const folder = await folderWith({});
    const input = await inputs.jsonl();
    const common = ['replay', '--input', input, '--people', await people(), '--model', 'value-co-creation'];
    const bad = porras(...common, '--programme', 'nope', '--start', '2026-03-02', '--out', join(folder, 'out'));
    expect(bad.status).toBe(2);
    expect(bad.stdout).toBe('');
    expect(bad.stderr).toMatch(/^porras: --programme: .*\n$/);
    expect(await readdir(folder)).toEqual([]);
    const good = porras(
      'analyse',
      '--input',
      input,
      '--model',
      'value-co-creation',
      '--out',
      join(folder, 'labels.jsonl'),
    );
    expect([good.status, good.stderr]).toEqual([0, '']);
    expect(good.stdout).toMatch(/^12 contributions labelled in .*\n$/);
  });
});
