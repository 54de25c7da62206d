import { Agent, type IncomingMessage, request } from 'node:http';
import type { Attempt, Delivery, Retry, RetryReason, Transport } from './deliveries.ts';
import { signed } from './sign.ts';

export interface HttpTarget {
  eventsUrl: string;
  interactivityUrl: string;
  commandsUrl: string;
  signingSecret: string;
  deadlineMs: number;
}

export interface RawAnswer {
  /** 0 when there was no answer. */
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  ms: number;
  failed: Exclude<RetryReason, 'http_error'> | null;
}

export interface RawRequest {
  url: string;
  body: string;
  headers: Record<string, string>;
  deadlineMs: number;
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Posts, and gives up at the deadline as Slack does: the connection is cut. */
export function post(agent: Agent, { url, body, headers, deadlineMs }: RawRequest): Promise<RawAnswer> {
  const began = performance.now();
  return new Promise((resolve) => {
    const end = (answer: Omit<RawAnswer, 'ms'>) => resolve({ ...answer, ms: performance.now() - began });
    const lost = (failed: RawAnswer['failed']) => end({ status: 0, headers: {}, body: '', failed });
    const sent = request(
      url,
      { method: 'POST', agent, headers: { ...headers, 'Content-Length': Buffer.byteLength(body) } },
      (answer) => {
        textOf(answer).then(
          (text) => {
            clearTimeout(timer);
            end({ status: answer.statusCode ?? 0, headers: answer.headers, body: text, failed: null });
          },
          () => lost('connection_failed'),
        );
      },
    );
    const timer = setTimeout(() => {
      lost('http_timeout');
      sent.destroy();
    }, deadlineMs);
    sent.on('error', () => {
      clearTimeout(timer);
      lost('connection_failed');
    });
    sent.end(body);
  });
}

export function encode(delivery: Pick<Delivery, 'kind' | 'payload'>): { contentType: string; body: string } {
  if (delivery.kind === 'event') return { contentType: 'application/json', body: JSON.stringify(delivery.payload) };
  const form = new URLSearchParams(
    delivery.kind === 'interactive'
      ? { payload: JSON.stringify(delivery.payload) }
      : Object.entries(delivery.payload).map(([name, value]) => [name, String(value)]),
  );
  return { contentType: 'application/x-www-form-urlencoded', body: form.toString() };
}

export function createHttpTransport(target: HttpTarget, agent: Agent): Transport {
  const urls = { event: target.eventsUrl, interactive: target.interactivityUrl, slash_commands: target.commandsUrl };
  return {
    async send(delivery: Delivery, retry: Retry | null): Promise<Attempt> {
      const at = new Date();
      const { contentType, body } = encode(delivery);
      const answer = await post(agent, {
        url: urls[delivery.kind],
        body,
        deadlineMs: target.deadlineMs,
        headers: {
          'Content-Type': contentType,
          'User-Agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          ...signed(target.signingSecret, body),
          ...(retry && delivery.kind === 'event'
            ? { 'X-Slack-Retry-Num': String(retry.num), 'X-Slack-Retry-Reason': retry.reason }
            : {}),
        },
      });
      const good = answer.status >= 200 && answer.status < 300;
      return {
        at,
        retryNum: retry?.num ?? 0,
        status: answer.status,
        body: answer.body,
        ms: answer.ms,
        failed: answer.failed ?? (good ? null : 'http_error'),
        noRetry: answer.headers['x-slack-no-retry'] === '1',
      };
    },
    async close() {
      agent.destroy();
    },
  };
}
