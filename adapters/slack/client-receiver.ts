import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type App, HTTPReceiver, type ReceiverEvent } from '@slack/bolt';
import { type Context, Hono } from 'hono';
import type { Clock } from '../../src/ports/clock.ts';
import { codeOfThrown, quietLogger } from './client-logger.ts';
import { oauthOptions } from './client-oauth.ts';
import { createSocket } from './client-socket.ts';
import { PATHS, type SlackConfig, type SlackLog } from './config.ts';
import type { Installation } from './installation.ts';

export type { Hono };

export interface Receiver {
  /** To be served by Porras's own server. */
  routes: Hono;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface ReceiverParts {
  config: SlackConfig;
  clock: Clock;
  /** Resolves once what came is stored. */
  take: (body: unknown) => Promise<void>;
  onInstalled: (installation: Installation) => Promise<void>;
  log: SlackLog;
}

/**
 * What Bolt's receivers hand their requests to. Bolt's own `App` would answer events that come over a socket before its
 * listeners run, and drop events whenever it cannot authorize them; this answers after everything is stored.
 */
export const answersAfter = (take: (body: unknown) => Promise<void>): App =>
  ({
    async processEvent({ body, ack }: ReceiverEvent) {
      await take(body);
      await ack();
    },
  }) as unknown as App;

/** Bolt's receivers: signatures, bodies and installation over HTTP, and a socket where there is an app-level token. */
export function createReceiver({ config, clock, take, onInstalled, log }: ReceiverParts): Receiver {
  const routes = new Hono();
  const socket =
    config.appToken === null ? null : createSocket(config.appToken, config.apiUrl, answersAfter(take), log);
  const http = new HTTPReceiver({
    signingSecret: config.signingSecret ?? '',
    // Without a secret no path takes events: they come over the socket.
    signatureVerification: config.signingSecret !== null,
    endpoints: config.signingSecret === null ? [] : [PATHS.events],
    processBeforeResponse: true,
    logger: quietLogger(log),
    ...(config.oauth && oauthOptions(config, config.oauth, clock, onInstalled)),
    // Anything but success lets Slack send the event again.
    unhandledRequestHandler({ response }) {
      log('Slack got its answer too late', {});
      if (!response.headersSent) response.writeHead(503).end();
    },
    async processEventErrorHandler({ error, response }) {
      log('what Slack sent could not be stored', { code: codeOfThrown(error) });
      if (!response.headersSent) response.writeHead(500).end();
      return true;
    },
  });
  http.init(answersAfter(take));

  const handle = async (c: Context<{ Bindings: HttpBindings }>): Promise<globalThis.Response> => {
    const { incoming, outgoing } = c.env;
    const done = new Promise<void>((resolve) => outgoing.once('close', resolve));
    http.requestListener(incoming, outgoing);
    await done;
    return RESPONSE_ALREADY_SENT;
  };
  if (config.signingSecret !== null) routes.post(PATHS.events, handle);
  if (config.oauth) {
    routes.get(PATHS.install, handle);
    routes.get(PATHS.redirect, handle);
  }

  return {
    routes,
    start: async () => socket?.start(),
    stop: async () => socket?.stop(),
  };
}
