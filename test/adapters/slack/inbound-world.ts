import { createSlackPlatform, type SlackConfig, type SlackPlatform } from '../../../adapters/slack/index.ts';
import { type RunningServer, startServer } from '../../../src/http/server.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { createRecorder, type Recorder } from '../../contract/chat-platform-harness.ts';
import { type Slack, type SlackOptions, startSlack } from '../../support/slack/start-slack.ts';

export const SECRET_KEY = 'a secret that is long enough to seal tokens';

export interface World {
  slack: Slack;
  platform: SlackPlatform;
  server: RunningServer;
  store: Store;
  recorder: Recorder;
  /** What an operator was told. */
  logged: string[];
  close(): Promise<void>;
}

export interface WorldOptions extends SlackOptions {
  config?: Partial<SlackConfig>;
  /** Installed by its own page in as many workspaces as like; otherwise in one, by its token. */
  many?: boolean;
  clock?: Clock;
  store?: Store;
}

export const OAUTH = {
  clientId: '111.222',
  clientSecret: 'client-secret',
  stateSecret: 'a secret for the state',
  secretKeys: [SECRET_KEY] as const,
};

/** Porras's Slack adapter on its own server, before a Slack of ours. */
export async function startWorld({ config, many = false, ...options }: WorldOptions = {}): Promise<World> {
  const slack = await startSlack(options);
  const store = options.store ?? createMemoryStore();
  const logged: string[] = [];
  const recorder = createRecorder();
  const token = slack.teams[0]?.token ?? null;
  const platform = createSlackPlatform({
    store,
    log: (what, ids) => logged.push(`${what} ${JSON.stringify(ids)}`),
    ...(options.clock && { clock: options.clock }),
    config: {
      signingSecret: slack.app.signingSecret,
      botToken: many ? null : token,
      oauth: many ? OAUTH : null,
      appToken: null,
      publicUrl: many ? 'https://porras.example.com' : null,
      apiUrl: slack.apiUrl,
      ...config,
    },
  });
  const server = await startServer({ port: 0, routes: [platform.routes] });
  try {
    await platform.start(recorder.sink);
  } catch (thrown) {
    await server.stop();
    await slack.close();
    throw thrown;
  }
  await slack.connectHttp({ url: `${server.url}/slack/events` });
  return {
    slack,
    platform,
    server,
    store,
    recorder,
    logged,
    async close() {
      await platform.stop();
      await server.stop();
      await slack.close();
    },
  };
}
