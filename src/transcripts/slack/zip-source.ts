import { isUtf8 } from 'node:buffer';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { InputError, messageOf } from '../../errors.ts';
import { tooBig } from '../input-file.ts';
import { bytes, LIMITS } from '../limits.ts';
import { shown } from '../shown.ts';
import type { ExportSource } from './export-source.ts';

/**
 * A zipped export. Nothing is unpacked to disk. The list of files is judged before any of them is unpacked, and yauzl
 * stops an entry that unpacks to more than the list says, so a zip bomb costs neither time nor memory.
 * @throws InputError for a damaged or encrypted zip, for entries that point outside, for links, and beyond the limits.
 */
export const zipSource = async (path: string): Promise<ExportSource> => {
  const zip = await yauzl.openPromise(path, { decodeStrings: false, autoClose: false }).catch((cause: unknown) => {
    throw damaged(path, cause);
  });
  try {
    const entries = await entriesOf(zip, path);
    return {
      name: path,
      files: [...entries.keys()].toSorted(),
      read: (file) => unpack(zip, entries, file, path),
      close: () => Promise.resolve(zip.close()),
    };
  } catch (thrown) {
    zip.close();
    throw thrown;
  }
};

const entriesOf = async (zip: ZipFile, path: string): Promise<Map<string, Entry>> => {
  if (zip.entryCount > LIMITS.entries) {
    throw new InputError(
      path,
      `${zip.entryCount} files in the zip, more than the ${LIMITS.entries} that are read; unpack it and give the folder`,
    );
  }
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  let packed = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      checkEntry(entry, name, path);
      unpacked += entry.uncompressedSize;
      packed += entry.compressedSize;
      if (name.endsWith('/')) continue;
      if (entries.has(name)) throw new InputError(`${path}/${name}`, 'twice in the zip; pack it again from one folder');
      entries.set(name, entry);
    }
  } catch (thrown) {
    throw thrown instanceof InputError ? thrown : damaged(path, thrown);
  }
  if (unpacked > LIMITS.unpacked) {
    throw new InputError(
      path,
      `unpacks to ${bytes(unpacked)}, more than the ${bytes(LIMITS.unpacked)} that are read from a zip; if you trust it, unpack it and give the folder`,
    );
  }
  if (unpacked > LIMITS.ratioFrom && unpacked > packed * LIMITS.ratio) {
    throw new InputError(
      path,
      `unpacks to more than ${LIMITS.ratio} times its size, as a zip bomb does; if you trust it, unpack it and give the folder`,
    );
  }
  return entries;
};

/** Names without the flag for UTF-8 are often UTF-8 all the same; the fallback is what the zip format says. */
const nameOf = ({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string =>
  isUtf8(fileNameRaw)
    ? fileNameRaw.toString('utf8').replaceAll('\\', '/')
    : yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);

const LINK = 0o120000;
const FILE_TYPE = 0o170000;

const checkEntry = (entry: Entry, name: string, path: string): void => {
  if (yauzl.validateFileName(name) !== null || name.includes('\0')) {
    throw new InputError(
      path,
      `the zip holds a path that leads out of it, ${shown(name)}, as no export does; do not unpack it, export again`,
    );
  }
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === LINK) {
    throw new InputError(
      path,
      `the zip holds a symbolic link, ${shown(name)}, as no export does; do not unpack it, export again`,
    );
  }
  if (entry.isEncrypted())
    throw new InputError(path, `${shown(name)} is encrypted; unpack the zip with its password and give the folder`);
};

const unpack = async (zip: ZipFile, entries: Map<string, Entry>, file: string, path: string): Promise<Uint8Array> => {
  const entry = entries.get(file);
  if (!entry) throw new InputError(path, `no ${shown(file)} in the zip; export again`);
  if (entry.uncompressedSize > LIMITS.file) throw new InputError(`${path}/${file}`, tooBig(entry.uncompressedSize));
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  } catch (thrown) {
    throw damaged(`${path}/${file}`, thrown);
  }
  const content = Buffer.concat(chunks);
  if (crc32(content) !== entry.crc32) throw damaged(`${path}/${file}`, new Error('checksum differs'));
  return content;
};

const damaged = (where: string, cause: unknown): InputError =>
  new InputError(where, `the zip is damaged or incomplete (${messageOf(cause)}); download or export it again`, {
    cause,
  });
