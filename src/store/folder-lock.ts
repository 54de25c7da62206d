import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { PorrasError } from '../errors.ts';

/**
 * Takes a folder for this process, by a file beside it that names the process. The lock of a process that has died is
 * taken over.
 * @returns gives the folder back
 * @throws PorrasError `data-folder-in-use`
 */
export function lockFolder(folder: string): () => void {
  const file = `${folder}.lock`;
  const own = `${process.pid} ${birthOf(process.pid)}\n`;
  for (;;) {
    try {
      writeFileSync(file, own, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readHolder(file);
    if (holder?.alive) {
      throw new PorrasError(
        'data-folder-in-use',
        `the data folder ${folder} is in use by process ${holder.pid}: stop that one, or give this one another folder (PORRAS_DATA_DIR), or set DATABASE_URL so that both share one database`,
      );
    }
    rmSync(file, { force: true });
  }
}

function readHolder(file: string): { pid: number; alive: boolean } | null {
  try {
    const [pid = '', ...birth] = readFileSync(file, 'utf8').trim().split(' ');
    return { pid: Number(pid), alive: birthOf(Number(pid)) === birth.join(' ') };
  } catch {
    return null;
  }
}

/** When a process was born, in whatever unit the system counts: its number alone may have passed to another since. */
function birthOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}
