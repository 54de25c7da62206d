import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { PorrasError } from '../../src/errors.ts';
import type { ChatPlatform } from '../../src/ports/chat-platform.ts';
import type { FitPicture } from '../../src/ports/painter.ts';
import { type Clock, systemClock } from '../../src/ports/clock.ts';
import type { Tables } from '../../src/ports/store.ts';
import { realTimer } from '../../src/ports/timer.ts';
import { PLATFORM } from './address.ts';
import { createTransport } from './client.ts';
import { ABOUT, PATHS, type TeamsConfig, type TeamsLog } from './config.ts';
import { createInbound, type Inbound } from './inbound.ts';
import { createDialogs } from './inbound-dialogs.ts';
import { createOutbound, TEAMS_CAPABILITIES } from './outbound.ts';
import type { PaceTimer } from './pace.ts';
import { createReferences } from './references.ts';
import { createStoredParts } from './stored-parts.ts';
import { createVerify } from './verify.ts';
import { ABOUT_PAGE } from './welcome-page.ts';

export type { TeamsAppType, TeamsConfig, TeamsLog } from './config.ts';

export interface TeamsPlatformOptions {
  config: TeamsConfig;
  store: Pick<Tables, 'conversations' | 'messageParts'>;
  clock?: Clock;
  log?: TeamsLog;
  /** Makes pictures as small as Teams takes them. */
  fit?: FitPicture;
  /** What Teams's limits run on. */
  timer?: PaceTimer;
  /** Where tokens for calls come from, where that is not Microsoft's login. */
  token?: () => Promise<string>;
}

export interface TeamsPlatform extends ChatPlatform {
  /** To be given to `startServer`: where Teams sends what happens. */
  readonly routes: Hono;
}

export function createTeamsPlatform(options: TeamsPlatformOptions): TeamsPlatform {
  const { config, store, clock = systemClock, log = () => undefined, timer = realTimer } = options;
  refuseOpenDoors(config);
  const transport = createTransport(config, options.token);
  const references = createReferences(store.conversations, clock);
  const dialogs = createDialogs();
  const verify = createVerify(config);
  const inbound = createInbound({ config, verify, references, transport, dialogs, clock, log });
  const capabilities: ChatPlatform['capabilities'] = () => TEAMS_CAPABILITIES;

  return {
    name: PLATFORM,
    capabilities,
    ...createOutbound({
      transport,
      references,
      capabilities,
      timer,
      parts: createStoredParts(store.messageParts),
      ...(options.fit && { fit: options.fit }),
      openDialog: (id, card) => dialogs.open(id, card),
    }),
    routes: routesTo(inbound),
    async start(sink, viewOf) {
      inbound.open(sink, viewOf);
    },
    async stop() {
      inbound.close();
    },
  };
}

/** Without an app id nothing tells whether Teams sent a request: anyone could speak for anyone. */
function refuseOpenDoors({ appId, openForDevelopment }: TeamsConfig): void {
  if (appId === null && !openForDevelopment)
    throw new PorrasError(
      'teams-settings',
      'Teams needs MICROSOFT_APP_ID: without it nothing tells who sent a request. See adapters/teams/README.md.',
    );
  if (appId !== null && openForDevelopment)
    throw new PorrasError(
      'teams-settings',
      'PORRAS_TEAMS_OPEN takes in what nobody signed, and is not for a bot that has a MICROSOFT_APP_ID: unset one of them.',
    );
}

/** Teams sends 256 KB at most. */
const MOST_BYTES = 1_000_000;

function routesTo(inbound: Inbound): Hono {
  const routes = new Hono();
  const limit = bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.body(null, 413) });
  for (const path of PATHS) {
    routes.post(path, limit, async (c) => {
      const body: unknown = await c.req.json().catch(() => null);
      const { status, body: answer } = await inbound.take(c.req.header('authorization'), body);
      return answer === null ? c.body(null, status) : c.json(answer, status);
    });
  }
  routes.get(ABOUT, (c) => c.html(ABOUT_PAGE));
  return routes;
}
