import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../support/demo-process.ts';

/** A server in a process of its own. */
export interface ServerProcess {
  /** Where the platform sends events. */
  eventsUrl: string;
  stop(): Promise<void>;
}

const STARTS_MS = 60_000;

/**
 * Starts Node.js with `args` and a `PORT` to serve.
 * @param paths where it is asked whether it is ready, and where it takes events in
 * @throws where it ends at once, or is not ready after a minute
 */
export async function startServerProcess(
  args: string[],
  paths: { ready: string; events: string },
  env: Record<string, string> = {},
): Promise<ServerProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, args, {
    env: { ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  for (const until = Date.now() + STARTS_MS; !(await answers(`${url}${paths.ready}`)); await sleep(100)) {
    if (hasEnded(child) || Date.now() > until) {
      child.kill();
      throw new Error(`${args.slice(0, 4).join(' ')} did not start`);
    }
  }
  return {
    eventsUrl: `${url}${paths.events}`,
    async stop() {
      if (hasEnded(child)) return;
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ status }) => status < 500,
    () => false,
  );
