import { constants, type Dirent } from 'node:fs';
import { type FileHandle, lstat, open, readdir, stat } from 'node:fs/promises';
import { InputError, messageOf } from '../errors.ts';
import { bytes, LIMITS } from './limits.ts';

/** What stands at a path that a person gave. @throws InputError when nothing that can be read does. */
export const kindOf = async (path: string): Promise<'file' | 'folder'> => {
  const found = await stat(path).catch(unreadable(path));
  if (found.isDirectory()) return 'folder';
  if (found.isFile()) return 'file';
  throw new InputError(path, 'neither a file nor a folder; save the input as a file first');
};

/** Refuses a link inside an export: whoever packed it could make it lead anywhere on this machine. */
export const refuseLink = async (path: string): Promise<void> => {
  if ((await lstat(path)).isSymbolicLink()) {
    throw new InputError(
      path,
      'a symbolic link, which an export never holds; put the file itself there, or remove the link',
    );
  }
};

/** What is in a folder, hidden files aside. @throws InputError when it cannot be listed. */
export const listFolder = async (path: string): Promise<Dirent[]> => {
  const entries = await readdir(path, { withFileTypes: true }).catch(unreadable(path));
  return entries.filter(({ name }) => !name.startsWith('.'));
};

/** Opens a file for reading, hands it to `use`, and closes it. */
export const withFile = async <T>(path: string, use: (file: FileHandle) => Promise<T>): Promise<T> => {
  const file = await open(path, constants.O_RDONLY).catch(unreadable(path));
  try {
    return await use(file).catch(unreadable(path));
  } finally {
    await file.close();
  }
};

/** The bytes of a file that has to be read whole. @throws InputError when it is missing, unreadable, empty or too big. */
export const readWhole = (path: string): Promise<Buffer> =>
  withFile(path, async (file) => {
    const { size } = await file.stat();
    if (size > LIMITS.file) throw new InputError(path, tooBig(size));
    const content = await file.readFile();
    if (content.length === 0)
      throw new InputError(path, 'the file is empty; check that it was saved or exported to the end');
    return content;
  });

/** The first bytes of a file, enough to tell what it is. */
export const readHead = (path: string): Promise<Buffer> =>
  withFile(path, async (file) => {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    if (bytesRead === 0)
      throw new InputError(path, 'the file is empty; check that it was saved or exported to the end');
    return buffer.subarray(0, bytesRead);
  });

const HEAD = LIMITS.line + 1;

export const tooBig = (size: number): string =>
  `${bytes(size)} in one file, more than the ${bytes(LIMITS.file)} that are read at once; export fewer days, or split the file`;

const unreadable =
  (path: string) =>
  (thrown: unknown): never => {
    throw thrown instanceof InputError ? thrown : new InputError(path, whyNot(thrown), { cause: thrown });
  };

const whyNot = (thrown: unknown): string => {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file or folder; check the path';
  if (code === 'EACCES' || code === 'EPERM')
    return 'may not be read by this user; give it read permission and try again';
  return `cannot be read (${messageOf(thrown)}); check the path and the disk`;
};
