import { join } from 'node:path';
import { InputError } from '../errors.ts';
import { kindOf, listFolder, readHead, refuseLink } from './input-file.ts';

export type Found =
  | { format: 'jsonl'; path: string }
  | { format: 'slack'; path: string; packed: boolean }
  | { format: 'teams'; path: string; pages: string[] };

/** Tells what a transcript is by what is in it; names decide only where that leaves a doubt. */
export const detectFormat = async (path: string): Promise<Found> =>
  (await kindOf(path)) === 'folder' ? inFolder(path) : inFile(path);

const inFolder = async (path: string): Promise<Found> => {
  const entries = await listFolder(path);
  const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  const slack: Found = { format: 'slack', path, packed: false };
  if (files.includes('users.json') || files.includes('channels.json')) return slack;
  if (files.some((file) => /^\d{4}-\d{2}-\d{2}\.json$/.test(file))) {
    throw new InputError(
      path,
      'one channel of a Slack export; give the folder above it, which has users.json, and choose the channel with --channel',
    );
  }
  const pages = files
    .filter((file) => file.endsWith('.json'))
    .toSorted(new Intl.Collator('en', { numeric: true }).compare)
    .map((page) => join(path, page));
  for (const page of pages) await refuseLink(page);
  if (pages.length > 0) return { format: 'teams', path, pages };
  if (entries.some((entry) => entry.isDirectory())) return slack;
  throw new InputError(
    path,
    'the folder holds no export; give a JSONL file, a Slack export (folder or zip), or Teams messages (JSON)',
  );
};

const inFile = async (path: string): Promise<Found> => {
  const head = await readHead(path);
  if (head.subarray(0, 2).toString('latin1') === 'PK') return { format: 'slack', path, packed: true };
  if (/\.zip$/i.test(path))
    throw new InputError(
      path,
      'not a zip, whatever its name says, or damaged at its beginning; download or export it again',
    );
  if (/\.(jsonl|ndjson)$/i.test(path)) return { format: 'jsonl', path };
  const start = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  return looksLikeTeams(start) ? { format: 'teams', path, pages: [path] } : { format: 'jsonl', path };
};

/** A list, or an object that goes on after its first line, or one that has Graph's list in it. */
const looksLikeTeams = (start: string): boolean => {
  if (start.startsWith('[')) return true;
  if (!start.startsWith('{')) return false;
  const [first = ''] = start.split('\n', 1);
  if (/^\{\s*("@odata|"value"\s*:\s*\[)/.test(start)) return true;
  try {
    return Array.isArray((JSON.parse(first) as { value?: unknown }).value);
  } catch {
    return /^\{\s*$/.test(first);
  }
};
