import { Agent } from 'node:http';
import { systemClock } from '../../../src/ports/clock.ts';
import { createAdmin } from './admin.ts';
import { createAppLink } from './app-link.ts';
import { createHttpTransport, post, type RawAnswer } from './deliver-http.ts';
import { createDeliveries } from './deliveries.ts';
import { envelope } from './envelope.ts';
import { composed } from './escape.ts';
import { createFaults } from './faults.ts';
import { createHands } from './hands.ts';
import { messageEvent } from './message-events.ts';
import { addMessage } from './messages.ts';
import { createOAuth } from './oauth.ts';
import { createRateLimits } from './rate-limits.ts';
import { createResponseUrls } from './response-urls.ts';
import { ALL_SCOPES } from './scopes.ts';
import { createEyes } from './see.ts';
import { grantToken, seedTeam, type TeamSeed } from './seeds.ts';
import { type LoggedCall, listen } from './server.ts';
import { signed } from './sign.ts';
import type { HttpConnection, RawDelivery, Slack, SlackOptions, SocketConnection, TeamHandle } from './slack.ts';
import { createSocketHub } from './socket-hub.ts';
import { createTriggers } from './triggers.ts';
import { createWebApi } from './web-api.ts';
import { createWorld, found, type SlackApp, type SlackTeam } from './world.ts';

export type { HttpConnection, RawDelivery, Slack, SlackOptions, SocketConnection, TeamHandle } from './slack.ts';

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

  function personOf(teamId: string, who: string) {
    const team = found(world.teams, teamId, 'team');
    const user = [...team.users.values()].find((it) => it.id === who || it.name === who);
    if (!user || user.deleted) throw new Error(`no user ${who} in ${team.name}`);
    return { team, user };
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
    as: (teamId, who) => createHands({ world, ...personOf(teamId, who), triggers, responseUrls }, link, deliveries),
    deliveries,
    redeliver: (which) => deliveries.redeliver(which),
    settled: () => deliveries.settled(),
    messageBody(teamId, who, channelId, text) {
      const { team, user } = personOf(teamId, who);
      const channel = found(team.channels, channelId, 'channel');
      const written = composed(team, text, world.ids.next('b'));
      const message = addMessage(world, channel, { ...written, user: user.id, clientMsgId: crypto.randomUUID() });
      return JSON.stringify(envelope(world, team, messageEvent(world, team, channel, message), { channel }));
    },
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
