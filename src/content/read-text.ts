import { readdir, readFile } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { InputError } from '../errors.ts';

/** A path as errors show it: from the current folder where the file is below it. */
export const shownPath = (file: string): string => {
  const short = relative(process.cwd(), file);
  return short.startsWith('..') || isAbsolute(short) ? file : short.replaceAll('\\', '/');
};

/** The text of a UTF-8 file without its byte order mark. @throws InputError when there is none to read. */
export const readText = async (file: string): Promise<string> => {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    throw new InputError(shownPath(file), 'cannot be read; check the path and the rights to it', { cause });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InputError(`${shownPath(file)}:1`, 'is not UTF-8 text; save it as UTF-8', { cause });
  }
};

/** Paths of the files directly in `folder` that end in one of `endings`, by name; none when there is no such folder. */
export const listFiles = async (folder: string, endings: readonly string[]): Promise<string[]> => {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new InputError(shownPath(folder), 'cannot be listed; check that it is a folder', { cause: error });
  });
  return names
    .filter((name) => !name.startsWith('.') && endings.some((ending) => name.endsWith(ending)))
    .toSorted()
    .map((name) => join(folder, name));
};
