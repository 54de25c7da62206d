import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { loadProgrammeFile } from '../../src/content/load-programmes.ts';
import { loadQuestions } from '../../src/content/load-questions.ts';
import { InputError } from '../../src/errors.ts';
import { faultOf, folderOf, SHIPPED } from './support.ts';

type Path = (string | number)[];

/** The path of every field in `value`, groups of fields included. */
const fieldsOf = (value: unknown, path: Path = []): Path[] => {
  if (Array.isArray(value)) return value.flatMap((item, i) => fieldsOf(item, [...path, i]));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => [[...path, name], ...fieldsOf(inner, [...path, name])]);
};

const questions = await loadQuestions(SHIPPED, undefined, null);
const known = { questions, steps: null };

describe.each(['co-development', 'five-d', 'weekly-reflection'])('a programme file like %s', (id) => {
  const source = readFileSync(join(SHIPPED, 'programmes', `${id}.yaml`), 'utf8');
  const fields = fieldsOf(parseDocument(source).toJS());

  it('loads from a path of its own', async () => {
    const dir = await folderOf({ 'own.yaml': source });
    expect((await loadProgrammeFile(join(dir, 'own.yaml'), known)).id).toBe(id);
  });

  it('without any one of its fields is refused, by file, line and field', async () => {
    expect(fields.length).toBeGreaterThan(80);
    const dir = await folderOf({});
    for (const path of fields) {
      const document = parseDocument(source);
      document.deleteIn(path);
      await writeFile(join(dir, 'own.yaml'), document.toString());
      const fault = await faultOf(dir, loadProgrammeFile(join(dir, 'own.yaml'), known));
      expect(fault).toMatch(/^own\.yaml:[1-9]\d* .*: is missing; /);
      expect(fault).toContain(String(path.at(-1)));
    }
  });

  it('with any value in the place of another either loads or is refused by name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fields), fc.jsonValue(), async (path, value) => {
        const document = parseDocument(source);
        document.setIn(path, document.createNode(value));
        expect(await loadsOrIsNamed(document.toString())).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

it('whatever stands in a programme file, it loads or is refused by name', async () => {
  const content = fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }));
  await fc.assert(
    fc.asyncProperty(content, async (some) => {
      expect(await loadsOrIsNamed(some)).toBe(true);
    }),
    { numRuns: 120 },
  );
});

/** Whether the file loads, or is refused in one line that names it. */
const loadsOrIsNamed = async (content: string | Uint8Array): Promise<boolean> => {
  const dir = await folderOf({ 'own.yaml': content });
  const thrown: unknown = await loadProgrammeFile(join(dir, 'own.yaml'), known).catch((error: unknown) => error);
  return !(thrown instanceof Error) || (thrown instanceof InputError && /^\S*own\.yaml:[1-9].*$/.test(thrown.message));
};
