import { Hono } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../src/http/server.ts';

let running: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(running.map((it) => it.stop()));
  running = [];
});
const start = async (options: Partial<Parameters<typeof startServer>[0]> = {}): Promise<RunningServer> => {
  const server = await startServer({ port: 0, routes: [], graceMs: 0, ...options });
  running.push(server);
  return server;
};

describe('the server', () => {
  it('says that it lives, and whether it is ready and why not', async () => {
    let broken = false;
    const { url } = await start({
      ready: async () => {
        if (broken) throw new Error('the database does not answer');
      },
    });
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ ok: true });
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    broken = true;
    const response = await fetch(`${url}/readyz`);
    expect([response.status, await response.json()]).toEqual([
      503,
      { ready: false, reason: 'the database does not answer' },
    ]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it('serves the routes that it was given', async () => {
    const { url } = await start({
      routes: [new Hono().get('/one', (c) => c.text('1')), new Hono().get('/two', (c) => c.text('2'))],
    });
    expect(await (await fetch(`${url}/two`)).text()).toBe('2');
    expect((await fetch(`${url}/three`)).status).toBe(404);
  });

  it('tells what to do when the port is taken', async () => {
    const { port } = await start();
    await expect(start({ port })).rejects.toThrow(
      `port ${port} is in use: set PORT=${port + 1} or stop the other program`,
    );
  });

  it('answers requests that are open when it stops, and takes no new ones', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let begun = (): void => undefined;
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const routes = [
      new Hono().get('/slow', async (c) => {
        begun();
        await held;
        return c.text('done');
      }),
    ];
    const server = await start({ routes, graceMs: 5000 });
    const answer = fetch(`${server.url}/slow`);
    await started;
    const stopped = server.stop();
    release();
    expect(await (await answer).text()).toBe('done');
    await stopped;
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow(/fetch failed/);
  });

  it('does not wait for ever for a request that never ends', async () => {
    const server = await start({
      routes: [new Hono().get('/never', () => new Promise<Response>(() => undefined))],
      graceMs: 20,
    });
    const answer = fetch(`${server.url}/never`).catch(() => 'cut');
    await fetch(`${server.url}/healthz`);
    await server.stop();
    expect(await answer).toBe('cut');
  });
});
