import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenGateway, openGateway, TEAM } from '../../support/slack/open-gateway.ts';

let gateway: OpenGateway;
beforeEach(async () => {
  gateway = await openGateway({}, { deadlineMs: 150 });
});
afterEach(() => gateway.close());

/** The inner event of the last delivery. */
const last = () => gateway.app.received.at(-1)?.payload.event;
const maija = () => gateway.slack.as(TEAM, 'maija');

describe('what the app is told', () => {
  it('is signed, and names the installation that hears of it', async () => {
    const { slack, app } = gateway;
    expect(await maija().post('C1', 'hei')).toMatchObject({ acknowledged: true });
    expect(app.received).toMatchObject([
      {
        goodSignature: true,
        payload: {
          type: 'event_callback',
          team_id: TEAM,
          api_app_id: slack.app.id,
          event_id: expect.stringMatching(/^Ev[A-Z0-9]{9,}$/),
          authorizations: [{ team_id: TEAM, user_id: slack.team(TEAM).botUserId, is_enterprise_install: false }],
          is_ext_shared_channel: false,
          event: { type: 'message', channel: 'C1', channel_type: 'channel', text: 'hei', user: maija().id },
        },
      },
    ]);
  });

  it('is text as Slack stores it', async () => {
    const { users } = gateway.slack.team(TEAM);
    const stored: [string, string][] = [
      ['a & b <c>', 'a &amp; b &lt;c&gt;'],
      ['@pekka @here @nobody #kehitys', `<@${users.pekka}> <!here> @nobody <#C1|kehitys>`],
      ['see https://x.fi/?a=1&b=2.', 'see <https://x.fi/?a=1&amp;b=2.>'],
      ['a@x.fi or x.fi', '<mailto:a@x.fi|a@x.fi> or <http://x.fi|x.fi>'],
      ['👏 🇫🇮 👩‍👩‍👧‍👦', ':clap: :flag-fi: :woman-woman-girl-boy:'],
      ['<!channel> <@U123>', '&lt;!channel&gt; &lt;@U123&gt;'],
    ];
    for (const [typed, text] of stored) {
      await maija().post('C1', typed);
      expect(last()).toMatchObject({ text, blocks: [{ type: 'rich_text' }] });
    }
  });

  it('is an edit with what was there before, a deletion with what is gone', async () => {
    const at = await maija().post('C1', 'an ida');
    await maija().edit(at, 'an idea');
    expect(last()).toMatchObject({
      subtype: 'message_changed',
      message: { ts: at.ts, text: 'an idea', edited: { user: maija().id } },
      previous_message: { text: 'an ida' },
    });
    await maija().delete(at);
    expect(last()).toMatchObject({
      subtype: 'message_deleted',
      deleted_ts: at.ts,
      previous_message: { text: 'an idea' },
    });
    const root = await maija().post('C1', 'root');
    await maija().post('C1', 'reply', { threadTs: root.ts });
    expect(last()).toMatchObject({ thread_ts: root.ts, parent_user_id: maija().id });
    await maija().delete(root);
    expect(last()).toMatchObject({ subtype: 'message_changed', message: { ts: root.ts, subtype: 'tombstone' } });
  });

  it('is reactions, who comes and goes, and an opened home', async () => {
    const at = await maija().post('C1', 'an idea');
    const pekka = gateway.slack.as(TEAM, 'pekka');
    await pekka.react(at, 'clap');
    const item = { type: 'message', channel: 'C1', ts: at.ts };
    expect(last()).toMatchObject({
      type: 'reaction_added',
      user: pekka.id,
      reaction: 'clap',
      item,
      item_user: maija().id,
    });
    await pekka.unreact(at, 'clap');
    expect(last()).toMatchObject({ type: 'reaction_removed', item });
    await pekka.leave('C1');
    expect(gateway.app.events('member_left_channel')).toMatchObject([{ user: pekka.id, channel: 'C1', team: TEAM }]);
    await pekka.join('C1');
    expect(gateway.app.events('member_joined_channel')).toMatchObject([{ user: pekka.id, channel_type: 'C' }]);
    await pekka.openHome();
    expect(last()).toMatchObject({ type: 'app_home_opened', user: pekka.id, tab: 'home' });
  });

  it('is messages of every other kind', async () => {
    const { slack } = gateway;
    await maija().post('C1', 'waves', { me: true });
    expect(last()).toMatchObject({ subtype: 'me_message' });
    await maija().post('C1', 'look', { file: { name: 'a.png', bytes: Buffer.from('x') } });
    expect(last()).toMatchObject({ subtype: 'file_share', files: [{ name: 'a.png', size: 1 }] });
    const root = await maija().post('C1', 'root');
    await maija().post('C1', 'also here', { threadTs: root.ts, broadcast: true });
    expect(last()).toMatchObject({ subtype: 'thread_broadcast', root: { ts: root.ts } });
    await slack.integrationPosts(TEAM, 'C1', 'built');
    expect(last()).toMatchObject({ subtype: 'bot_message', bot_id: 'B0OTHER' });
    expect(last()).not.toHaveProperty('user');
    await slack.unfurl(TEAM, 'C1', root.ts);
    expect(last()).toMatchObject({ subtype: 'message_changed', message: { text: 'root' } });
    expect((last() as { message: object }).message).not.toHaveProperty('edited');
    await maija().dm('between us');
    expect(last()).toMatchObject({ channel_type: 'im', text: 'between us' });
    await maija().post('C1', '@porras help');
    expect(gateway.app.events('app_mention')).toHaveLength(1);
  });

  it('is the end of channels, people and the app', async () => {
    const { slack, app } = gateway;
    await slack.rename(TEAM, 'C1', 'uusi');
    expect(app.events('channel_rename')).toMatchObject([{ channel: { id: 'C1', name: 'uusi' } }]);
    await slack.archive(TEAM, 'C1');
    expect(app.events('channel_archive')).toMatchObject([{ channel: 'C1' }]);
    await slack.unarchive(TEAM, 'C1');
    await slack.removeBot(TEAM, 'C1');
    expect(app.events('channel_left')).toMatchObject([{ channel: 'C1' }]);
    expect(app.events('member_left_channel')).toMatchObject([{ user: slack.team(TEAM).botUserId }]);
    await slack.deactivate(TEAM, slack.team(TEAM).users.pekka ?? '');
    expect(app.events('user_change')).toMatchObject([{ user: { name: 'pekka', deleted: true } }]);
    await slack.uninstall(TEAM);
    expect(app.events('app_uninstalled')).toHaveLength(1);
    expect(app.events('tokens_revoked')).toMatchObject([{ tokens: { bot: [slack.team(TEAM).botUserId] } }]);
  });

  it('is nothing of channels without the bot, nothing without the scope, nothing not subscribed', async () => {
    const { slack, app } = gateway;
    expect(await maija().post('C2', 'unheard')).toMatchObject({ acknowledged: false, deliveries: [] });
    slack.addTeam({ id: 'T2', scopes: ['reactions:read'], channels: [{ id: 'C20', name: 'x' }] });
    await slack.as('T2', 'maija').post('C20', 'unheard');
    await slack.connectHttp({ url: app.url, events: ['reaction_added'] });
    const at = await maija().post('C1', 'unheard');
    expect(app.received).toEqual([]);
    expect(await maija().react(at, 'clap')).toMatchObject({ acknowledged: true });
  });

  it("is the app's own doing too", async () => {
    const { client, slack } = gateway;
    await client.chat.postMessage({ channel: 'C1', text: 'from the bot' });
    await slack.settled();
    expect(last()).toMatchObject({ text: 'from the bot', app_id: slack.app.id, user: slack.team(TEAM).botUserId });
  });

  it('says when people come from another organization', async () => {
    const { slack } = gateway;
    slack.addTeam({
      id: 'T3',
      users: [{ id: 'U30', name: 'guest', is_stranger: true, team_id: 'T99' }],
      channels: [{ id: 'C30', name: 'shared', is_ext_shared: true }],
    });
    await slack.as('T3', 'guest').post('C30', 'hello');
    expect(gateway.app.received.at(-1)?.payload).toMatchObject({
      is_ext_shared_channel: true,
      event: { user: 'U30', user_team: 'T99', source_team: 'T99' },
    });
  });
});

describe('what is not acknowledged', () => {
  const retries = () =>
    gateway.app.received.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);

  it.for([
    ['http_error', { status: 500, body: '' }],
    ['http_timeout', 'hang'],
    ['connection_failed', 'cut'],
  ] as const)('comes again as the same event: %s', async ([reason, answer]) => {
    const { app, slack } = gateway;
    app.answer = answer;
    expect(await maija().post('C1', 'x')).toMatchObject({ acknowledged: false });
    await slack.redeliver();
    app.answer = { status: 200, body: '' };
    await slack.redeliver();
    await slack.redeliver();
    expect(retries()).toEqual([
      [undefined, undefined],
      ['1', reason],
      ['2', reason],
    ]);
    expect(new Set(app.received.map((it) => it.payload.event_id)).size).toBe(1);
    expect(app.received.every((it) => it.goodSignature)).toBe(true);
  });

  it('comes at most three times again, and not at all where the app asks for that', async () => {
    const { app, slack } = gateway;
    app.answer = { status: 500, body: '' };
    await maija().post('C1', 'x');
    for (let times = 0; times < 5; times += 1) await slack.redeliver();
    expect(app.received).toHaveLength(4);
    app.answer = { status: 500, body: '', headers: { 'X-Slack-No-Retry': '1' } };
    await maija().post('C1', 'y');
    await slack.redeliver();
    expect(app.received).toHaveLength(5);
  });

  it('comes by itself when so connected', async () => {
    await gateway.close();
    gateway = await openGateway({ speedUp: 60_000 }, { retries: 'automatic' });
    gateway.app.answer = { status: 503, body: '' };
    await maija().post('C1', 'x');
    await gateway.slack.settled();
    expect(retries().map(([num]) => num)).toEqual([undefined, '1', '2', '3']);
  });

  it('waits for an app that is away', async () => {
    const { slack, app } = gateway;
    await slack.disconnect();
    expect(await maija().post('C1', 'x')).toMatchObject({ acknowledged: false });
    await slack.connectHttp({ url: app.url });
    await slack.redeliver();
    expect(retries()).toEqual([['1', 'connection_failed']]);
  });

  it('may be delivered twice although it was acknowledged', async () => {
    const { slack, app } = gateway;
    const { deliveries } = await maija().post('C1', 'x');
    for (const delivery of deliveries) await slack.deliveries.again(delivery);
    expect(new Set(app.received.map((it) => it.payload.event_id)).size).toBe(1);
    expect(app.received).toHaveLength(2);
  });
});

describe('requests made by hand', () => {
  it('are unsigned, stale or forged as asked', async () => {
    const { slack, app } = gateway;
    await slack.deliverRaw({ body: '{}' });
    await slack.deliverRaw({ body: '{}', sign: { secret: 'wrong' } });
    await slack.deliverRaw({ body: '{}', sign: { timestamp: 1 } });
    expect(app.received.map((it) => it.goodSignature)).toEqual([false, false, true]);
    expect(app.received[2]?.headers['x-slack-request-timestamp']).toBe('1');
  });

  it('are events made beforehand', async () => {
    const { slack, app } = gateway;
    const body = slack.messageBody(TEAM, 'maija', 'C1', 'a & b');
    expect(app.received).toEqual([]);
    expect(slack.messages(TEAM, 'C1')).toHaveLength(1);
    expect(await slack.deliverRaw({ body, sign: true })).toMatchObject({ status: 200 });
    expect(app.received).toMatchObject([{ goodSignature: true, payload: { event: { text: 'a &amp; b' } } }]);
  });

  it('ask for the challenge when the URL is saved', async () => {
    const { slack, app } = gateway;
    await slack.connectHttp({ url: app.url, verify: true });
    expect(app.received[0]?.payload).toMatchObject({ type: 'url_verification' });
    app.answer = { status: 404, body: 'no' };
    app.challenge = false;
    await expect(slack.connectHttp({ url: app.url, verify: true })).rejects.toThrow(/challenge/);
  });
});
