import { Agent } from 'node:http';
import { type Clock, systemClock } from '../../../src/ports/clock.ts';
import { type Admin, createAdmin } from './admin.ts';
import { createAppLink } from './app-link.ts';
import { createHttpTransport, post, type RawAnswer } from './deliver-http.ts';
import { createDeliveries, type Deliveries, type DeliveryOptions } from './deliveries.ts';
import { createFaults, type FaultRule } from './faults.ts';
import { createHands, type Hands } from './hands.ts';
import { type Consent, createOAuth } from './oauth.ts';
import { createRateLimits, type RateLimits } from './rate-limits.ts';
import { createResponseUrls } from './response-urls.ts';
import { ALL_SCOPES } from './scopes.ts';
import { createEyes, type Eyes } from './see.ts';
import { grantToken, seedTeam, type TeamSeed } from './seeds.ts';
import { type LoggedCall, listen } from './server.ts';
import { signed } from './sign.ts';
import { createSocketHub, type SocketHub } from './socket-hub.ts';
import { createTriggers } from './triggers.ts';
import { createWebApi } from './web-api.ts';
import { createWorld, found, type SlackApp, type SlackTeam, type SlackToken } from './world.ts';

export interface SlackOptions {
  teams?: TeamSeed[];
  app?: Partial<SlackApp>;
  /** Time stamps, triggers, tokens and rate limits follow it; signatures do not. */
  clock?: Clock;
  /** How much faster than Slack the second and third retry come. */
  speedUp?: number;
}

export interface HttpConnection {
  /** Where events, interactions and commands go, unless one of the others says so. */
  url: string;
  eventsUrl?: string;
  interactivityUrl?: string;
  commandsUrl?: string;
  signingSecret?: string;
  /** Slack waits three seconds. */
  deadlineMs?: number;
  retries?: DeliveryOptions['retries'];
  /** Names as in the manifest's `bot_events`; all without it. */
  events?: readonly string[];
  /** Ask for the challenge first, as Slack does when the URL is saved. */
  verify?: boolean;
}

export type SocketConnection = Pick<HttpConnection, 'deadlineMs' | 'retries' | 'events'>;

/** A workspace as tests name things. */
export interface TeamHandle {
  id: string;
  /** Of the installation; null if there is none. */
  readonly token: string | null;
  botUserId: string;
  botId: string;
  /** Ids by name. */
  users: Record<string, string>;
  channels: Record<string, string>;
}

export interface RawDelivery {
  body: string;
  contentType?: string;
  /** More headers, or others than those of a good signature. */
  headers?: Record<string, string>;
  /** Sign it, with another time stamp if given. Not signed without it. */
  sign?: { secret?: string; timestamp?: number } | boolean;
  url?: string;
}

export interface Slack extends Admin, Eyes {
  /** The base of the Web API, with a slash at its end: `slackApiUrl` of the client. */
  apiUrl: string;
  url: string;
  app: SlackApp;
  teams: TeamHandle[];
  team(id: string): TeamHandle;
  connectHttp(connection: HttpConnection): Promise<void>;
  /** Switches to Socket Mode. The app connects by itself, before or after; what is told meanwhile waits for it. */
  connectSocket(connection?: SocketConnection): Promise<void>;
  sockets: Pick<SocketHub, 'connections' | 'connected' | 'disconnect' | 'cut'>;
  disconnect(): Promise<void>;
  /** A person, by id or name. */
  as(team: string, user: string): Hands;
  deliveries: Deliveries;
  redeliver: Deliveries['redeliver'];
  settled: Deliveries['settled'];
  deliverRaw(request: RawDelivery): Promise<RawAnswer>;
  /** Makes the next calls of a method go wrong. */
  fail(method: string, rule: FaultRule): void;
  mend(): void;
  limits: RateLimits;
  /** Calls of the Web API, of one method or all. */
  calls(method?: string): LoggedCall[];
  /** Where Slack's consent page sends a person who agrees, or does not. */
  consent(url: string, choice: Consent): string;
  grant(owner: string, options?: Partial<SlackToken>): SlackToken;
  addTeam(seed: TeamSeed): TeamHandle;
  /** Ephemeral messages vanish when their reader reloads. */
  reload(team: string, user: string): void;
  close(): Promise<void>;
}

const DEFAULT_APP: SlackApp = {
  id: 'A0PORRAS',
  name: 'Porras',
  clientId: '111.222',
  clientSecret: 'client-secret',
  signingSecret: 'signing-secret',
  verificationToken: 'verification-token',
  scopes: ALL_SCOPES,
  redirectUris: null,
  tokenRotation: false,
  appToken: 'xapp-1-A0PORRAS-1-test',
};

/** A Slack of our own on 127.0.0.1: workspaces, the Web API, and what people in them do. See README.md. */
export async function startSlack(options: SlackOptions = {}): Promise<Slack> {
  const world = createWorld(options.clock ?? systemClock, { ...DEFAULT_APP, ...options.app });
  const deliveries = createDeliveries();
  const link = createAppLink(world, deliveries);
  const triggers = createTriggers(world);
  const responseUrls = createResponseUrls(world);
  const oauth = createOAuth(world);
  const faults = createFaults();
  const limits = createRateLimits(world.clock);
  const calls: LoggedCall[] = [];
  const sockets = createSocketHub(world);
  const api = createWebApi(world, triggers, link.announce);
  let connection: HttpConnection | null = null;

  const handles = new Map<string, TeamHandle>();
  const addTeam = (seed: TeamSeed): TeamHandle => {
    const team = seedTeam(world, seed);
    const handle = handleOf(team, () => [...world.tokens.values()].find((it) => it.owner === team.id)?.value ?? null);
    handles.set(team.id, handle);
    return handle;
  };
  for (const seed of options.teams ?? [{}]) addTeam(seed);

  const server = await listen({
    world,
    api,
    oauth,
    faults,
    limits,
    responseUrls,
    calls,
    openSocket: (args, header) => sockets.open(args, header),
  });

  server.on('upgrade', (request, stream) => sockets.upgrade(request, stream));

  async function connectSocket(wanted: SocketConnection = {}): Promise<void> {
    link.subscribe(wanted.events ?? null);
    await deliveries.connect(sockets.transport(wanted.deadlineMs ?? 3_000), {
      retries: wanted.retries ?? 'on-demand',
      speedUp: options.speedUp ?? 1,
    });
  }

  async function connectHttp(wanted: HttpConnection): Promise<void> {
    connection = wanted;
    link.subscribe(wanted.events ?? null);
    const transport = createHttpTransport(
      {
        eventsUrl: wanted.eventsUrl ?? wanted.url,
        interactivityUrl: wanted.interactivityUrl ?? wanted.url,
        commandsUrl: wanted.commandsUrl ?? wanted.url,
        signingSecret: wanted.signingSecret ?? world.app.signingSecret,
        deadlineMs: wanted.deadlineMs ?? 3_000,
      },
      new Agent({ keepAlive: true }),
    );
    await deliveries.connect(transport, {
      retries: wanted.retries ?? 'on-demand',
      speedUp: options.speedUp ?? 1,
    });
    if (wanted.verify) await verify();
  }

  async function verify(): Promise<void> {
    const challenge = crypto.randomUUID();
    const body = JSON.stringify({ token: world.app.verificationToken, challenge, type: 'url_verification' });
    const answer = await deliverRaw({ body, sign: true });
    const ok = answer.status === 200 && (answer.body === challenge || answer.body.includes(`"${challenge}"`));
    if (!ok) throw new Error(`the app did not answer Slack's challenge: ${answer.status} ${answer.body.slice(0, 200)}`);
  }

  async function deliverRaw(request: RawDelivery): Promise<RawAnswer> {
    if (!connection) throw new Error('connectHttp() says where to');
    const agent = new Agent();
    const sign = request.sign === true ? {} : request.sign;
    const secret = sign ? (sign.secret ?? connection.signingSecret ?? world.app.signingSecret) : '';
    const answer = await post(agent, {
      url: request.url ?? connection.eventsUrl ?? connection.url,
      body: request.body,
      deadlineMs: connection.deadlineMs ?? 3_000,
      headers: {
        'Content-Type': request.contentType ?? 'application/json',
        ...(sign ? signed(secret, request.body, sign.timestamp) : {}),
        ...request.headers,
      },
    });
    agent.destroy();
    return answer;
  }

  return {
    ...createAdmin(world, link),
    ...createEyes(world),
    apiUrl: `${world.url}/api/`,
    url: world.url,
    app: world.app,
    get teams() {
      return [...handles.values()];
    },
    team: (id) => found(handles, id, 'team'),
    connectHttp,
    connectSocket,
    sockets,
    disconnect: () => deliveries.disconnect(),
    as(teamId, who) {
      const team = found(world.teams, teamId, 'team');
      const user = [...team.users.values()].find((it) => it.id === who || it.name === who);
      if (!user || user.deleted) throw new Error(`no user ${who} in ${team.name}`);
      return createHands({ world, team, user, triggers, responseUrls }, link, deliveries);
    },
    deliveries,
    redeliver: (which) => deliveries.redeliver(which),
    settled: () => deliveries.settled(),
    deliverRaw,
    fail: (method, rule) => faults.add(method, rule),
    mend: () => faults.clear(),
    limits,
    calls: (method) => calls.filter((it) => method === undefined || it.method === method),
    consent: (url, choice) => oauth.consent(url, choice),
    grant: (owner, given) => grantToken(world, owner, given),
    addTeam,
    reload(teamId, user) {
      const team = found(world.teams, teamId, 'team');
      team.ephemerals = team.ephemerals.filter((it) => it.onlyFor !== user);
    },
    async close() {
      await deliveries.disconnect();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const handleOf = (team: SlackTeam, token: () => string | null): TeamHandle => ({
  id: team.id,
  get token() {
    return token();
  },
  botUserId: team.bot.userId,
  botId: team.bot.botId,
  get users() {
    return Object.fromEntries([...team.users.values()].map((it) => [it.name, it.id]));
  },
  get channels() {
    return Object.fromEntries([...team.channels.values()].map((it) => [it.name, it.id]));
  },
});
