import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVirtualClock, type VirtualClock } from '../../../src/jobs/virtual-clock.ts';
import {
  button,
  buttons,
  form,
  type OpenGateway,
  openGateway,
  refusal,
  TEAM,
} from '../../support/slack/open-gateway.ts';

const START = new Date('2026-03-02T07:00:00Z');

let gateway: OpenGateway;
let clock: VirtualClock;
beforeEach(async () => {
  clock = createVirtualClock(START);
  gateway = await openGateway({ clock });
});
afterEach(() => gateway.close());

const later = (ms: number) => clock.moveTo(new Date(clock.now().getTime() + ms));
const last = () => gateway.app.received.at(-1)?.payload ?? {};
const pekka = () => gateway.slack.as(TEAM, 'pekka');
const answer = (body: unknown) => {
  gateway.app.answer = {
    status: 200,
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  };
};

async function posted(): Promise<{ channel: string; ts: string }> {
  const { ts = '' } = await gateway.client.chat.postMessage({
    channel: 'C1',
    text: 'press',
    blocks: buttons(button('go')),
  });
  await gateway.slack.settled();
  return { channel: 'C1', ts };
}

/** Pekka presses and gets a form. */
async function openForm(): Promise<void> {
  await pekka().press(await posted(), 'go');
  await gateway.client.views.open({ trigger_id: String(last().trigger_id), view: form() });
}

const respond = (url: unknown, body: object) =>
  fetch(String(url), { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

describe('buttons', () => {
  it('say who pressed what, where', async () => {
    const at = await posted();
    expect(await pekka().press(at, 'go')).toMatchObject({ acknowledged: true });
    expect(gateway.app.received.at(-1)).toMatchObject({
      goodSignature: true,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: {
        type: 'block_actions',
        user: { id: pekka().id, username: 'pekka', team_id: TEAM },
        team: { id: TEAM },
        container: { type: 'message', message_ts: at.ts, channel_id: 'C1', is_ephemeral: false },
        channel: { id: 'C1', name: 'kehitys' },
        message: { ts: at.ts, text: 'press' },
        actions: [{ type: 'button', action_id: 'go', value: '1', action_ts: expect.any(String) }],
        response_url: expect.stringContaining('/response/actions/'),
      },
    });
    await expect(pekka().press(at, 'nothing')).rejects.toThrow(/there is: go/);
  });

  it('of a whisper come without its message', async () => {
    const { client, slack } = gateway;
    await client.chat.postEphemeral({ channel: 'C1', user: pekka().id, text: 'x', blocks: buttons(button('go')) });
    const [whisper] = slack.messages(TEAM, 'C1', pekka().id);
    const at = { channel: 'C1', ts: whisper?.ts ?? '' };
    await pekka().press(at, 'go');
    expect(last()).toMatchObject({ container: { is_ephemeral: true } });
    expect(last()).not.toHaveProperty('message');
    await expect(slack.as(TEAM, 'maija').press(at, 'go')).rejects.toThrow(/sees no message/);
  });

  it('are not sent again by Slack, unless a test wants it', async () => {
    const { app, slack } = gateway;
    const at = await posted();
    app.answer = { status: 500, body: '' };
    expect(await pekka().press(at, 'go')).toMatchObject({ acknowledged: false });
    const before = app.received.length;
    await slack.redeliver();
    expect(app.received).toHaveLength(before);
    await slack.redeliver({ interactions: true });
    expect(app.received).toHaveLength(before + 1);
    expect(app.received.at(-1)?.body).toBe(app.received.at(-2)?.body);
  });

  it('of a home come with the home', async () => {
    const { client, slack } = gateway;
    const home = { type: 'home' as const, callback_id: 'home', blocks: buttons(button('go', 'x')) };
    await client.views.publish({ user_id: pekka().id, view: home });
    expect(slack.home(TEAM, pekka().id)).toMatchObject({ callbackId: 'home', actions: [{ actionId: 'go' }] });
    expect(slack.home(TEAM, slack.as(TEAM, 'maija').id)).toBeNull();
    await pekka().pressHome('go');
    expect(last()).toMatchObject({ container: { type: 'view' }, view: { type: 'home' }, actions: [{ value: 'x' }] });
    await pekka().openHome();
    expect(last()).toMatchObject({ event: { tab: 'home', view: { callback_id: 'home' } } });
  });
});

describe('triggers', () => {
  const open = (trigger: unknown) => refusal(gateway.client.views.open({ trigger_id: String(trigger), view: form() }));

  it('are good once', async () => {
    await openForm();
    expect(await open(last().trigger_id)).toMatchObject({ error: 'exchanged_trigger_id' });
    expect(await open('1.2.3')).toMatchObject({ error: 'invalid_trigger_id' });
  });

  it('are good for three seconds', async () => {
    const at = await posted();
    await pekka().press(at, 'go');
    later(3_000);
    expect(await open(last().trigger_id)).toEqual({});
    await pekka().press(at, 'go');
    later(3_001);
    expect(await open(last().trigger_id)).toMatchObject({ error: 'expired_trigger_id' });
  });
});

describe('modals', () => {
  it('open for who pressed, and come back with every answer', async () => {
    const { slack } = gateway;
    await openForm();
    expect(slack.modal(TEAM, slack.as(TEAM, 'maija').id)).toBeNull();
    expect(slack.modal(TEAM, pekka().id)).toMatchObject({
      callbackId: 'form',
      privateMetadata: 'kept',
      title: 'A form',
    });
    expect(await pekka().submit({ topic: 'Joy', people: ['U1', 'U2'] })).toMatchObject({ acknowledged: true });
    expect(last()).toMatchObject({
      type: 'view_submission',
      user: { id: pekka().id },
      view: {
        callback_id: 'form',
        private_metadata: 'kept',
        state: {
          values: {
            topic: { value: { type: 'plain_text_input', value: 'Joy' } },
            people: { value: { type: 'multi_users_select', selected_users: ['U1', 'U2'] } },
          },
        },
      },
    });
    expect(slack.modal(TEAM, pekka().id)).toBeNull();
  });

  it('are not sent with a required field empty, or one too long', async () => {
    await openForm();
    await expect(pekka().submit({})).rejects.toThrow(/topic is empty/);
    await expect(pekka().submit({ topic: 'x'.repeat(21) })).rejects.toThrow(/longer than 20/);
    await expect(pekka().submit({ tpoic: 'x' })).rejects.toThrow(/no field tpoic/);
  });

  it('do what the answer to a submission says', async () => {
    const { slack, app } = gateway;
    await openForm();
    answer({ response_action: 'errors', errors: { topic: 'Too short' } });
    await pekka().submit({ topic: 'x' });
    expect(slack.modal(TEAM, pekka().id)?.errors).toEqual({ topic: 'Too short' });
    answer({ response_action: 'update', view: form('second') });
    await pekka().submit({ topic: 'x' });
    expect(slack.modal(TEAM, pekka().id)).toMatchObject({ callbackId: 'second', errors: {} });
    answer({ response_action: 'push', view: form('third') });
    await pekka().submit({ topic: 'x' });
    expect(slack.modal(TEAM, pekka().id)?.callbackId).toBe('third');
    app.answer = { status: 200, body: '' };
    await pekka().submit({ topic: 'x' });
    expect(slack.modal(TEAM, pekka().id)?.callbackId).toBe('second');
    answer({ response_action: 'clear' });
    await pekka().submit({ topic: 'x' });
    expect(slack.modal(TEAM, pekka().id)).toBeNull();
  });

  it('stay open when the submission is not acknowledged', async () => {
    await openForm();
    gateway.app.answer = { status: 500, body: '' };
    expect(await pekka().submit({ topic: 'x' })).toMatchObject({ acknowledged: false });
    expect(gateway.slack.modal(TEAM, pekka().id)).not.toBeNull();
  });

  it('are updated only as long as nobody else did', async () => {
    const { client, slack } = gateway;
    await openForm();
    const id = slack.modal(TEAM, pekka().id)?.id ?? '';
    const { view } = await client.views.update({ view_id: id, view: form('newer') });
    expect(await refusal(client.views.update({ view_id: id, hash: 'old', view: form() }))).toMatchObject({
      error: 'hash_conflict',
    });
    await client.views.update({ view_id: id, hash: view?.hash ?? '', view: form('newest') });
    expect(slack.modal(TEAM, pekka().id)?.callbackId).toBe('newest');
    await pekka().dismiss();
    expect(await refusal(client.views.update({ view_id: id, view: form() }))).toMatchObject({ error: 'not_found' });
  });

  it('say what is wrong with them', async () => {
    await pekka().press(await posted(), 'go');
    const title = { type: 'plain_text' as const, text: 'x'.repeat(25) };
    const bad = { ...form(), title, private_metadata: 'x'.repeat(3_001) };
    const open = gateway.client.views.open({ trigger_id: String(last().trigger_id), view: bad });
    expect(await refusal(open)).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: {
        messages: [
          expect.stringContaining('[json-pointer:/view/private_metadata]'),
          expect.stringContaining('[json-pointer:/view/title/text]'),
        ],
      },
    });
  });
});

describe('commands and shortcuts', () => {
  it('a command has its words, escaped, and may be answered at once', async () => {
    const { slack } = gateway;
    answer({ text: 'here I am' });
    await pekka().command('C1', 'help "me"  <now> & then');
    expect(last()).toMatchObject({
      command: '/porras',
      text: 'help "me"  &lt;now&gt; &amp; then',
      team_id: TEAM,
      channel_id: 'C1',
      channel_name: 'kehitys',
      user_id: pekka().id,
      trigger_id: expect.any(String),
    });
    expect(slack.messages(TEAM, 'C1', pekka().id)).toMatchObject([{ text: 'here I am', ephemeral: true }]);
  });

  it('a shortcut has the message that it was picked for', async () => {
    const { slack } = gateway;
    const at = await slack.as(TEAM, 'maija').post('C1', 'an idea');
    await pekka().shortcut('porras:add', at);
    expect(last()).toMatchObject({
      type: 'message_action',
      callback_id: 'porras:add',
      message_ts: at.ts,
      channel: { id: 'C1' },
      user: { id: pekka().id },
      message: { text: 'an idea', user: slack.as(TEAM, 'maija').id },
    });
  });

  it('a response URL is good five times, for half an hour', async () => {
    const { slack } = gateway;
    const at = await posted();
    await pekka().press(at, 'go');
    const url = last().response_url;
    expect((await respond(url, { replace_original: true, text: 'done' })).status).toBe(200);
    expect(slack.messages(TEAM, 'C1')).toMatchObject([{ text: 'done', actions: [] }]);
    for (let times = 0; times < 4; times += 1) expect((await respond(url, { text: 'psst' })).status).toBe(200);
    expect(slack.messages(TEAM, 'C1', pekka().id).filter((it) => it.ephemeral)).toHaveLength(4);
    const sixth = await respond(url, { text: 'psst' });
    expect([sixth.status, await sixth.json()]).toEqual([404, { ok: false, error: 'used_url' }]);

    await pekka().command('C1', 'help');
    const { response_url: second } = last();
    later(30 * 60_000 + 1);
    expect(await (await respond(second, { text: 'late' })).json()).toEqual({ ok: false, error: 'expired_url' });
  });
});
