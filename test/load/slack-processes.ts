import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { PATHS } from '../../adapters/slack/config.ts';
import { freePort } from '../support/demo-process.ts';
import type { Slack } from '../support/slack/start-slack.ts';

/** A server in a process of its own. */
export interface ServerProcess {
  /** Where Slack sends events. */
  eventsUrl: string;
  stop(): Promise<void>;
}

const STARTS_MS = 60_000;

/** The settings by which Porras knows this Slack and its database. */
export const settingsFor = (slack: Slack, databaseUrl: string): Record<string, string> => ({
  DATABASE_URL: databaseUrl,
  SLACK_SIGNING_SECRET: slack.app.signingSecret,
  SLACK_BOT_TOKEN: slack.teams[0]?.token ?? '',
  SLACK_API_URL: slack.apiUrl,
  LOG_LEVEL: 'error',
});

/** `porras start`, as it is started anywhere. */
export async function startPorras(role: 'web' | 'worker', settings: Record<string, string>): Promise<ServerProcess> {
  const port = await freePort();
  return started(['src/cli.ts', 'start', '--role', role], port, '/readyz', { ...settings, PORT: String(port) });
}

export async function startBareBolt(slack: Slack): Promise<ServerProcess> {
  const port = await freePort();
  const args = [slack.apiUrl, slack.teams[0]?.token ?? '', slack.app.signingSecret, String(port)];
  return started(['test/load/bare-bolt.ts', ...args], port, '/', {});
}

async function started(
  command: string[],
  port: number,
  path: string,
  env: Record<string, string>,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, command, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}`;
  for (const until = Date.now() + STARTS_MS; !(await answers(`${url}${path}`)); await sleep(100)) {
    if (hasEnded(child) || Date.now() > until) {
      child.kill();
      throw new Error(`${command.slice(0, 4).join(' ')} did not start`);
    }
  }
  return {
    eventsUrl: `${url}${PATHS.events}`,
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
