import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ReceivingApp, startReceivingApp } from '../../support/slack/receiving-app.ts';
import { type Slack, type SlackOptions, startSlack } from '../../support/slack/start-slack.ts';

const TEAM = 'T1';

const SEED: NonNullable<SlackOptions['teams']> = [
  {
    id: TEAM,
    channels: [
      { id: 'C1', name: 'kehitys' },
      { id: 'C2', name: 'hiljainen', members: ['maija'] },
    ],
  },
];

let slack: Slack;
let app: ReceivingApp;
let client: WebClient;

/** The error code of a call that is refused. */
async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    return (error as { data?: { error?: string } }).data?.error ?? String(error);
  }
  return 'no error';
}

async function begin(options: SlackOptions = { teams: SEED }): Promise<void> {
  slack = await startSlack(options);
  app = await startReceivingApp(slack.app.signingSecret);
  await slack.connectHttp({ url: app.url });
  client = clientWith(slack.team(TEAM).token ?? '');
}

const clientWith = (token: string): WebClient =>
  new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });

describe('the gateway', () => {
  beforeEach(() => begin());
  afterEach(async () => {
    await slack.close();
    await app.close();
  });

  it('posts, updates and deletes', async () => {
    const { ts } = await client.chat.postMessage({ channel: 'C1', text: 'hei' });
    expect(slack.messages(TEAM, 'C1').map((it) => it.text)).toEqual(['hei']);
    await client.chat.update({ channel: 'C1', ts: ts ?? '', text: 'moi' });
    expect(slack.messages(TEAM, 'C1').map((it) => [it.text, it.edited])).toEqual([['moi', true]]);
    await client.chat.delete({ channel: 'C1', ts: ts ?? '' });
    expect(slack.messages(TEAM, 'C1')).toEqual([]);
  });

  it('tells the app what people write, signed', async () => {
    const maija = slack.as(TEAM, 'maija');
    expect(await maija.post('C1', 'a & b <https://x.fi> @pekka @here #kehitys')).toMatchObject({ acknowledged: true });
    expect(app.received[0]?.goodSignature).toBe(true);
    const { users, botUserId } = slack.team(TEAM);
    expect(app.received[0]?.payload).toMatchObject({
      type: 'event_callback',
      team_id: TEAM,
      api_app_id: slack.app.id,
      authorizations: [{ team_id: TEAM, user_id: botUserId, is_bot: true, is_enterprise_install: false }],
      is_ext_shared_channel: false,
      event: {
        type: 'message',
        channel: 'C1',
        channel_type: 'channel',
        user: users.maija,
        text: `a &amp; b &lt;<https://x.fi>&gt; <@${users.pekka}> <!here> <#C1|kehitys>`,
      },
    });
  });

  it('delivers again what was not acknowledged, at most three times', async () => {
    app.answer = { status: 500, body: '' };
    expect(await slack.as(TEAM, 'maija').post('C1', 'x')).toMatchObject({ acknowledged: false });
    for (let i = 0; i < 4; i += 1) await slack.redeliver();
    expect(app.received.map((it) => it.headers['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3']);
    expect(app.received[1]?.headers['x-slack-retry-reason']).toBe('http_error');
    expect(new Set(app.received.map((it) => it.payload.event_id)).size).toBe(1);
  });

  it('refuses what Slack refuses', async () => {
    expect(await refusal(client.chat.postMessage({ channel: 'C2', text: 'x' }))).toBe('not_in_channel');
    expect(await refusal(client.chat.postMessage({ channel: 'C9', text: 'x' }))).toBe('channel_not_found');
    expect(await refusal(client.chat.postMessage({ channel: 'C1', text: '' }))).toBe('no_text');
    expect(await refusal(clientWith('xoxb-no').auth.test())).toBe('invalid_auth');
  });

  it('opens a modal for who presses, and takes their answers', async () => {
    const blocks = [
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'go', value: '1', text: { type: 'plain_text', text: 'Go' } }],
      },
    ];
    const { ts } = await client.chat.postMessage({ channel: 'C1', text: 'press', blocks });
    const pekka = slack.as(TEAM, 'pekka');
    expect(await pekka.press({ channel: 'C1', ts: ts ?? '' }, 'go')).toMatchObject({ acknowledged: true });
    const press = app.received.at(-1)?.payload;
    expect(press).toMatchObject({ type: 'block_actions', actions: [{ action_id: 'go', value: '1' }] });
    const trigger = String(press?.trigger_id);
    const view = {
      type: 'modal' as const,
      callback_id: 'form',
      title: { type: 'plain_text' as const, text: 'Form' },
      submit: { type: 'plain_text' as const, text: 'Send' },
      blocks: [
        {
          type: 'input' as const,
          block_id: 'topic',
          label: { type: 'plain_text' as const, text: 'Topic' },
          element: { type: 'plain_text_input' as const, action_id: 'value' },
        },
      ],
    };
    await client.views.open({ trigger_id: trigger, view });
    expect(await refusal(client.views.open({ trigger_id: trigger, view }))).toBe('exchanged_trigger_id');
    expect(slack.modal(TEAM, pekka.id)?.callbackId).toBe('form');
    await pekka.submit({ topic: 'Joy' });
    expect(app.received.at(-1)?.payload).toMatchObject({
      type: 'view_submission',
      view: { state: { values: { topic: { value: { type: 'plain_text_input', value: 'Joy' } } } } },
    });
    expect(slack.modal(TEAM, pekka.id)).toBeNull();
  });
});
