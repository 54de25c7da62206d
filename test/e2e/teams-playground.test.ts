import { mkdirSync } from 'node:fs';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/load-content.ts';
import type { Contribution } from '../../src/domain/contribution.ts';
import { LANGUAGES } from '../../src/domain/words.ts';
import { resumeAll } from '../../src/flow/sweep.ts';
import { PROMPTS, ROOT } from '../../src/paths.ts';
import type { Say } from '../../src/ports/content.ts';
import { createShiftedClock } from '../support/shifted-clock.ts';
import { launchBrowser } from './browser.ts';
import { openPlayground, type PlaygroundPage } from './playground/playground-page.ts';
import { type RunningTeams, startTeamsPorras } from './playground/running-teams.ts';
import { SAID } from './playground/said.ts';
import { type Playground, startPlayground } from './playground/start-playground.ts';
import { CHANNEL, LEADER, ME, OTHERS } from './playground/team.ts';

/** Of the inquiry, and what she who begins it sets for herself; her Teams speaks English, as the Playground always does. */
const LANG = LANGUAGES.find((each) => each === process.env['PLAYGROUND_LANG']) ?? 'fi';
const { topic, inChannel, privately, anonymously, inThread } = SAID[LANG];
/** Which of the form's fields that ask for people it is. */
const LEADERS_FIELD = 1;
const SCREENS = `${ROOT}/out/screens/teams`;

/** In Helsinki: a Monday on which the first question is due at eight, the Wednesday of its invitations, and what follows. */
const MONDAY = new Date('2026-03-02T06:30:00Z');
const WEDNESDAY = new Date('2026-03-04T08:30:00Z');
const FRIDAY = new Date('2026-03-06T14:30:00Z');

const clock = createShiftedClock(MONDAY);
let browser: Browser;
let porras: RunningTeams;
let playground: Playground;
let me: PlaygroundPage;
let content: Say;

beforeAll(async () => {
  mkdirSync(SCREENS, { recursive: true });
  [browser, porras, { say: content }] = await Promise.all([
    launchBrowser(),
    startTeamsPorras(clock),
    loadContent(PROMPTS),
  ]);
  playground = await startPlayground(porras.endpoint);
  await playground.moveTo(MONDAY);
  me = await openPlayground(browser, playground.url);
});
afterAll(async () => {
  await browser?.close();
  await playground?.stop();
  await porras?.stop();
});

const say = (key: string, params = {}): string => content(LANG, key, params);
const inEnglish = (key: string, params = {}): string => content('en', key, params);
/** The first line of a phrase, as a card shows it. */
const line = (phrase: string): string => (phrase.split('\n')[0] ?? '').replaceAll(/[*`]/g, '');
const shot = (name: string) => me.page.screenshot({ path: `${SCREENS}/${LANG}-${name}.png` });

/** As a process that is started after some days finds them. */
async function move(to: Date): Promise<void> {
  clock.moveTo(to);
  await playground.moveTo(to);
  await resumeAll(porras.flow);
}

/** Everything that came in is handled, and everything that was to be said is said. */
async function settled(): Promise<void> {
  const { events, deliveries } = porras.flow.store;
  const open = async () => [
    await events.count({ handledAt: null }),
    await deliveries.count({ status: ['planned', 'sending'] }),
  ];
  await expect.poll(open).toEqual([0, 0]);
}

/** Does something that Teams tells, and waits until all that follows from it is done. */
async function hears(act: () => Promise<void>): Promise<void> {
  const { events } = porras.flow.store;
  const before = await events.count({});
  await act();
  await expect.poll(() => events.count({})).toBeGreaterThan(before);
  await settled();
}

/** What is looked for, once it is there. */
async function found<T>(look: () => Promise<T | undefined>): Promise<T> {
  let it: T | undefined;
  await expect.poll(async () => (it = await look())).toBeDefined();
  return it!;
}

const contribution = (text: string): Promise<Contribution> =>
  found(async () => (await porras.flow.store.contributions.find({ text }))[0]);

/** The first question's card in the channel, whatever view of it one has. */
async function question(): Promise<Locator> {
  const { store, content: words } = porras.flow;
  const round = await found(async () => (await store.rounds.find({ setting: 'channel' }, { by: 'number' }))[0]);
  await me.openChannel('General');
  const card = me.card(words.questions.get(round.questionIds[0] ?? '')!.text[LANG]);
  await card.waitFor();
  return card;
}

/** Opens a form in the question's own card, sends an answer with it, and gives the card after that. */
async function answerInCard(button: string, field: string, submit: string, text: string): Promise<Locator> {
  const card = await question();
  await me.press(card, button);
  await me.fill(card, field, text);
  await shot(`4-form-${button.replaceAll(' ', '-').toLowerCase()}`);
  await me.press(card, submit);
  await card.getByRole('textbox').waitFor({ state: 'detached' });
  return card;
}

describe('Porras in the Agents Playground', () => {
  it('tells who opens it what it can do, and greets a team once', async () => {
    await me.openPrivate();
    await me.card(line(inEnglish('help', { has: 'none', who: 'participant', topic: '' }))).waitFor();
    await shot('1-private');
    await me.openChannel('General');
    const greetings = me.cards(line(inEnglish('greeting')));
    await greetings.waitFor();
    await shot('1-greeted');
    await hears(() => me.mock('Install application'));
    await me.openChannel(CHANNEL.name);
    await hears(() => me.mock('Add application'));
    const sent = await porras.flow.store.deliveries.find({});
    expect(sent.filter(({ id }) => id.startsWith('greeting:'))).toHaveLength(1);
    expect(await greetings.count()).toBe(0);
  });

  it('makes an inquiry by a form, shows all that it would say, and says it once it is told to', async () => {
    await me.openChannel('General');
    await me.post(inEnglish('command.new').split(',')[0] ?? '');
    await me.openPrivate();
    const form = me.card(inEnglish('create.title'));
    await form.waitFor();
    await shot('2-form');
    await me.fill(form, inEnglish('create.topic'), topic);
    await me.pick(form, inEnglish('create.language'), inEnglish(`language.${LANG}`));
    await me.pickPerson(form, LEADERS_FIELD, LEADER.name);
    await shot('2-form-filled');
    await me.press(form, inEnglish('create.submit'));
    await me.card(`✓ ${inEnglish('create.title')}`).waitFor();
    const preview = me.card(inEnglish('preview.nothing-yet'));
    await preview.waitFor();
    await shot('2-preview');
    expect(await preview.textContent()).toContain(topic);
    await me.openChannel('General');
    await me.card(line(inEnglish('greeting'))).waitFor();
    expect(await me.cards(topic).count()).toBe(0);
    await me.openPrivate();
    await me.press(preview, inEnglish('choice.start-inquiry'));
    const asked = await question();
    await me.card(topic).waitFor();
    await shot('2-asked');
    expect(await asked.textContent()).toContain(say('choice.answer-anonymously'));
    await settled();
    const people = await porras.flow.store.participants.find({});
    expect(people.map(({ name }) => name).toSorted()).toEqual([ME, ...OTHERS].map(({ name }) => name).toSorted());
    expect(people.filter(({ role }) => role === 'leader').map(({ name }) => name)).toEqual([LEADER.name]);
  });

  it('speaks the language that one chooses', async () => {
    await me.openPrivate();
    await me.tell(inEnglish('command.settings').split(',')[0] ?? '');
    const form = me.card(inEnglish('settings.title'));
    await me.pick(form, inEnglish('settings.language'), inEnglish(`language.${LANG}`));
    await me.press(form, inEnglish('settings.submit'));
    await me.card(say('settings.saved')).waitFor();
    await shot('3-settings');
    expect(await porras.flow.store.participants.find({ name: ME.name })).toMatchObject([{ lang: LANG }]);
  });

  it('invites who has been quiet, in private and nowhere else, and says why', async () => {
    await move(WEDNESDAY);
    await me.openPrivate();
    const invitation = me.card(say('choice.stop-nudges'));
    await invitation.waitFor();
    await shot('3-invited');
    await settled();
    const nudges = await porras.flow.store.nudges.find({});
    expect(nudges).toHaveLength(1 + OTHERS.length);
    await me.press(invitation, say('choice.why-me'));
    await me.card(line(say(`why.${nudges[0]?.reason}`, { perRound: 1, perFortnight: 2 }))).waitFor();
    await shot('3-why');
    await question();
    expect(await me.cards(say('choice.stop-nudges')).count()).toBe(0);
  });

  it('hears answers by the buttons of its card: with a name, in private, and without one', async () => {
    const sent = [
      await answerInCard(say('choice.answer-in-channel'), say('answer.field'), say('answer.submit'), inChannel),
      await answerInCard(say('choice.answer-privately'), say('answer.field'), say('answer.submit'), privately),
      await answerInCard(
        say('choice.answer-anonymously'),
        say('anonymous.field'),
        say('anonymous.submit'),
        anonymously,
      ),
    ];
    await me.card(inChannel).waitFor();
    await shot('4-answered');
    expect(await sent.at(-1)?.textContent()).toContain(say('choice.show-mine'));
    expect(await contribution(inChannel)).toMatchObject({ visibility: 'named', via: 'channel' });
    expect(await contribution(privately)).toMatchObject({ visibility: 'pseudonymous', via: 'private' });
    expect(await contribution(anonymously)).toMatchObject({ visibility: 'anonymous', participantId: null });
    expect(await me.cards(privately).count()).toBe(0);
    expect(await me.cards(anonymously).count()).toBe(0);
  });

  it('hears an answer in the thread that mentions it', async () => {
    await me.reply(await question(), inThread);
    expect(await contribution(inThread)).toMatchObject({ visibility: 'named', via: 'channel' });
    await shot('4-in-thread');
  });

  it('lets one say that something belongs elsewhere', async () => {
    const { id } = await contribution(privately);
    const current = async () =>
      (await porras.flow.store.assignments.find({ contributionId: id, supersededAt: null }))[0];
    await found(current);
    const steps = porras.flow.content.models.get('value-co-creation')?.steps ?? [];
    const other = steps.find(({ key }) => key !== 'competence' && key !== 'interfaces');
    await me.openPrivate();
    await me.press(me.card(say('choice.show-name')), say('choice.correct'));
    const form = me.card(line(say('correct.intro')));
    await form.waitFor();
    await shot('5-correct');
    await me.pick(form, say('correct.where'), other?.name[LANG] ?? '');
    await me.press(form, say('correct.submit'));
    await me.card(say('correct.done', { step: other?.name[LANG] ?? '' })).waitFor();
    await shot('5-corrected');
    expect(await current()).toMatchObject({ step: other?.key, by: expect.stringMatching(/^person:/) });
  });

  it('brings a digest with the staircase, and edits it where it stands when something is taken back', async () => {
    await me.openChannel('General');
    await me.post(say('command.digest').split(',')[0] ?? '');
    const digest = me.card(say('choice.fix-theme'));
    await expect.poll(() => digest.textContent()).toContain(inThread);
    const picture = digest.locator('img');
    await expect.poll(() => picture.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBeGreaterThan(700);
    expect(await picture.getAttribute('alt')).toContain(topic);
    expect(await digest.textContent()).toContain(privately);
    expect(await digest.getByRole('link').first().getAttribute('href')).toContain(
      'https://teams.microsoft.com/l/message/',
    );
    const before = await picture.getAttribute('src');
    await settled();
    await shot('6-digest');
    await digest.getByRole('button').last().scrollIntoViewIfNeeded();
    await shot('6-digest-end');
    await me.openPrivate();
    await me.press(me.card(say('choice.show-name')), say('choice.withdraw'));
    await me.card(line(say('withdraw.done'))).waitFor();
    await me.openChannel('General');
    await expect.poll(() => digest.textContent()).not.toContain(privately);
    await expect.poll(() => picture.getAttribute('src')).not.toBe(before);
    expect(await me.cards(say('choice.fix-theme')).count()).toBe(1);
    await shot('6-digest-revised');
  });

  it('says that a question has closed to who presses its buttons after that', async () => {
    await move(FRIDAY);
    const { rounds } = porras.flow.store;
    await expect.poll(() => rounds.count({ setting: 'channel', status: 'closed' })).toBe(1);
    const asked = await question();
    await me.press(asked, say('choice.answer-in-channel'));
    await me.card(line(say('view.closed'))).waitFor();
    await shot('7-closed');
  });

  it('welcomes who is added', async () => {
    await me.openChannel('General');
    await me.mock('Add user');
    await me.openPrivate();
    const welcomes = me.cards(line(say('joined', { topic })));
    await welcomes.waitFor();
    await shot('8-joined');
    expect(await porras.flow.store.participants.count({ leftAt: null })).toBe(1 + OTHERS.length);
  });

  it('pauses where it is removed, and goes on where it is added again', async () => {
    const { inquiries } = porras.flow.store;
    await me.openChannel('General');
    await me.mock('Uninstall application');
    await me.openPrivate();
    const gone = me.card(line(say('channel.gone', { topic })));
    await gone.waitFor();
    await shot('9-removed');
    expect(await inquiries.find({})).toMatchObject([{ status: 'paused' }]);
    await me.openChannel('General');
    await hears(() => me.mock('Install application'));
    await me.openPrivate();
    await me.press(gone, say('choice.resume'));
    await expect.poll(() => inquiries.find({})).toMatchObject([{ status: 'running' }]);
    await shot('9-resumed');
  });

  it('was refused nothing, and left nothing unsaid', async () => {
    await settled();
    const { deliveries, events } = porras.flow.store;
    expect(await deliveries.find({ status: ['failed', 'skipped'] })).toEqual([]);
    expect((await events.find({})).filter(({ error }) => error !== null)).toEqual([]);
    expect(porras.logged).toEqual([]);
    expect(me.problems).toEqual([]);
  });
});
