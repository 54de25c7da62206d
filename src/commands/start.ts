import { createSlackPlatform, type SlackPlatform } from '../../adapters/slack/index.ts';
import { createTeamsPlatform } from '../../adapters/teams/index.ts';
import { type Config, readConfig } from '../config.ts';
import { InputError } from '../errors.ts';
import { startServer } from '../http/server.ts';
import type { Log } from '../log.ts';
import { fitPicture } from '../picture/fit-picture.ts';
import { type Role, run } from '../main.ts';
import type { ChatPlatform } from '../ports/chat-platform.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { untilStopped } from './until-stopped.ts';

interface Around {
  store: Store;
  clock: Clock;
  log: Log;
}

interface Connected {
  platform: ChatPlatform;
  routes: SlackPlatform['routes'];
}

/** Chat platforms by what configures them. */
const PLATFORMS: readonly { settings: string; connect: (config: Config) => Connect | null }[] = [
  {
    settings: 'Slack: SLACK_BOT_TOKEN with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET, see adapters/slack/README.md',
    connect: ({ slack }) =>
      slack &&
      (async ({ store, clock, log }) => {
        const platform = createSlackPlatform({ config: slack, store, clock, log: (what, ids) => log.warn(ids, what) });
        await platform.open();
        return { platform, routes: platform.routes };
      }),
  },
  {
    settings: 'Microsoft Teams: MICROSOFT_APP_ID with its companions, see adapters/teams/README.md',
    connect: ({ teams }) =>
      teams &&
      (async ({ store, clock, log }) => {
        const platform = createTeamsPlatform({
          config: teams,
          store,
          clock,
          log: (what, ids) => log.warn(ids, what),
          fit: fitPicture,
        });
        return { platform, routes: platform.routes };
      }),
  },
];

type Connect = (around: Around) => Promise<Connected>;

/** `porras start`: serves the platforms that are configured. The demo's chat page is not one: on it anyone can be anyone. */
export async function start({ role }: { role: string }): Promise<string> {
  if (role !== 'web' && role !== 'worker' && role !== 'all')
    throw new InputError('--role', `"${role}" is not a role; it is web, worker or all`);
  const config = readConfig();
  const connects = PLATFORMS.flatMap((each) => each.connect(config) ?? []);
  if (connects.length === 0) {
    throw new InputError(
      'start',
      `no chat platform is configured, so there would be nobody to talk to. Set one up (${PLATFORMS.map(({ settings }) => settings).join('; ')}), or see Porras at work with \`npm run demo\``,
    );
  }
  let connected: Connected[] = [];
  const running = await run({
    config,
    role: role as Role,
    async platforms(around) {
      connected = await Promise.all(connects.map((connect) => connect(around)));
      return connected.map(({ platform }) => platform);
    },
  });
  try {
    await serve(config, role === 'worker' ? [] : connected, running.ready);
  } finally {
    await running.stop();
  }
  return 'Stopped.';
}

/** Serves until it is told to stop; a worker takes nothing in, and only answers whether it is well. */
async function serve({ port, host }: Config, connected: readonly Connected[], ready: () => Promise<void>) {
  const server = await startServer({
    port,
    host,
    routes: connected.map(({ routes }) => routes),
    ready,
  });
  console.log(`Porras is up; ${server.url}/readyz says whether it is well (Ctrl+C stops it)`);
  await untilStopped();
  await server.stop();
}
