import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { stringify } from 'yaml';
import { freePort } from '../../support/demo-process.ts';
import { BOT, CHANNEL, GENERAL, ME, OTHERS, TEAM, TENANT } from './team.ts';

export interface Playground {
  url: string;
  /** Sets its clock; resolves once it is set. */
  moveTo(instant: Date): Promise<void>;
  /** Ends the process and takes its folder away. */
  stop(): Promise<void>;
}

const START_MS = 60_000;
const CLI = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
const PRELOAD = new URL('preload.ts', import.meta.url).href;

/** Microsoft's Agents Playground in a process and a folder of its own, with the team of team.ts. */
export async function startPlayground(endpoint: string): Promise<Playground> {
  const folder = mkdtempSync(path.join(tmpdir(), 'porras-playground-'));
  const config = path.join(folder, 'team.yml');
  writeFileSync(config, stringify(TEAM_FILE));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const options = {
    'app-endpoint': endpoint,
    'channel-id': 'msteams',
    port: String(port),
    'service-url': `${url}/_connector`,
  };
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn(process.execPath, ['--import', PRELOAD, CLI, 'start', '--disable-telemetry', ...flags], {
    cwd: folder,
    env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', TEAMS_APP_TEST_TOOL_CONFIG_PATH: config },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill();
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
  const failed = gone.then(() => {
    throw new Error(`the Agents Playground ended after saying:\n${said}\n${logIn(folder)}`);
  });
  try {
    // It says that it listens before it has read its configuration.
    await Promise.race([untilAnswered(`${url}/_internal/v1/testConfig`), failed]);
  } catch (thrown) {
    await stop();
    throw thrown;
  }
  failed.catch(() => undefined);
  return {
    url,
    stop,
    async moveTo(instant) {
      const set = once(child, 'message');
      child.send({ shift: instant.getTime() - Date.now() });
      await set;
    },
  };
}

async function untilAnswered(url: string): Promise<void> {
  for (let waitedMs = 0; waitedMs < START_MS; waitedMs += 100) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await after(100);
  }
  throw new Error(`the Agents Playground did not answer at ${url} in ${START_MS / 1000} s`);
}

function logIn(folder: string): string {
  try {
    return readFileSync(path.join(folder, 'devTools/m365agentsplayground.log'), 'utf8').slice(-2_000);
  } catch {
    return '';
  }
}

/** As the Playground wants it; it asks for five people besides the one who sits before it. */
const TEAM_FILE = {
  version: '0.1.1',
  tenantId: TENANT,
  bot: BOT,
  currentUser: ME,
  users: OTHERS,
  personalChat: { id: 'chat-with-porras' },
  groupChat: { id: 'group-chat', name: 'Ryhmä' },
  team: { id: GENERAL, name: TEAM, aadGroupId: '00000000-0000-0000-0000-000000000031', channels: [CHANNEL] },
};
