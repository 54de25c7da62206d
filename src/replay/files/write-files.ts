import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError, messageOf } from '../../errors.ts';
import type { Files } from './all-files.ts';

/** Writes the files beside the folder first and moves them in when all are there: nothing is left half-written. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  const target = resolve(folder);
  const draft = join(dirname(target), `.${basename(target)}-${randomUUID()}`);
  try {
    await mkdir(draft, { recursive: true });
    for (const [name, content] of files) await writeFile(join(draft, name), content);
    await mkdir(target, { recursive: true });
    for (const name of files.keys()) await rename(join(draft, name), join(target, name));
  } catch (cause) {
    throw new InputError(folder, `cannot be written (${messageOf(cause)}); name a folder that may be written to`, {
      cause,
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** The same for one file. */
export async function writeOneFile(file: string, content: string): Promise<void> {
  const target = resolve(file);
  await writeFiles(dirname(target), new Map([[basename(target), content]]));
}
