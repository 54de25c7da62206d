import { describe, expect, it } from 'vitest';
import type { Form } from '../../src/domain/message.ts';
import type { Capability } from '../../src/ports/chat-platform.ts';
import type { Bench, ContractOptions } from './chat-platform.ts';
import { HOSTILE, say } from './chat-platform-harness.ts';

const CHOICE = { action: 'open-form', value: '1', label: 'Open' };

const form = (context: string): Form => ({
  id: 'create-inquiry',
  title: 'A new inquiry',
  intro: 'It takes two minutes.',
  submit: 'Send',
  context,
  fields: [
    { type: 'text', name: 'topic', label: 'Topic', required: true, initial: 'Work' },
    { type: 'long-text', name: 'why', label: 'Why', hint: 'In your own words', required: false },
    { type: 'date', name: 'starts', label: 'Starts on', required: true },
    { type: 'time', name: 'quiet', label: 'Quiet from', required: true },
    {
      type: 'select',
      name: 'language',
      label: 'Language',
      required: true,
      options: [{ value: 'fi', label: 'Finnish' }],
    },
    { type: 'people', name: 'facilitators', label: 'Facilitators', required: true, many: true },
  ],
});

export function inboundContract(options: ContractOptions, bench: () => Bench): void {
  const has = (capability: Capability): boolean => options.capabilities.includes(capability);

  const happens = (event: NonNullable<ContractOptions['happens']>[number]): boolean =>
    options.happens?.includes(event) ?? false;

  describe('what people do', () => {
    it('message posted: in the channel, in a thread, and in private', async () => {
      const { recorder, harness } = bench();
      const [maija, pekka] = harness.people;
      expect(await harness.asPerson(maija.address).post('an idea')).toBe(true);
      const first = recorder.last('message-posted');
      expect(first).toMatchObject({
        workspaceId: harness.workspaceId,
        place: { channel: harness.channel, private: false },
        by: maija,
        threadRef: null,
        text: 'an idea',
      });
      expect(first.at).toBeInstanceOf(Date);

      await harness.asPerson(pekka.address).post('I would build on it', { threadRef: first.ref });
      const reply = recorder.last('message-posted');
      expect(reply).toMatchObject({ by: pekka, threadRef: first.ref, place: { channel: harness.channel } });

      await harness.asPerson(pekka.address).post('between us', { private: true });
      const secret = recorder.last('message-posted');
      expect(secret).toMatchObject({ by: pekka, text: 'between us', place: { private: true } });
      expect(secret.place.channel).not.toBe(harness.channel);

      expect(new Set(recorder.events.map((it) => it.id)).size).toBe(3);
      expect(new Set([first.ref, reply.ref, secret.ref]).size).toBe(3);
      expect(first.id.startsWith(`${harness.platform.name}:`)).toBe(true);
      const read = async (address: string) => (await harness.visibleTo(address)).map((it) => it.text);
      expect(await read(maija.address)).toEqual(['an idea', 'I would build on it']);
      expect(await read(pekka.address)).toEqual(['an idea', 'I would build on it', 'between us']);
    });

    it('a private conversation can be answered at the place that its event names', async () => {
      const { recorder, harness } = bench();
      const [maija, pekka] = harness.people;
      await harness.asPerson(maija.address).post('help', { private: true });
      await harness.platform.post(recorder.last('message-posted').place.channel, say('here I am', 'k-1'));
      expect((await harness.visibleTo(maija.address)).map((it) => it.text)).toEqual(['help', 'here I am']);
      expect(await harness.visibleTo(pekka.address)).toEqual([]);
    });

    it.for(Object.entries(HOSTILE))('a text comes in as it was written: %s', async ([, text]) => {
      const { recorder, harness } = bench();
      await harness.asPerson(harness.people[0].address).post(text);
      expect(recorder.last('message-posted').text).toBe(text);
      expect((await harness.visibleTo(harness.people[1].address)).map((it) => it.text)).toEqual([text]);
    });

    it('message edited and deleted', async () => {
      const { recorder, harness } = bench();
      const maija = harness.people[0];
      const hands = harness.asPerson(maija.address);
      await hands.post('an ida');
      const { ref } = recorder.last('message-posted');
      expect(await hands.edit(ref, 'an idea')).toBe(true);
      expect(recorder.last('message-edited')).toMatchObject({
        ref,
        by: maija,
        text: 'an idea',
        place: { channel: harness.channel },
      });
      expect((await harness.visibleTo(harness.people[1].address)).map((it) => it.text)).toEqual(['an idea']);
      expect(await hands.delete(ref)).toBe(true);
      expect(recorder.last('message-deleted')).toMatchObject({
        ref,
        place: { channel: harness.channel, private: false },
      });
      expect(await harness.visibleTo(harness.people[1].address)).toEqual([]);
    });

    it('reaction added and removed', async () => {
      const { recorder, harness } = bench();
      const [maija, pekka] = harness.people;
      await harness.asPerson(maija.address).post('an idea');
      const { ref } = recorder.last('message-posted');
      expect(await harness.asPerson(pekka.address).react(ref, '👏')).toBe(true);
      expect(recorder.last('reaction-added')).toMatchObject({
        ref,
        by: pekka,
        emoji: '👏',
        place: { channel: harness.channel },
      });
      const reactions = async () => (await harness.visibleTo(maija.address))[0]?.reactions;
      expect(await reactions()).toEqual([{ emoji: '👏', by: pekka.address }]);
      expect(await harness.asPerson(pekka.address).unreact(ref, '👏')).toBe(true);
      expect(recorder.last('reaction-removed')).toMatchObject({ ref, by: pekka, emoji: '👏' });
      expect(await reactions()).toEqual([]);
    });

    it('command invoked', async () => {
      const { recorder, harness } = bench();
      expect(await harness.asPerson(harness.people[1].address).command('help "me"  <now>')).toBe(true);
      expect(recorder.last('command-invoked')).toMatchObject({
        by: harness.people[1],
        text: 'help "me"  <now>',
        place: { channel: harness.channel, private: false },
      });
    });

    it('member left and joined', async () => {
      const { recorder, harness } = bench();
      const pekka = harness.people[1];
      expect(await harness.asPerson(pekka.address).leave()).toBe(true);
      expect(recorder.last('member-left')).toMatchObject({ by: pekka, place: { channel: harness.channel } });
      expect(await harness.asPerson(pekka.address).join()).toBe(true);
      expect(recorder.last('member-joined')).toMatchObject({ by: pekka, place: { channel: harness.channel } });
    });

    it.runIf(has('list-members'))('the list of members follows who leaves and joins', async () => {
      const { harness } = bench();
      const pekka = harness.people[1];
      const members = async () => (await harness.platform.members(harness.channel)).map((it) => it.address);
      await harness.asPerson(pekka.address).leave();
      expect(await members()).not.toContain(pekka.address);
      await harness.asPerson(pekka.address).join();
      expect(await members()).toContain(pekka.address);
    });

    it('home opened', async () => {
      const { recorder, harness } = bench();
      expect(await harness.asPerson(harness.people[2].address).openHome()).toBe(true);
      expect(recorder.last('home-opened')).toMatchObject({ by: harness.people[2], workspaceId: harness.workspaceId });
    });

    it.runIf(has('form') && has('choices'))(
      'form: opens for the person who pressed, and comes back whole',
      async () => {
        const { recorder, harness } = bench();
        const [maija, pekka] = harness.people;
        const ref = await harness.platform.post(harness.channel, say('begin', 'k-1', { choices: [CHOICE] }));
        await harness.asPerson(pekka.address).press(ref, CHOICE);
        const { trigger } = recorder.last('choice-pressed');
        const asked = form('{"from":"ä|&=1"}');
        await harness.platform.openForm(pekka.address, trigger ?? '', asked);
        expect(await harness.formFor(pekka.address)).toMatchObject({ title: asked.title, fields: asked.fields });
        expect(await harness.formFor(maija.address)).toBeNull();
        const answers = {
          topic: 'Work & <joy>',
          why: 'Because\nwe can',
          starts: '2026-03-02',
          quiet: '17:00',
          language: 'fi',
          facilitators: `${maija.address},${pekka.address}`,
        };
        expect(await harness.asPerson(pekka.address).submit(answers)).toBe(true);
        expect(recorder.last('form-submitted')).toMatchObject({
          formId: asked.id,
          context: asked.context,
          by: pekka,
          answers,
          place: { channel: harness.channel, private: false },
        });
        expect(await harness.formFor(pekka.address)).toBeNull();
      },
    );

    it.runIf(has('form'))('form: a command can open one too', async () => {
      const { recorder, harness } = bench();
      const pekka = harness.people[1];
      await harness.asPerson(pekka.address).command('new');
      await harness.platform.openForm(pekka.address, recorder.last('command-invoked').trigger ?? '', form('x'));
      expect((await harness.formFor(pekka.address))?.title).toBe('A new inquiry');
    });

    it.runIf(has('views') && has('choices'))(
      'a message with views: each sees their own once they have looked, and presses what it has',
      async () => {
        const { recorder, harness } = bench();
        const [maija, pekka, third] = harness.people;
        const ref = await harness.platform.post(
          harness.channel,
          say('well?', 'k-1', { choices: [CHOICE], views: true }),
        );
        const mine = { action: 'show-mine', value: 'i-1', label: 'Mine' };
        const view = (text: string) => say(text, '', { views: true, choices: [mine] }).message;
        recorder.views.set(`${ref} ${maija.address}`, view('well? You have answered.'));
        recorder.views.set(`${ref} ${pekka.address}`, view('well? Twice, even.'));
        const seen = async ({ address }: { address: string }) =>
          (await harness.visibleTo(address)).map(({ text, choices }) => [text, choices.map((each) => each.action)]);
        const plain = [['well?', [CHOICE.action]]];
        expect(await seen(maija)).toEqual(plain);
        for (const { address } of [maija, pekka, third]) await harness.asPerson(address).look?.(ref);
        expect(await seen(maija)).toEqual([['well? You have answered.', ['show-mine']]]);
        expect(await seen(pekka)).toEqual([['well? Twice, even.', ['show-mine']]]);
        expect(await seen(third)).toEqual(plain);
        expect(recorder.events).toEqual([]);

        expect(await harness.asPerson(maija.address).press(ref, mine)).toBe(true);
        expect(recorder.last('choice-pressed')).toMatchObject({ ref, by: maija, action: 'show-mine', value: 'i-1' });
      },
    );

    it.runIf(has('views'))('a view that cannot be had leaves the message as it was', async () => {
      const { recorder, harness } = bench();
      const { address } = harness.people[0];
      const ref = await harness.platform.post(harness.channel, say('well?', 'k-1', { views: true }));
      recorder.views.set(`${ref} ${address}`, new Error('the store is down'));
      await harness.asPerson(address).look?.(ref);
      expect((await harness.visibleTo(address)).map((each) => each.text)).toEqual(['well?']);
      const other = await harness.platform.post(harness.channel, say('no views here', 'k-2'));
      recorder.views.set(`${other} ${address}`, say('never seen', '').message);
      await harness.asPerson(address).look?.(other);
      expect((await harness.visibleTo(address)).map((each) => each.text)).toEqual(['well?', 'no views here']);
    });

    it.runIf(happens('message-picked'))(
      'message picked: with its author and words, whoever picked it and why',
      async () => {
        const { recorder, harness } = bench();
        const [maija, pekka] = harness.people;
        await harness.asPerson(maija.address).post('an idea');
        const root = recorder.last('message-posted');
        await harness.asPerson(maija.address).post('and more of it', { threadRef: root.ref });
        const { ref } = recorder.last('message-posted');
        expect(await harness.asPerson(pekka.address).pick?.(ref, 'builds-on')).toBe(true);
        const picked = recorder.last('message-picked');
        expect(picked).toMatchObject({
          by: pekka,
          purpose: 'builds-on',
          place: { channel: harness.channel, private: false },
          message: {
            ref,
            author: { address: maija.address, isBot: false },
            threadRef: root.ref,
            text: 'and more of it',
          },
        });
        expect(picked.trigger).not.toBeNull();
        await harness.asPerson(maija.address).pick?.(root.ref, 'add');
        expect(recorder.last('message-picked')).toMatchObject({
          by: maija,
          purpose: 'add',
          message: { ref: root.ref, author: { address: maija.address }, threadRef: null, text: 'an idea' },
        });
      },
    );

    it.runIf(happens('message-picked'))('message picked: one of Porras is a bot’s', async () => {
      const { recorder, harness } = bench();
      const ref = await harness.platform.post(harness.channel, say('a question', 'k-1'));
      await harness.asPerson(harness.people[0].address).pick?.(ref, 'add');
      expect(recorder.last('message-picked').message).toMatchObject({ ref, author: { isBot: true } });
    });

    it.runIf(happens('message-picked'))('a pick that was refused comes again', async () => {
      const { recorder, harness } = bench();
      const ref = await harness.platform.post(harness.channel, say('well?', 'k-1'));
      recorder.refuse(1);
      expect(await harness.asPerson(harness.people[0].address).pick?.(ref, 'add')).toBe(false);
      await harness.redeliver();
      expect(recorder.last('message-picked').id).toBe(recorder.refused[0]);
    });

    it.runIf(happens('person-left'))('person left', async () => {
      const { recorder, harness } = bench();
      const pekka = harness.people[1];
      expect(await harness.asPerson(pekka.address).leaveForGood?.()).toBe(true);
      expect(recorder.last('person-left')).toMatchObject({
        by: { address: pekka.address },
        workspaceId: harness.workspaceId,
      });
    });

    it.runIf(happens('channel-renamed'))('channel renamed', async () => {
      const { recorder, harness } = bench();
      expect(await harness.renameChannel?.('pantry')).toBe(true);
      expect(recorder.last('channel-renamed')).toMatchObject({ place: { channel: harness.channel }, name: 'pantry' });
    });

    it.runIf(happens('channel-gone'))('channel gone: what is posted there from then on fails for good', async () => {
      const { recorder, harness } = bench();
      expect(await harness.removeChannel?.()).toBe(true);
      expect(recorder.last('channel-gone')).toMatchObject({ place: { channel: harness.channel, private: false } });
      await expect(harness.platform.post(harness.channel, say('anybody?', 'k-1'))).rejects.toMatchObject({
        name: 'PorrasError',
        retryable: false,
      });
    });

    it('what the sink refuses is not acknowledged, and comes again as the same event', async () => {
      const { recorder, harness } = bench();
      const hands = harness.asPerson(harness.people[0].address);
      recorder.refuse(2);
      expect(await hands.post('do not lose me')).toBe(false);
      expect(recorder.events).toEqual([]);
      await harness.redeliver().catch(() => undefined);
      expect(recorder.events).toEqual([]);
      await harness.redeliver();
      expect(recorder.only('message-posted').map((it) => it.text)).toEqual(['do not lose me']);
      const ids = new Set([...recorder.refused, ...recorder.events.map((it) => it.id)]);
      expect([...ids]).toEqual([recorder.last('message-posted').id]);
      expect((await harness.visibleTo(harness.people[1].address)).map((it) => it.text)).toEqual(['do not lose me']);
    });

    it('a reaction that was refused comes again too', async () => {
      const { recorder, harness } = bench();
      const ref = await harness.platform.post(harness.channel, say('well?', 'k-1'));
      recorder.refuse(1);
      expect(await harness.asPerson(harness.people[0].address).react(ref, '👏')).toBe(false);
      await harness.redeliver();
      expect(recorder.last('reaction-added').id).toBe(recorder.refused[0]);
    });

    it.runIf(has('choices'))('a press that was refused comes again too', async () => {
      const { recorder, harness } = bench();
      const ref = await harness.platform.post(harness.channel, say('choose', 'k-1', { choices: [CHOICE] }));
      recorder.refuse(1);
      expect(await harness.asPerson(harness.people[0].address).press(ref, CHOICE)).toBe(false);
      await harness.redeliver();
      expect(recorder.last('choice-pressed').id).toBe(recorder.refused[0]);
    });
  });
}
