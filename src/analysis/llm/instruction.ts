import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { InputError, messageOf } from '../../errors.ts';

const frontMatter = z.strictObject({
  task: z.string().min(1),
  version: z.number().int().positive(),
  schema: z.string().min(1),
  fills: z.array(z.string()).default([]),
});

/** What the language model is told for one task: a file of `prompts/instructions`. */
export interface Instruction extends z.infer<typeof frontMatter> {
  text: string;
}

export type Instructions = ReadonlyMap<string, Instruction>;

/** Every instruction of a folder by its task. @throws InputError naming file and field */
export async function loadInstructions(folder: string): Promise<Instructions> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.md') && name !== 'README.md').sort();
  const all = await Promise.all(files.map((name) => loadInstruction(join(folder, name))));
  return new Map(all.map((instruction) => [instruction.task, instruction]));
}

export async function loadInstruction(file: string): Promise<Instruction> {
  return parseInstruction(await readFile(file, 'utf8'), file);
}

export function parseInstruction(source: string, file: string): Instruction {
  const [, head, text] = /^---\n(.*?)\n---\n+(.*)$/su.exec(source.replaceAll('\r\n', '\n')) ?? [];
  if (head === undefined || text === undefined) {
    throw new InputError(
      `${file}:1`,
      'begins with no front matter; write task, version and schema between two lines of ---',
    );
  }
  const parsed = frontMatter.safeParse(parseHead(head, file));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new InputError(`${file}:1`, `front matter, ${issue?.path.join('.') || 'keys'}: ${issue?.message}`);
  }
  return { ...parsed.data, text: text.trim() };
}

function parseHead(head: string, file: string): unknown {
  try {
    return parse(head);
  } catch (cause) {
    throw new InputError(`${file}:1`, `front matter is not YAML (${messageOf(cause).split('\n')[0]})`, { cause });
  }
}

/** Puts values into the {places} of an instruction. @throws InputError when a place has no value */
export const fill = (instruction: Instruction, values: Record<string, string>): string =>
  instruction.text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined)
      throw new InputError(
        `prompts/instructions/${instruction.task}.md`,
        `{${name}} has no value; it takes ${Object.keys(values).join(', ')}`,
      );
    return value;
  });
