import { Agent, request } from 'node:http';
import { signed } from '../support/slack/sign.ts';
import type { Slack } from '../support/slack/start-slack.ts';
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

/** Signed events of new messages in a channel, from everyone in turn. */
export function prepareMessages(slack: Slack, channel: string, texts: readonly string[]): Prepared[] {
  const { id, users } = slack.teams[0]!;
  const people = Object.keys(users).filter((name) => name.startsWith('person'));
  return texts.map((text, index) => {
    const body = slack.messageBody(id, people[index % people.length]!, channel, text);
    return {
      body,
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
        ...signed(slack.app.signingSecret, body),
      },
    };
  });
}

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
