import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FIELD } from '../../../adapters/teams/form-field.ts';
import type { Choice, Form } from '../../../src/domain/message.ts';
import { say } from '../../contract/chat-platform-harness.ts';
import type { At } from '../../support/teams/hands.ts';
import { personalOf } from '../../support/teams/world.ts';
import { startWorld, type World } from './inbound-world.ts';

const CHANNEL = '19:kehitys-ideat@thread.tacv2';
const GENERAL = '19:kehitys-general@thread.tacv2';
const CHAT = '19:ryhma@thread.v2';
const SNOOZE: Choice = { action: 'snooze', value: 'n-1', label: 'Not now' };
const FORM: Form = {
  id: 'answer',
  title: 'Your answer',
  intro: 'Only you see it.',
  fields: [{ type: 'long-text', name: 'text', label: 'Answer', required: true }],
  submit: 'Send',
  context: 'round-1',
};

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const maija = () => world.teams.as('maija');
const tenant = () => world.teams.world.tenantId;
const addressOf = (kind: 'c' | 'p', id: string) => `teams:${tenant()}:${kind}:${encodeURIComponent(id)}`;
const person = (key: string) => world.teams.world.people.get(key)!;
const personAddress = (key: string) => addressOf('p', person(key).aadObjectId);
const at = (ref: string) => {
  const [, , , conversation = '', id = ''] = ref.split(':').map(decodeURIComponent);
  return { conversation, id };
};

describe('what people write', () => {
  it('is heard in channels, threads, chats and in private', async () => {
    await maija().post('an idea', { in: CHANNEL });
    const first = world.recorder.last('message-posted');
    expect(first).toMatchObject({
      workspaceId: `teams:${tenant()}`,
      place: { channel: addressOf('c', CHANNEL), private: false },
      by: { address: personAddress('maija'), name: 'Maija Meikäläinen', isBot: false },
      threadRef: null,
      text: 'an idea',
    });
    await world.teams.as('pekka').post('more of it', { in: CHANNEL, root: at(first.ref).id });
    expect(world.recorder.last('message-posted')).toMatchObject({ threadRef: first.ref, text: 'more of it' });
    await maija().post('in the chat', { in: CHAT });
    expect(world.recorder.last('message-posted')).toMatchObject({
      place: { channel: addressOf('c', CHAT), private: false },
      threadRef: null,
    });
    await maija().post('between us');
    expect(world.recorder.last('message-posted').place.private).toBe(true);
  });

  it('keeps the name of Porras where it begins with it, for the core to know that it was called', async () => {
    await maija().post('status', { in: CHANNEL, mention: true });
    expect(world.recorder.last('message-posted').text).toBe('@Porras status');
    await maija().post('status', { mention: true });
    expect(world.recorder.last('message-posted').text).toBe('status');
  });

  it.for(['/porras new  "x" <y>', '@/porras new  "x" <y>'])('is a command after /porras: %s', async (written) => {
    const mention = written.startsWith('@');
    await maija().post(written.slice(mention ? 1 : 0), { in: CHANNEL, mention });
    expect(world.recorder.last('command-invoked')).toMatchObject({
      text: 'new  "x" <y>',
      place: { channel: addressOf('c', CHANNEL), private: false },
    });
  });

  it('is followed when it changes and goes', async () => {
    await maija().post('an ida', { in: CHANNEL });
    const { ref } = world.recorder.last('message-posted');
    await maija().edit(at(ref), 'an idea');
    expect(world.recorder.last('message-edited')).toMatchObject({ ref, text: 'an idea' });
    await maija().delete(at(ref));
    expect(world.recorder.last('message-deleted')).toMatchObject({ ref, place: { channel: addressOf('c', CHANNEL) } });
  });

  it('has an id that stays when it comes again, and tells nothing to who has no secret', async () => {
    world.recorder.refuse(1);
    expect((await maija().post('do not lose me'))?.status).toBe(500);
    await world.teams.deliverer.redeliver();
    const { id, ref } = world.recorder.last('message-posted');
    expect(world.recorder.refused).toEqual([id]);
    expect(id).toMatch(/^teams:[0-9a-f]{32}$/);
    expect(id).not.toContain(at(ref).id);
  });
});

it('reactions count: those with a name, and those with a code', async () => {
  await maija().post('hello');
  const channel = world.recorder.last('message-posted').place.channel;
  const ref = await world.platform.post(channel, say('a question', 'k-1'));
  for (const emoji of ['👍', '👏']) {
    await maija().react(at(ref), emoji);
    expect(world.recorder.last('reaction-added')).toMatchObject({
      ref,
      emoji,
      by: { address: personAddress('maija') },
    });
    await maija().unreact(at(ref), emoji);
    expect(world.recorder.last('reaction-removed')).toMatchObject({ ref, emoji });
  }
});

describe('cards', () => {
  let ref: string;
  beforeEach(async () => {
    await maija().post('hello');
    const channel = world.recorder.last('message-posted').place.channel;
    ref = await world.platform.post(channel, say('choose', 'k-1', { choices: [SNOOZE] }));
  });

  it.for(['Action.Execute', 'Action.Submit'] as const)('a button is pressed: %s', async (by) => {
    const { status, body } = await maija().press(at(ref), 0, { by });
    expect(world.recorder.last('choice-pressed')).toMatchObject({
      ref,
      action: 'snooze',
      value: 'n-1',
      by: { address: personAddress('maija') },
      place: { private: true },
    });
    expect(status).toBe(200);
    // Only who pressed an Action.Execute waits for an answer; in private in the language that Porras speaks to them.
    const answered = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Noted.' };
    expect(body).toEqual(by === 'Action.Execute' ? answered : '');
  });

  it('a button in a channel is answered in the language of who pressed it, whatever that of the channel', async () => {
    await maija().post('hello', { in: CHANNEL });
    const { channel } = world.recorder.last('message-posted').place;
    const posted = await world.platform.post(channel, say('What works?', 'k-7', { choices: [SNOOZE] }));
    expect((await maija().press(at(posted), 0)).body).toMatchObject({ value: 'Selvä.' });
  });

  /** A form in the private conversation. */
  const asked = async (): Promise<At> => {
    await maija().press(at(ref), 0);
    const { trigger } = world.recorder.last('choice-pressed');
    await world.platform.openForm(personAddress('maija'), trigger!, FORM);
    const { id, messages } = personalOf(world.teams.world, 'maija');
    return { conversation: id, id: messages.at(-1)!.id };
  };
  const send = (card: At, text: string, by: 'Action.Execute' | 'Action.Submit') =>
    maija().press(card, 0, { inputs: { [`${FIELD}text`]: text }, by });

  it('a form that is sent twice is one event, with other words another', async () => {
    const card = await asked();
    // From several devices at once, before any shows that it was sent.
    await Promise.all([
      send(card, 'it works', 'Action.Submit'),
      send(card, 'it works', 'Action.Submit'),
      send(card, 'it works', 'Action.Execute'),
    ]);
    const events = world.recorder.only('form-submitted');
    expect(events[0]).toMatchObject({
      formId: 'answer',
      context: 'round-1',
      place: { private: true },
      answers: { text: 'it works' },
    });
    expect(new Set(events.map(({ id }) => id)).size).toBe(1);
    expect(events).toHaveLength(3);
    const other = await asked();
    const words = ['it works', 'it works better'];
    await Promise.all(words.map((text) => send(other, text, 'Action.Submit')));
    expect(new Set(world.recorder.only('form-submitted').map(({ id }) => id)).size).toBe(3);
  });

  it.for(['Action.Submit', 'Action.Execute'] as const)('a form that was sent says so from then on: %s', async (by) => {
    const card = await asked();
    const before = world.teams.messages(card.conversation);
    await send(card, 'it works', by);
    const now = () => world.teams.messages(card.conversation);
    await expect.poll(() => now().at(-1)).toMatchObject({ id: card.id, words: '✓ Your answer', actions: [], edits: 1 });
    expect(now()).toHaveLength(before.length);
    await expect(send(card, 'it works', by)).rejects.toThrow('no button');
    expect(world.logged).toEqual([]);
  });

  it('a form that is opened while a dialog waits is shown in it, and comes back from it', async () => {
    const opened = maija().fetchTask(at(ref), { action: 'answer-privately', value: 'r-1' });
    while (world.recorder.only('choice-pressed').length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await world.platform.openForm(personAddress('maija'), world.recorder.last('choice-pressed').trigger!, FORM);
    expect((await opened).body).toMatchObject({ task: { type: 'continue' } });
    expect(JSON.stringify((await opened).body)).not.toContain('Action.Execute');
    const { status } = await maija().submitDialog({});
    expect(status).toBe(200);
    expect(world.recorder.last('form-submitted')).toMatchObject({ formId: 'answer', context: 'round-1' });
  });

  it('what nobody knows is acknowledged and changes nothing', async () => {
    const before = world.recorder.events.length;
    const { status } = await maija().fetchTask(at(ref), { other: 1 });
    expect(status).toBe(200);
    expect(world.recorder.events).toHaveLength(before);
  });
});

it('messages are picked, with their author, words and thread', async () => {
  await maija().post('an idea', { in: CHANNEL });
  const root = world.recorder.last('message-posted');
  await maija().post('and more', { in: CHANNEL, root: at(root.ref).id });
  const { ref } = world.recorder.last('message-posted');
  const { body } = await world.teams.as('pekka').extend(at(ref), 'add');
  expect(world.recorder.last('message-picked')).toMatchObject({
    purpose: 'add',
    by: { address: personAddress('pekka') },
    place: { channel: addressOf('c', CHANNEL), private: false },
    message: { ref, threadRef: root.ref, text: 'and more', author: { address: personAddress('maija'), isBot: false } },
  });
  expect(body).toMatchObject({ task: { type: 'message' } });
  const question = await world.platform.post(addressOf('c', CHANNEL), say('a question', 'k-1'));
  const asked = maija().extend(at(question), 'buildsOn');
  while (world.recorder.only('message-picked').length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  const picked = world.recorder.last('message-picked');
  expect(picked).toMatchObject({ purpose: 'builds-on', message: { ref: question, author: { isBot: true } } });
  await world.platform.openForm(personAddress('maija'), picked.trigger!, FORM);
  expect((await asked).body).toMatchObject({ task: { type: 'continue' } });
});

describe('places', () => {
  it('that Porras was added to are told of once each, however often Teams does', async () => {
    for (const id of [GENERAL, CHAT, GENERAL]) await world.teams.admin.install(id, 'maija');
    const added = new Map(world.recorder.only('added-to-channel').map((event) => [event.id, event]));
    expect([...added.values()].map(({ place, addedBy }) => [place.channel, addedBy])).toEqual([
      [addressOf('c', GENERAL), personAddress('maija')],
      [addressOf('c', CHAT), personAddress('maija')],
    ]);
    expect(world.recorder.last('installed').workspaceId).toBe(`teams:${tenant()}`);
    expect(world.recorder.only('home-opened')).toEqual([]);
  });

  it('a person who installs Porras has opened it', async () => {
    await world.teams.admin.install(personalOf(world.teams.world, 'anna').id, 'anna');
    expect(world.recorder.last('home-opened').by).toMatchObject({
      address: personAddress('anna'),
      name: 'Anna O’Neill',
    });
  });

  it('of a team are joined and left together, with the names that the roster has', async () => {
    await maija().post('an idea', { in: CHANNEL });
    await world.teams.as('pekka').post('another', { in: CHANNEL });
    await world.teams.admin.leave(CHANNEL, 'pekka');
    const left = world.recorder.only('member-left');
    expect(left.map(({ place }) => place.channel).sort()).toEqual([addressOf('c', GENERAL), addressOf('c', CHANNEL)]);
    expect(left[0]?.by).toMatchObject({ address: personAddress('pekka'), name: 'Pekka Väisänen' });
    await world.teams.admin.join(CHANNEL, 'anna');
    expect(world.recorder.last('member-joined').by).toMatchObject({
      address: personAddress('anna'),
      name: 'Anna O’Neill',
    });
  });

  it('of a team are reached in private from when they joined, though they have not got the app themselves', async () => {
    world.teams.admin.personal('anna').own = false;
    await maija().post('an idea', { in: CHANNEL });
    await world.teams.admin.join(CHANNEL, 'anna');
    await world.platform.directMessage(personAddress('anna'), say('welcome', 'k-1'));
    expect(world.teams.everything('anna').map(({ text }) => text)).toContain('welcome');
  });

  it('are renamed, deleted and left by Porras', async () => {
    await maija().post('an idea', { in: CHANNEL });
    await world.teams.admin.renameChannel(CHANNEL, 'pantry', 'maija');
    expect(world.recorder.last('channel-renamed')).toMatchObject({
      place: { channel: addressOf('c', CHANNEL) },
      name: 'pantry',
    });
    await world.teams.admin.deleteChannel(CHANNEL, 'maija');
    expect(world.recorder.last('channel-gone')).toMatchObject({
      place: { channel: addressOf('c', CHANNEL), private: false },
    });
    await expect(world.platform.post(addressOf('c', CHANNEL), say('anybody?', 'k-1'))).rejects.toMatchObject({
      code: 'teams-unknown-conversation',
      retryable: false,
    });
    await maija().post('an idea', { in: CHAT });
    await world.teams.admin.uninstall(CHAT, 'maija');
    expect(world.recorder.last('channel-gone').place.channel).toBe(addressOf('c', CHAT));
  });
});

it('language, time zone and where people are reached are kept', async () => {
  await maija().post('hello');
  expect(await world.platform.profile(personAddress('maija'))).toMatchObject({
    name: 'Maija Meikäläinen',
    locale: 'fi-FI',
    timeZone: 'Europe/Helsinki',
  });
  expect(await world.store.conversations.get(personAddress('maija'))).toMatchObject({
    serviceUrl: world.teams.serviceUrl,
    userId: person('maija').id,
  });
});
