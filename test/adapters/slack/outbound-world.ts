import { createAuthorizeOne } from '../../../adapters/slack/authorize-one.ts';
import { createCaller, createSlackApi } from '../../../adapters/slack/client.ts';
import { createOutbound, type Outbound } from '../../../adapters/slack/outbound.ts';
import type { SlackApi } from '../../../adapters/slack/slack-api.ts';
import type { Message } from '../../../src/domain/message.ts';
import { CAPABILITIES, type Capability, type Outgoing } from '../../../src/ports/chat-platform.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Timer } from '../../../src/ports/timer.ts';
import { type Slack, type SlackOptions, startSlack } from '../../support/slack/start-slack.ts';

export const TEAM = 'T1';
export const CHANNEL = 'slack:T1:C1';
export const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
export const OTHER_PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 9]);

export interface OutboundWorld {
  slack: Slack;
  outbound: Outbound;
  /** Moves the time of Slack's limits, Porras's and the gateway's. */
  pass(ms: number): void;
  /** How long it was waited for in all. */
  waited(): number;
  /** Happens when it is waited for something next, as between two messages to a channel. */
  atNextWait(happens: () => void): void;
  /** A process that has just been started: it remembers nothing. */
  restart(): Outbound;
  person(name: string): string;
  /** Messages of Porras in a channel, oldest first. */
  said(channel?: string): ReturnType<Slack['messages']>;
  close(): Promise<void>;
}

export interface WorldOptions extends SlackOptions {
  without?: readonly Capability[];
  /** Comes between Porras and Slack. */
  wrap?: (api: SlackApi) => SlackApi;
}

/** Slack's gateway with one workspace and one channel, and Porras's outbound half; time passes where it is waited for. */
export async function openWorld({
  without = [],
  wrap = (api) => api,
  ...options
}: WorldOptions = {}): Promise<OutboundWorld> {
  let now = Date.parse('2026-03-02T08:00:00Z');
  let waited = 0;
  let meanwhile = (): void => undefined;
  const clock: Clock = { now: () => new Date(now) };
  const timer: Timer = {
    now: () => now,
    async sleep(ms) {
      now += ms;
      waited += ms;
      const happens = meanwhile;
      meanwhile = () => undefined;
      happens();
    },
  };
  const slack = await startSlack({
    clock,
    teams: [{ id: TEAM, channels: [{ id: 'C1', name: 'kehitys' }] }],
    ...options,
  });
  const callWith = createCaller(slack.apiUrl, () => undefined);
  const token = slack.team(TEAM).token ?? '';
  const authorize = createAuthorizeOne(token, (each) => callWith(each, 'auth.test', {}));
  const api = wrap(createSlackApi(callWith, authorize));
  const capabilities = new Set(CAPABILITIES.filter((each) => !without.includes(each)));
  const restart = () => createOutbound({ api, capabilities: () => capabilities, clock, timer });
  return {
    slack,
    outbound: restart(),
    restart,
    pass: (ms) => void (now += ms),
    waited: () => waited,
    atNextWait: (happens) => void (meanwhile = happens),
    person: (name) => `slack:${TEAM}:${slack.team(TEAM).users[name]}`,
    said: (channel = 'C1') => slack.messages(TEAM, channel).filter((each) => each.byBot),
    close: () => slack.close(),
  };
}

export const say = (markdown: string, key: string, more: Partial<Message> = {}): Outgoing => ({
  message: { text: markdown, markdown, lang: 'en', ...more },
  picture: null,
  key,
});

/** Several paragraphs, each with its number, that take three messages of Slack's. */
export const longText = (name = 'kohta'): string =>
  Array.from({ length: 11 }, (_, index) => `${name} ${index}: ${'ja lause '.repeat(300).trim()}.`).join('\n\n');

export const pictured = (markdown: string, key: string, png = PNG): Outgoing => ({
  ...say(markdown, key, { picture: { id: 'p', alt: 'Portaat' } }),
  picture: { png, alt: 'Portaat' },
});
