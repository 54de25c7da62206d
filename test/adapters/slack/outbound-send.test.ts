import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slackError } from '../../../adapters/slack/errors.ts';
import type { Block } from '../../../adapters/slack/render-blocks.ts';
import { carefully, MESSAGE_SIZE } from '../../../adapters/slack/render-size.ts';
import {
  CHANNEL,
  longText,
  openWorld,
  OTHER_PNG,
  type OutboundWorld,
  pictured,
  PNG,
  say,
  type WorldOptions,
} from './outbound-world.ts';

let world: OutboundWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const tsOf = (ref: string): string => ref.split(':')[3] ?? '';
/** The number of a paragraph of `longText`, of all that a channel shows, in order. */
const shown = (messages: { blocks: unknown }[]): string[] =>
  messages.flatMap(({ blocks }) => JSON.stringify(blocks).match(/\w+ \d+(?=: ja)/g) ?? []);
const eleven = (name = 'kohta'): string[] => Array.from({ length: 11 }, (_, index) => `${name} ${index}`);
const numbers = (messages: { blocks: unknown }[]): string[] =>
  messages.flatMap(({ blocks }) => JSON.stringify(blocks).match(/\d\/\d/g) ?? []);
const marks = (messages: { metadata: Record<string, unknown> | null }[]): unknown[] =>
  messages.map((each) => each.metadata?.['event_payload']);

describe('a long message', () => {
  it('goes on in the thread of its first part, where the buttons are', async () => {
    const choices = [{ action: 'commit', value: 'd1', label: 'I’ll take this on' }];
    const ref = await world.outbound.post(CHANNEL, say(longText(), 'k', { choices }));
    const said = world.said();
    expect(said.map((each) => each.threadTs)).toEqual([null, ...said.slice(1).map(() => tsOf(ref))]);
    expect(said.length).toBeGreaterThan(2);
    expect(shown(said)).toEqual(eleven());
    expect(numbers(said)).toEqual(said.map((_, index) => `${index + 1}/${said.length}`));
    expect(said.map((each) => each.actions.length)).toEqual([1, ...said.slice(1).map(() => 0)]);
    expect(marks(said)).toEqual(said.map((_, index) => ({ key: 'k', part: index + 1, of: said.length })));
  });

  it('goes on below itself in private and within a thread, buttons last', async () => {
    const choices = [{ action: 'commit', value: 'd1', label: 'I’ll take this on' }];
    const [maija, root] = [world.person('maija'), await world.outbound.post(CHANNEL, say('root', 'k-0'))];
    await world.outbound.directMessage(maija, say(longText(), 'k-1', { choices }));
    await world.outbound.post(CHANNEL, say(longText(), 'k-2', { choices }), root);
    const inPrivate = world.slack.dms('T1', maija.slice('slack:T1:'.length));
    const inThread = world.said().slice(1);
    for (const said of [inPrivate, inThread]) {
      expect(shown(said)).toEqual(eleven());
      expect(said.map((each) => each.actions.length)).toEqual([...said.slice(1).map(() => 0), 1]);
    }
    expect(new Set(inPrivate.map((each) => each.threadTs))).toEqual(new Set([null]));
    expect(new Set(inThread.map((each) => each.threadTs))).toEqual(new Set([tsOf(root)]));
  });

  describe.for([
    { where: 'in a channel', to: () => CHANNEL },
    { where: 'in private', to: () => world.person('maija') },
  ])('that broke off is completed, nothing twice: $where', ({ to }) => {
    const said = () =>
      world.slack.everything('T1', world.slack.team('T1').users['maija'] ?? '').filter((each) => each.byBot);
    const long = say(longText(), 'k');

    it.for([
      [
        'the answer to the first part was lost',
        () => world.slack.fail('chat.postMessage', { how: 'reset', when: 'after' }),
      ],
      [
        'the answer to the second part was lost',
        () => world.atNextWait(() => world.slack.fail('chat.postMessage', { how: 'reset', when: 'after' })),
      ],
      [
        'the second part never came',
        () => world.atNextWait(() => world.slack.fail('chat.postMessage', { how: 'error-500' })),
      ],
      [
        'Slack had enough after the first part',
        () => world.atNextWait(() => world.slack.fail('chat.postMessage', { how: 'ratelimited', retryAfter: 30 })),
      ],
    ] as const)('%s', async ([, breaks]) => {
      for (const next of [() => world.outbound, () => world.restart()]) {
        const key = `k-${said().length}`;
        const before = said().length;
        breaks();
        await expect(world.outbound.post(to(), { ...long, key })).rejects.toMatchObject({ retryable: true });
        const outbound = next();
        world.pass(30_000);
        expect(await outbound.findSent(to(), key)).toBeNull();
        const ref = await outbound.post(to(), { ...long, key });
        const ours = said().slice(before);
        expect(shown(ours)).toEqual(eleven());
        expect(numbers(ours)).toEqual(ours.map((_, index) => `${index + 1}/${ours.length}`));
        expect(tsOf(ref)).toBe(ours[0]?.ts);
        expect(await world.restart().findSent(to(), key)).toBe(ref);
      }
    });
  });
});

describe('an interrupted send', () => {
  it.for(['post', 'directMessage'] as const)('that arrived is found: %s', async (how) => {
    const to = how === 'post' ? CHANNEL : world.person('maija');
    world.slack.fail('chat.postMessage', { how: 'reset', when: 'after' });
    await expect(world.outbound[how](to, say('a', 'k-1'))).rejects.toMatchObject({ code: 'slack-unreachable' });
    const ref = await world.outbound.findSent(to, 'k-1');
    expect(ref).toMatch(/^slack:T1:[CD]/);
    expect(await world.outbound.findSent(to, 'k-2')).toBeNull();
    expect(await world.restart().findSent(to, 'k-1')).toBe(ref);
  });

  it('in a thread is found too', async () => {
    const root = await world.outbound.post(CHANNEL, say('root', 'k-0'));
    const ref = await world.outbound.post(CHANNEL, say('reply', 'k-1'), root);
    expect(await world.restart().findSent(CHANNEL, 'k-1')).toBe(ref);
  });

  it('is looked for behind many other messages', async () => {
    const ref = await world.outbound.post(CHANNEL, say('a', 'k-1'));
    for (let index = 0; index < 120; index++) await world.slack.as('T1', 'maija').post('C1', `noise ${index}`);
    expect(await world.restart().findSent(CHANNEL, 'k-1')).toBe(ref);
  });

  it('is not looked for where Slack refused it, or where it is known', async () => {
    const looked = () => world.slack.calls('conversations.history').length;
    await world.outbound.post(CHANNEL, say('a', 'k-1'));
    expect(await world.outbound.findSent(CHANNEL, 'k-1')).not.toBeNull();
    world.slack.fail('chat.postMessage', { how: 'ratelimited', retryAfter: 20 });
    await expect(world.outbound.post(CHANNEL, say('a', 'k-2'))).rejects.toMatchObject({
      code: 'slack-rate-limited',
      retryAfterMs: 20_000,
    });
    world.pass(20_000);
    expect(await world.outbound.findSent(CHANNEL, 'k-2')).toBeNull();
    expect(looked()).toBe(0);
    // By then another process may have tried.
    world.pass(60_000);
    expect(await world.outbound.findSent(CHANNEL, 'k-2')).toBeNull();
    expect(looked()).toBe(1);
  });
});

describe('edit and delete', () => {
  const lengths = [
    { from: 'long', to: 'short' },
    { from: 'short', to: 'long' },
    { from: 'long', to: 'long' },
  ] as const;
  const texts = { long: longText('uusi'), short: 'uusi 0: ja' };

  it.for(lengths.flatMap((each) => [true, false].map((remembered) => ({ ...each, remembered }))))(
    'an edit leaves nothing of before: $from to $to, remembered: $remembered',
    async ({ from, to, remembered }) => {
      const ref = await world.outbound.post(CHANNEL, say(from === 'long' ? longText('vanha') : 'vanha 0: ja', 'k-1'));
      const outbound = remembered ? world.outbound : world.restart();
      await outbound.edit(ref, say(texts[to], 'k-2'));
      const said = world.said();
      expect(shown(said)).toEqual(to === 'long' ? eleven('uusi') : ['uusi 0']);
      expect(said[0]?.ts).toBe(tsOf(ref));
      expect(JSON.stringify(said)).not.toContain('vanha');
      expect(marks(said)).toEqual(said.map((_, index) => ({ key: 'k-1', part: index + 1, of: said.length })));
      expect(await world.restart().findSent(CHANNEL, 'k-1')).toBe(ref);
    },
  );

  it('an edit in private reaches the later parts without remembering them', async () => {
    const maija = world.person('maija');
    const ref = await world.outbound.directMessage(maija, say(longText('vanha'), 'k-1'));
    await world.restart().edit(ref, say('uusi', 'k-2'));
    expect(world.slack.dms('T1', maija.slice(9)).map((each) => each.text)).toEqual(['uusi']);
  });

  it('an edit within a thread reaches the later parts without remembering them', async () => {
    const root = await world.outbound.post(CHANNEL, say('root', 'k-0'));
    const ref = await world.outbound.post(CHANNEL, say(longText('vanha'), 'k-1'), root);
    await world.restart().edit(ref, say('uusi', 'k-2'));
    expect(world.said().map((each) => each.text)).toEqual(['root', 'uusi']);
  });

  it('leaves what people answered in the thread', async () => {
    const ref = await world.outbound.post(CHANNEL, say(longText('vanha'), 'k-1'));
    await world.slack.as('T1', 'maija').post('C1', 'minun sanani', { threadTs: tsOf(ref) });
    await world.restart().edit(ref, say('uusi', 'k-2'));
    expect(world.slack.messages('T1', 'C1').map((each) => each.text)).toEqual(['uusi', 'minun sanani']);
  });

  it.for([true, false])('a delete takes all parts, and twice is harmless; remembered: %s', async (remembered) => {
    const ref = await world.outbound.post(CHANNEL, say(longText(), 'k-1'));
    const outbound = remembered ? world.outbound : world.restart();
    await outbound.delete(ref);
    await outbound.delete(ref);
    expect(world.said()).toEqual([]);
  });

  it.for([true, false])('an edit of what was deleted does nothing; remembered: %s', async (remembered) => {
    const ref = await world.outbound.post(CHANNEL, say('a', 'k-1'));
    await world.outbound.delete(ref);
    await (remembered ? world.outbound : world.restart()).edit(ref, say('b', 'k-2'));
    expect(world.said()).toEqual([]);
  });
});

describe('what Slack finds too long', () => {
  /** As a digest has them: the addresses are longer than the words. */
  const cited = Array.from(
    { length: 60 },
    (_, index) =>
      `- kohta ${index}: ja [\\[${index}\\]](https://kaupunki.slack.com/archives/C1/p177243840000${index}?cid=${'x'.repeat(120)})`,
  ).join('\n');
  const sixty = Array.from({ length: 60 }, (_, index) => `kohta ${index}`);
  const strict: WorldOptions = {
    wrap: (api) => ({
      ...api,
      async call(team, method, args) {
        if (carefully((args['blocks'] ?? []) as Block[]) > MESSAGE_SIZE)
          throw slackError(method, 'msg_blocks_too_long');
        return api.call(team, method, args);
      },
    }),
  };

  it('goes whole where Slack takes it', async () => {
    await world.outbound.post(CHANNEL, say(cited, 'k'));
    expect(world.said()).toHaveLength(1);
    expect(shown(world.said())).toEqual(sixty);
  });

  it('goes in shorter parts where it does not: posted, edited and whispered', async () => {
    await world.close();
    world = await openWorld(strict);
    await world.outbound.post(CHANNEL, say(cited, 'k-1'));
    const parts = world.said().length;
    expect(parts).toBeGreaterThan(1);
    expect(shown(world.said())).toEqual(sixty);
    const ref = await world.outbound.post(CHANNEL, say('a', 'k-2'));
    await world.restart().edit(ref, say(cited, 'k-2'));
    expect(shown(world.said())).toEqual([...sixty, ...sixty]);
    const maija = world.person('maija');
    await world.outbound.whisper(CHANNEL, maija, say(cited, 'k-3'));
    const whispers = world.slack.messages('T1', 'C1', maija.slice(9)).filter((each) => each.ephemeral);
    expect(shown(whispers)).toEqual(sixty);
  });

  it('is completed as it was begun', async () => {
    await world.close();
    world = await openWorld(strict);
    // The first wait is after the refusal, the second before the second part.
    world.atNextWait(() => world.atNextWait(() => world.slack.fail('chat.postMessage', { how: 'error-500' })));
    await expect(world.outbound.post(CHANNEL, say(cited, 'k'))).rejects.toMatchObject({ retryable: true });
    const begun = world.said().map((each) => each.ts);
    expect(begun).toHaveLength(1);
    const other = world.restart();
    expect(await other.findSent(CHANNEL, 'k')).toBeNull();
    await other.post(CHANNEL, say(cited, 'k'));
    expect(shown(world.said())).toEqual(sixty);
    expect(world.said()[0]?.ts).toBe(begun[0]);
  });
});

describe('a picture', () => {
  const bytes = () => world.slack.files('T1').map((file) => Array.from(file.bytes ?? []));

  it('is shown by the message itself, and shared nowhere else', async () => {
    await world.outbound.post(CHANNEL, pictured('# Viikko 1\n\nsanat', 'k-1'));
    const [message, ...more] = world.said();
    expect(more).toEqual([]);
    expect(message?.blocks).toMatchObject([
      { type: 'header' },
      { type: 'image', alt_text: 'Portaat' },
      { type: 'rich_text' },
    ]);
    expect(Array.from(message?.files[0]?.bytes ?? [])).toEqual(Array.from(PNG));
    expect(world.slack.files('T1')).toMatchObject([{ alt: 'Portaat', sharedIn: [] }]);
  });

  it('is uploaded once for several channels', async () => {
    await world.outbound.post(CHANNEL, pictured('a', 'k-1'));
    await world.outbound.directMessage(world.person('maija'), pictured('a', 'k-2'));
    expect(bytes()).toEqual([Array.from(PNG)]);
  });

  it.for([true, false])('is replaced by an edit, and the old one is taken back; remembered: %s', async (remembered) => {
    const ref = await world.outbound.post(CHANNEL, pictured('a', 'k-1'));
    await (remembered ? world.outbound : world.restart()).edit(ref, pictured('b', 'k-1', OTHER_PNG));
    expect(bytes()).toEqual([Array.from(OTHER_PNG)]);
    expect(world.said().map((each) => Array.from(each.files[0]?.bytes ?? []))).toEqual([Array.from(OTHER_PNG)]);
  });

  it('goes with its message', async () => {
    const ref = await world.outbound.post(CHANNEL, pictured('a', 'k-1'));
    await world.restart().delete(ref);
    expect(bytes()).toEqual([]);
  });

  /** Slack looks at a new file for a while, and refuses messages that show it. */
  async function lookingAtFiles(refusals: number): Promise<void> {
    await world.close();
    const messages = ['[ERROR] invalid slack file [json-pointer:/blocks/0/slack_file]'];
    world = await openWorld({
      wrap: (api) => ({
        ...api,
        async call(team, method, args) {
          const shows = method === 'chat.postMessage' && JSON.stringify(args).includes('slack_file');
          if (shows && refusals-- > 0) throw slackError(method, 'invalid_blocks', { messages });
          return api.call(team, method, args);
        },
      }),
    });
  }

  it('is waited for while Slack looks at it, first here and then by the outbox', async () => {
    await lookingAtFiles(5);
    await expect(world.outbound.post(CHANNEL, pictured('a', 'k-1'))).rejects.toMatchObject({
      code: 'slack-picture-not-ready',
      retryAfterMs: 5_000,
    });
    expect(world.waited()).toBeGreaterThan(0);
    await world.outbound.post(CHANNEL, pictured('a', 'k-1'));
    expect(world.said().map((each) => each.files.length)).toEqual([1]);
    expect(bytes()).toHaveLength(1);
  });

  it('is said in words where Slack never gets done with it', async () => {
    await lookingAtFiles(Infinity);
    const post = () => world.outbound.post(CHANNEL, pictured('a', 'k-1'));
    for (let tries = 0; tries < 3; tries++) await expect(post()).rejects.toMatchObject({ retryable: true });
    await post();
    expect(JSON.stringify(world.said()[0]?.blocks)).toContain('Portaat');
  });

  it('is said in words where Slack takes none', async () => {
    world.slack.fail('files.getUploadURLExternal', { how: { error: 'storage_limit_reached' } });
    await world.outbound.post(CHANNEL, pictured('a', 'k-1'));
    expect(JSON.stringify(world.said()[0]?.blocks)).toContain('Portaat');
  });

  it('that could not be uploaded just now is tried again', async () => {
    world.slack.fail('upload', { how: 'error-500' });
    await expect(world.outbound.post(CHANNEL, pictured('a', 'k-1'))).rejects.toMatchObject({ retryable: true });
    expect(world.said()).toEqual([]);
    await world.outbound.post(CHANNEL, pictured('a', 'k-1'));
    expect(world.said()[0]?.files).toHaveLength(1);
  });
});
