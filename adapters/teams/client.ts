import { setTimeout as after } from 'node:timers/promises';
import { type AppCredentials, ConnectorClient } from 'botframework-connector';
import { LRUCache } from 'lru-cache';
import { retryAfter } from '../../src/domain/retry-after.ts';
import { messageOf, PorrasError } from '../../src/errors.ts';
import { credentialsOf, type GetToken, givenToken, tokenError } from './client-credentials.ts';
import type { TeamsConfig } from './config.ts';
import { connectorError, unreachable } from './errors.ts';
import type { Activity, Conversation, TeamsMember, TeamsTransport } from './transport.ts';

const TIMEOUT_MS = 20_000;
const PAGE_SIZE = 200;

/**
 * Teams by the Connector client that botbuilder is made of. Its turns and adapters are not used: they resolve when a
 * message was refused, and open the door to anyone where no app id is set.
 */
export function createTransport(config: TeamsConfig, token?: GetToken): TeamsTransport {
  const credentials = token ? givenToken(token) : credentialsOf(config);
  const clients = new LRUCache<string, ConnectorClient>({ max: 100 });

  const clientAt = (serviceUrl: string): ConnectorClient => {
    const client = clients.get(serviceUrl) ?? connect(serviceUrl, credentials);
    clients.set(serviceUrl, client);
    return client;
  };

  async function call<T>(
    what: string,
    serviceUrl: string,
    work: (client: ConnectorClient, options: { abortSignal: AbortSignal }) => Promise<T>,
  ): Promise<T> {
    if (config.appId !== null)
      await credentials.getToken().catch((thrown) => Promise.reject(tokenError(config, thrown)));
    const ending = new AbortController();
    const late = after(TIMEOUT_MS, undefined, { signal: ending.signal }).then(
      () => Promise.reject(unreachable(what, `no answer in ${TIMEOUT_MS / 1000} s`)),
      () => new Promise<never>(() => undefined),
    );
    try {
      return await Promise.race([work(clientAt(serviceUrl), { abortSignal: ending.signal }), late]);
    } catch (thrown) {
      const done = doneAnyway(thrown);
      if (done) return done as T;
      throw toPorrasError(what, thrown);
    } finally {
      ending.abort();
    }
  }

  const bot = { id: config.appId === null ? 'porras' : `28:${config.appId}`, name: 'Porras' };

  return {
    async send({ serviceUrl, conversationId }, activity) {
      const { id } = await call('a message', serviceUrl, ({ conversations }, options) =>
        conversations.sendToConversation(conversationId, asSdk(activity, bot), options),
      );
      return { id: id ?? '' };
    },
    async update({ serviceUrl, conversationId }, id, activity) {
      await call('an edit', serviceUrl, ({ conversations }, options) =>
        conversations.updateActivity(conversationId, id, asSdk({ ...activity, id }, bot), options),
      );
    },
    async remove({ serviceUrl, conversationId }, id) {
      await call('a deletion', serviceUrl, ({ conversations }, options) =>
        conversations.deleteActivity(conversationId, id, options),
      );
    },
    async createConversation(what) {
      const { serviceUrl, tenantId, activity } = what;
      const inTenant = { tenant: { id: tenantId } };
      const parameters = {
        bot,
        tenantId,
        isGroup: 'channel' in what,
        ...('user' in what
          ? { members: [{ id: what.user }], channelData: inTenant }
          : { channelData: { ...inTenant, channel: { id: what.channel } } }),
        ...(activity && { activity: asSdk(activity, bot) }),
      };
      const made = await call('a new conversation', serviceUrl, ({ conversations }, options) =>
        conversations.createConversation(parameters as Parameters<typeof conversations.createConversation>[0], options),
      );
      return { conversationId: made.id, activityId: made.activityId || null };
    },
    async members({ serviceUrl, conversationId }, page) {
      // The page to begin with is none; the types know no such call.
      const options = { pageSize: PAGE_SIZE, ...(page !== undefined && { continuationToken: page }) } as {
        pageSize: number;
        continuationToken: string;
      };
      const { members, continuationToken } = await call('a list of members', serviceUrl, ({ conversations }, ending) =>
        conversations.getConversationPagedMembers(conversationId, { ...options, ...ending }),
      );
      return { members: (members ?? []).map(memberOf), next: continuationToken || null };
    },
    async member({ serviceUrl, conversationId }: Conversation, id) {
      return memberOf(
        await call('a member', serviceUrl, ({ conversations }, options) =>
          conversations.getConversationMember(conversationId, id, options),
        ),
      );
    },
  };
}

/** Told to try once: it would send a message again after an answer that got lost, and what to do then is the outbox's to decide. */
function connect(serviceUrl: string, credentials: AppCredentials): ConnectorClient {
  const client = new ConnectorClient(credentials, { baseUri: serviceUrl, userAgent: 'Porras' });
  const { pipeline } = (client as unknown as { client: { pipeline: Pipeline } }).client;
  for (const { name } of pipeline.getOrderedPolicies()) if (/retryPolicy$/i.test(name)) pipeline.removePolicy({ name });
  return client;
}

interface Pipeline {
  getOrderedPolicies(): readonly { name: string }[];
  removePolicy(which: { name: string }): unknown;
}

const asSdk = (activity: Activity, from: { id: string; name: string }) =>
  ({ channelId: 'msteams', from, ...activity }) as unknown as Parameters<
    ConnectorClient['conversations']['sendToConversation']
  >[1];

/** Of Azure's pipeline; the names of what it took over from its predecessor differ. */
interface Answered {
  statusCode?: number;
  details?: { error?: { code?: string; message?: string } };
  response?: {
    status?: number;
    headers?: { get(name: string): string | undefined };
    bodyAsText?: string | null;
  };
}

/** The SDK throws at any success other than the one that is documented; what was sent was sent. @returns the answer */
function doneAnyway(thrown: unknown): object | null {
  const { statusCode, response } = thrown as Answered;
  const status = statusCode ?? response?.status ?? 0;
  return status >= 200 && status < 300 ? (jsonIn(response?.bodyAsText) ?? {}) : null;
}

/** What was sent may be quoted in what was answered: of it only code and message are kept. */
function toPorrasError(what: string, thrown: unknown): PorrasError {
  if (thrown instanceof PorrasError) return thrown;
  const { statusCode, details, response } = thrown as Answered;
  const status = statusCode ?? response?.status;
  const cause = new Error(thrown instanceof Error ? thrown.name : 'unknown');
  if (status === undefined) return unreachable(what, messageOf(thrown).slice(0, 200), cause);
  const error = details?.error ?? (jsonIn(response?.bodyAsText) as Answered['details'])?.error;
  return connectorError(what, {
    status,
    code: error?.code,
    message: error?.message?.slice(0, 200),
    retryAfterMs: retryAfter((name) => response?.headers?.get(name) ?? null, new Date()),
    cause,
  });
}

function jsonIn(body: string | null | undefined): object | null {
  try {
    const value: unknown = JSON.parse(body ?? '');
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

function memberOf(account: object): TeamsMember {
  const { objectId, ...member } = account as TeamsMember & { objectId?: string };
  return { ...member, ...(member.aadObjectId === undefined && objectId && { aadObjectId: objectId }) };
}
