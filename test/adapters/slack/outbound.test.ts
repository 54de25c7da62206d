import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slackError } from '../../../adapters/slack/errors.ts';
import { encodeTrigger } from '../../../adapters/slack/trigger.ts';
import type { Form } from '../../../src/domain/message.ts';
import { startReceivingApp } from '../../support/slack/receiving-app.ts';
import { CHANNEL, openWorld, type OutboundWorld, say } from './outbound-world.ts';

let world: OutboundWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const idOf = (address: string): string => address.slice('slack:T1:'.length);
const FORM: Form = {
  id: 'commit',
  title: 'A form',
  intro: '',
  submit: 'Send',
  context: 'c-1',
  fields: [{ type: 'text', name: 'text', label: 'Text', required: true }],
};

describe('what is said', () => {
  it('never lets Slack look for names, channels or addresses in it', async () => {
    await world.outbound.post(CHANNEL, say('@channel <!here> https://evil.example', 'k'));
    expect(world.slack.calls('chat.postMessage').map((call) => call.args)).toMatchObject([
      { parse: 'none', link_names: 'false', unfurl_links: 'false', unfurl_media: 'false', mrkdwn: 'false' },
    ]);
    expect(world.said()[0]?.text).toBe('@channel &lt;!here&gt; https://evil.example');
  });

  it('to a person goes to the one private conversation with them', async () => {
    const maija = world.person('maija');
    const one = await world.outbound.directMessage(maija, say('a', 'k-1'));
    const two = await world.outbound.post(one.split(':').slice(0, 3).join(':'), say('b', 'k-2'));
    expect(world.slack.dms('T1', idOf(maija)).map((each) => each.text)).toEqual(['a', 'b']);
    expect(two.split(':')[2]).toMatch(/^D/);
    expect(world.slack.calls('conversations.open')).toHaveLength(1);
  });

  it('in a whisper is seen by one person', async () => {
    const [maija, pekka] = [world.person('maija'), world.person('pekka')];
    await world.outbound.whisper(CHANNEL, maija, say('psst', 'k'));
    expect(world.slack.messages('T1', 'C1', idOf(maija)).map((each) => each.text)).toEqual(['psst']);
    expect(world.slack.messages('T1', 'C1', idOf(pekka))).toEqual([]);
  });

  it('to a bot, or somebody who is gone, is refused for good', async () => {
    await expect(world.outbound.directMessage(world.person('polly'), say('a', 'k'))).rejects.toMatchObject({
      code: 'slack-cannot-dm-bot',
      retryable: false,
    });
    await expect(world.outbound.directMessage('slack:T1:U0', say('a', 'k'))).rejects.toMatchObject({
      code: 'slack-user-not-found',
    });
  });

  it('in a channel without Porras says how to let it in', async () => {
    await world.close();
    world = await openWorld({
      teams: [{ id: 'T1', channels: [{ id: 'C1', name: 'salaisuudet', members: ['maija'] }] }],
    });
    await expect(world.outbound.post(CHANNEL, say('a', 'k'))).rejects.toMatchObject({
      code: 'slack-not-in-channel',
      message: expect.stringContaining('/invite @Porras'),
    });
  });
});

describe('reactions', () => {
  it('are added once, and not to what is gone', async () => {
    const ref = await world.outbound.post(CHANNEL, say('a', 'k'));
    await world.outbound.react(ref, '🌱');
    await world.outbound.react(ref, '🌱');
    expect(world.said()[0]?.reactions.map((each) => [each.name, each.users.length])).toEqual([['seedling', 1]]);
    await world.outbound.react('slack:T1:C1:1.000100', '🌱');
    await expect(world.outbound.react(ref, 'seedling')).rejects.toMatchObject({ code: 'unknown-emoji' });
  });
});

describe('forms', () => {
  it('open for who pressed, once', async () => {
    const maija = world.person('maija');
    const app = await startReceivingApp(world.slack.app.signingSecret);
    await world.slack.connectHttp({ url: app.url });
    await world.slack.as('T1', 'maija').command('C1', 'commit');
    const { trigger_id: triggerId } = app.received[0]!.payload as { trigger_id: string };
    await app.close();
    const trigger = encodeTrigger(triggerId, { channel: CHANNEL, private: false });
    await world.outbound.openForm(maija, trigger, FORM);
    const modal = world.slack.modal('T1', idOf(maija));
    expect(modal).toMatchObject({ title: 'A form', callbackId: 'porras:commit' });
    expect(JSON.parse(modal?.privateMetadata ?? '')).toEqual({
      context: 'c-1',
      place: { channel: CHANNEL, private: false },
    });
    await expect(world.outbound.openForm(maija, trigger, FORM)).rejects.toMatchObject({
      code: 'trigger-expired',
      retryable: false,
    });
  });
});

describe('who is there', () => {
  it('are people by the name that others see: no bots, nobody deactivated', async () => {
    await world.close();
    world = await openWorld({
      teams: [
        {
          id: 'T1',
          users: [
            { id: 'U1', name: 'maija', real_name: 'Maija Mäkinen', display_name: 'Maikki' },
            { id: 'U2', name: 'pekka', real_name: 'Pekka Puro' },
            { id: 'U3', name: 'gone', deleted: true },
            { id: 'U4', name: 'polly', is_bot: true },
          ],
          channels: [{ id: 'C1', name: 'kehitys', members: ['maija', 'pekka', 'gone', 'polly', 'porras'] }],
        },
      ],
    });
    expect(await world.outbound.members(CHANNEL)).toEqual([
      { address: 'slack:T1:U1', name: 'Maikki', isBot: false },
      { address: 'slack:T1:U2', name: 'Pekka Puro', isBot: false },
    ]);
    const asked = world.slack.calls('users.info').length;
    await world.outbound.members(CHANNEL);
    expect(world.slack.calls('users.info')).toHaveLength(asked);
  });

  it('of many are asked for by whole pages', async () => {
    await world.close();
    const users = Array.from({ length: 700 }, (_, index) => ({ id: `U${index}`, name: `n${index}` }));
    world = await openWorld({ teams: [{ id: 'T1', users, channels: [{ id: 'C1', name: 'kehitys' }] }] });
    expect(await world.outbound.members(CHANNEL)).toHaveLength(700);
    expect(world.slack.calls('users.list')).toHaveLength(2);
    expect(world.slack.calls('users.info')).toEqual([]);
  });
});

describe('a profile', () => {
  const NOW = Date.parse('2026-03-02T08:00:00Z') / 1000;
  const profileWith = async (user: object, scopes?: string[]) => {
    await world.close();
    world = await openWorld({
      teams: [
        {
          id: 'T1',
          users: [{ id: 'U1', name: 'maija', ...user }],
          channels: [{ id: 'C1', name: 'c' }],
          ...(scopes && { scopes }),
        },
      ],
    });
    return world.outbound.profile('slack:T1:U1');
  };

  it('has name, language and time zone', async () => {
    expect(await profileWith({ real_name: 'Maija', locale: 'sv-FI', tz: 'Europe/Mariehamn' })).toEqual({
      name: 'Maija',
      locale: 'sv-FI',
      timeZone: 'Europe/Mariehamn',
      awayUntil: null,
    });
  });

  it.for([
    ['a holiday', { status: { emoji: ':palm_tree:', expiration: NOW + 3_600 } }, NOW + 3_600],
    ['a holiday without an end, for a day', { status: { emoji: ':palm_tree:', expiration: 0 } }, NOW + 86_400],
    ['a holiday that is over', { status: { emoji: ':palm_tree:', expiration: NOW - 1 } }, null],
    ['a status about something else', { status: { emoji: ':headphones:', expiration: NOW + 3_600 } }, null],
    ['a pause of notifications', { dnd: { snoozeUntil: NOW + 600 } }, NOW + 600],
    ['quiet hours now', { dnd: { enabled: true, start: NOW - 60, end: NOW + 60 } }, NOW + 60],
    ['quiet hours later', { dnd: { enabled: true, start: NOW + 60, end: NOW + 120 } }, null],
  ] as const)('says until when one is away: %s', async ([, user, until]) => {
    const { awayUntil } = await profileWith(user);
    expect(awayUntil).toEqual(until === null ? null : new Date(until * 1000));
  });

  it('does without do-not-disturb where that was not granted, and asks no more', async () => {
    const profile = await profileWith({ dnd: { snoozeUntil: NOW + 600 } }, ['users:read']);
    expect(profile.awayUntil).toBeNull();
    await world.outbound.profile('slack:T1:U1');
    expect(world.slack.calls('dnd.info')).toHaveLength(1);
  });
});

describe('links and homes', () => {
  it('a message has a link, asked for once; one that is not there has none', async () => {
    const ref = await world.outbound.post(CHANNEL, say('a', 'k'));
    const link = await world.outbound.permalink(ref);
    expect(link).toMatch(/^https:\/\/kaupunki\.slack\.com\/archives\/C1\/p\d+$/);
    expect(await world.outbound.permalink(ref)).toBe(link);
    expect(world.slack.calls('chat.getPermalink')).toHaveLength(1);
    expect(await world.outbound.permalink('slack:T1:C1:1.000100')).toBeNull();
  });

  it('a home is shown to its person', async () => {
    const maija = world.person('maija');
    await world.outbound.showHome(maija, { lang: 'fi', sections: [say('Avoinna', 'k').message] });
    expect(JSON.stringify(world.slack.home('T1', idOf(maija))?.blocks)).toContain('Avoinna');
    expect(world.slack.home('T1', idOf(world.person('pekka')))).toBeNull();
  });
});

describe('what a workspace did not grant', () => {
  it('is refused before Slack is asked', async () => {
    await world.close();
    world = await openWorld({ without: ['edit', 'react', 'home', 'profile', 'find-sent', 'direct-message'] });
    const maija = world.person('maija');
    const refused = [
      world.outbound.edit('slack:T1:C1:1.1', say('a', 'k')),
      world.outbound.react('slack:T1:C1:1.1', '🌱'),
      world.outbound.showHome(maija, { lang: 'fi', sections: [] }),
      world.outbound.profile(maija),
      world.outbound.findSent(CHANNEL, 'k'),
      world.outbound.directMessage(maija, say('a', 'k')),
    ];
    for (const call of refused) await expect(call).rejects.toMatchObject({ code: 'unsupported-capability' });
    expect(world.slack.calls()).toEqual([]);
  });
});

describe('errors of Slack', () => {
  it.for([
    ['not_in_channel', false, '/invite'],
    ['is_archived', false, 'unarchive'],
    ['token_revoked', false, 'install Porras again'],
    ['internal_error', true, ''],
    ['fatal_error', true, ''],
    ['some_new_error', false, 'some_new_error'],
  ] as const)('say what to do: %s', ([error, retryable, advice]) => {
    const thrown = slackError('chat.postMessage', error);
    expect(thrown).toMatchObject({ code: `slack-${error.replaceAll('_', '-')}`, retryable });
    expect(thrown.message).toContain(advice);
    expect(thrown.message).toContain('chat.postMessage');
  });

  it('name the scope that is missing, and how long to wait', () => {
    expect(slackError('files.delete', 'missing_scope', { needed: 'files:write' }).message).toContain('"files:write"');
    expect(slackError('chat.postMessage', 'ratelimited', { retryAfterMs: 7_000 })).toMatchObject({
      code: 'slack-rate-limited',
      retryable: true,
      retryAfterMs: 7_000,
    });
  });
});
