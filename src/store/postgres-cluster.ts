import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { PorrasError } from '../errors.ts';

/** Whom the server runs as; nothing when it is ourselves. */
export interface Owner {
  uid?: number;
  gid?: number;
}

/** `nobody` on every Linux. */
const NOBODY = 65_534;

/** For root: the owner of a cluster that is there already, else `nobody`. */
export function ownerOf(folder: string): Required<Owner> {
  if (!existsSync(folder)) return { uid: NOBODY, gid: NOBODY };
  const { uid, gid } = statSync(folder);
  return uid === 0 ? { uid: NOBODY, gid: NOBODY } : { uid, gid };
}

/** Makes the files of a new database cluster, all or none: a start that is killed half-way leaves no half of one. */
export function initialiseCluster(programs: string, folder: string, owner: Owner): void {
  const unfinished = `${folder}.init-${process.pid}`;
  mkdirSync(unfinished, { mode: 0o700 });
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(unfinished, owner.uid, owner.gid);
  const made = spawnSync(
    `${programs}/initdb`,
    ['-D', unfinished, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...owner, encoding: 'utf8', cwd: '/', env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' } },
  );
  if (made.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    const reason = (made.stderr ?? String(made.error)).trim();
    throw new PorrasError('postgres-failed', `the data folder ${folder} could not be made: ${reason}`);
  }
  renameSync(unfinished, folder);
}
