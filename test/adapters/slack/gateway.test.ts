import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../../src/jobs/virtual-clock.ts';
import { type OpenGateway, openGateway, refusal, TEAM } from '../../support/slack/open-gateway.ts';
import { startSlack } from '../../support/slack/start-slack.ts';

let gateway: OpenGateway;
beforeEach(async () => {
  gateway = await openGateway();
});
afterEach(() => gateway.close());

describe("Slack's Web API", () => {
  it('posts, updates and deletes', async () => {
    const { client, slack } = gateway;
    const { ts = '' } = await client.chat.postMessage({ channel: 'C1', text: 'hei' });
    expect(slack.messages(TEAM, 'C1')).toMatchObject([{ ts, text: 'hei', byBot: true, edited: false }]);
    await client.chat.update({ channel: 'C1', ts, text: 'moi' });
    expect(slack.messages(TEAM, 'C1')).toMatchObject([{ ts, text: 'moi', edited: true }]);
    await client.chat.delete({ channel: 'C1', ts });
    expect(slack.messages(TEAM, 'C1')).toEqual([]);
  });

  it('keeps threads; a root that goes leaves a tombstone', async () => {
    const { client, slack } = gateway;
    const { ts = '' } = await client.chat.postMessage({ channel: 'C1', text: 'root' });
    const reply = await slack.as(TEAM, 'maija').post('C1', 'reply', { threadTs: ts });
    await client.chat.postMessage({ channel: 'C1', text: 'to a reply', thread_ts: reply.ts });
    const { messages = [] } = await client.conversations.replies({ channel: 'C1', ts });
    expect(messages.map((it) => it.text)).toEqual(['root', 'reply', 'to a reply']);
    expect(messages[0]).toMatchObject({ reply_count: 2 });
    expect((await client.conversations.history({ channel: 'C1' })).messages).toHaveLength(1);
    await client.chat.delete({ channel: 'C1', ts });
    expect(slack.thread(TEAM, 'C1', ts).map((it) => it.subtype)).toEqual(['tombstone', null, null]);
    expect(await refusal(client.chat.postMessage({ channel: 'C1', text: 'x', thread_ts: '1.1' }))).toMatchObject({
      error: 'thread_not_found',
    });
  });

  it('shows metadata to those who ask for it, and pages through history', async () => {
    const { client } = gateway;
    const metadata = { event_type: 'porras_delivery', event_payload: { key: 'k-1' } };
    for (const text of ['1', '2', '3']) await client.chat.postMessage({ channel: 'C1', text, metadata });
    const first = await client.conversations.history({ channel: 'C1', limit: 2, include_all_metadata: true });
    expect(first.messages?.map((it) => it.text)).toEqual(['3', '2']);
    expect(first.messages?.[0]?.metadata).toEqual(metadata);
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await client.conversations.history({ channel: 'C1', limit: 2, cursor });
    expect(second).toMatchObject({ has_more: false, messages: [{ text: '1' }] });
    expect(second.messages?.[0]).not.toHaveProperty('metadata');
    const newest = first.messages?.[0]?.ts ?? '';
    const since = await client.conversations.history({ channel: 'C1', oldest: newest, inclusive: true });
    expect(since.messages?.map((it) => it.text)).toEqual(['3']);
    expect(
      await refusal(client.chat.postMessage({ channel: 'C1', text: 'x', metadata: { a: 1 } as never })),
    ).toMatchObject({ error: 'invalid_metadata_format' });
  });

  it('refuses where the bot is not, and what is not there', async () => {
    const { client, slack } = gateway;
    const post = (channel: string, text = 'x') => refusal(client.chat.postMessage({ channel, text }));
    expect(await post('C2')).toMatchObject({ error: 'not_in_channel' });
    expect(await post('C3')).toMatchObject({ error: 'channel_not_found' });
    expect(await post('C9')).toMatchObject({ error: 'channel_not_found' });
    expect(await post('C1', '')).toMatchObject({ error: 'no_text' });
    expect(await post('C1', 'x'.repeat(40_001))).toMatchObject({ error: 'msg_too_long' });
    const theirs = await slack.as(TEAM, 'maija').post('C1', 'mine');
    const at = { channel: 'C1', ts: theirs.ts };
    expect(await refusal(client.chat.update({ ...at, text: 'x' }))).toMatchObject({ error: 'cant_update_message' });
    expect(await refusal(client.chat.delete(at))).toMatchObject({ error: 'cant_delete_message' });
    expect(await refusal(client.chat.delete({ ...at, ts: '1.1' }))).toMatchObject({ error: 'message_not_found' });
    await slack.archive(TEAM, 'C1');
    expect(await post('C1')).toMatchObject({ error: 'is_archived' });
    await client.conversations.join({ channel: 'C2' });
    expect(await post('C2')).toEqual({});
  });

  it('shows whom a message notifies', async () => {
    const { client, slack } = gateway;
    const said = async (text: string, blocks?: object[]) => {
      await client.chat.postMessage({ channel: 'C1', text, ...(blocks && { blocks: blocks as never }) });
      return slack.messages(TEAM, 'C1').at(-1)?.mentions;
    };
    const section = (type: string, text: string) => [{ type: 'section', text: { type, text } }];
    expect(await said('<!here> and <@U1|maija>')).toEqual(['!here', '@U1']);
    expect(await said('&lt;!here&gt; @channel')).toEqual([]);
    expect(await said('x', section('mrkdwn', '<!channel>'))).toEqual(['!channel']);
    expect(await said('x', section('plain_text', '<!channel>'))).toEqual([]);
    await slack.as(TEAM, 'maija').post('C1', '@everyone');
    expect(slack.messages(TEAM, 'C1').at(-1)?.mentions).toEqual(['!everyone']);
  });

  it('reacts once', async () => {
    const { client, slack } = gateway;
    const { ts } = await slack.as(TEAM, 'maija').post('C1', 'an idea');
    const reaction = { channel: 'C1', timestamp: ts, name: 'clap' };
    await client.reactions.add(reaction);
    expect(await refusal(client.reactions.add(reaction))).toMatchObject({ error: 'already_reacted' });
    expect(await refusal(client.reactions.add({ ...reaction, name: '👏' }))).toMatchObject({ error: 'invalid_name' });
    expect(slack.messages(TEAM, 'C1')[0]?.reactions).toEqual([{ name: 'clap', users: [slack.team(TEAM).botUserId] }]);
    await client.reactions.remove(reaction);
    expect(await refusal(client.reactions.remove(reaction))).toMatchObject({ error: 'no_reaction' });
  });

  it('whispers to one, until they reload', async () => {
    const { client, slack } = gateway;
    const { maija = '', pekka = '' } = slack.team(TEAM).users;
    await client.chat.postEphemeral({ channel: 'C1', user: maija, text: 'only you' });
    expect(slack.messages(TEAM, 'C1', maija)).toMatchObject([{ text: 'only you', ephemeral: true }]);
    expect(slack.messages(TEAM, 'C1', pekka)).toEqual([]);
    expect(slack.messages(TEAM, 'C1')).toEqual([]);
    slack.reload(TEAM, maija);
    expect(slack.messages(TEAM, 'C1', maija)).toEqual([]);
    expect(await refusal(client.chat.postEphemeral({ channel: 'C1', user: 'U9', text: 'x' }))).toMatchObject({
      error: 'user_not_in_channel',
    });
  });

  it('opens direct messages, and takes a user for a channel', async () => {
    const { client, slack } = gateway;
    const { maija = '' } = slack.team(TEAM).users;
    const opened = await client.conversations.open({ users: maija });
    const posted = await client.chat.postMessage({ channel: maija, text: 'psst' });
    expect(posted.channel).toBe(opened.channel?.id);
    expect(slack.dms(TEAM, maija).map((it) => it.text)).toEqual(['psst']);
    await slack.deactivate(TEAM, maija);
    expect(await refusal(client.conversations.open({ users: maija }))).toMatchObject({ error: 'user_disabled' });
  });

  it('knows people: their zone, language, status and quiet', async () => {
    const { client, slack } = gateway;
    const { sofia = '' } = slack.team(TEAM).users;
    await slack.changeUser(TEAM, sofia, {
      status: { text: 'Away', emoji: ':palm_tree:', expiration: 4_000_000_000 },
      dnd: { enabled: true, start: 10, end: 20, snoozeUntil: 0 },
    });
    expect((await client.users.info({ user: sofia, include_locale: true })).user).toMatchObject({
      name: 'sofia',
      tz: 'Europe/Helsinki',
      locale: 'sv-SE',
      deleted: false,
      is_bot: false,
    });
    expect((await client.users.info({ user: sofia })).user).not.toHaveProperty('locale');
    expect((await client.users.profile.get({ user: sofia })).profile).toMatchObject({ status_emoji: ':palm_tree:' });
    expect(await client.dnd.info({ user: sofia })).toMatchObject({ dnd_enabled: true, next_dnd_end_ts: 20 });
    expect((await client.conversations.members({ channel: 'C1' })).members).toContain(sofia);
  });

  it('takes files in three steps, and shows where they are shared', async () => {
    const { client, slack } = gateway;
    const bytes = Buffer.from('a picture');
    const { file_id: id = '', upload_url: url = '' } = await client.files.getUploadURLExternal({
      filename: 'p.png',
      length: bytes.length,
      alt_text: 'Steps',
    });
    const block = { type: 'image' as const, slack_file: { id }, alt_text: 'Steps' };
    const show = () => client.chat.postMessage({ channel: 'C1', text: 'picture', blocks: [block] });
    expect(await refusal(show())).toMatchObject({ error: 'invalid_blocks' });
    await fetch(url, { method: 'POST', body: bytes });
    await client.files.completeUploadExternal({ files: [{ id, title: 'P' }], channel_id: 'C1' });
    expect(slack.files(TEAM)).toMatchObject([{ bytes, sharedIn: [{ channel: 'C1' }] }]);
    expect((await client.files.info({ file: id })).file?.shares?.public?.C1).toHaveLength(1);
    await show();
    expect(slack.messages(TEAM, 'C1').map((it) => it.files.map((file) => file.id))).toEqual([[id], [id]]);
  });

  it('asks for a good token and the scopes of each method', async () => {
    const { slack, clientWith } = gateway;
    expect(await refusal(clientWith('xoxb-unknown').auth.test())).toMatchObject({ error: 'invalid_auth' });
    const weak = clientWith(slack.grant(TEAM, { scopes: ['chat:write'] }).value);
    expect(await refusal(weak.reactions.add({ channel: 'C1', timestamp: '1.1', name: 'x' }))).toMatchObject({
      error: 'missing_scope',
      needed: 'reactions:write',
      provided: 'chat:write',
    });
    expect(await refusal(weak.conversations.history({ channel: 'C1' }))).toMatchObject({ needed: 'channels:history' });
    await slack.revokeTokens(TEAM);
    expect(await refusal(weak.auth.test())).toMatchObject({ error: 'token_revoked' });
    const late = clientWith(slack.grant(TEAM, { expiresAt: 1 }).value);
    expect(await refusal(late.auth.test())).toMatchObject({ error: 'token_expired' });
    const uninstalled = clientWith(slack.grant(TEAM).value);
    await slack.uninstall(TEAM);
    expect(await refusal(uninstalled.auth.test())).toMatchObject({ error: 'account_inactive' });
  });

  it('keeps workspaces apart', async () => {
    const { slack, clientWith } = gateway;
    const other = slack.addTeam({ id: 'T2', name: 'Other', channels: [{ id: 'C20', name: 'general' }] });
    const client = clientWith(other.token ?? '');
    expect(await client.auth.test()).toMatchObject({ team_id: 'T2', team: 'Other' });
    expect(await refusal(client.chat.postMessage({ channel: 'C1', text: 'x' }))).toMatchObject({
      error: 'channel_not_found',
    });
  });

  it('lists the calls that were made, without their tokens', async () => {
    const { client, clientWith, slack } = gateway;
    const token = slack.team(TEAM).token ?? '';
    await clientWith('').chat.postMessage({ token, channel: 'C1', text: 'hei' });
    await refusal(client.chat.postMessage({ channel: 'C9', text: 'hei' }));
    expect(slack.calls('chat.postMessage')).toMatchObject([
      { team: TEAM, args: { channel: 'C1', text: 'hei' }, answer: { ok: true } },
      { team: TEAM, answer: { ok: false, error: 'channel_not_found' } },
    ]);
    expect(JSON.stringify(slack.calls())).not.toContain(token);
  });
});

it('stamps messages with the time of its clock, each later than the last', async () => {
  const slack = await startSlack({ clock: createVirtualClock(new Date('2026-03-02T07:00:00Z')) });
  const [team] = slack.teams;
  const maija = slack.as(team?.id ?? '', 'maija');
  const channel = team?.channels.kehitys ?? '';
  const stamps = [await maija.post(channel, 'a'), await maija.post(channel, 'b')].map((it) => it.ts);
  expect(stamps.map((it) => Math.floor(Number(it)))).toEqual([1772434800, 1772434800]);
  expect(stamps.toSorted()).toEqual(stamps);
  expect(new Set(stamps).size).toBe(2);
  await slack.close();
});
