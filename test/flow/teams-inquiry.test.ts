import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/analysis/lexical/detect-language.ts';
import { localDate, localTime } from '../../src/domain/local-time.ts';
import type { SeenMessage } from '../support/teams/see.ts';
import { JOKIRANTA } from './support/slack-places.ts';
import { liveAMonthInTeams, type TeamsMonth } from './support/teams-month.ts';
import { ZONE } from './world.ts';

let month: TeamsMonth;
/** What Porras says in Finnish, by key. */
let finnish: Record<string, string>;
/** When each message of Porras's was sent, by its place. */
let times: Map<string, Date>;

const { people, lines, quiet, facilitator, language } = JOKIRANTA;

beforeAll(async () => {
  finnish = JSON.parse(await readFile(new URL('../../prompts/messages/fi.json', import.meta.url), 'utf8'));
  month = await liveAMonthInTeams(JOKIRANTA);
  const sent = await month.store.deliveries.find({});
  times = new Map(sent.flatMap(({ ref, sentAt }) => (ref && sentAt ? [[ref.split(':').at(-1) ?? '', sentAt]] : [])));
}, 60_000);
afterAll(() => month.close());

const json = (value: unknown): string => JSON.stringify(value);
const at = ({ id }: SeenMessage): Date => {
  const time = times.get(id);
  if (!time) throw new Error(`no delivery is known to have become ${id}`);
  return time;
};
const has = ({ actions }: SeenMessage, action: string): boolean => actions.some(({ data }) => data.action === action);
const isNudge = (message: SeenMessage): boolean => has(message, 'why-me');
const privateWords = () =>
  people.flatMap((person) => month.place.privately(person.name).map((message) => ({ person, message })));
const datesOf = (who: string): string[] =>
  month.place
    .privately(who)
    .filter(isNudge)
    .map((each) => localDate(at(each), ZONE));

describe('four weeks in Teams', () => {
  it('go from the form to the end, without anything going wrong or being left unsent', async () => {
    expect(await month.store.inquiries.find({})).toMatchObject([{ status: 'closed', topic: month.seed.topic }]);
    expect(month.warnings).toEqual([]);
    expect(month.logged).toEqual([]);
    const fates = await month.store.deliveries.find({});
    expect(fates.length).toBeGreaterThan(100);
    expect(fates.filter((each) => each.status !== 'sent')).toEqual([]);
    const { calls } = month.place.teams;
    expect(calls.length).toBeGreaterThan(100);
    expect(calls.filter((call) => call.status >= 400 || call.status === 0)).toEqual([]);
  });

  it('ask four questions in the channel, each on its Monday, and each with its thread of answers', () => {
    const asked = month.place.said().filter((each) => has(each, 'answer-in-channel'));
    const questions = asked.filter((each) => each.words.startsWith('Kysymys'));
    expect(questions.map((each) => localDate(at(each), ZONE))).toEqual([
      '2026-03-02',
      '2026-03-09',
      '2026-03-16',
      '2026-03-23',
    ]);
    for (const { id } of questions)
      expect(
        month.place.everyoneSees().filter((each) => each.root === id && each.from !== null).length,
      ).toBeGreaterThan(2);
    // A further question on the Thursday can be answered in its card too.
    expect(asked.map((each) => localDate(at(each), ZONE)).filter((_, index) => index % 2 === 1)).toEqual([
      '2026-03-05',
      '2026-03-12',
      '2026-03-19',
      '2026-03-26',
    ]);
  });

  it('take in everything that was said: in threads, the channel, private, without a name, and picked', async () => {
    const { seed, withdrawn, taken } = month;
    const said = [...lines.map((each) => each.text), seed.answersNudge, seed.saidBesides, seed.buildsOn];
    const stored = await month.store.contributions.find({});
    const texts = stored.map((each) => each.text);
    for (const text of said)
      expect({ text, times: texts.filter((each) => each === text).length }).toEqual({
        text,
        times: [withdrawn, taken].includes(text) ? 0 : 1,
      });
    expect(stored).toHaveLength(said.length);
    expect(texts).not.toContain(month.unheard);
    const anonymous = stored.filter((each) => each.visibility === 'anonymous' && each.participantId === null);
    expect(anonymous).toHaveLength(lines.filter((each) => each.how === 'anonymous').length);
  });

  it('bring a digest with a picture each week, whose sentences lead to what was said', () => {
    const digests = month.place.said().filter((each) => has(each, 'fix-theme'));
    expect(digests.slice(0, 4).map((each) => `${localDate(at(each), ZONE)} ${localTime(at(each), ZONE)}`)).toEqual(
      ['2026-03-06', '2026-03-13', '2026-03-20', '2026-03-27'].map((date) => `${date} 15:00`),
    );
    const everything = [...month.place.teams.world.conversations.values()].flatMap((each) => each.messages);
    for (const each of digests.slice(0, 4)) {
      expect(each.picture?.subarray(1, 4)).toEqual(Uint8Array.from(Buffer.from('PNG')));
      const links = [...json(each.card).matchAll(/teams\.microsoft\.com\/l\/message\/([^/]+)\/(\d+)/g)];
      expect(links.length).toBeGreaterThan(0);
      for (const [, conversation = '', id] of links)
        expect(everything.some((it) => it.id === id && it.conversation === decodeURIComponent(conversation))).toBe(
          true,
        );
    }
  });

  it('forget what was taken back, also in digests that were posted, and show nothing of it anywhere', async () => {
    expect(month.before).toContain(month.withdrawn.slice(0, 40));
    const shown = json([month.place.said(), privateWords().map(({ message }) => message)]);
    for (const words of [month.withdrawn, month.taken].map((each) => each.slice(0, 40))) {
      expect(words).not.toBe('');
      expect(shown).not.toContain(words);
      expect(json(await month.store.digests.find({}))).not.toContain(words);
    }
    expect(month.place.said().find((each) => has(each, 'fix-theme'))?.edits).toBeGreaterThan(0);
  });

  it('say nothing to anyone while the inquiry is paused', () => {
    const [from, to] = [Date.parse('2026-03-12T08:01:00Z'), Date.parse('2026-03-13T06:29:00Z')];
    expect([...times.values()].filter((each) => each.getTime() > from && each.getTime() < to)).toEqual([]);
  });

  it('end a commitment where it began: said to all, asked on its day, told to whoever had the idea', () => {
    const owner = people.find(({ name }) => name === lines.find((each) => each.week === 4)?.who);
    const said = month.place
      .said()
      .filter((each) => each.words.includes(month.seed.takesOn) && each.actions.length === 0);
    expect(said).toHaveLength(1);
    expect(said[0]?.words).toContain(owner?.real);
    const asked = month.place.privately(owner?.name ?? '').filter((each) => has(each, 'commitment-done'));
    expect(asked.map((each) => localDate(at(each), ZONE))).toEqual(['2026-03-30']);
    const told = privateWords().filter(({ message }) => message.words.includes(month.seed.outcome));
    expect(told).toHaveLength(1);
    expect(told[0]?.person.name).not.toBe(owner?.name);
  });
});

describe('invitations in Teams', () => {
  it('are seen by the one who is quiet, and by nobody else', () => {
    expect(month.place.everyoneSees().filter(isNudge)).toEqual([]);
    const nudges = privateWords().filter(({ message }) => isNudge(message));
    expect(nudges.length).toBeGreaterThan(20);
    const seen = people.map((person) => ({
      person,
      ids: new Set(month.place.teams.everything(person.name).map((each) => each.id)),
    }));
    for (const { person, message } of nudges)
      expect(seen.filter(({ ids }) => ids.has(message.id)).map((each) => each.person)).toEqual([person]);
  });

  it('come by day, twice in two weeks at most, and never to who has answered or wants none', () => {
    const wednesdays = ['2026-03-04', '2026-03-11', '2026-03-18', '2026-03-25'];
    for (const { name } of people) {
      const nudged = month.place.privately(name).filter(isNudge).map(at);
      const hours = nudged.map((time) => localTime(time, ZONE));
      expect(hours.filter((time) => time < '08:00' || time >= '17:00')).toEqual([]);
      const fortnights = nudged.slice(2).map((time, index) => time.getTime() - (nudged[index]?.getTime() ?? 0));
      expect(fortnights.filter((each) => each < 14 * 86_400_000)).toEqual([]);
    }
    for (const { who, week, how } of lines.filter((each) => each.week > 1 || each.how !== 'private'))
      expect({ who, week, how, dates: datesOf(who) }).toEqual({
        who,
        week,
        how,
        dates: expect.not.arrayContaining([wednesdays[week - 1]]),
      });
    expect(datesOf(quiet.stops)).toEqual(['2026-03-04']);
    expect(datesOf(quiet.elsewhere).filter((date) => date <= '2026-03-06')).toEqual(['2026-03-04']);
  });

  it('are in each person’s own language', () => {
    const spoken = new Set<string>();
    for (const { person, message } of privateWords().filter((each) => isNudge(each.message))) {
      spoken.add(person.lang);
      expect([message.words, detectLanguage(message.words, person.lang)]).toEqual([message.words, person.lang]);
    }
    expect(spoken).toEqual(new Set(['fi', 'sv', 'en']));
  });

  it('leave no trace of who was quiet where others read', () => {
    const heard = new Set([
      ...lines.filter(({ how }) => how === 'thread' || how === 'channel').map((each) => each.who),
      facilitator,
    ]);
    const unheard = people.filter(({ name }) => !heard.has(name));
    expect(unheard.length).toBeGreaterThan(5);
    const open = json(month.place.everyoneSees().filter((each) => each.from === null));
    for (const { real } of unheard) expect(open).not.toContain(real);
  });
});

describe('words in the channel of Teams', () => {
  it('are in the language of the inquiry, mention nobody and show no ids', () => {
    const labels = Object.entries(finnish).flatMap(([key, phrase]) => (key.startsWith('choice.') ? [phrase] : []));
    expect(language).toBe('fi');
    for (const { actions, words } of month.place.said()) {
      for (const { title } of actions) expect(labels).toContain(title);
      expect(words).not.toMatch(/teams:|<at>|29:1|\{\w+\}|undefined|\bnull\b/);
    }
  });
});
