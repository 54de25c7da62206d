import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Args } from './args.ts';
import { isObject, type Json } from './blocks/problem.ts';
import type { Attempt, Delivery, Retry, RetryReason, Transport } from './deliveries.ts';
import { SlackError } from './slack-error.ts';
import { acceptSocket, type ServerSocket } from './websocket.ts';
import type { SlackWorld } from './world.ts';

/** @source docs.slack.dev/apis/events-api/using-socket-mode (disconnect) */
export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled';

export interface SocketHub {
  /** `apps.connections.open`. */
  open(args: Args, header: string | undefined): Json;
  upgrade(request: IncomingMessage, stream: Duplex): void;
  transport(deadlineMs: number): Transport;
  connections(): number;
  /** Resolves when the app has a connection. */
  connected(): Promise<void>;
  /** Slack takes connections back every now and then: it says so, and the app opens others. */
  disconnect(reason: DisconnectReason): void;
  cut(): void;
  close(): void;
}

/** Less than the half minute after which Slack's client gives a silent connection up. */
const PING_MS = 10_000;
/** A ticket of `apps.connections.open` is good once and not for long. */
const MOST_CONNECTIONS = 10;

const TYPES = { event: 'events_api', interactive: 'interactive', slash_commands: 'slash_commands' } as const;

/** @source docs.slack.dev/apis/events-api/using-socket-mode (receiving events) */
function envelopeOf(delivery: Delivery, id: string, retry: Retry | null): Json {
  const responds =
    delivery.kind === 'slash_commands' ||
    (delivery.kind === 'interactive' && delivery.payload.type !== 'block_actions');
  return {
    envelope_id: id,
    payload: delivery.payload,
    type: TYPES[delivery.kind],
    accepts_response_payload: responds,
    ...(delivery.kind === 'event' ? { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' } : {}),
  };
}

export function createSocketHub(world: SlackWorld): SocketHub {
  const tickets = new Set<string>();
  const sockets = new Set<ServerSocket>();
  const waiting = new Map<string, { socket: ServerSocket; end(body: string, failed: RetryReason | null): void }>();
  const onConnected = new Set<() => void>();
  let turn = 0;

  function take(text: string): void {
    const message: unknown = JSON.parse(text);
    if (!isObject(message) || typeof message.envelope_id !== 'string') return;
    const empty = !isObject(message.payload) || Object.keys(message.payload).length === 0;
    waiting.get(message.envelope_id)?.end(empty ? '' : JSON.stringify(message.payload), null);
  }

  /** Any of the app's connections may get it. */
  async function nextSocket(deadlineMs: number): Promise<ServerSocket | null> {
    if (sockets.size === 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, deadlineMs);
        onConnected.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    const all = [...sockets];
    turn += 1;
    return all[turn % Math.max(1, all.length)] ?? null;
  }

  async function send(delivery: Delivery, retry: Retry | null, deadlineMs: number): Promise<Attempt> {
    const at = new Date();
    const began = performance.now();
    const socket = await nextSocket(deadlineMs);
    const id = crypto.randomUUID();
    const answer = await new Promise<{ body: string; failed: RetryReason | null }>((resolve) => {
      if (!socket) return resolve({ body: '', failed: 'connection_failed' });
      const timer = setTimeout(() => waiting.get(id)?.end('', 'http_timeout'), deadlineMs);
      waiting.set(id, {
        socket,
        end(body, failed) {
          clearTimeout(timer);
          waiting.delete(id);
          resolve({ body, failed });
        },
      });
      socket.send(JSON.stringify(envelopeOf(delivery, id, retry)));
    });
    return {
      at,
      retryNum: retry?.num ?? 0,
      status: answer.failed === null ? 200 : 0,
      ms: performance.now() - began,
      noRetry: false,
      ...answer,
    };
  }

  return {
    open(args, header) {
      const token = header?.replace(/^Bearer\s+/i, '') ?? args.text('token');
      if (token === '') throw new SlackError('not_authed');
      if (token.startsWith('xoxb-') || token.startsWith('xoxe.')) throw new SlackError('not_allowed_token_type');
      if (token !== world.app.appToken) throw new SlackError('invalid_auth');
      if (sockets.size >= MOST_CONNECTIONS) throw new SlackError('too_many_websockets');
      const ticket = crypto.randomUUID();
      tickets.add(ticket);
      return { url: `${world.url.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${world.app.id}` };
    },
    upgrade(request, stream) {
      const ticket = new URL(request.url ?? '/', world.url).searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) {
        stream.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
        return;
      }
      const socket = acceptSocket(request, stream);
      sockets.add(socket);
      const pings = setInterval(() => socket.ping(), PING_MS);
      socket.events.on('message', take);
      socket.events.on('close', () => {
        clearInterval(pings);
        sockets.delete(socket);
        for (const it of waiting.values()) if (it.socket === socket) it.end('', 'connection_failed');
      });
      socket.send(
        JSON.stringify({
          type: 'hello',
          num_connections: sockets.size,
          debug_info: { host: 'applink-1', build_number: 1, approximate_connection_time: 18_060 },
          connection_info: { app_id: world.app.id },
        }),
      );
      for (const resolve of onConnected) resolve();
      onConnected.clear();
    },
    transport: (deadlineMs) => ({
      send: (delivery, retry) => send(delivery, retry, deadlineMs),
      async close() {
        for (const it of waiting.values()) it.end('', 'connection_failed');
      },
    }),
    connections: () => sockets.size,
    async connected() {
      if (sockets.size === 0) await new Promise<void>((resolve) => onConnected.add(resolve));
    },
    disconnect(reason) {
      for (const socket of sockets) {
        sockets.delete(socket);
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-1' } }));
      }
    },
    cut() {
      for (const socket of sockets) socket.cut();
    },
    close() {
      for (const socket of sockets) socket.cut();
    },
  };
}
