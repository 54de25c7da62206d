import { describe, expect, it } from 'vitest';
import type { Choice, Form, Home } from '../../src/domain/message.ts';
import { isTimeZone } from '../../src/domain/local-time.ts';
import { asMarkdown } from '../../src/domain/plain-text.ts';
import { CAPABILITIES, type Capability, type ChatPlatform } from '../../src/ports/chat-platform.ts';
import type { Bench, ContractOptions } from './chat-platform.ts';
import { HOSTILE, say } from './chat-platform-harness.ts';

const FOREIGN = 'elsewhere:T1/C1';
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255, 128, 10, 13]);
const CHOICES: Choice[] = [
  { action: 'nudge-snooze', value: 'round 1/ä&?=|,', label: 'Not this week', style: 'primary' },
  { action: 'nudge-stop', value: 'round 1', label: 'Stop <these>' },
];
const FORM: Form = {
  id: 'a-form',
  title: 'A form',
  intro: '',
  submit: 'Send',
  context: 'c-1 ä|&',
  fields: [{ type: 'text', name: 'a', label: 'A', required: false }],
};

const home = (text: string, choices: Choice[] = []): Home => ({
  lang: 'en',
  sections: [
    { lang: 'en', text: 'Open for you', markdown: '## Open for you' },
    { lang: 'en', text, markdown: asMarkdown(text), choices },
  ],
});

/** Capability -> the call that needs it. `choices` and `picture` ride on a message instead. */
const CALLS: Partial<Record<Capability, (platform: ChatPlatform, bench: Bench, ref: string) => Promise<unknown>>> = {
  edit: (platform, _, ref) => platform.edit(ref, say('b', 'k')),
  delete: (platform, _, ref) => platform.delete(ref),
  react: (platform, _, ref) => platform.react(ref, '👍'),
  whisper: (platform, { harness }) => platform.whisper(harness.channel, harness.people[0].address, say('w', 'k-w')),
  'direct-message': (platform, { harness }) => platform.directMessage(harness.people[0].address, say('d', 'k-d')),
  form: (platform, { harness }) => platform.openForm(harness.people[0].address, 'trigger', FORM),
  'list-members': (platform, { harness }) => platform.members(harness.channel),
  permalink: (platform, _, ref) => platform.permalink(ref),
  'find-sent': (platform, { harness }) => platform.findSent(harness.channel, 'k'),
  home: (platform, { harness }) => platform.showHome(harness.people[0].address, home('x')),
  profile: (platform, { harness }) => platform.profile(harness.people[0].address),
};

export function outboundContract(options: ContractOptions, bench: () => Bench): void {
  const has = (capability: Capability): boolean => options.capabilities.includes(capability);
  const seenBy = async (index: 0 | 1 | 2) => {
    const { harness } = bench();
    return (await harness.visibleTo(harness.people[index].address)).filter((it) => it.by === null);
  };

  describe('what Porras says', () => {
    it('declares the capabilities that are expected of it', () => {
      const { platform, workspaceId } = bench().harness;
      expect([...platform.capabilities(workspaceId)].sort()).toEqual([...options.capabilities].sort());
    });

    it('posts to a channel, where everyone sees it, under a reference of its own', async () => {
      const { platform, channel } = bench().harness;
      const one = await platform.post(channel, say('first', 'k-1'));
      const two = await platform.post(channel, say('second', 'k-2'));
      expect(one).not.toBe(two);
      for (const index of [0, 1, 2] as const) {
        expect(await seenBy(index)).toMatchObject([
          { ref: one, text: 'first', conversation: channel, private: false, threadRef: null },
          { ref: two, text: 'second' },
        ]);
      }
    });

    it('answers in the thread of a message of Porras or of a person', async () => {
      const { recorder, harness } = bench();
      const root = await harness.platform.post(harness.channel, say('root', 'k-1'));
      await harness.platform.post(harness.channel, say('under it', 'k-2'), root);
      await harness.asPerson(harness.people[0].address).post('mine');
      const theirs = recorder.last('message-posted').ref;
      await harness.platform.post(harness.channel, say('under theirs', 'k-3'), theirs);
      const byText = new Map((await seenBy(1)).map((it) => [it.text, it.threadRef]));
      expect(byText).toEqual(
        new Map([
          ['root', null],
          ['under it', root],
          ['under theirs', theirs],
        ]),
      );
    });

    it.for(Object.entries(HOSTILE))('carries a text as it is: %s', async ([, text]) => {
      const { platform, channel } = bench().harness;
      await platform.post(channel, say(text, 'k-1'));
      expect((await seenBy(0)).map((it) => it.text)).toEqual([text]);
    });

    it('does not hear itself as a person', async () => {
      const { recorder, harness } = bench();
      await harness.platform.post(harness.channel, say('hello', 'k-1'));
      expect(recorder.only('message-posted').map((it) => it.by.isBot)).not.toContain(false);
    });

    it.runIf(options.dedupesByKey)('posts a key once, also when two post it at the same time', async () => {
      const { platform, channel } = bench().harness;
      const refs = await Promise.all([
        platform.post(channel, say('once', 'k-1')),
        platform.post(channel, say('once', 'k-1')),
      ]);
      expect(new Set(refs).size).toBe(1);
      expect(await seenBy(0)).toHaveLength(1);
    });

    it.runIf(options.dedupesByKey && has('direct-message'))('sends a key to a person once', async () => {
      const { platform, people } = bench().harness;
      const first = await platform.directMessage(people[0].address, say('privately', 'k-2'));
      expect(await platform.directMessage(people[0].address, say('privately', 'k-2'))).toBe(first);
      expect(await seenBy(0)).toHaveLength(1);
    });
  });

  describe('addresses', () => {
    const foreign: [Capability | 'post', (platform: ChatPlatform, bench: Bench) => Promise<unknown>][] = [
      ['post', (platform) => platform.post(FOREIGN, say('x', 'k'))],
      ['direct-message', (platform) => platform.directMessage(FOREIGN, say('x', 'k'))],
      ['whisper', (platform, { harness }) => platform.whisper(FOREIGN, harness.people[0].address, say('x', 'k'))],
      ['list-members', (platform) => platform.members(FOREIGN)],
      ['edit', (platform) => platform.edit(FOREIGN, say('x', 'k'))],
      ['form', (platform) => platform.openForm(FOREIGN, 't', FORM)],
      ['find-sent', (platform) => platform.findSent(FOREIGN, 'k')],
      ['home', (platform) => platform.showHome(FOREIGN, home('x'))],
      ['profile', (platform) => platform.profile(FOREIGN)],
    ];
    it.for(foreign.filter(([needs]) => needs === 'post' || has(needs)))(
      'of another platform are refused: %s',
      async ([, call]) => {
        await expect(call(bench().harness.platform, bench())).rejects.toMatchObject({ name: 'PorrasError' });
        expect(await seenBy(0)).toEqual([]);
      },
    );

    it('say which workspace they are in: of a channel, a person, a message', async () => {
      const { platform, workspaceId, channel, people } = bench().harness;
      const ref = await platform.post(channel, say('here', 'k-1'));
      for (const address of [channel, ref, ...people.map((it) => it.address)])
        expect(platform.workspaceOf(address)).toBe(workspaceId);
      for (const foreign of [FOREIGN, '', 'Anna', `${platform.name}:`])
        expect(() => platform.workspaceOf(foreign)).toThrow(expect.objectContaining({ code: 'foreign-address' }));
    });

    it('of a channel tell that Porras is in it, and what it is called', async () => {
      const { platform, channel, channelName } = bench().harness;
      expect(await platform.channelInfo(channel)).toEqual({ name: channelName, isMember: true });
      await expect(platform.channelInfo(FOREIGN)).rejects.toMatchObject({ code: 'foreign-address' });
    });

    it('begin with the name of the platform', () => {
      const { platform, channel, people } = bench().harness;
      for (const address of [channel, ...people.map((it) => it.address)]) {
        expect(address.slice(0, address.indexOf(':'))).toBe(platform.name);
      }
    });
  });

  const missing = CAPABILITIES.filter((it) => !has(it) && it in CALLS);
  describe.runIf(missing.length > 0)('what it cannot do', () => {
    it.for(missing)('throws when asked to: %s', async (capability) => {
      const { platform, channel } = bench().harness;
      const ref = await platform.post(channel, say('a', 'k'));
      await expect(CALLS[capability]?.(platform, bench(), ref)).rejects.toMatchObject({
        code: 'unsupported-capability',
      });
    });
  });

  it.runIf(has('edit'))('edit: replaces a message where it stands', async () => {
    const { platform, channel } = bench().harness;
    const ref = await platform.post(channel, say('before', 'k-1', has('choices') ? { choices: CHOICES } : {}));
    await platform.edit(ref, say('after', 'k-2'));
    expect(await seenBy(1)).toMatchObject([{ ref, text: 'after', choices: [] }]);
  });

  it.runIf(has('delete'))('delete: nobody sees it any more, and twice is harmless', async () => {
    const { platform, channel } = bench().harness;
    const ref = await platform.post(channel, say('gone', 'k-1'));
    await platform.delete(ref);
    await platform.delete(ref);
    expect(await seenBy(0)).toEqual([]);
  });

  it.runIf(has('react'))('react: adds a reaction of its own, once, to what a person said', async () => {
    const { recorder, harness } = bench();
    await harness.asPerson(harness.people[0].address).post('an idea');
    const { ref } = recorder.last('message-posted');
    await harness.platform.react(ref, '🌱');
    await harness.platform.react(ref, '🌱');
    const [message] = (await harness.visibleTo(harness.people[1].address)).filter((it) => it.ref === ref);
    expect(message?.reactions).toEqual([{ emoji: '🌱', by: null }]);
    expect(recorder.only('reaction-added').map((it) => it.by.isBot)).not.toContain(false);
  });

  it.runIf(has('whisper'))('whisper: only that person sees it', async () => {
    const { platform, channel, people } = bench().harness;
    await platform.whisper(channel, people[1].address, say('psst', 'k-1'));
    expect((await seenBy(1)).map((it) => it.text)).toEqual(['psst']);
    expect([...(await seenBy(0)), ...(await seenBy(2))]).toEqual([]);
  });

  it.runIf(has('direct-message'))('direct message: only that person sees it, outside the channel', async () => {
    const { platform, channel, people } = bench().harness;
    const ref = await platform.directMessage(people[1].address, say('privately', 'k-1'));
    const [message, ...more] = await seenBy(1);
    expect(more).toEqual([]);
    expect(message).toMatchObject({ ref, text: 'privately', private: true });
    expect(message?.conversation).not.toBe(channel);
    expect([...(await seenBy(0)), ...(await seenBy(2))]).toEqual([]);
  });

  it.runIf(has('choices'))('choices: what was pressed comes back with action, value, person and message', async () => {
    const { recorder, harness } = bench();
    const ref = await harness.platform.post(harness.channel, say('choose', 'k-1', { choices: CHOICES }));
    const [message] = await seenBy(0);
    expect(message?.choices.map(({ action, value, label }) => ({ action, value, label }))).toEqual(
      CHOICES.map(({ action, value, label }) => ({ action, value, label })),
    );
    const person = harness.people[2];
    expect(await harness.asPerson(person.address).press(ref, CHOICES[0] as Choice)).toBe(true);
    expect(recorder.last('choice-pressed')).toMatchObject({
      action: 'nudge-snooze',
      value: 'round 1/ä&?=|,',
      by: person,
      ref,
      place: { channel: harness.channel, private: false },
    });
  });

  it.runIf(has('picture'))('picture: arrives byte for byte', async () => {
    const { platform, channel } = bench().harness;
    const message = say('a picture', 'k-1', { picture: { id: 'p-1', alt: 'Stairs' } });
    await platform.post(channel, { ...message, picture: { png: PNG, alt: 'Stairs' } });
    const [seen] = await seenBy(2);
    expect(Array.from(seen?.picture ?? [])).toEqual(Array.from(PNG));
  });

  it.runIf(has('list-members'))('members: people of the channel, bots left out', async () => {
    const { platform, channel, people } = bench().harness;
    const byAddress = (a: { address: string }, b: { address: string }): number => a.address.localeCompare(b.address);
    expect((await platform.members(channel)).sort(byAddress)).toEqual([...people].sort(byAddress));
  });

  it.runIf(has('permalink'))('permalink: a web address, different for each message', async () => {
    const { platform, channel } = bench().harness;
    const links = await Promise.all(
      ['k-1', 'k-2'].map(async (key) => platform.permalink(await platform.post(channel, say(key, key)))),
    );
    for (const link of links) expect(new URL(link ?? '').protocol).toMatch(/^https?:$/);
    expect(new Set(links).size).toBe(2);
  });

  it.runIf(has('find-sent'))('find-sent: finds by key what was sent to a channel, and nothing else', async () => {
    const { platform, channel } = bench().harness;
    const ref = await platform.post(channel, say('a', 'k-1'));
    expect(await platform.findSent(channel, 'k-1')).toBe(ref);
    expect(await platform.findSent(channel, 'k-2')).toBeNull();
  });

  it.runIf(has('find-sent') && has('direct-message'))('find-sent: finds by key what was sent to a person', async () => {
    const { platform, channel, people } = bench().harness;
    const ref = await platform.directMessage(people[0].address, say('a', 'k-1'));
    expect(await platform.findSent(people[0].address, 'k-1')).toBe(ref);
    expect(await platform.findSent(channel, 'k-1')).toBeNull();
    expect(await platform.findSent(people[1].address, 'k-1')).toBeNull();
  });

  it.runIf(has('home'))('home: only that person finds it, and the next one takes its place', async () => {
    const { harness } = bench();
    const { platform, people } = harness;
    const [maija, pekka] = people.map((it) => it.address) as [string, string];
    expect(await harness.homeFor?.(maija)).toBeNull();
    await platform.showHome(maija, home('nothing yet'));
    await platform.showHome(maija, home('a question is open', CHOICES));
    const found = await harness.homeFor?.(maija);
    expect(found?.text).toContain('Open for you');
    expect(found?.text).toContain('a question is open');
    expect(found?.text).not.toContain('nothing yet');
    expect(found?.choices.map(({ action, value, label }) => ({ action, value, label }))).toEqual(
      CHOICES.map(({ action, value, label }) => ({ action, value, label })),
    );
    expect(await harness.homeFor?.(pekka)).toBeNull();
    expect([...(await seenBy(0)), ...(await seenBy(1))]).toEqual([]);
  });

  it.runIf(has('home'))('home: a press comes back as from a private place', async () => {
    const { recorder, harness } = bench();
    const maija = harness.people[0];
    await harness.platform.showHome(maija.address, home('a question is open', CHOICES));
    expect(await harness.asPerson(maija.address).pressHome?.(CHOICES[0] as Choice)).toBe(true);
    expect(recorder.last('choice-pressed')).toMatchObject({
      action: CHOICES[0]?.action,
      value: CHOICES[0]?.value,
      by: maija,
      ref: null,
      place: { private: true },
    });
  });

  it.runIf(has('home')).each(Object.entries(HOSTILE).filter(([, text]) => text.length < 1_000 && text.trim() === text))(
    'home: carries a text as it is: %s',
    async (_, text) => {
      const { harness } = bench();
      const maija = harness.people[0].address;
      await harness.platform.showHome(maija, home(text));
      expect((await harness.homeFor?.(maija))?.text).toContain(text);
    },
  );

  it.runIf(has('profile'))('profile: names the person, and says of the rest what it knows', async () => {
    const { harness } = bench();
    const [maija, pekka] = harness.people;
    const awayUntil = new Date('2030-01-02T15:00:00Z');
    await harness.setProfile?.(maija.address, { locale: 'sv-FI', timeZone: 'Europe/Stockholm', awayUntil });
    expect(await harness.platform.profile(maija.address)).toEqual({
      name: maija.name,
      locale: 'sv-FI',
      timeZone: 'Europe/Stockholm',
      awayUntil: options.hidesAbsence ? null : awayUntil,
    });
    const { name, timeZone, awayUntil: until } = await harness.platform.profile(pekka.address);
    expect(name).toBe(pekka.name);
    expect(timeZone === null || isTimeZone(timeZone)).toBe(true);
    expect(until).toBeNull();
  });
}
