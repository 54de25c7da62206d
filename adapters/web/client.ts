import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { streamSSE } from 'hono/streaming';
import type { ErrorStatus } from './errors.ts';

export { streamSSE };
export type { Context, Hono };

/** An app that answers errors as JSON, allows nothing from elsewhere, and refuses large bodies. */
export function createApp(options: {
  maxBodyBytes: number;
  onTooLarge: () => Error;
  onError: (thrown: unknown) => { status: ErrorStatus; body: object };
}): Hono {
  const app = new Hono();
  app.onError((thrown, c) => {
    const { status, body } = options.onError(thrown);
    return c.json(body, status, status === 503 ? { 'Retry-After': '1' } : {});
  });
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      // It is served over plain http on this machine only.
      strictTransportSecurity: false,
    }),
  );
  app.use(
    bodyLimit({
      maxSize: options.maxBodyBytes,
      onError: () => {
        throw options.onTooLarge();
      },
    }),
  );
  return app;
}

const NOT_BUILT = 'The chat page has not been built: run "npm run build", then start Porras again.\n';

/** Serves the built page; hashed assets may be kept by browsers, the rest is asked for each time. */
export function servePage(app: Hono, dir: string): void {
  if (!existsSync(join(dir, 'index.html'))) {
    app.get('/', (c) => c.text(NOT_BUILT, 503));
    return;
  }
  app.get(
    '*',
    serveStatic({
      root: dir,
      onFound: (path, c) => {
        c.header('Cache-Control', /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
}
