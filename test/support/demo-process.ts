import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';

/** The demo as whoever types `npm run demo` gets it, in a process of its own. */
export interface DemoProcess {
  pid: number;
  /** Resolves to how many milliseconds it took to be ready; rejects with what it said when it ends before. */
  ready: Promise<number>;
  /** kill -9. Resolves when the process is no more. */
  kill(): Promise<void>;
  /** Asks it to end. Resolves to its exit code. */
  stop(): Promise<number | null>;
}

const CLI = path.join(import.meta.dirname, '../../src/cli.ts');

export function startDemo({ dataDir, port }: { dataDir: string; port: number }): DemoProcess {
  const { DATABASE_URL: _, REDIS_URL: __, ...env } = process.env;
  const began = performance.now();
  const child = spawn(process.execPath, [CLI, 'demo'], {
    env: { ...env, PORRAS_DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const gone = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const ready = new Promise<number>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk;
        if (said.includes('Porras is at')) resolve(performance.now() - began);
      });
    }
    void gone.then((code) => reject(new Error(`the demo ended (${code ?? 'killed'}) after saying:\n${said}`)));
  });
  // It may be killed before anybody waits for it.
  ready.catch(() => undefined);
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return gone;
  };
  return { pid: child.pid!, ready, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') };
}

/**
 * A port below those that systems give to outgoing connections, since one of those could be taken, even by a client's
 * own try to connect, while the server that is to have it is down.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
