import { Agent, request } from 'node:http';
import { inParallel } from './in-parallel.ts';

/** An event, ready to be sent. */
export interface Prepared {
  body: string;
  headers: Record<string, string | number>;
}

export interface Measured {
  perSecond: number;
  /** Of each answer. */
  milliseconds: number[];
}

/** So many requests are under way at once, each on a connection that stays open. */
const AT_ONCE = 100;

/** @param vouching the headers by which the platform says that it is who sent this */
export const prepared = (body: string, vouching: Record<string, string>): Prepared => ({
  body,
  headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body), ...vouching },
});

/** Sends everything as fast as it is answered. @throws where an answer is anything but 200 */
export async function sendAll(url: string, events: readonly Prepared[]): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const milliseconds: number[] = [];
  const began = performance.now();
  await inParallel(AT_ONCE, events, async (event) => {
    const sent = performance.now();
    const status = await send(agent, url, event);
    if (status !== 200) throw new Error(`an event was answered with ${status}`);
    milliseconds.push(performance.now() - sent);
  });
  const perSecond = events.length / ((performance.now() - began) / 1000);
  agent.destroy();
  return { perSecond, milliseconds };
}

const send = (agent: Agent, url: string, { body, headers }: Prepared): Promise<number> =>
  new Promise((resolve, reject) => {
    request(url, { agent, method: 'POST', headers }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    })
      .once('error', reject)
      .end(body);
  });
