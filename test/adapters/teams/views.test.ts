import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FORM_VERB } from '../../../adapters/teams/form.ts';
import { FIELD } from '../../../adapters/teams/form-field.ts';
import { type AdaptiveCard, LIMITS, sizeOf, VIEW_VERB } from '../../../adapters/teams/card.ts';
import { renderForm } from '../../../adapters/teams/form.ts';
import { renderFormInView, renderView } from '../../../adapters/teams/render-view.ts';
import type { Form, Message } from '../../../src/domain/message.ts';
import type { Lang } from '../../../src/domain/words.ts';
import type { ViewOf } from '../../../src/ports/chat-platform.ts';
import { say } from '../../contract/chat-platform-harness.ts';
import { cardShape } from '../../support/teams/card-shape.ts';
import type { At } from '../../support/teams/hands.ts';
import { longText } from '../../support/teams/outbound-world.ts';
import { startWorld, type World } from './inbound-world.ts';

const CHANNEL = '19:kehitys-ideat@thread.tacv2';
const ANSWER = { action: 'answer-in-channel', value: 'r-1', label: 'Answer' };
const QUESTION: Partial<Message> = { choices: [ANSWER], views: true };
const FORM: Form = {
  id: 'answer-in-channel',
  title: 'Answer',
  intro: 'With your name.',
  fields: [{ type: 'long-text', name: 'text', label: 'Your answer', required: true }],
  submit: 'Send',
  context: 'r-1',
};

/** What people see in place of the question, by their address; it is asked for as often as they look or press. */
let views: Map<string, Message>;
/** The language of whoever looks, as the core knows it. */
let theirLang: Lang;
/** Ids of events that a view should show the outcome of. */
let waitedFor: string[];
/** What is done before a view that waits for an event is given. */
let meanwhile: (eventId: string) => Promise<unknown>;
let world: World;
let ref: string;

const viewOf: ViewOf = async (of, person, after) => {
  if (of !== ref) return null;
  if (after !== undefined) {
    waitedFor.push(after);
    await meanwhile(after);
  }
  return { message: views.get(person) ?? say('What works?', '', QUESTION).message, lang: theirLang };
};
beforeEach(async () => {
  views = new Map();
  waitedFor = [];
  theirLang = 'fi';
  meanwhile = async () => undefined;
  world = await startWorld({ viewOf });
  await maija().post('hello', { in: CHANNEL });
  ref = await world.platform.post(
    world.recorder.last('message-posted').place.channel,
    say('What works?', 'k-1', QUESTION),
  );
});
afterEach(() => world.close());

const maija = () => world.teams.as('maija');
const personOf = (key: string) =>
  `teams:${world.teams.world.tenantId}:p:${world.teams.world.people.get(key)?.aadObjectId}`;
const at = (): At => ({ conversation: CHANNEL, id: decodeURIComponent(ref.split(':').at(-1) ?? '') });
const seenBy = (key: string) => world.teams.messages(CHANNEL, key).find((each) => each.id === at().id)!;
const answered = (times: number) => say(`What works?\n\nAnswered ${times} times.`, '', QUESTION).message;

describe('a card that refreshes itself', () => {
  it('names nobody, so that it tells on nobody', () => {
    expect(seenBy('maija').card?.refresh).toEqual({
      action: { type: 'Action.Execute', title: 'Porras', verb: VIEW_VERB, data: {} },
    });
  });

  it('is what each sees of it, on looking at it, and makes no event', async () => {
    views.set(personOf('maija'), answered(2));
    const before = world.recorder.events.length;
    expect((await maija().look(at()))?.body).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
    });
    await world.teams.as('pekka').look(at());
    expect(seenBy('maija').words).toBe('What works?\nAnswered 2 times.');
    expect(seenBy('pekka').words).toBe('What works?');
    expect(seenBy('anna').edits).toBe(0);
    expect(world.recorder.events).toHaveLength(before);
    // A view looks again too.
    views.set(personOf('maija'), answered(3));
    await maija().look(at(), 'manual');
    expect(seenBy('maija').words).toContain('3 times');
  });

  it('stays as it was where its view cannot be had', async () => {
    const failing = await startWorld({ viewOf: async () => Promise.reject(new Error('away')) });
    await failing.teams.as('maija').post('hello', { in: CHANNEL });
    const { channel } = failing.recorder.last('message-posted').place;
    const id = (await failing.platform.post(channel, say('What works?', 'k-1', QUESTION))).split(':').at(-1) ?? '';
    const answer = await failing.teams.as('maija').look({ conversation: CHANNEL, id });
    expect(answer).toMatchObject({ status: 200, body: { statusCode: 500, type: 'application/vnd.microsoft.error' } });
    expect(failing.teams.messages(CHANNEL, 'maija').at(-1)?.words).toBe('What works?');
    expect(failing.logged).toEqual(['a view could not be had {"error":"Error"}']);
    await failing.close();
  });

  it('is asked for by itself among 60, and by hand among more', async () => {
    const people = Array.from({ length: 61 }, (_, index) => ({ key: `p${index}`, name: `P ${index}` }));
    const crowd = await startWorld({
      people,
      groupChats: [],
      viewOf: async () => ({ message: answered(1), lang: 'en' }),
    });
    await crowd.teams.as('p0').post('hello', { in: CHANNEL });
    const { channel } = crowd.recorder.last('message-posted').place;
    const id = (await crowd.platform.post(channel, say('What works?', 'k-1', QUESTION))).split(':').at(-1) ?? '';
    expect(await crowd.teams.as('p0').look({ conversation: CHANNEL, id })).toBeNull();
    await crowd.teams.as('p0').look({ conversation: CHANNEL, id }, 'manual');
    expect(crowd.teams.messages(CHANNEL, 'p0').at(-1)?.words).toContain('Answered');
    crowd.teams.world.conversations.get(CHANNEL)?.members.delete('p60');
    expect(await crowd.teams.as('p1').look({ conversation: CHANNEL, id })).toMatchObject({ status: 200 });
    await crowd.close();
  });

  it('other cards do not', async () => {
    const { channel } = world.recorder.last('message-posted').place;
    await world.platform.post(channel, say('A digest', 'k-2', { choices: [ANSWER] }));
    expect(world.teams.messages(CHANNEL).at(-1)?.card?.refresh).toBeUndefined();
  });
});

describe('a button of it', () => {
  /** As the core does while the press is handled. */
  const opensForm = (form = FORM) => {
    meanwhile = async () => {
      const { by, trigger } = world.recorder.last('choice-pressed');
      if (world.recorder.only('form-submitted').length === 0)
        await world.platform.openForm(by.address, trigger ?? '', form);
    };
  };

  it('opens its form in the card, for who pressed and nobody else', async () => {
    opensForm();
    await maija().press(at(), 'porras:answer-in-channel');
    expect(seenBy('maija').words).toBe('What works?\nAnswer\nWith your name.');
    expect(seenBy('maija').actions.map(({ verb }) => verb)).toEqual([FORM_VERB, VIEW_VERB]);
    expect(cardShape.safeParse(seenBy('maija').card).error).toBeUndefined();
    expect(seenBy('maija').card?.refresh).toBeUndefined();
    expect(seenBy('pekka').words).toBe('What works?');
    expect(world.teams.messages(world.teams.admin.personal('maija').id)).toEqual([]);
  });

  it('has its own words in the language of whoever looks, whatever that of their client', async () => {
    theirLang = 'sv';
    opensForm({ ...FORM, lang: 'sv' });
    await maija().press(at(), 'porras:answer-in-channel');
    expect(seenBy('maija').card?.lang).toBe('sv');
    expect(seenBy('maija').actions.map(({ title }) => title)).toEqual(['Send', 'Avbryt']);
    await maija().press(at(), FORM_VERB, { inputs: { [`${FIELD}text`]: 'It works.' } });
    expect(seenBy('maija').words).toBe('What works?\nSkickat.');
  });

  it('and the form goes back, with nothing said, by its other button', async () => {
    opensForm();
    await maija().press(at(), 'porras:answer-in-channel');
    const before = world.recorder.events.length;
    await maija().press(at(), VIEW_VERB);
    expect(seenBy('maija').words).toBe('What works?');
    expect(seenBy('maija').actions.map(({ verb }) => verb)).toEqual(['porras:answer-in-channel']);
    await maija().press(at(), 'porras:answer-in-channel');
    await maija().press(at(), VIEW_VERB, { by: 'Action.Submit' });
    expect(world.recorder.events.slice(before).map(({ type }) => type)).toEqual(['choice-pressed']);
  });

  it('and once the form is sent, the card is their view of it as it is after that', async () => {
    opensForm();
    await maija().press(at(), 'porras:answer-in-channel');
    meanwhile = async () => views.set(personOf('maija'), answered(1));
    await maija().press(at(), FORM_VERB, { inputs: { [`${FIELD}text`]: 'It works.' } });
    const sent = world.recorder.last('form-submitted');
    expect(sent).toMatchObject({ answers: { text: 'It works.' }, place: { private: false } });
    expect(waitedFor.at(-1)).toBe(sent.id);
    expect(seenBy('maija').words).toBe('What works?\nAnswered 1 times.\nLähetetty.');
    expect(seenBy('maija').card?.refresh).toBeDefined();
    // The card of all others stays.
    expect(seenBy('pekka')).toMatchObject({ words: 'What works?', edits: 0 });
  });

  it('that opens nothing says where to look, or shows what changed', async () => {
    await maija().press(at(), 'porras:answer-in-channel');
    expect(seenBy('maija').words).toContain('Lisää tästä keskustelussasi');
    meanwhile = async () => views.set(personOf('pekka'), answered(1));
    await world.teams.as('pekka').press(at(), 'porras:answer-in-channel');
    expect(seenBy('pekka').words).toBe('What works?\nAnswered 1 times.');
  });

  it('whose form comes too late gets it in private', async () => {
    await maija().press(at(), 'porras:answer-in-channel');
    await world.platform.openForm(personOf('maija'), world.recorder.last('choice-pressed').trigger ?? '', FORM);
    expect(world.teams.messages(world.teams.admin.personal('maija').id).at(-1)?.words).toContain('With your name.');
  });

  it('by an Action.Submit is heard, and changes no card', async () => {
    await maija().press(at(), 'porras:answer-in-channel', { by: 'Action.Submit' });
    expect(world.recorder.last('choice-pressed')).toMatchObject({ ref, action: 'answer-in-channel' });
    expect(waitedFor).toEqual([]);
    expect(seenBy('maija')).toMatchObject({ words: 'What works?', edits: 0 });
    // Nor does a form that is sent so, in a channel, whatever it claims to stand in.
    opensForm();
    await maija().press(at(), 'porras:answer-in-channel');
    await maija().press(at(), FORM_VERB, { inputs: { [`${FIELD}text`]: 'It works.' }, by: 'Action.Submit' });
    expect(world.recorder.only('form-submitted')).toHaveLength(1);
    expect(seenBy('pekka')).toMatchObject({ words: 'What works?', edits: 0 });
  });

  it('that was not stored is not answered, and opens nothing', async () => {
    world.recorder.refuse(1);
    expect((await maija().press(at(), 'porras:answer-in-channel')).status).toBe(500);
    expect(waitedFor).toEqual([]);
    expect(seenBy('maija').words).toBe('What works?');
  });
});

describe('views as cards', () => {
  const form = renderForm(FORM, null, 'o');
  const long: Message = say(longText(), '', QUESTION).message;
  const cards: [string, AdaptiveCard][] = [
    ['a view', renderView(answered(1))],
    ['a view with a notice', renderView(answered(1), 'Noted *really*.')],
    ['a long view', renderView(long, 'Noted.')],
    ['a form in a view', renderFormInView(answered(1), form, 'Cancel')],
    ['a form in a long view', renderFormInView(long, form, 'Cancel')],
  ];

  it.for(cards)('%s is one that Teams takes', ([, card]) => {
    expect(cardShape.safeParse(card).error).toBeUndefined();
    expect(sizeOf(card)).toBeLessThan(LIMITS.message);
  });

  it('the words of a form are kept where the message takes all the room', () => {
    expect(JSON.stringify(renderFormInView(long, form, 'Cancel'))).toContain('With your name.');
  });
});
