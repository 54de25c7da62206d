import { emojiNamed, nameOfEmoji } from '../../../adapters/slack/emoji.ts';
import { createSlackPlatform, type SlackConfig, type SlackPlatform } from '../../../adapters/slack/index.ts';
import { createInstallationStore } from '../../../adapters/slack/installation-store.ts';
import { createSeal } from '../../../adapters/slack/seal.ts';
import type { Choice, Field, Form } from '../../../src/domain/message.ts';
import { type RunningServer, startServer } from '../../../src/http/server.ts';
import { type Clock, systemClock } from '../../../src/ports/clock.ts';
import type { Timer } from '../../../src/ports/timer.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import type { Hands, Harness, Seen } from '../../contract/chat-platform-harness.ts';
import type { SeenAction, SeenMessage, SeenView } from '../../support/slack/see.ts';
import { type Slack, startSlack } from '../../support/slack/start-slack.ts';
import { OAUTH } from './inbound-world.ts';

export const TEAM = 'T1';
export const CHANNEL = 'C1';

type Json = Record<string, unknown>;

/** Slack's limits on a time of their own: who waits moves it, and nothing waits in real time. */
export function createFastTimer(): Timer {
  let now = 0;
  return {
    now: () => now,
    async sleep(ms) {
      now += ms;
    },
  };
}

/** Porras is there, as if by its own page: its token in the store, sealed. Unlike a token of the settings it is not told of. */
export async function storeInstallation(
  slack: Slack,
  store: Store,
  clock: Clock,
  { team = TEAM, scopes = null }: { team?: string; scopes?: string[] | null } = {},
): Promise<void> {
  const { token, botUserId } = slack.team(team);
  await createInstallationStore(store.installations, createSeal(OAUTH.secretKeys), clock).put({
    team,
    name: team,
    appId: slack.app.id,
    botUserId,
    scopes,
    token: token ?? '',
    refreshToken: null,
    expiresAt: null,
    installedAt: clock.now().getTime(),
  });
}

export const configFor = (slack: Slack): SlackConfig => ({
  signingSecret: slack.app.signingSecret,
  botToken: null,
  oauth: OAUTH,
  appToken: null,
  publicUrl: 'https://porras.example.com',
  apiUrl: slack.apiUrl,
});

export interface SlackHarnessOptions {
  socket?: boolean;
  /** What the workspace granted; everything unless given. */
  scopes?: string[];
  /** How Porras comes to be gone from a channel. */
  gone?: 'archive' | 'removeBot' | 'deleteChannel';
}

export interface SlackHarness extends Harness {
  platform: SlackPlatform;
  slack: Slack;
}

/** The adapter behind its own server, before a Slack of ours, with people who use it as Slack's own app lets them. */
export async function makeSlackHarness(options: SlackHarnessOptions = {}): Promise<SlackHarness> {
  const { socket = false, scopes, gone = 'removeBot' } = options;
  const slack = await startSlack({
    teams: [{ id: TEAM, channels: [{ id: CHANNEL, name: 'kehitys' }], ...(scopes && { scopes }) }],
  });
  const store = createMemoryStore();
  await storeInstallation(slack, store, systemClock, { scopes: scopes ?? null });
  const platform = createSlackPlatform({
    store,
    timer: createFastTimer(),
    config: { ...configFor(slack), ...(socket && { signingSecret: null, appToken: slack.app.appToken }) },
  });
  const server: RunningServer = await startServer({ port: 0, routes: [platform.routes], graceMs: 0 });
  if (socket) await slack.connectSocket();
  else await slack.connectHttp({ url: `${server.url}/slack/events` });

  /** What Porras itself did before is told first, so that what is refused next is what a person does next. */
  const ready = async (): Promise<void> => {
    if (socket) await slack.sockets.connected();
    await slack.settled();
  };
  const { users } = slack.team(TEAM);
  const [maija, pekka, sofia] = [
    ['maija', 'Maija Mäkinen'],
    ['pekka', 'Pekka Puro'],
    ['sofia', 'Sofia Sund'],
  ].map(([login = '', name = '']) => ({ address: addressOf(users[login] ?? ''), name, isBot: false }));
  if (!maija || !pekka || !sofia) throw new Error('three people are needed');

  return {
    slack,
    platform,
    workspaceId: `slack:${TEAM}`,
    channel: addressOf(CHANNEL),
    channelName: 'kehitys',
    people: [maija, pekka, sofia],
    asPerson: (person) => handsOf(slack, idOf(person), ready),
    async visibleTo(person) {
      await ready();
      return seenBy(slack, idOf(person));
    },
    async formFor(person) {
      const view = slack.modal(TEAM, idOf(person));
      return view && formOf(view);
    },
    async homeFor(person) {
      const view = slack.home(TEAM, idOf(person));
      return view && { text: view.blocks.map(wordsOf).join('\n'), choices: view.actions.flatMap(choiceOf) };
    },
    async setProfile(person, { locale, timeZone, awayUntil }) {
      await slack.changeUser(TEAM, idOf(person), {
        ...(locale && { locale }),
        ...(timeZone && { timeZone }),
        ...(awayUntil && { status: { text: 'Away', emoji: ':palm_tree:', expiration: awayUntil.getTime() / 1000 } }),
      });
    },
    async renameChannel(name) {
      await ready();
      return (await slack.rename(TEAM, CHANNEL, name)).acknowledged;
    },
    async removeChannel() {
      await ready();
      return (await slack[gone](TEAM, CHANNEL)).acknowledged;
    },
    async redeliver() {
      await slack.redeliver({ interactions: true });
    },
    async close() {
      await slack.settled();
      await server.stop();
      await slack.close();
    },
  };
}

export const addressOf = (id: string): string => `slack:${TEAM}:${id}`;
const idOf = (address: string): string => address.split(':')[2] ?? '';
const atOf = (ref: string) => ({ channel: idOf(ref), ts: ref.split(':')[3] ?? '' });
const emojiName = (emoji: string): string => nameOfEmoji(emoji) ?? emoji;

function handsOf(slack: Slack, id: string, ready: () => Promise<void>): Hands {
  const hands = () => slack.as(TEAM, id);
  const does = async (act: () => Promise<{ acknowledged: boolean }>): Promise<boolean> => {
    await ready();
    return (await act()).acknowledged;
  };
  return {
    post: (text, { threadRef, private: isPrivate } = {}) =>
      does(() => {
        const thread = threadRef === undefined ? {} : { threadTs: atOf(threadRef).ts };
        return isPrivate ? hands().dm(text, thread) : hands().post(CHANNEL, text, thread);
      }),
    edit: (ref, text) => does(() => hands().edit(atOf(ref), text)),
    delete: (ref) => does(() => hands().delete(atOf(ref))),
    react: (ref, emoji) => does(() => hands().react(atOf(ref), emojiName(emoji))),
    unreact: (ref, emoji) => does(() => hands().unreact(atOf(ref), emojiName(emoji))),
    press: (ref, choice) =>
      does(() => {
        const { channel, ts } = atOf(ref);
        const parts = partsOf(slack.messages(TEAM, channel, id), ts);
        const pressed = parts.find((part) => part.actions.some((it) => isFor(choice, it)));
        const action = pressed?.actions.find((it) => isFor(choice, it));
        if (!pressed || !action) throw new Error(`nobody can press "${choice.label}" of ${ref}`);
        return hands().press(pressed, action.actionId);
      }),
    submit: (answers) =>
      does(() => {
        const people = new Set((slack.modal(TEAM, id)?.blocks ?? []).filter(asksForMany).map((it) => it.block_id));
        const values = Object.entries(answers).map(([name, answer]): [string, string | string[]] => [
          name,
          people.has(name) ? answer.split(',').filter(Boolean).map(idOf) : answer,
        ]);
        return hands().submit(Object.fromEntries(values));
      }),
    command: (text) => does(() => hands().command(CHANNEL, text)),
    join: () => does(() => hands().join(CHANNEL)),
    leave: () => does(() => hands().leave(CHANNEL)),
    openHome: () => does(() => hands().openHome()),
    pressHome: (choice) =>
      does(() => {
        const action = slack.home(TEAM, id)?.actions.find((it) => isFor(choice, it));
        if (!action) throw new Error(`nobody can press "${choice.label}" at home`);
        return hands().pressHome(action.actionId);
      }),
    pick: (ref, purpose) => does(() => hands().shortcut(`porras:${purpose}`, atOf(ref))),
    leaveForGood: () => does(() => slack.deactivate(TEAM, id)),
  };
}

const asksForMany = ({ element }: Json): boolean => (element as Json | undefined)?.type === 'multi_users_select';

const ACTION = /^porras:(.+):\d+$/;
const isFor = ({ action, value }: Choice, it: SeenAction): boolean =>
  ACTION.exec(it.actionId)?.[1] === action && it.value === value;

const choiceOf = ({ actionId, value, text: label }: SeenAction): Choice[] => {
  const action = ACTION.exec(actionId)?.[1];
  return action === undefined ? [] : [{ action, value, label }];
};

const markOf = ({ metadata }: SeenMessage): { key?: string; part?: number } =>
  (metadata?.event_payload as { key: string; part: number } | undefined) ?? {};

/** Messages of Slack's that are one of Porras's: what is long takes several. */
function partsOf(messages: SeenMessage[], ts: string): SeenMessage[] {
  const first = messages.find((it) => it.ts === ts);
  if (!first) throw new Error(`there is no message ${ts}`);
  const { key } = markOf(first);
  return key === undefined ? [first] : messages.filter((it) => markOf(it).key === key);
}

/** Without what Slack itself writes about who came and went. */
function seenBy(slack: Slack, person: string): Seen[] {
  const team = slack.team(TEAM);
  const messages = [...slack.messages(TEAM, CHANNEL, person), ...slack.dms(TEAM, person)].filter(
    ({ subtype }) => subtype === null,
  );
  return messages
    .filter((it) => (markOf(it).part ?? 1) === 1)
    .map((it) => {
      const parts = partsOf(messages, it.ts);
      return {
        ref: it.ephemeral ? null : `${addressOf(it.channel)}:${it.ts}`,
        conversation: addressOf(it.channel),
        private: it.channel.startsWith('D'),
        threadRef: it.threadTs === null || it.threadTs === it.ts ? null : `${addressOf(it.channel)}:${it.threadTs}`,
        by: it.byBot ? null : addressOf(it.user ?? ''),
        text: it.byBot ? textOf(it) : wordsOf(it.blocks[0] ?? {}),
        choices: parts.flatMap((part) => part.actions.flatMap(choiceOf)),
        picture: pictureOf(parts),
        reactions: it.reactions.flatMap(({ name, users }) =>
          users.map((by) => ({ emoji: emojiNamed(name), by: by === team.botUserId ? null : addressOf(by) })),
        ),
      };
    });
}

const pictureOf = (parts: SeenMessage[]): Uint8Array | null => {
  const bytes = parts.flatMap((part) => part.files).find((file) => file.bytes)?.bytes;
  return bytes ? new Uint8Array(bytes) : null;
};

/** As Slack reads it: what stands in angle brackets is a command. Whom it calls by that, or by its blocks, is called. */
function textOf({ text, mentions }: SeenMessage): string {
  const called = mentions.length === 0 ? '' : ` (calls ${mentions.join(', ')})`;
  const read = text
    .replaceAll(/<([^<>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return read + called;
}

/** The words that a person sees of a block. */
function wordsOf(block: Json): string {
  if (block.type === 'broadcast') return `@${String(block.range)}`;
  if (block.type === 'emoji') return emojiNamed(String(block.name));
  if (block.type === 'link') return String(block.text ?? block.url);
  if (typeof block.text === 'string') return block.text;
  const inside = Array.isArray(block.elements) ? (block.elements as Json[]) : [];
  if (inside.length > 0 && block.type !== 'actions') return inside.map(wordsOf).join('');
  return typeof block.text === 'object' && block.text ? wordsOf(block.text as Json) : '';
}

const words = (text: unknown): string => (text as { text: string } | undefined)?.text ?? '';

function formOf(view: SeenView): Form {
  return {
    id: view.callbackId.replace(/^porras:/, ''),
    title: view.title,
    intro: view.blocks
      .filter((it) => it.type !== 'input')
      .map(wordsOf)
      .join('\n'),
    submit: view.submit,
    context: view.privateMetadata,
    fields: view.blocks.filter((it) => it.type === 'input').map(fieldOf),
  };
}

function fieldOf(block: Json): Field {
  const element = block.element as Json;
  const initial = element.initial_value ?? element.initial_date ?? element.initial_time;
  const base = {
    name: String(block.block_id),
    label: words(block.label),
    required: block.optional !== true,
    ...(block.hint ? { hint: words(block.hint) } : {}),
    ...(typeof initial === 'string' && { initial }),
  };
  switch (element.type) {
    case 'plain_text_input':
      return { ...base, type: element.multiline === true ? 'long-text' : 'text' };
    case 'datepicker':
      return { ...base, type: 'date' };
    case 'timepicker':
      return { ...base, type: 'time' };
    case 'static_select': {
      const options = element.options as { text: unknown; value: string }[];
      return { ...base, type: 'select', options: options.map(({ text, value }) => ({ value, label: words(text) })) };
    }
    case 'multi_users_select':
      return { ...base, type: 'people', many: true };
    case 'users_select':
      return { ...base, type: 'people', many: false };
    default:
      throw new Error(`a person sees no field of the type ${String(element.type)}`);
  }
}
