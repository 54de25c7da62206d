import { type AddressInfo } from 'node:net';
import { createAdmin, type TeamsAdmin } from './admin.ts';
import { createConnector } from './connector.ts';
import { createDeliverer, type Deliverer } from './deliver.ts';
import { createFaults, type Fault } from './faults.ts';
import { createHands, type HandsOptions, type TeamsHands } from './hands.ts';
import { createRateLimits } from './rate-limits.ts';
import { createEyes, type Eyes } from './see.ts';
import { type Call, startServer } from './server.ts';
import { createTokens, type TokenMaker } from './tokens.ts';
import { createWorld, type TeamsWorld, type WorldSeed } from './world.ts';

export interface TeamsOptions extends WorldSeed, Partial<Pick<HandsOptions, 'rsc' | 'reactionsToPeople'>> {
  /** The bot's secret; without it calls need no token, as in the Agents Playground. */
  secret?: string;
  /** Limits per conversation are kept. */
  limited?: boolean;
  /** How long the bot may take to answer. */
  deadlineMs?: number;
}

/** A Teams of one tenant: the Connector that a bot calls, and the people who call it. */
export interface Teams extends Eyes {
  world: TeamsWorld;
  /** What activities name as their `serviceUrl`. */
  serviceUrl: string;
  /** Where the keys of tokens are published. */
  openIdMetadataUrl: string;
  /** Stands for login.microsoftonline.com. */
  loginUrl: string;
  tokens: TokenMaker;
  /** A token of the bot's own, for its calls. */
  botToken(secret: string): Promise<string>;
  calls: readonly Call[];
  deliverer: Deliverer;
  admin: TeamsAdmin;
  as(person: string): TeamsHands;
  fault(fault: Fault): void;
  setLimited(on: boolean): void;
  close(): Promise<void>;
}

export async function startTeams(options: TeamsOptions = {}): Promise<Teams> {
  const { secret, limited = false, deadlineMs, rsc = true, reactionsToPeople = false, ...seed } = options;
  const world = createWorld(seed);
  const limits = createRateLimits(() => world.now().getTime());
  limits.on = limited;
  const faults = createFaults();
  const calls: Call[] = [];
  let serviceUrl = '';
  const tokens = createTokens(
    world.appId,
    () => serviceUrl,
    () => new Date(),
  );
  const connector = createConnector(world, limits, () => serviceUrl);
  const credentials = secret === undefined ? null : { appId: world.appId, secret };
  const { server, url } = await startServer({ connector, faults, calls, credentials, tokens: () => tokens });
  serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/teams/`;
  const deliverer = createDeliverer(() => tokens.make(), deadlineMs);
  const handsOptions = { world, deliverer, serviceUrl: () => serviceUrl, rsc, reactionsToPeople };
  const hands = new Map<string, TeamsHands>();
  return {
    ...createEyes(world),
    world,
    serviceUrl,
    openIdMetadataUrl: `${url}/.well-known/openidconfiguration`,
    loginUrl: url,
    tokens,
    async botToken(password) {
      const body = new URLSearchParams({ client_id: world.appId, client_secret: password });
      const answer = await fetch(`${url}/${world.tenantId}/oauth2/v2.0/token`, { method: 'POST', body });
      const { access_token: token } = (await answer.json()) as { access_token?: string };
      if (token === undefined) throw new Error(`no token: ${answer.status}`);
      return token;
    },
    calls,
    deliverer,
    admin: createAdmin(world, deliverer, () => serviceUrl),
    as(person) {
      const made = hands.get(person) ?? createHands(handsOptions, person);
      hands.set(person, made);
      return made;
    },
    fault: (fault) => faults.add(fault),
    setLimited: (on) => void (limits.on = on),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}
