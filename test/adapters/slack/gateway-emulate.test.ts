import { LogLevel, WebClient } from '@slack/web-api';
import { createEmulator } from 'emulate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSlack } from '../../support/slack/start-slack.ts';

/*
 * `emulate` was written by others from the same documentation. What it answers, ours answers too: so a misreading of
 * ours shows, where theirs is not the same. It says less than Slack and than ours, so it is asked only what it knows.
 */

const MODAL = { type: 'modal', title: { type: 'plain_text', text: 'A form' }, blocks: [{ type: 'divider' }] };

type Answer = Record<string, unknown> & { ok: boolean };
type Ask = (method: string, args?: Record<string, unknown>) => Promise<Answer>;

const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
});

const askWith = (token: string, slackApiUrl: string): Ask => {
  const client = new WebClient(token, { slackApiUrl, retryConfig: { retries: 0 }, logLevel: LogLevel.ERROR });
  return async (method, args) => {
    try {
      return (await client.apiCall(method, args)) as unknown as Answer;
    } catch (error) {
      return (error as { data: Answer }).data;
    }
  };
};

const within = (answer: Answer | undefined, list: string, name: string): string =>
  ((answer?.[list] ?? []) as { id: string; name: string }[]).find((it) => it.name === name)?.id ?? `no ${name}`;

/** The same conversation with either: every call and what came of it. */
async function converse(ask: Ask): Promise<Record<string, Answer>> {
  const answers: Record<string, Answer> = {};
  const call = async (method: string, args: Record<string, unknown> = {}, as = method) => {
    answers[as] = await ask(method, args);
    return answers[as];
  };
  await call('auth.test');
  const channel = within(await call('conversations.list'), 'channels', 'kehitys');
  const user = within(await call('users.list'), 'members', 'maija');
  const metadata = { event_type: 'porras_delivery', event_payload: { key: 'k' } };
  const { ts } = await call('chat.postMessage', { channel, text: 'hei', metadata });
  await call('chat.postMessage', { channel, text: 'reply', thread_ts: ts }, 'a reply');
  await call('chat.update', { channel, ts, text: 'moi' });
  await call('reactions.add', { channel, timestamp: ts, name: 'clap' });
  await call('reactions.add', { channel, timestamp: ts, name: 'clap' }, 'a second reaction');
  await call('reactions.get', { channel, timestamp: ts });
  await call('conversations.history', { channel, include_all_metadata: true });
  await call('conversations.replies', { channel, ts, include_all_metadata: true });
  await call('conversations.info', { channel });
  await call('conversations.members', { channel });
  await call('users.info', { user });
  await call('users.profile.get', { user });
  await call('conversations.open', { users: user, return_im: true });
  await call('chat.postEphemeral', { channel, user, text: 'psst' });
  await call('views.publish', { user_id: user, view: { type: 'home', blocks: [{ type: 'divider' }] } });
  await call('chat.getPermalink', { channel, message_ts: ts });
  await call('team.info');
  await call('files.getUploadURLExternal', { filename: 'p.png', length: 3 });
  await call('reactions.remove', { channel, timestamp: ts, name: 'clap' });
  await call('chat.postMessage', { channel, text: '' }, 'nothing to say');
  await call('chat.postMessage', { channel: 'C0NOWHERE', text: 'x' }, 'nowhere');
  await call('chat.update', { channel, ts: '1.000001', text: 'x' }, 'no such message');
  await call('users.info', { user: 'U0NOBODY' }, 'nobody');
  await call('views.open', { trigger_id: '1.2.3', view: MODAL }, 'no trigger');
  await call('chat.delete', { channel, ts });
  return answers;
}

/** Where each value of an answer is, and of which type; a list by its first item. */
function shapeOf(value: unknown, at = ''): Record<string, string> {
  if (Array.isArray(value)) return value.length > 0 ? shapeOf(value[0], `${at}[]`) : { [at]: 'list' };
  if (typeof value !== 'object' || value === null) return { [at]: typeof value };
  return Object.assign({}, ...Object.entries(value).map(([name, it]) => shapeOf(it, `${at}.${name}`)));
}

/** What emulate says and ours does not, with the reason. */
const ONLY_THEIRS = [
  // Of a user's token; a bot has read nothing.
  /\.last_read$/,
  /\.is_open$/,
  // Of the scope users:read.email, which Porras does not ask for.
  /\.email$/,
  /\.image_192$/,
  /\.huddle_state/,
  / \.response_metadata/,
  // Theirs says null where the home has none; Slack leaves those out of what it answers.
  / \.view\.(title|close|submit)$/,
  // Slack's direct messages have neither name nor topic, and none of the flags of channels.
  /^conversations\.open \.channel\.(creator|is_(channel|group|member|mpim|private)|name|num_members|purpose|topic)/,
  // Slack shows metadata to those who ask for it, which one cannot there.
  /^reactions\.get \.message\.metadata/,
];

let theirs: Record<string, Answer>;
let ours: Record<string, Answer>;

beforeAll(async () => {
  const seed = {
    slack: {
      users: [{ name: 'porras' }, { name: 'maija', real_name: 'Maija' }],
      channels: [{ name: 'kehitys' }],
      tokens: [{ token: 'xoxb-theirs', user: 'porras' }],
    },
  };
  const emulator = await createEmulator({ service: 'slack', port: 0, seed });
  const slack = await startSlack();
  closing.push(
    () => emulator.close(),
    () => slack.close(),
  );
  theirs = await converse(askWith('xoxb-theirs', `${emulator.url}/api/`));
  ours = await converse(askWith(slack.teams[0]?.token ?? '', slack.apiUrl));
});

it('ours takes and refuses the same', () => {
  const outcome = (answers: Record<string, Answer>) =>
    Object.fromEntries(Object.entries(answers).map(([call, it]) => [call, it.ok ? 'ok' : it.error]));
  expect(outcome(ours)).toEqual(outcome(theirs));
});

it('ours answers everything that theirs does, of the same types', () => {
  for (const [call, answer] of Object.entries(theirs)) {
    const shape = shapeOf(answer);
    const wanted = Object.keys(shape).filter((at) => !ONLY_THEIRS.some((it) => it.test(`${call} ${at}`)));
    const have = shapeOf(ours[call]);
    const compared = Object.fromEntries(wanted.map((at) => [at, have[at]]));
    expect({ call, ...compared }).toEqual({ call, ...Object.fromEntries(wanted.map((at) => [at, shape[at]])) });
  }
});
