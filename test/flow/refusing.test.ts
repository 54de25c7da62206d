import { describe, expect, it } from 'vitest';
import { PorrasError } from '../../src/errors.ts';
import { ACTIONS } from '../../src/flow/say/choice.ts';
import { createWorld, PEOPLE, type World } from './world.ts';

const say = (world: World, key: string, params = {}) => world.flow.content.say('en', key, params).replaceAll('**', '');

/** Everything but what is said to people, what they have open before them, and what the platform says of them. */
async function stateOf(world: World): Promise<string> {
  const { deliveries: _, events: __, formSessions: ___, people: ____, ...rows } = await world.rows();
  return JSON.stringify([rows, world.inChannel().map((each) => [each.text, each.editedAt])]);
}

/** Bo has said something, Cia has taken something on; the first question has been asked and closed. */
async function afterTheFirstRound(): Promise<World> {
  const world = await createWorld({
    people: [...PEOPLE, { id: 'out', name: 'Out' }],
    channels: [{ id: 'kitchen', members: PEOPLE.map((each) => each.id) }],
  });
  await world.begin();
  await world.until('2026-03-02 09:00');
  await world.say('bo', 'We tidied up.', { ref: 'said' });
  await world.command('cia', 'commit');
  await world.submit('cia', { text: 'I tidy on', dueOn: '2026-03-20' });
  await world.until('2026-03-06 18:00');
  return world;
}

const said = async (world: World) => (await world.store.contributions.find({ ref: 'said' }))[0]?.id ?? '';
const commitment = async (world: World) => (await world.store.commitments.find({}))[0]?.id ?? '';
const round1 = async () => 'inquiry-r1';
const none = async () => 'none';

interface Case {
  what: string;
  who: string;
  action: (typeof ACTIONS)[number] | 'of-an-older-version';
  value: (world: World) => Promise<string>;
  before?: (world: World) => Promise<unknown>;
  key: string;
  params?: Record<string, string>;
}

const pause = (world: World) => world.command('anna', 'pause');
const close = (world: World) => world.close('anna');
const withdrawn = async (world: World) =>
  world.forge('bo', { type: 'choice-pressed', action: 'withdraw', value: await said(world) });

const PRESSED: Case[] = [
  // Of a round that is closed, or an inquiry that pauses or is over.
  ...(['answer-in-channel', 'answer-privately', 'answer-anonymously', 'answer-here'] as const).flatMap(
    (action): Case[] => [
      { what: 'of a closed round', who: 'bo', action, value: round1, key: 'round.closed' },
      {
        what: 'of a round that has not opened',
        who: 'bo',
        action,
        value: async () => 'inquiry-r2',
        key: 'round.closed',
      },
      { what: 'while the inquiry pauses', who: 'bo', action, value: round1, before: pause, key: 'inquiry-paused' },
      { what: 'of an inquiry that is over', who: 'bo', action, value: round1, before: close, key: 'choice.expired' },
      { what: 'of no round', who: 'bo', action, value: none, key: 'choice.expired' },
      { what: 'of an inquiry that one is not in', who: 'out', action, value: round1, key: 'choice.expired' },
    ],
  ),
  { what: 'of a closed round', who: 'bo', action: 'contributed-elsewhere', value: round1, key: 'choice.expired' },
  { what: 'of a nudge that never was', who: 'bo', action: 'why-me', value: none, key: 'choice.expired' },
  {
    what: 'of an inquiry that one is not in',
    who: 'out',
    action: 'show-mine',
    value: async () => 'inquiry',
    key: 'choice.expired',
  },
  // About what is another’s, gone, or settled.
  { what: 'of another’s words', who: 'cia', action: 'show-name', value: said, key: 'not-allowed' },
  {
    what: 'of words taken back',
    who: 'bo',
    action: 'show-name',
    value: said,
    before: withdrawn,
    key: 'choice.expired',
  },
  { what: 'of words taken back', who: 'bo', action: 'correct', value: said, before: withdrawn, key: 'not-allowed' },
  { what: 'by an outsider', who: 'out', action: 'correct', value: said, key: 'no-inquiry-for-you' },
  { what: 'of another’s words', who: 'cia', action: 'withdraw', value: said, key: 'not-allowed' },
  { what: 'by an outsider', who: 'out', action: 'commit', value: none, key: 'no-inquiry-for-you' },
  { what: 'after the end', who: 'bo', action: 'commit', value: none, before: close, key: 'no-inquiry-for-you' },
  { what: 'by an outsider', who: 'out', action: 'fix-theme', value: none, key: 'no-inquiry-for-you' },
  ...(['commitment-done', 'commitment-later', 'commitment-drop'] as const).map(
    (action): Case => ({ what: 'of another’s', who: 'bo', action, value: commitment, key: 'not-allowed' }),
  ),
  ...(['start-inquiry', 'change-inquiry', 'discard-inquiry'] as const).map(
    (action): Case => ({ what: 'of no draft of one’s own', who: 'bo', action, value: none, key: 'choice.expired' }),
  ),
  { what: 'by an outsider', who: 'out', action: 'settings', value: none, key: 'no-inquiry-for-you' },
  ...(['pick-add', 'pick-leave'] as const).map(
    (action): Case => ({ what: 'of nothing asked', who: 'bo', action, value: none, key: 'choice.expired' }),
  ),
  // Steering.
  ...(['ask', 'digest', 'nudge', 'pause', 'resume', 'close'] as const).flatMap((action): Case[] => [
    { what: 'by who does not facilitate', who: 'bo', action, value: async () => 'inquiry', key: 'facilitators-only' },
    {
      what: 'of an inquiry that is over',
      who: 'anna',
      action,
      value: async () => 'inquiry',
      before: close,
      key: 'choice.expired',
    },
    { what: 'of no inquiry', who: 'anna', action, value: none, key: 'choice.expired' },
  ]),
  {
    what: 'by who does not facilitate',
    who: 'bo',
    action: 'skip',
    value: async () => 'inquiry-r2',
    key: 'facilitators-only',
  },
  { what: 'of a closed round', who: 'anna', action: 'skip', value: round1, key: 'choice.expired' },
  ...(['bo', 'out'] as const).map(
    (who): Case => ({
      what: `by who does not facilitate: ${who}`,
      who,
      action: 'name-roles',
      value: async (world) => world.platform.channel('kitchen'),
      key: 'choice.expired',
    }),
  ),
  { what: 'that Porras no longer knows', who: 'bo', action: 'of-an-older-version', value: none, key: 'choice.expired' },
];

describe('a pressed button is refused with a kind private word, a logged code, and no change', () => {
  it.each(PRESSED)('$action $what', async ({ who, action, value, before, key, params = {} }) => {
    const world = await afterTheFirstRound();
    const pressed = await value(world);
    await before?.(world);
    const state = await stateOf(world);
    const told = world.privately(who).length;
    world.refusals.length = 0;
    await world.forge(who, { type: 'choice-pressed', action, value: pressed });
    expect(
      world
        .privately(who)
        .slice(told)
        .map((each) => each.text),
    ).toEqual([say(world, key, params)]);
    expect(world.refusals).toEqual([key]);
    expect(world.platform.formFor(who)).toBeNull();
    expect(await stateOf(world)).toBe(state);
    expect(world.warnings).toEqual([]);
  });

  it('each of them that can be is in the table', () => {
    // These are about oneself: whoever presses them may.
    const always = ['snooze', 'stop-nudges', 'resume-nudges'];
    expect(ACTIONS.filter((each) => !always.includes(each) && !PRESSED.some((one) => one.action === each))).toEqual([]);
  });
});

interface Sent {
  what: string;
  who: string;
  formId: string;
  context: (world: World) => Promise<string>;
  answers: (world: World) => Promise<Record<string, string>>;
  before?: (world: World) => Promise<unknown>;
  key: string;
}

const inquiry = async () => 'inquiry';
const text = async () => ({ text: 'x', dueOn: '2026-03-20', days: '2', sure: 'yes' });
const about = async (world: World) =>
  JSON.stringify({ inquiryId: 'inquiry', ref: 'said', channel: world.platform.channel('kitchen') });
const asked = async (world: World) =>
  JSON.stringify({ roundId: 'inquiry-r1', channel: world.platform.channel('kitchen') });
const settled = async (world: World) => `done ${await commitment(world)}`;

const SENT: Sent[] = [
  {
    what: 'for a channel that one is not in',
    who: 'out',
    formId: 'create-inquiry',
    context: async (world) => world.platform.channel('kitchen'),
    answers: text,
    key: 'not-allowed',
  },
  ...[
    { formId: 'answer-anonymously', context: round1 },
    { formId: 'answer-here', context: round1 },
    { formId: 'answer-in-channel', context: asked },
  ].flatMap((form): Sent[] => [
    { ...form, what: 'by an outsider', who: 'out', answers: text, key: 'no-inquiry-for-you' },
    {
      ...form,
      what: 'while the inquiry pauses',
      who: 'bo',
      answers: text,
      before: pause,
      key: 'inquiry-paused',
    },
    {
      ...form,
      what: 'of an inquiry that is over',
      who: 'bo',
      answers: text,
      before: close,
      key: 'form.expired',
    },
  ]),
  {
    what: 'that says nothing of what it is about',
    who: 'bo',
    formId: 'answer-in-channel',
    context: round1,
    answers: text,
    key: 'form.expired',
  },
  {
    what: 'by an outsider',
    who: 'out',
    formId: 'correct',
    context: inquiry,
    answers: async (world) => ({ contribution: await said(world), step: 'needs' }),
    key: 'not-allowed',
  },
  {
    what: 'to a step that is none',
    who: 'bo',
    formId: 'correct',
    context: inquiry,
    answers: async (world) => ({ contribution: await said(world), step: 'x' }),
    key: 'form.expired',
  },
  {
    what: 'of words taken back',
    who: 'bo',
    formId: 'correct',
    context: inquiry,
    answers: async (world) => ({ contribution: await said(world), step: 'needs' }),
    before: withdrawn,
    key: 'not-allowed',
  },
  {
    what: 'by an outsider',
    who: 'out',
    formId: 'fix-theme',
    context: inquiry,
    answers: async (world) => ({ subTheme: (await world.store.subThemes.find({}))[0]?.id ?? '', label: 'Mine' }),
    key: 'not-allowed',
  },
  { what: 'by an outsider', who: 'out', formId: 'commit', context: inquiry, answers: text, key: 'not-allowed' },
  {
    what: 'after the end',
    who: 'bo',
    formId: 'commit',
    context: inquiry,
    answers: text,
    before: close,
    key: 'form.expired',
  },
  { what: 'of another’s', who: 'bo', formId: 'settle-commitment', context: settled, answers: text, key: 'not-allowed' },
  {
    what: 'by who does not facilitate',
    who: 'bo',
    formId: 'ask-extra',
    context: inquiry,
    answers: text,
    key: 'facilitators-only',
  },
  {
    what: 'while the inquiry pauses',
    who: 'anna',
    formId: 'ask-extra',
    context: inquiry,
    answers: text,
    before: pause,
    key: 'form.expired',
  },
  {
    what: 'by who does not facilitate',
    who: 'bo',
    formId: 'close-inquiry',
    context: inquiry,
    answers: text,
    key: 'facilitators-only',
  },
  {
    what: 'after the end',
    who: 'anna',
    formId: 'close-inquiry',
    context: inquiry,
    answers: text,
    before: close,
    key: 'form.expired',
  },
  { what: 'by an outsider', who: 'out', formId: 'build-on', context: about, answers: text, key: 'not-allowed' },
  {
    what: 'while the inquiry pauses',
    who: 'bo',
    formId: 'build-on',
    context: about,
    answers: text,
    before: pause,
    key: 'inquiry-paused',
  },
  {
    what: 'after the end',
    who: 'bo',
    formId: 'build-on',
    context: about,
    answers: text,
    before: close,
    key: 'form.expired',
  },
  {
    what: 'of another person',
    who: 'bo',
    formId: 'settings',
    context: async (world) => `inquiry/${world.platform.person('cia')}`,
    answers: text,
    key: 'not-allowed',
  },
  {
    what: 'that Porras no longer knows',
    who: 'bo',
    formId: 'of-an-older-version',
    context: none,
    answers: text,
    key: 'form.expired',
  },
];

describe('a form is refused with a kind private word, a logged code, and no change', () => {
  it.each(SENT)('$formId $what', async ({ who, formId, context, answers, before, key }) => {
    const world = await afterTheFirstRound();
    const form = { formId, context: await context(world), answers: await answers(world) };
    await before?.(world);
    const state = await stateOf(world);
    const told = world.privately(who).length;
    world.refusals.length = 0;
    await world.forge(who, { type: 'form-submitted', ...form });
    expect(
      world
        .privately(who)
        .slice(told)
        .map((each) => each.text),
    ).toEqual([say(world, key)]);
    expect(world.refusals).toEqual([key]);
    expect(await stateOf(world)).toBe(state);
    expect(world.warnings).toEqual([]);
  });

  it.each([
    ['answer-anonymously', round1, 'no-inquiry-for-you'],
    ['answer-here', round1, 'no-inquiry-for-you'],
    ['answer-in-channel', asked, 'no-inquiry-for-you'],
    ['build-on', about, 'not-allowed'],
  ] as const)('%s by an outsider who made up where it comes from', async (formId, contextOf, key) => {
    const world = await afterTheFirstRound();
    const context = await contextOf(world);
    const state = await stateOf(world);
    const place = { channel: world.platform.channel('kitchen'), private: false };
    await world.forge('out', { type: 'form-submitted', formId, context, answers: { text: 'x' }, place });
    expect(world.lastTo('out')).toBe(say(world, key));
    expect(await stateOf(world)).toBe(state);
  });
});

describe('what somebody wrote while a round closed', () => {
  it.each(['answer-here', 'answer-anonymously'])('is not lost (%s)', async (action) => {
    const world = await createWorld();
    await world.begin();
    await world.until('2026-03-06 14:00');
    await world.act('dan', (hands) => hands.openHome());
    await world.act('dan', (hands) => hands.pressHome(action));
    await world.until('2026-03-06 15:00');
    expect(await world.store.rounds.get('inquiry-r1')).toMatchObject({ status: 'closed' });
    await world.submit('dan', { text: 'It got quieter.' });
    expect(await world.store.contributions.find({})).toMatchObject([
      { text: 'It got quieter.', roundId: 'inquiry-r1' },
    ]);
  });
});

describe('a trigger that has expired', () => {
  async function tooLate(): Promise<World> {
    const world = await createWorld();
    await world.begin();
    await world.until('2026-03-02 09:00');
    world.platform.openForm = async () => {
      throw new PorrasError('trigger-expired', 'it took longer than three seconds');
    };
    return world;
  }

  it('has the form asked in private instead, once, with a word of why', async () => {
    const world = await tooLate();
    await world.command('cia', 'commit');
    expect(world.refusals).toEqual(['trigger-expired']);
    const [asked, ...more] = world.privately('cia');
    expect(more).toEqual([]);
    expect(asked?.text.startsWith(say(world, 'form.too-late'))).toBe(true);
    expect(asked?.text).toContain(say(world, 'commit.title'));
    for (const each of ['pass', 'I ask them', '2026-03-20']) await world.tell('cia', each);
    expect(await world.store.commitments.find({})).toMatchObject([{ text: 'I ask them' }]);
    expect(world.privately('cia').filter((each) => each.text.includes(say(world, 'form.too-late')))).toHaveLength(1);
  });

  it('and anything else that goes wrong with a form is no such thing', async () => {
    const world = await tooLate();
    world.platform.openForm = async () => {
      throw new PorrasError('slack-invalid-blocks', 'a block is wrong');
    };
    await world.command('cia', 'commit');
    await world.later(3_600_000);
    expect(world.warnings.at(-1)).toMatchObject({ ids: { code: 'slack-invalid-blocks' } });
    expect(await world.store.formSessions.count({})).toBe(0);
  });
});
