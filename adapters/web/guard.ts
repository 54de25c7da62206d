import type { Context } from './client.ts';
import { refusedOrigin } from './errors.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * There is no login: whoever reaches this page can be anyone. So only this machine may reach it, and only through
 * the page itself. A name that an attacker points at 127.0.0.1 (DNS rebinding) fails the Host check; another site
 * that posts here fails the Origin check, or the JSON check where its browser sends no Origin.
 */
export async function guard(c: Context, next: () => Promise<void>): Promise<void> {
  const host = c.req.header('host') ?? '';
  if (!LOOPBACK.has(host.replace(/:\d+$/, '').toLowerCase())) {
    throw refusedOrigin(`This page answers on localhost only, not as "${host}": open http://localhost with its port.`);
  }
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  const writes = c.req.method !== 'GET' && c.req.method !== 'HEAD';
  if (
    writes &&
    ((origin !== undefined && origin !== `http://${host}`) || site === 'cross-site' || site === 'same-site')
  ) {
    throw refusedOrigin(`Requests from ${origin ?? 'another site'} are refused: use the page at http://${host}.`);
  }
  if (writes && !/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    throw refusedOrigin('Send JSON with "Content-Type: application/json".');
  }
  await next();
}
