import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/analysis/lexical/detect-language.ts';
import { localDate, localTime } from '../../src/domain/local-time.ts';
import { LANGUAGES, type Lang } from '../../src/domain/words.ts';
import { validateBlocks } from '../support/slack/blocks/validate-blocks.ts';
import type { SeenMessage } from '../support/slack/see.ts';
import { type Month, liveAMonth } from './support/slack-month.ts';
import type { Place } from './support/slack-place.ts';
import { HARBOUR, JOKIRANTA } from './support/slack-places.ts';
import { ZONE } from './world.ts';

let month: Month;
/** What Porras can say, by language and key. */
const phrases = {} as Record<Lang, Record<string, string>>;

beforeAll(async () => {
  for (const lang of LANGUAGES)
    phrases[lang] = JSON.parse(await readFile(new URL(`../../prompts/messages/${lang}.json`, import.meta.url), 'utf8'));
  month = await liveAMonth();
}, 120_000);
afterAll(() => month.world.close());

const placeOf = (team: string) => {
  const found = month.places.find(({ place }) => place.seed.team === team);
  if (!found) throw new Error(`there is no ${team}`);
  return found;
};
const EACH = [JOKIRANTA, HARBOUR].map(({ name, team }) => [name, team] as const);

/** All that Porras said to one person in private, with whom it was said to. */
const privateWords = (place: Place) =>
  place.seed.people.flatMap((person) => place.privately(person.name).map((message) => ({ person, message })));
const inChannels = (place: Place): SeenMessage[] =>
  [place.channel, place.besides].flatMap((id) =>
    month.world.slack.messages(place.seed.team, id).filter((each) => each.byBot),
  );
const everySaying = (place: Place): SeenMessage[] => [
  ...inChannels(place),
  ...privateWords(place).map(({ message }) => message),
];
const isNudge = (message: SeenMessage): boolean =>
  message.actions.some(({ actionId }) => actionId.startsWith('porras:why-me:'));
const WEDNESDAYS = ['2026-03-04', '2026-03-11', '2026-03-18', '2026-03-25'];
const datesOf = (place: Place, who: string): string[] =>
  place
    .privately(who)
    .filter(isNudge)
    .map((each) => localDate(at(each), ZONE));
const at = ({ ts }: { ts: string }): Date => new Date(Number(ts) * 1_000);
const inquiryOf = async (place: Place) => {
  const [inquiry] = await month.world.store.inquiries.find({ workspaceId: `slack:${place.seed.team}` });
  if (!inquiry) throw new Error(`no inquiry in ${place.seed.name}`);
  return inquiry;
};
const json = (value: unknown): string => JSON.stringify(value);

describe.each(EACH)('four weeks in %s', (_name, team) => {
  it('go from the form to the end, without anything going wrong or being left unsent', async () => {
    const { place } = placeOf(team);
    expect(await inquiryOf(place)).toMatchObject({ status: 'closed', topic: place.seed.topic });
    const fates = await month.world.store.deliveries.find({ workspaceId: `slack:${team}` });
    expect(new Set(fates.map((each) => each.status))).toEqual(new Set(['sent']));
    expect(month.world.warnings).toEqual([]);
    expect(month.world.logged).toEqual([]);
    const calls = month.world.slack.calls();
    expect(calls.length).toBeGreaterThan(500);
    expect(calls.filter((call) => call.status !== 200 || call.answer?.['ok'] === false)).toEqual([]);
  });

  it('read no history: that is for a sending that was broken off', () => {
    const read = ['conversations.history', 'conversations.replies'].flatMap((method) =>
      month.world.slack.calls(method),
    );
    expect(read).toEqual([]);
  });

  it('ask four questions in the channel, each on its Monday, and each with its thread of answers', () => {
    const { place } = placeOf(team);
    const questions = place
      .said()
      .filter((each) => each.actions.some((it) => it.actionId.startsWith('porras:answer-privately:')));
    expect(questions.map((each) => localDate(at(each), ZONE))).toEqual([
      '2026-03-02',
      '2026-03-09',
      '2026-03-16',
      '2026-03-23',
    ]);
    for (const question of questions) {
      const answers = month.world.slack.thread(team, place.channel, question.ts).filter((each) => !each.byBot);
      expect(answers.length).toBeGreaterThan(2);
      // Each got the sign that it was heard.
      for (const answer of answers) expect(answer.reactions.map((each) => each.name)).toContain('seedling');
    }
  });

  it('take in everything that was said: in threads, the channel, private, without a name, and picked', async () => {
    const { place, trace } = placeOf(team);
    const { seed } = place;
    const { id: inquiryId } = await inquiryOf(place);
    const said = [...seed.lines.map((each) => each.text), seed.answersNudge, seed.saidBesides, seed.buildsOn];
    const stored = await month.world.store.contributions.find({ inquiryId });
    const gone = [trace.withdrawn, trace.taken];
    const texts = stored.map((each) => each.text);
    for (const text of said) expect(texts.filter((each) => each === text)).toHaveLength(gone.includes(text) ? 0 : 1);
    // And what one facilitator answered at home; what was said in the break is not gathered.
    expect(stored).toHaveLength(said.length + 1);
    expect(texts).not.toContain(trace.unheard);
    const anonymous = seed.lines.filter((each) => each.how === 'anonymous').length;
    expect(stored.filter((each) => each.visibility === 'anonymous' && each.participantId === null)).toHaveLength(
      anonymous,
    );
  });

  it('bring a digest with a picture each week, whose sentences lead to what was said', async () => {
    const { place, trace } = placeOf(team);
    const { id: inquiryId } = await inquiryOf(place);
    const all = place.digests();
    const digests = all.slice(0, 4);
    expect(digests.map((each) => `${localDate(at(each), ZONE)} ${localTime(at(each), ZONE)}`)).toEqual(
      ['2026-03-06', '2026-03-13', '2026-03-20', '2026-03-27'].map((date) => `${date} 15:00`),
    );
    const everything = [place.channel, place.besides].flatMap((id) => month.world.slack.messages(team, id));
    for (const { files, blocks } of digests) {
      expect(files.map((file) => file.bytes?.subarray(1, 4).toString())).toEqual(['PNG']);
      const links = [...json(blocks).matchAll(/archives\/(\w+)\/p(\d+)(\d{6})/g)].map((found) => found.slice(1));
      expect(links.length).toBeGreaterThan(0);
      for (const [channel, seconds, micros] of links)
        expect(everything.some((each) => each.channel === channel && each.ts === `${seconds}.${micros}`)).toBe(true);
    }
    // Nothing more was said, but something came of an idea.
    const [commitment] = await month.world.store.commitments.find({ inquiryId, status: 'done' });
    expect(all.slice(4).map((each) => localDate(at(each), ZONE))).toEqual(['2026-04-03']);
    expect(json(all[4]?.blocks)).toContain(commitment?.outcome);
    const contributions = new Map(
      (await month.world.store.contributions.find({ inquiryId })).map((each) => [each.id, each]),
    );
    const claims = (await month.world.store.digests.find({ inquiryId })).flatMap(({ content }) =>
      content.sections.flatMap((section) => section.claims),
    );
    expect(claims.length).toBeGreaterThan(10);
    for (const { text, citations, quotes } of claims) {
      expect(citations.length).toBeGreaterThan(0);
      for (const id of citations) expect(contributions.get(id)?.status).toBe('live');
      for (const quote of quotes) expect(contributions.get(quote.contribution)?.text).toContain(quote.text);
      expect(digests.some((each) => json(each.blocks).includes(json(text).slice(1, -1)))).toBe(true);
    }
    expect(trace.before).not.toBe('');
  });

  it('forget what was taken back, also in digests that were posted, and show nothing of it anywhere', async () => {
    const { place, trace } = placeOf(team);
    expect(trace.before).toContain(trace.withdrawn.slice(0, 40));
    for (const words of [trace.withdrawn, trace.taken].map((each) => each.slice(0, 40))) {
      expect(json(everySaying(place))).not.toContain(words);
      for (const { name } of place.seed.people)
        expect(json(month.world.slack.home(team, place.users[name] ?? ''))).not.toContain(words);
      expect(json(await month.world.store.digests.find({}))).not.toContain(words);
    }
    expect(place.digests()[0]?.edited).toBe(true);
  });

  it('say nothing to anyone while the inquiry is paused', () => {
    const { place } = placeOf(team);
    const [from, to] = [Date.parse('2026-03-12T08:01:00Z'), Date.parse('2026-03-13T06:29:00Z')];
    expect(everySaying(place).filter((each) => at(each).getTime() > from && at(each).getTime() < to)).toEqual([]);
    const words = phrases[place.seed.language];
    const [paused, resumed] = ['inquiry.paused', 'inquiry.resumed'].map((key) => (words[key] ?? '').slice(0, 12));
    const texts = place.said().map((each) => each.text.slice(0, 12));
    expect(texts.filter((each) => each === paused || each === resumed)).toEqual([paused, resumed]);
  });

  it('end a commitment where it began: said to all, asked on its day, told to whoever had the idea', () => {
    const { place } = placeOf(team);
    const { seed } = place;
    const owner = seed.people.find(({ name }) => name === seed.lines.find((each) => each.week === 4)?.who);
    const said = place.said().filter((each) => each.text.includes(seed.takesOn) && each.actions.length === 0);
    expect(said).toHaveLength(1);
    expect(said[0]?.text).toContain(owner?.real);
    const asked = place
      .privately(owner?.name ?? '')
      .filter((each) => each.actions.some((it) => it.actionId.startsWith('porras:commitment-done:')));
    expect(asked.map((each) => localDate(at(each), ZONE))).toEqual(['2026-03-30']);
    const told = privateWords(place).filter(({ message }) => message.text.includes(seed.outcome));
    expect(told).toHaveLength(1);
    expect(told[0]?.person.name).not.toBe(owner?.name);
  });

  it('keep what a person put elsewhere where they put it', async () => {
    const { place } = placeOf(team);
    const inquiry = await inquiryOf(place);
    const moved = await month.world.store.assignments.find({ inquiryId: inquiry.id, supersededAt: null });
    const byPeople = moved.filter((each) => each.by.startsWith('person:'));
    expect(byPeople.map((each) => each.step)).toEqual(['processes']);
  });
});

describe.each(EACH)('invitations in %s', (_name, team) => {
  it('are seen by the one who is quiet, and by nobody else', () => {
    const { place } = placeOf(team);
    expect(inChannels(place).filter(isNudge)).toEqual([]);
    const nudges = privateWords(place).filter(({ message }) => isNudge(message));
    expect(nudges.length).toBeGreaterThan(30);
    for (const { person, message } of nudges) {
      const readers = place.seed.people.filter(({ name }) =>
        month.world.slack
          .everything(team, place.users[name] ?? '')
          .some((each) => each.channel === message.channel && each.ts === message.ts),
      );
      expect(readers).toEqual([person]);
    }
  });

  it('come by day, twice in two weeks at most, and never to who has answered, is away, or wants none', () => {
    const { place } = placeOf(team);
    const { people, quiet, lines } = place.seed;
    for (const { name } of people) {
      const times = place.privately(name).filter(isNudge).map(at);
      expect(times.map((time) => localTime(time, ZONE)).filter((time) => time < '08:00' || time >= '17:00')).toEqual(
        [],
      );
      const fortnights = times.slice(2).map((time, index) => time.getTime() - (times[index]?.getTime() ?? 0));
      expect(fortnights.filter((each) => each < 14 * 86_400_000)).toEqual([]);
    }
    // On Wednesdays; what is said in private in the first week answers what was asked in private.
    for (const { who, week, how } of lines.filter((each) => each.week > 1 || each.how !== 'private'))
      expect({ who, week, how, dates: datesOf(place, who) }).toEqual({
        who,
        week,
        how,
        dates: expect.not.arrayContaining([WEDNESDAYS[week - 1]]),
      });
    expect(datesOf(place, quiet.stops)).toEqual(['2026-03-04']);
    expect(datesOf(place, quiet.asks).some((date) => date >= '2026-03-09' && date <= '2026-03-13')).toBe(false);
    expect(datesOf(place, quiet.elsewhere).filter((date) => date <= '2026-03-06')).toEqual(['2026-03-04']);
  });

  it('leave no trace of who was quiet where others read', () => {
    const { place } = placeOf(team);
    const { people, lines, facilitator } = place.seed;
    const heard = new Set([
      ...lines.filter(({ how }) => how === 'thread' || how === 'channel').map((each) => each.who),
      facilitator,
    ]);
    const unheard = people.filter(({ name }) => !heard.has(name));
    expect(unheard.length).toBeGreaterThan(5);
    const open = json(inChannels(place));
    for (const { real } of unheard) expect(open).not.toContain(real);
  });
});

describe.each(EACH)('words in %s', (_name, team) => {
  const labels = (lang: Lang): string[] =>
    Object.entries(phrases[lang]).flatMap(([key, phrase]) => (key.startsWith('choice.') ? [phrase] : []));

  it('are in each person’s own language, in private, in forms and at home', () => {
    const { place, trace } = placeOf(team);
    const langOf = (who: string): Lang => place.seed.people.find(({ name }) => name === who)?.lang ?? 'en';
    const spoken = new Set<Lang>();
    for (const { person, message } of privateWords(place)) {
      spoken.add(person.lang);
      for (const { text } of message.actions) expect(labels(person.lang)).toContain(text);
      const own = ownWords(message.text, place);
      expect([own, detectLanguage(own, person.lang)]).toEqual([own, person.lang]);
    }
    expect(spoken).toEqual(new Set(LANGUAGES));
    for (const { who, view } of place.modals) {
      const mine = Object.values(phrases[langOf(who)]);
      expect(mine).toContain(view.title);
      expect(mine).toContain(view.submit);
      const fields = view.blocks.flatMap((block) => (block.type === 'input' ? [block.label as { text: string }] : []));
      for (const { text } of fields) expect(mine).toContain(text);
    }
    for (const { who, blocks } of trace.homes) {
      const mine = Object.values(phrases[langOf(who)]);
      const heads = blocks.flatMap((block) => (block.type === 'header' ? [block.text as { text: string }] : []));
      expect(heads.length).toBeGreaterThan(2);
      for (const { text } of heads) expect(mine).toContain(text);
    }
    expect(new Set(trace.homes.map(({ who }) => langOf(who))).size).toBe(2);
  });

  it('are in the language of the inquiry in the channel', () => {
    const { place } = placeOf(team);
    for (const { actions, text } of inChannels(place)) {
      for (const action of actions) expect(labels(place.seed.language)).toContain(action.text);
      if (actions.some(({ actionId }) => actionId.startsWith('porras:fix-theme:'))) continue;
      const own = ownWords(text, place);
      expect([own, detectLanguage(own, place.seed.language)]).toEqual([own, place.seed.language]);
    }
  });

  it('mention nobody, show no ids, and keep to what Slack takes', () => {
    const { place, trace } = placeOf(team);
    for (const message of everySaying(place)) {
      expect(message.mentions).toEqual([]);
      expect(validateBlocks(message.blocks)).toEqual([]);
      const shown = [message.text, ...read(message.blocks)].join('\n');
      expect(shown).not.toMatch(/slack:T|<@|@U|\{\w+\}|undefined|\bnull\b/);
      for (const id of Object.values(place.users)) expect(shown).not.toContain(id);
    }
    for (const { view } of place.modals) expect(validateBlocks(view.blocks, 'modal')).toEqual([]);
    for (const { blocks } of trace.homes) expect(validateBlocks(blocks, 'home')).toEqual([]);
  });

  it('are said once', async () => {
    const { place } = placeOf(team);
    const keys = everySaying(place).map(({ channel, metadata }) => {
      const { key, part } = (metadata?.['event_payload'] ?? {}) as { key?: string; part?: number };
      return { channel, key: key ?? '', part };
    });
    expect(new Set(keys.map(json)).size).toBe(keys.length);
    const sent = await month.world.store.deliveries.find({ workspaceId: `slack:${team}`, status: 'sent' });
    expect(new Set(keys.map((each) => each.key))).toEqual(new Set(sent.map((each) => each.id)));
    // To whom the code of an anonymous answer went is forgotten.
    const receipts = sent.filter((each) => each.id.startsWith('receipt:'));
    expect(receipts.length).toBeGreaterThan(0);
    for (const receipt of receipts) expect(json(receipt)).not.toMatch(/slack:T\w+:[UD]/);
    const texts = everySaying(place).map(({ channel, ts, text }) => `${channel} ${ts.slice(0, 8)} ${text}`);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('two workspaces at once', () => {
  it('have nothing of each other', () => {
    for (const [one, other] of [
      [JOKIRANTA, HARBOUR],
      [HARBOUR, JOKIRANTA],
    ] as const) {
      const { place } = placeOf(other.team);
      const foreign = [
        one.team,
        one.topic,
        ...one.people.map(({ real }) => real),
        ...one.lines.map(({ text }) => text.slice(0, 30)),
        ...Object.values(placeOf(one.team).place.users),
      ];
      const told = json([
        month.world.slack.calls().filter((call) => call.team === other.team),
        other.people.map(({ name }) => month.world.slack.everything(other.team, place.users[name] ?? '')),
        other.people.map(({ name }) => month.world.slack.home(other.team, place.users[name] ?? '')),
        place.modals,
        month.world.slack.files(other.team).map((file) => [file.title, file.alt, file.name]),
      ]);
      expect(told).toContain(other.topic);
      for (const each of foreign) expect(told).not.toContain(each);
    }
  });
});

/** Without what people said: the topic, what is quoted, what was taken on. */
const ownWords = (text: string, { seed }: Place): string =>
  text
    .replaceAll(seed.topic, '')
    .replaceAll(seed.takesOn, '')
    .split('\n')
    .filter((line) => !line.startsWith('&gt;'))
    .join('\n');

/** What is read of a block: not the ids and values of its buttons, nor where its links lead. */
function read(block: unknown): string[] {
  if (Array.isArray(block)) return block.flatMap(read);
  if (typeof block !== 'object' || block === null) return [];
  return Object.entries(block).flatMap(([key, value]) =>
    typeof value === 'string' ? (key === 'text' || key === 'alt_text' ? [value] : []) : read(value),
  );
}
