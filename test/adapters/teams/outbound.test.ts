import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageRef } from '../../../adapters/teams/address.ts';
import type { Form } from '../../../src/domain/message.ts';
import { FAULTS } from '../../support/teams/faults.ts';
import { GENERAL, GROUP, longText, openWorld, type OutboundWorld, say } from '../../support/teams/outbound-world.ts';

let world: OutboundWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const refOf = (id: string, conversation = GENERAL): string => messageRef(world.teams.world.tenantId, conversation, id);

describe('posting', () => {
  it('puts a card into a channel, that all in it see, and a summary for notifications', async () => {
    const ref = await world.outbound.post(world.channel(), say('**Hei**', 'k-1', { text: 'Hei' }));
    const [message] = world.teams.everything('pekka');
    expect(message).toMatchObject({ text: 'Hei', words: 'Hei', root: null, from: null });
    expect(ref).toBe(refOf(message!.id));
  });

  it('answers in the thread of a channel, and in the line of a chat', async () => {
    const root = await world.outbound.post(world.channel(), say('juuri', 'k-1'));
    await world.outbound.post(world.channel(), say('alla', 'k-2'), root);
    expect(world.said().map((each) => [each.text, each.root && refOf(each.root)])).toEqual([
      ['juuri', null],
      ['alla', root],
    ]);
    const first = await world.outbound.post(world.channel(GROUP), say('ensin', 'k-1'));
    await world.outbound.post(world.channel(GROUP), say('sitten', 'k-2'), first);
    expect(world.said(GROUP).map((each) => [each.text, each.root])).toEqual([
      ['ensin', null],
      ['sitten', null],
    ]);
  });

  it('posts a key once, also at the same time; the same key elsewhere is another message', async () => {
    const refs = await Promise.all([
      world.outbound.post(world.channel(), say('kerran', 'k-1')),
      world.outbound.post(world.channel(), say('kerran', 'k-1')),
    ]);
    expect(refs[0]).toBe(refs[1]);
    await world.outbound.post(world.channel(GROUP), say('kerran', 'k-1'));
    expect(world.said()).toHaveLength(1);
    expect(world.said(GROUP)).toHaveLength(1);
  });

  it('where nothing was heard from, it says to add the app', async () => {
    await expect(world.outbound.post(world.channel('19:x@thread.tacv2'), say('a', 'k'))).rejects.toMatchObject({
      code: 'teams-unknown-conversation',
      retryable: false,
    });
  });

  it('a long message goes on in the thread of its first part, where its buttons are', async () => {
    const choices = [{ action: 'nudge-stop', value: '1', label: 'Lopeta' }];
    await world.outbound.post(world.channel(), say(longText(), 'k-1', { text: 'pitkä', choices }));
    const [first, ...more] = world.said();
    expect(more.length).toBeGreaterThan(0);
    expect(more.map((each) => each.root)).toEqual(more.map(() => first!.id));
    expect([first!, ...more].map((each) => each.actions.length)).toEqual([1, ...more.map(() => 0)]);
    const words = [first!, ...more].map((each) => each.words).join('\n');
    for (let index = 0; index < 40; index++) expect(words).toContain(`kohta ${index}:`);
  });

  it('what broke off goes on where it was', async () => {
    const sending = say(longText(), 'k-1', { text: 'pitkä' });
    let sends = 0;
    const other = await openWorld({
      wrap: (transport) => ({
        ...transport,
        send: (...args) => ((sends += 1) === 2 ? Promise.reject(new Error('cut')) : transport.send(...args)),
      }),
    });
    try {
      await expect(other.outbound.post(other.channel(), sending)).rejects.toThrow('cut');
      expect(other.said()).toHaveLength(1);
      await other.outbound.post(other.channel(), sending);
      const numbers = other.said().map((each) => each.words.split('\n').at(-1));
      expect(numbers).toEqual(numbers.map((_, index) => `${index + 1}/${numbers.length}`));
    } finally {
      await other.close();
    }
  });
});

describe('a picture', () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
  const pictured = {
    ...say('kuva', 'k-1', { picture: { id: 'p', alt: 'Portaat' } }),
    picture: { png, alt: 'Portaat' },
  };

  it('arrives byte for byte, also one that is larger than a message may be', async () => {
    await world.outbound.post(world.channel(), pictured);
    const large = new Uint8Array(400_000).fill(7);
    await world.outbound.post(world.channel(), { ...pictured, key: 'k-2', picture: { png: large, alt: 'Portaat' } });
    expect(world.said().map((each) => each.picture)).toEqual([png, large]);
  });

  it('is told in words where Teams finds it too large', async () => {
    world.teams.fault({ operation: 'send', ...FAULTS.tooLarge });
    await world.outbound.post(world.channel(), pictured);
    expect(world.said()).toMatchObject([{ picture: null, words: 'kuva\nPortaat' }]);
  });

  it('is made as small as Teams takes it, in an edit too', async () => {
    const small = await openWorld({ fit: async (whole, side) => Uint8Array.from([...whole, side / 256]) });
    const ref = await small.outbound.post(small.channel(), pictured);
    const fitted = Uint8Array.from([...png, 4]);
    expect(small.said()).toMatchObject([{ picture: fitted, edits: 0 }]);
    await small.outbound.edit(ref, { ...pictured, picture: { png: fitted, alt: 'Portaat' } });
    expect(small.said()).toMatchObject([{ picture: Uint8Array.from([...png, 4, 4]), edits: 1 }]);
    await small.close();
  });
});

describe('private messages', () => {
  it('begin one conversation, which is kept', async () => {
    const { outbound } = world;
    const maija = world.person('maija');
    await Promise.all([
      outbound.directMessage(maija, say('yksi', 'k-1')),
      outbound.directMessage(maija, say('kaksi', 'k-2')),
    ]);
    await world.restart().directMessage(maija, say('kolme', 'k-3'));
    expect(
      world
        .toldTo('maija')
        .map((each) => each.text)
        .sort(),
    ).toEqual(['kaksi', 'kolme', 'yksi']);
    const begun = world.teams.calls.filter((call) => call.path.endsWith('/v3/conversations'));
    expect(begun).toHaveLength(1);
    expect(world.teams.everything('pekka').filter((each) => each.from === null)).toEqual([]);
  });

  it('to somebody who blocked Porras fail for good, and say so', async () => {
    world.teams.admin.block('maija');
    await expect(world.outbound.directMessage(world.person('maija'), say('a', 'k'))).rejects.toMatchObject({
      code: 'teams-blocked',
      retryable: false,
    });
  });

  it('reach somebody whose team has the app once its members were asked for, though they have not got it themselves', async () => {
    world.teams.admin.personal('pekka').own = false;
    const telling = () => world.outbound.directMessage(world.person('pekka'), say('a', 'k'));
    await expect(telling()).rejects.toMatchObject({ code: 'teams-not-installed' });
    await world.outbound.members(world.channel());
    await telling();
    expect(world.toldTo('pekka')).toMatchObject([{ words: 'a' }]);
  });

  it('to somebody without the app fail for good, and say what to do', async () => {
    world.teams.admin.personal('maija').installed = false;
    const sending = world.outbound.directMessage(world.person('maija'), say('a', 'k'));
    await expect(sending).rejects.toMatchObject({ code: 'teams-not-installed', retryable: false });
    await expect(sending).rejects.toThrow('administrator');
  });
});

describe('editing', () => {
  it('replaces a message where it stands, buttons and all', async () => {
    const choices = [{ action: 'a', value: '1', label: 'Paina' }];
    const ref = await world.outbound.post(world.channel(), say('ennen', 'k-1', { choices }));
    await world.restart().edit(ref, say('jälkeen', 'k-2'));
    expect(world.said()).toMatchObject([{ text: 'jälkeen', words: 'jälkeen', actions: [], edits: 1 }]);
  });

  it('takes away parts that are not needed any more, and adds those that are', async () => {
    const ref = await world.outbound.post(world.channel(), say(longText(), 'k-1', { text: 'pitkä' }));
    const parts = world.said().length;
    await world.outbound.edit(ref, say('lyhyt', 'k-2'));
    expect(world.said()).toMatchObject([{ words: 'lyhyt' }]);
    await world.outbound.edit(ref, say(longText('uusi'), 'k-3', { text: 'pitkä' }));
    expect(world.said()).toHaveLength(parts);
    expect(world.said().every((each) => each.words.includes('uusi'))).toBe(true);
  });

  it('what grows in a thread goes on in that thread', async () => {
    const root = await world.outbound.post(world.channel(), say('juuri', 'k-1'));
    const ref = await world.outbound.post(world.channel(), say('lyhyt', 'k-2'), root);
    await world.outbound.edit(ref, say(longText(), 'k-3', { text: 'pitkä' }));
    const [first, ...replies] = world.said();
    expect(replies.length).toBeGreaterThan(1);
    expect(replies.map((each) => each.root)).toEqual(replies.map(() => first!.id));
  });

  it('leaves alone what is gone', async () => {
    const ref = await world.outbound.post(world.channel(), say('poistuu', 'k-1'));
    await world.outbound.delete(ref);
    await world.outbound.edit(ref, say(longText(), 'k-2'));
    expect(world.said()).toEqual([]);
  });

  it('what went with its channel needs no deleting', async () => {
    const ref = await world.outbound.post(world.channel(), say('a', 'k-1'));
    world.teams.world.conversations.get(GENERAL)!.gone = true;
    await expect(world.outbound.delete(ref)).resolves.toBeUndefined();
  });

  it('deletes all parts of what was sent before a restart', async () => {
    const ref = await world.outbound.post(world.channel(), say(longText(), 'k-1', { text: 'pitkä' }));
    expect(world.said().length).toBeGreaterThan(1);
    await world.restart().delete(ref);
    expect(world.said()).toEqual([]);
  });

  it('deletes all parts, and twice is harmless', async () => {
    const ref = await world.outbound.post(world.channel(), say(longText(), 'k-1', { text: 'pitkä' }));
    await world.outbound.delete(ref);
    await world.outbound.delete(ref);
    expect(world.said()).toEqual([]);
  });
});

describe('people', () => {
  it('lists a roster of many pages', async () => {
    const people = Array.from({ length: 450 }, (_, index) => ({ key: `p${index}`, name: `Henkilö ${index}` }));
    const many = await openWorld({ people });
    try {
      const members = await many.outbound.members(many.channel());
      expect(members.map((each) => each.name)).toEqual(people.map((each) => each.name));
      expect(members[0]).toMatchObject({ address: many.person('p0'), isBot: false });
    } finally {
      await many.close();
    }
  });

  it('knows a name from the private conversation', async () => {
    await world.outbound.directMessage(world.person('maija'), say('hei', 'k-1'));
    expect(await world.outbound.profile(world.person('maija'))).toMatchObject({ name: 'Maija Meikäläinen' });
  });
});

describe('forms', () => {
  const form: Form = {
    id: 'f',
    title: 'Uusi',
    intro: '',
    submit: 'Lähetä',
    context: 'c',
    fields: [{ type: 'text', name: 'aihe', label: 'Aihe', required: true }],
  };

  it('go to the private conversation, and nobody else sees them', async () => {
    const trigger = `${world.channel()}|shared|e-1`;
    await world.outbound.openForm(world.person('pekka'), trigger, form);
    expect(world.toldTo('pekka')).toMatchObject([{ words: 'Uusi', actions: [{ verb: 'porras-form' }] }]);
    expect(world.toldTo('pekka')[0]?.actions[0]?.data).toMatchObject({
      form: 'f',
      context: 'c',
      place: { channel: world.channel(), private: false },
      once: 'e-1',
    });
    expect(world.said()).toEqual([]);
  });

  it('open in the dialog that waits for them', async () => {
    const opened: string[] = [];
    const other = await openWorld({ openDialog: (id) => opened.push(id) > 0 });
    try {
      await other.outbound.openForm(other.person('pekka'), `${other.channel()}|shared|e-1`, form);
      expect(opened).toEqual(['e-1']);
      expect(other.toldTo('pekka')).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

describe('links', () => {
  it('open a message of a channel or a chat', async () => {
    const inChannel = await world.outbound.post(world.channel(), say('a', 'k-1'));
    const [message] = world.said();
    expect(await world.outbound.permalink(inChannel)).toBe(
      `https://teams.microsoft.com/l/message/${encodeURIComponent(GENERAL)}/${message!.id}?tenantId=${world.teams.world.tenantId}`,
    );
    const inChat = await world.outbound.post(world.channel(GROUP), say('a', 'k-1'));
    expect(await world.outbound.permalink(inChat)).toContain(encodeURIComponent('{"contextType":"chat"}'));
  });
});
