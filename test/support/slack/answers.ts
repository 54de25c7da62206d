import type { IncomingMessage, ServerResponse } from 'node:http';
import { Args, readArgs } from './args.ts';
import type { Fault, Faults } from './faults.ts';
import type { OAuth } from './oauth.ts';
import type { RateLimits } from './rate-limits.ts';
import type { ResponseUrls } from './response-urls.ts';
import { SlackError } from './slack-error.ts';
import type { WebApi } from './web-api.ts';
import type { Json, SlackWorld } from './world.ts';

/** A call of the Web API that came in, and what it was answered. */
export interface LoggedCall {
  method: string;
  team: string | null;
  args: Json;
  at: Date;
  status: number;
  /** Null while it hangs, or when the connection was cut. */
  answer: Json | null;
}

export interface ServerParts {
  world: SlackWorld;
  api: WebApi;
  oauth: OAuth;
  faults: Faults;
  limits: RateLimits;
  responseUrls: ResponseUrls;
  calls: LoggedCall[];
  openSocket(args: Args, header: string | undefined): Json;
}

export function send(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: Record<string, string>,
): void {
  response.writeHead(status, headers);
  response.end(body);
}

export const json = (response: ServerResponse, status: number, body: Json, headers: Record<string, string> = {}) =>
  send(response, status, JSON.stringify(body), { 'Content-Type': 'application/json; charset=utf-8', ...headers });

/** Does what a fault says with an answer that is ready, or was never made. */
export function goWrong(fault: Fault, response: ServerResponse, logged: Pick<LoggedCall, 'status' | 'answer'>): void {
  logged.answer = null;
  if (fault.how === 'hang') return;
  if (fault.how === 'reset') {
    response.socket?.destroy();
    return;
  }
  if (fault.how === 'error-500') {
    logged.status = 500;
    send(response, 500, 'Internal Server Error', { 'Content-Type': 'text/plain' });
    return;
  }
  logged.status = fault.how === 'ratelimited' ? 429 : 200;
  logged.answer = { ok: false, error: fault.how === 'ratelimited' ? 'ratelimited' : fault.how.error };
  const headers: Record<string, string> =
    fault.how === 'ratelimited' ? { 'Retry-After': String(fault.retryAfter) } : {};
  json(response, logged.status, logged.answer, headers);
}

export function handleCall(
  parts: ServerParts,
  request: IncomingMessage,
  response: ServerResponse,
  method: string,
  body: Buffer,
) {
  const logged: LoggedCall = { method, team: null, args: {}, at: parts.world.clock.now(), status: 200, answer: null };
  parts.calls.push(logged);
  let args = new Args({});
  let refused: SlackError | null = null;
  let work: (() => Json) | null = null;
  try {
    const query = new URL(request.url ?? '/', parts.world.url).searchParams;
    args = readArgs(request.headers['content-type'] ?? '', body, query);
    const { token: _token, client_secret: _secret, ...shown } = args.raw;
    logged.args = shown;
    const header = request.headers.authorization;
    if (method === 'oauth.v2.access') work = () => parts.oauth.access(header, args);
    else if (method === 'apps.connections.open') work = () => parts.openSocket(args, header);
    else {
      const { token, team } = parts.api.authenticate(header, args);
      logged.team = team.id;
      work = () => parts.api.run(method, args, token, team);
    }
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    refused = error;
  }

  const fault = parts.faults.take(method, logged.team);
  if (fault?.when === 'before') return goWrong(fault, response, logged);
  const wait = refused ? 0 : parts.limits.admit(method, logged.team ?? '', args.text('channel'));
  if (wait > 0) {
    logged.status = 429;
    logged.answer = { ok: false, error: 'ratelimited' };
    return json(response, 429, logged.answer, { 'Retry-After': String(wait) });
  }
  try {
    if (refused) throw refused;
    logged.answer = { ok: true, ...work?.() };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    logged.answer = { ok: false, error: error.code, ...error.extra };
  }
  if (fault) return goWrong(fault, response, logged);
  json(response, 200, logged.answer, scopeHeaders(parts, request));
}

function scopeHeaders(parts: ServerParts, request: IncomingMessage): Record<string, string> {
  const token = parts.world.tokens.get(request.headers.authorization?.replace(/^Bearer\s+/i, '') ?? '');
  return token ? { 'X-OAuth-Scopes': token.scopes.join(',') } : {};
}

export function handleUpload(
  parts: ServerParts,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
  body: Buffer,
) {
  const team = [...parts.world.teams.values()].find((it) => it.files.has(id));
  const file = team?.files.get(id);
  const logged: LoggedCall = {
    method: 'upload',
    team: team?.id ?? null,
    args: { file: id },
    at: parts.world.clock.now(),
    status: 200,
    answer: {},
  };
  parts.calls.push(logged);
  const fault = parts.faults.take('upload', logged.team);
  if (fault?.when === 'before') return goWrong(fault, response, logged);
  const bytes = bytesOf(request.headers['content-type'] ?? '', body);
  if (!file || bytes.length !== file.size) {
    logged.status = 400;
    return send(response, 400, 'Bad Request', {});
  }
  file.bytes = bytes;
  if (fault) return goWrong(fault, response, logged);
  send(response, 200, `OK - ${bytes.length}`, { 'Content-Type': 'text/plain' });
}

/** The bytes as they are, or the one part of a form. */
function bytesOf(contentType: string, body: Buffer): Buffer {
  const boundary = /boundary="?([^";]+)/.exec(contentType)?.[1];
  if (!contentType.startsWith('multipart/form-data') || boundary === undefined) return body;
  const from = body.indexOf('\r\n\r\n') + 4;
  return body.subarray(from, body.indexOf(`\r\n--${boundary}`, from));
}

export function handleFile(parts: ServerParts, request: IncomingMessage, response: ServerResponse, path: string): void {
  const token = parts.world.tokens.get(request.headers.authorization?.replace(/^Bearer\s+/i, '') ?? '');
  const [teamId = '', fileId = ''] = (path.split('/')[2] ?? '').split('-');
  const file = parts.world.teams.get(teamId)?.files.get(fileId);
  if (!token || !file?.bytes) return send(response, 404, 'Not Found', {});
  send(response, 200, file.bytes, { 'Content-Type': 'application/octet-stream' });
}
