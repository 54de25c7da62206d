import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTransport } from '../../../adapters/teams/client.ts';
import type { TeamsTransport } from '../../../adapters/teams/transport.ts';

interface Request {
  method: string | undefined;
  url: string | undefined;
  authorization: string | undefined;
  body: unknown;
}
interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

let server: Server;
let requests: Request[];
let reply: Reply | 'reset';
let transport: TeamsTransport;
let there: { serviceUrl: string; tenantId: string; conversationId: string };

beforeEach(async () => {
  requests = [];
  reply = { status: 201, body: { id: '1700' } };
  server = createServer((request, response) => {
    let raw = '';
    request.on('data', (chunk) => {
      raw += String(chunk);
    });
    request.on('end', () => {
      const { method, url, headers } = request;
      requests.push({ method, url, authorization: headers.authorization, body: raw === '' ? null : JSON.parse(raw) });
      if (reply === 'reset') return void request.socket.destroy();
      response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
      response.end(JSON.stringify(reply.body ?? {}));
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/emea/`;
  there = { serviceUrl, tenantId: 't', conversationId: '19:a@thread.tacv2;messageid=17' };
  const config = {
    appId: '11111111-2222-4333-8444-555555555555',
    appPassword: 'hush-hush',
    appType: 'SingleTenant' as const,
    tenantId: 't',
    openForDevelopment: false,
    publicUrl: null,
  };
  transport = createTransport(config, async () => 'a-token');
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const AT = '/emea/v3/conversations/19%3Aa%40thread.tacv2%3Bmessageid%3D17';

describe('calls', () => {
  it('go where the conversation is, with a token, and carry everything', async () => {
    const card = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'x', 'choices.data': { a: [null, 1] } }] };
    const activity = {
      type: 'message',
      summary: 'x',
      importance: 'high',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
      entities: [{ type: 'mention', text: '<at>M</at>', mentioned: { id: '29:1', name: 'M' } }],
      channelData: { notification: { alert: true } },
    };
    expect(await transport.send(there, activity)).toEqual({ id: '1700' });
    expect(requests).toEqual([
      {
        method: 'POST',
        url: `${AT}/activities`,
        authorization: 'Bearer a-token',
        body: expect.objectContaining(activity),
      },
    ]);
    await transport.update(there, '5', { type: 'message', text: 'y' });
    await transport.remove(there, '5');
    expect(requests.slice(1).map(({ method, url }) => `${method} ${url}`)).toEqual([
      `PUT ${AT}/activities/5`,
      `DELETE ${AT}/activities/5`,
    ]);
  });

  it('begin conversations with a person, and in a channel', async () => {
    reply = { status: 201, body: { id: 'a:1', activityId: '' } };
    const { serviceUrl, tenantId } = there;
    const made = await transport.createConversation({ serviceUrl, tenantId, user: 'o-1' });
    expect(made).toEqual({ conversationId: 'a:1', activityId: null });
    await transport.createConversation({
      serviceUrl,
      tenantId,
      channel: '19:c',
      activity: { type: 'message', text: 'x' },
    });
    expect(requests.map(({ body }) => body)).toMatchObject([
      { isGroup: false, members: [{ id: 'o-1' }], tenantId, channelData: { tenant: { id: tenantId } } },
      { isGroup: true, channelData: { channel: { id: '19:c' } }, activity: { text: 'x' } },
    ]);
  });

  it('page through members', async () => {
    const member = { id: '29:1', name: 'M', userRole: 'user', givenName: 'Maija' };
    reply = { status: 200, body: { members: [{ ...member, objectId: 'o-1' }], continuationToken: 'next' } };
    expect(await transport.members(there)).toEqual({ members: [{ ...member, aadObjectId: 'o-1' }], next: 'next' });
    reply = { status: 200, body: { members: [] } };
    expect(await transport.members(there, 'next')).toEqual({ members: [], next: null });
    expect(requests.map(({ url }) => url?.split('?')[1])).toEqual([
      'pageSize=200',
      'pageSize=200&continuationToken=next',
    ]);
  });
});

it.for([200, 201, 202, 204, 206])('what was done is done, whatever success says so: %d', async (status) => {
  reply = { status, body: { id: '1700' } };
  expect(await transport.send(there, { type: 'message', text: 'x' })).toEqual({ id: status === 204 ? '' : '1700' });
  await transport.update(there, '5', { type: 'message', text: 'y' });
  await transport.remove(there, '5');
  expect(requests).toHaveLength(3);
});

describe('refusals are thrown, after one try', () => {
  it.for([
    [403, 'BotNotInConversationRoster', 'teams-not-installed', false],
    [401, 'Unauthorized', 'teams-unauthorized', false],
    [404, 'ConversationNotFound', 'teams-not-found', false],
    [413, 'MessageSizeTooBig', 'teams-too-large', false],
    [412, 'PreconditionFailed', 'teams-unavailable', true],
    [500, 'ServiceError', 'teams-unavailable', true],
    [502, 'BadGateway', 'teams-unavailable', true],
    [503, 'Unavailable', 'teams-unavailable', true],
    [504, 'Timeout', 'teams-unavailable', true],
  ] as const)('%d %s', async ([status, code, ours, retryable]) => {
    reply = { status, body: { error: { code, message: 'no' } } };
    await expect(transport.send(there, { type: 'message', text: 'hush' })).rejects.toMatchObject({
      code: ours,
      retryable,
    });
    expect(requests).toHaveLength(1);
  });

  it('429, with how long to wait', async () => {
    reply = { status: 429, headers: { 'retry-after': '7' }, body: { error: { code: 'TooManyRequests' } } };
    const thrown = await transport.send(there, { type: 'message', text: 'x' }).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: 'teams-rate-limited', retryable: true });
    expect((thrown as { retryAfterMs: number }).retryAfterMs).toBeGreaterThanOrEqual(7_000);
    expect(requests).toHaveLength(1);
  });

  it('a connection that broke, an answer that is none, a server that is not there', async () => {
    reply = 'reset';
    await expect(transport.send(there, { type: 'message', text: 'x' })).rejects.toMatchObject({
      code: 'teams-unreachable',
    });
    expect(requests).toHaveLength(1);
    const nowhere = { ...there, serviceUrl: 'http://127.0.0.1:1/' };
    await expect(transport.remove(nowhere, '1')).rejects.toMatchObject({ code: 'teams-unreachable', retryable: true });
  });

  it('without what was sent or the token', async () => {
    reply = { status: 400, body: { error: { code: 'BadSyntax', message: 'no' } } };
    const thrown: unknown = await transport
      .send(there, { type: 'message', text: 'my words' })
      .catch((error: unknown) => error);
    const all = `${(thrown as Error).message} ${JSON.stringify((thrown as Error).cause)} ${String((thrown as Error).cause)}`;
    expect(all).not.toMatch(/my words|a-token|hush-hush/);
  });
});
