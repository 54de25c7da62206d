import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { messageOf, PorrasError } from '../errors.ts';

export interface ServerOptions {
  /** 0 takes any port that is free. */
  port: number;
  host?: string;
  /** Mounted at the root, in this order. */
  routes: readonly Hono[];
  /** Throws with the reason while the process should get no traffic. */
  ready?: () => Promise<void>;
  /** How long open requests are waited for when it stops. */
  graceMs?: number;
}

export interface RunningServer {
  url: string;
  port: number;
  /** Takes no new requests, lets open ones end, then ends those that do not. */
  stop(): Promise<void>;
}

/** Serves webhooks, pages and `/healthz` (the process lives) and `/readyz` (its database and queue answer). */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host = '127.0.0.1', graceMs = 3000 } = options;
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get('/readyz', async (c) => {
    try {
      await options.ready?.();
      return c.json({ ready: true });
    } catch (thrown) {
      return c.json({ ready: false, reason: messageOf(thrown) }, 503);
    }
  });
  for (const routes of options.routes) app.route('/', routes);

  const server = await listen(app, options.port, host);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return {
    url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`,
    port,
    stop: () => close(server, graceMs),
  };
}

function listen(app: Hono, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: host }, () => resolve(server)) as Server;
    server.once('error', (thrown: NodeJS.ErrnoException) => reject(listenError(thrown, port, host)));
  });
}

function listenError(thrown: NodeJS.ErrnoException, port: number, host: string): PorrasError {
  const advice =
    thrown.code === 'EADDRINUSE'
      ? `port ${port} is in use: set PORT=${port + 1} or stop the other program`
      : thrown.code === 'EACCES'
        ? `port ${port} may not be opened by this user: set PORT to a number above 1023`
        : `the server could not listen on ${host}:${port}: ${thrown.message}`;
  return new PorrasError('cannot-listen', advice, { cause: thrown });
}

function close(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    // A kept-alive connection becomes idle only after its last answer.
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    const end = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(end);
      resolve();
    });
  });
}
