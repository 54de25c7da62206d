import { createHash } from 'node:crypto';
import type { ChatPlatform } from '../../src/ports/chat-platform.ts';
import { type Clock, systemClock } from '../../src/ports/clock.ts';
import type { Tables } from '../../src/ports/store.ts';
import { realTimer, type Timer } from '../../src/ports/timer.ts';
import { PorrasError } from '../../src/errors.ts';
import { PLATFORM, teamOf } from './address.ts';
import { type Authorize, createAuthorize } from './authorize.ts';
import { createAuthorizeOne } from './authorize-one.ts';
import { type CallWith, createCaller, createSlackApi } from './client.ts';
import { renewWith } from './client-oauth.ts';
import { createReceiver, type Hono } from './client-receiver.ts';
import type { SlackConfig, SlackLog } from './config.ts';
import { createInbound, installedEvent } from './inbound.ts';
import { createNames } from './inbound-names.ts';
import { createInstallationStore } from './installation-store.ts';
import { createOutbound } from './outbound.ts';
import { createPeople } from './outbound-people.ts';
import { pacedApi } from './pace.ts';
import { capabilitiesWith } from './scopes.ts';
import { createSeal } from './seal.ts';

export type { SlackConfig, SlackLog, SlackOAuth } from './config.ts';

export interface SlackPlatformOptions {
  config: SlackConfig;
  store: Pick<Tables, 'installations'>;
  clock?: Clock;
  log?: SlackLog;
  /** What Slack's limits run on. */
  timer?: Timer;
}

export interface SlackPlatform extends ChatPlatform {
  /** To be given to `startServer`: events, and the pages of the installation. */
  readonly routes: Hono;
  /** Reads where Porras is installed; `start` does it too, a process that only works off jobs has to. */
  open(): Promise<void>;
}

export function createSlackPlatform(options: SlackPlatformOptions): SlackPlatform {
  const { config, clock = systemClock, log = () => undefined, timer = realTimer } = options;
  const callWith = createCaller(config.apiUrl, log);
  const installed = authorizeBy(config, options.store, callWith, clock, log);
  const api = createSlackApi(callWith, installed);
  const people = createPeople(pacedApi(api, timer), clock);
  const inbound = createInbound({ installed, names: createNames(people, clock), clock, log });
  const receiver = createReceiver({
    config,
    clock,
    log,
    take: (body) => inbound.take(body),
    async onInstalled(installation) {
      await installed.add(installation);
      const at = new Date(installation.installedAt);
      await inbound.tell(installedEvent(installation, String(installation.installedAt), at));
    },
  });
  const capabilities: ChatPlatform['capabilities'] = (workspaceId) =>
    capabilitiesWith(installed.seen(teamOf(workspaceId))?.scopes ?? null);

  return {
    name: PLATFORM,
    capabilities,
    ...createOutbound({ api, capabilities, clock, timer, people }),
    routes: receiver.routes,
    open: async () => void (await installed.load()),
    async start(sink) {
      const there = await installed.load();
      inbound.open(sink);
      // Nobody installs a workspace of the settings: that it is there is told at each start, and heard once a token.
      if (config.botToken) {
        for (const each of there) await inbound.tell(installedEvent(each, fingerprint(config.botToken), clock.now()));
      }
      await receiver.start();
    },
    async stop() {
      await receiver.stop();
      inbound.close();
    },
  };
}

function authorizeBy(
  config: SlackConfig,
  store: Pick<Tables, 'installations'>,
  callWith: CallWith,
  clock: Clock,
  log: SlackLog,
): Authorize {
  const { botToken, oauth } = config;
  if (botToken !== null) return createAuthorizeOne(botToken, (token) => callWith(token, 'auth.test', {}));
  if (!oauth) {
    throw new PorrasError(
      'slack-settings',
      'Slack needs SLACK_BOT_TOKEN for one workspace, or SLACK_CLIENT_ID and its companions for many.',
    );
  }
  return createAuthorize({
    store: createInstallationStore(store.installations, createSeal(oauth.secretKeys), clock),
    renew: renewWith(callWith, oauth, clock),
    clock,
    warn: log,
  });
}

const fingerprint = (token: string): string => createHash('sha256').update(token).digest('hex').slice(0, 12);
