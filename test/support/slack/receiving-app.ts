import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json } from './world.ts';

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  /** The envelope, the payload of an interaction or the fields of a command. */
  payload: Json;
  goodSignature: boolean;
}

export interface ReceivingApp {
  url: string;
  received: Received[];
  /** How requests are answered from now on; with `hang` never. */
  answer: { status: number; body: string; headers?: Record<string, string> } | 'hang' | 'cut';
  /** Whether it answers `url_verification`. */
  challenge: boolean;
  events(type: string): Json[];
  close(): Promise<void>;
}

/** The smallest app: keeps what Slack sends, and checks signatures by itself. */
export async function startReceivingApp(signingSecret: string): Promise<ReceivingApp> {
  const received: Received[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const payload = payloadOf(request.headers['content-type'] ?? '', body);
    const stamp = String(request.headers['x-slack-request-timestamp']);
    const expected = Buffer.from(
      `v0=${createHmac('sha256', signingSecret).update(`v0:${stamp}:${body}`).digest('hex')}`,
    );
    const given = Buffer.from(String(request.headers['x-slack-signature']));
    const goodSignature = given.length === expected.length && timingSafeEqual(given, expected);
    received.push({ headers: request.headers, body, payload, goodSignature });
    if (app.answer === 'hang') return undefined;
    if (app.answer === 'cut') return request.socket.destroy();
    if (app.challenge && payload.type === 'url_verification') return response.end(String(payload.challenge));
    return response.writeHead(app.answer.status, app.answer.headers).end(app.answer.body);
  };
  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const app: ReceivingApp = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`,
    received,
    answer: { status: 200, body: '' },
    challenge: true,
    events: (type) =>
      received.map((it) => it.payload.event as Json | undefined).filter((it): it is Json => it?.type === type),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return app;
}

function payloadOf(contentType: string, body: string): Json {
  if (contentType.includes('json')) return JSON.parse(body) as Json;
  const form = new URLSearchParams(body);
  const payload = form.get('payload');
  return payload === null ? Object.fromEntries(form) : (JSON.parse(payload) as Json);
}
