import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  goWrong,
  handleCall,
  handleFile,
  handleUpload,
  json,
  type LoggedCall,
  send,
  type ServerParts,
} from './answers.ts';
import { consentPage } from './oauth.ts';
import { SlackError } from './slack-error.ts';

export type { LoggedCall } from './answers.ts';

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function route(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', parts.world.url);
  const body = await bodyOf(request);
  const path = url.pathname;
  if (path.startsWith('/api/')) return handleCall(parts, request, response, path.slice(5), body);
  if (path.startsWith('/upload/v1/')) return handleUpload(parts, request, response, path.slice(11), body);
  if (path.startsWith('/files-pri/')) return handleFile(parts, request, response, path);
  if (path.startsWith('/response/')) {
    const fault = parts.faults.take('response_url', null);
    const logged: LoggedCall = {
      method: 'response_url',
      team: null,
      args: {},
      at: parts.world.clock.now(),
      status: 200,
      answer: null,
    };
    parts.calls.push(logged);
    if (fault?.when === 'before') return goWrong(fault, response, logged);
    const answer = parts.responseUrls.use(path.slice(9), parse(body));
    Object.assign(logged, { status: answer.status, answer: answer.body });
    return fault ? goWrong(fault, response, logged) : json(response, answer.status, answer.body);
  }
  if (path === '/oauth/v2/authorize') {
    const page = consentPage(parts.world, parts.oauth, url);
    if ('redirect' in page) return send(response, 302, '', { Location: page.redirect });
    return send(response, 200, page.html, { 'Content-Type': 'text/html; charset=utf-8' });
  }
  send(response, 404, 'Not Found', {});
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

export async function listen(parts: ServerParts): Promise<Server> {
  const server = createServer((request, response) => {
    route(parts, request, response).catch((error: unknown) => {
      if (error instanceof SlackError) return json(response, 200, { ok: false, error: error.code });
      if (!response.headersSent) send(response, 500, String(error), {});
      else response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  parts.world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return server;
}
