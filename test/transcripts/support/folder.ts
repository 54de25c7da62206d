import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { InputError } from '../../../src/errors.ts';

const made: string[] = [];
afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
});

export type Files = Record<string, string | Uint8Array | object>;

/** A folder of its own with these files; objects are written as JSON. It goes away after the test. */
export const folderWith = async (files: Files): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'porras-'));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), contentOf(content));
  }
  return folder;
};

/** A file of its own. */
export const fileWith = async (name: string, content: Files[string]): Promise<string> =>
  join(await folderWith({ [name]: content }), name);

export const contentOf = (content: Files[string]): string | Uint8Array =>
  typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content, null, 1);

/** The one line that a person gets for bad input; whatever else was thrown is thrown on. */
export const complaintOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (thrown) {
    if (thrown instanceof InputError) return thrown.message;
    throw thrown;
  }
  throw new Error('nothing was complained of');
};
