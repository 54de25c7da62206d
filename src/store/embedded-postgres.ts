import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PorrasError } from '../errors.ts';
import { lockFolder } from './folder-lock.ts';
import { findPostgres, isReachable, makeReachableFolder, SHARED_FOLDER } from './postgres-binaries.ts';
import { initialiseCluster, ownerOf, type Owner } from './postgres-cluster.ts';

export interface EmbeddedPostgres {
  /** The address of one of its databases; `postgres` is always there. */
  url(database: string): string;
  /** Where its files are: the folder asked for, or one below /var/lib/porras where root's home is private. */
  folder: string;
  stop(): Promise<void>;
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '80',
  shared_buffers: '64MB',
};

/** How long a server whose owner was killed may take to end. */
const PREDECESSOR_MS = 15_000;

/**
 * Starts PostgreSQL on a data folder of this process's own, made at the first start. The server ends with this process,
 * even when that is killed, and mends its files at the next start.
 * @param settings more of PostgreSQL's own settings
 * @throws PorrasError `data-folder-in-use`, `no-embedded-postgres`, `postgres-failed`
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<EmbeddedPostgres> {
  if (process.platform === 'win32') {
    throw new PorrasError(
      'no-embedded-postgres',
      'the built-in PostgreSQL does not run on Windows: set DATABASE_URL to a PostgreSQL of your own (13 or later), or use WSL',
    );
  }
  const isRoot = process.getuid?.() === 0;
  const programs = findPostgres(isRoot);
  const folder = reachableFolder(path.resolve(dataDir), isRoot);
  makeReachableFolder(path.dirname(folder));
  const unlock = lockFolder(folder);
  try {
    const owner = isRoot ? ownerOf(folder) : {};
    if (!existsSync(path.join(folder, 'PG_VERSION'))) initialiseCluster(programs, folder, owner);
    const port = await freePort();
    const options = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const command = [path.join(programs, 'postgres'), '-D', folder, '-p', String(port), ...options];
    const server = await startServer(command, owner);
    return {
      url: (database) => `postgresql://postgres@127.0.0.1:${port}/${database}`,
      folder,
      async stop() {
        await server.stop();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** PostgreSQL refuses to run as root, and the user it then runs as may not be able to come to the folder. */
function reachableFolder(folder: string, isRoot: boolean): string {
  if (!isRoot || isReachable(path.dirname(folder))) return folder;
  return path.join(SHARED_FOLDER, createHash('sha256').update(folder).digest('hex').slice(0, 12), 'pg');
}

/** The server reads nothing from us; when our end of the pipe closes, for whatever reason, it is told to end. */
const UNTIL_PIPE_CLOSES = 'exec 3<&0; "$@" 3<&- </dev/null & p=$!; (cat <&3 >/dev/null; kill -INT $p) & wait $p';

async function startServer(command: readonly string[], owner: Owner): Promise<{ stop(): Promise<void> }> {
  for (const until = Date.now() + PREDECESSOR_MS; ; ) {
    const { child, said } = await tryServer(command, owner);
    if (child) return { stop: () => stopServer(child) };
    const predecessorIsEnding = /already exists|still in use/.test(said) && Date.now() < until;
    if (!predecessorIsEnding) {
      throw new PorrasError('postgres-failed', `the built-in PostgreSQL did not start: ${said.trim()}`);
    }
    await sleep(200);
  }
}

function tryServer(command: readonly string[], owner: Owner): Promise<{ child: ChildProcess | null; said: string }> {
  const child = spawn('/bin/sh', ['-c', UNTIL_PIPE_CLOSES, 'sh', ...command], {
    ...owner,
    cwd: '/',
    env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true, // Ctrl-C reaches us first, and we end it in order
  });
  let said = '';
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve({ child: null, said }));
    child.stderr.on('data', function listen(chunk: Buffer) {
      said = (said + chunk.toString()).slice(-2_000);
      if (!said.includes('ready to accept connections')) return;
      child.stderr.off('data', listen).resume();
      child.unref();
      for (const pipe of [child.stdin, child.stderr]) (pipe as Socket).unref();
      resolve({ child, said });
    });
  });
}

function stopServer(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.ref();
    child.once('exit', () => resolve());
    child.stdin?.end();
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
