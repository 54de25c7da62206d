import { join } from 'node:path';
import { listFolder, readWhole, refuseLink } from '../input-file.ts';
import type { ExportSource } from './export-source.ts';

/** An unpacked export: its own files, and those of the folders in it. */
export const folderSource = async (path: string): Promise<ExportSource> => {
  const files: string[] = [];
  for (const entry of await list(path)) {
    if (entry.isDirectory()) {
      for (const inner of await list(join(path, entry.name))) files.push(`${entry.name}/${inner.name}`);
    } else {
      files.push(entry.name);
    }
  }
  return {
    name: path,
    files: files.toSorted(),
    read: async (file) => {
      await refuseLink(join(path, file));
      return readWhole(join(path, file));
    },
    close: () => Promise.resolve(),
  };
};

const list = async (path: string) => {
  const entries = await listFolder(path);
  for (const entry of entries) if (entry.isSymbolicLink()) await refuseLink(join(path, entry.name));
  return entries;
};
