import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from '../../../adapters/teams/transport.ts';
import type { Connector } from './connector.ts';
import { ConnectorRefusal } from './connector-error.ts';
import { type Faults, FAULTS, type Operation } from './faults.ts';
import { ISSUER, type TokenMaker } from './tokens.ts';

/** A call of the bot's, as a test sees it. */
export interface Call {
  method: string;
  path: string;
  body: unknown;
  authorized: boolean;
  status: number;
  at: Date;
}

export interface ServerParts {
  connector: Connector;
  faults: Faults;
  tokens: () => TokenMaker;
  calls: Call[];
  /** Whose calls are let in; null lets everybody in, as where there is no app id. */
  credentials: { appId: string; secret: string } | null;
}

const BOT_TOKEN = 'a-token-of-the-bot';

interface Route {
  operation: Operation;
  status: number;
  run: () => unknown;
}

export async function startServer(parts: ServerParts): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => void handle(parts, request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

async function handle(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, origin, searchParams } = new URL(request.url ?? '', `http://${request.headers.host}`);
  const raw = await bodyOf(request);
  const method = request.method ?? '';
  const call: Call = { method, path: pathname, body: parsed(raw), authorized: false, status: 0, at: new Date() };
  parts.calls.push(call);
  const answer = (status: number, body: unknown, headers: Record<string, string> = {}): void => {
    call.status = status;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body === undefined ? '' : JSON.stringify(body));
  };
  const open = publicPage(parts, origin, pathname, raw);
  if (open) return answer(open.status, open.body);
  const route = routeOf(parts.connector, call, searchParams);
  if (!route) return answer(404, { error: { code: 'NotFound', message: 'No such resource.' } });
  const fault = parts.faults.take(route.operation);
  if (fault?.reset === 'before') return void request.socket.destroy();
  try {
    call.authorized = !parts.credentials || request.headers.authorization === `Bearer ${BOT_TOKEN}`;
    if (!call.authorized) throw new ConnectorRefusal(FAULTS.unauthorized);
    if (fault && fault.reset === undefined) throw new ConnectorRefusal(fault);
    const body = route.run();
    if (fault?.reset === 'after') return void request.socket.destroy();
    answer(route.status, body);
  } catch (thrown) {
    if (!(thrown instanceof ConnectorRefusal)) throw thrown;
    const wait = thrown.retryAfter === null ? {} : { 'retry-after': String(thrown.retryAfter) };
    answer(thrown.status, thrown.body, wait);
  }
}

/** What anybody may read, and where the bot gets its token. */
function publicPage({ tokens, credentials }: ServerParts, origin: string, path: string, raw: string) {
  if (path === '/.well-known/openidconfiguration')
    return {
      status: 200,
      body: {
        issuer: ISSUER,
        jwks_uri: `${origin}/keys`,
        authorization_endpoint: `${origin}/invalid`,
        id_token_signing_alg_values_supported: ['RS256'],
        token_endpoint_auth_methods_supported: ['private_key_jwt'],
      },
    };
  if (path === '/keys') return { status: 200, body: tokens().jwks };
  if (!path.endsWith('/oauth2/v2.0/token')) return null;
  const form = new URLSearchParams(raw);
  const right =
    !credentials || (form.get('client_id') === credentials.appId && form.get('client_secret') === credentials.secret);
  return right
    ? { status: 200, body: { token_type: 'Bearer', expires_in: 3_600, access_token: BOT_TOKEN } }
    : { status: 401, body: { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret.' } };
}

const PATHS = /\/v3\/conversations(?:\/([^/]+))?(?:\/(activities|members|pagedmembers))?(?:\/([^/]+))?$/;

function routeOf(connector: Connector, { method, path, body }: Call, query: URLSearchParams): Route | null {
  const match = PATHS.exec(path);
  if (!match) return null;
  const [at = '', what, id = ''] = match.slice(1).map((part) => part && decodeURIComponent(part));
  const activity = body as Activity;
  switch (`${method} ${what ?? ''} ${id === '' ? '' : 'id'}`.trim()) {
    case 'POST':
      return { operation: 'create', status: 201, run: () => connector.create(body as Record<string, unknown>) };
    case 'POST activities':
      return { operation: 'send', status: 201, run: () => connector.send(at, activity) };
    case 'POST activities id':
      return { operation: 'send', status: 201, run: () => connector.reply(at, id, activity) };
    case 'PUT activities id':
      return { operation: 'update', status: 200, run: () => connector.update(at, id, activity) };
    case 'DELETE activities id':
      return { operation: 'delete', status: 200, run: () => connector.remove(at, id) };
    case 'GET members':
      return { operation: 'members', status: 200, run: () => connector.members(at) };
    case 'GET members id':
      return { operation: 'members', status: 200, run: () => connector.member(at, id) };
    case 'GET pagedmembers': {
      const size = Math.min(500, Number(query.get('pageSize') ?? 200));
      return {
        operation: 'members',
        status: 200,
        run: () => connector.pagedMembers(at, size, query.get('continuationToken')),
      };
    }
    default:
      return null;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return null;
  }
}
