import { HARBOUR, JOKIRANTA, type Line } from './slack-places.ts';
import { createPlace, type Place } from './slack-place.ts';
import { openSlackWorld, type SlackWorld } from './slack-world.ts';

/** What the test asks about afterwards, which the gateway does not keep. */
export interface Trace {
  /** The digest that showed the words that were withdrawn, as it was before. */
  before: string;
  withdrawn: string;
  /** Homes as they were on the way, with the one whose they are. */
  homes: { who: string; text: string; blocks: Record<string, unknown>[] }[];
  /** An anonymous answer that was taken back by its code. */
  taken: string;
  /** What was said while nobody was listening. */
  unheard: string;
}

export interface Month {
  world: SlackWorld;
  places: { place: Place; trace: Trace }[];
}

/** Mondays of the four weeks. */
const MONDAYS = ['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23'] as const;
const day = (monday: string, after: number): string =>
  new Date(Date.parse(`${monday}T00:00:00Z`) + after * 86_400_000).toISOString().slice(0, 10);

/** Four weeks in two workspaces at once, from `/porras new` to the end of the programme. */
export async function liveAMonth(): Promise<Month> {
  const world = await openSlackWorld([JOKIRANTA, HARBOUR], '2026-03-02 06:30');
  const places = [JOKIRANTA, HARBOUR].map((seed) => ({ place: createPlace(world, seed), trace: emptyTrace() }));
  const both = async (what: (place: Place, trace: Trace) => Promise<unknown>): Promise<void> => {
    for (const { place, trace } of places) await what(place, trace);
  };
  const week = async (number: Line['week']): Promise<void> => {
    const monday = MONDAYS[number - 1] ?? '';
    await world.until(`${monday} 09:30`);
    await both((place) => sayLines(world, place, number, 'thread'));
    await world.until(`${day(monday, 1)} 10:15`);
    await both((place) => sayLines(world, place, number, 'channel', 'private', 'anonymous'));
  };

  await both(begin);
  await week(1);
  await both(showName);
  await world.until('2026-03-04 13:00');
  await both(meetNudges);
  await world.until('2026-03-05 11:00');
  await both(react);
  await both(lookHome);
  await world.until('2026-03-06 16:00');
  await week(2);
  await both(withdraw);
  await both(correct);
  await world.until('2026-03-12 10:00');
  await both(pause);
  await world.until('2026-03-13 08:30');
  await both((place) => place.command(place.seed.facilitator, 'resume'));
  await world.until('2026-03-13 16:00');
  await week(3);
  await both(pick);
  await both(takeBack);
  await world.until('2026-03-20 16:00');
  await week(4);
  await both(takeOn);
  await world.until('2026-03-27 16:00');
  await both((place, trace) => seeHome(place, trace, place.seed.facilitator));
  await world.until('2026-03-31 10:00');
  await both(followUp);
  await world.until('2026-04-03 16:00');
  await both(close);
  await world.until('2026-04-06 12:00');
  return { world, places };
}

const emptyTrace = (): Trace => ({ before: '', withdrawn: '', homes: [], taken: '', unheard: '' });

async function begin(place: Place): Promise<void> {
  const { seed, users } = place;
  const { facilitator, leader, language, topic } = seed;
  await place.command(facilitator, language === 'fi' ? 'uusi' : 'new');
  await place.submit(facilitator, {
    topic,
    language,
    programme: 'co-development',
    startsOn: MONDAYS[0],
    leaders: [users[leader] ?? ''],
  });
  await place.press(facilitator, 'start-inquiry');
}

/** People write a few minutes apart. */
async function sayLines(world: SlackWorld, place: Place, week: number, ...hows: Line['how'][]): Promise<void> {
  for (const { who, how, text } of place.seed.lines.filter((each) => each.week === week && hows.includes(each.how))) {
    if (how === 'thread') await place.post(who, text, { thread: place.question().ts });
    else if (how === 'channel') await place.post(who, text);
    else if (how === 'private') await place.tell(who, text);
    else {
      await place.press(who, 'answer-anonymously');
      await place.submit(who, { text });
    }
    await world.queue.advanceTo(new Date(world.clock.now().getTime() + 180_000));
  }
}

/** Who answered in private puts their name to it. */
async function showName(place: Place): Promise<void> {
  const teller = place.seed.lines.find((each) => each.how === 'private')?.who ?? '';
  await place.press(teller, 'show-name');
}

async function meetNudges(place: Place): Promise<void> {
  const { answers, stops, asks, elsewhere, snoozes } = place.seed.quiet;
  await place.tell(answers, place.seed.answersNudge);
  await place.press(asks, 'why-me');
  await place.press(stops, 'stop-nudges');
  await place.press(elsewhere, 'contributed-elsewhere');
  await place.press(snoozes, 'snooze');
}

async function react(place: Place): Promise<void> {
  const { seed } = place;
  const [first, second] = seed.lines.filter((each) => each.week === 1 && each.how === 'thread');
  const at = (line: Line | undefined) => messageOf(place, line?.text ?? '');
  await place.react(second?.who ?? '', at(first), 'clap');
  await place.react(seed.leader, at(first), 'heart');
  await place.react(seed.leader, at(second), 'raised_hands');
}

const messageOf = (place: Place, text: string) => {
  const found = place.everyoneSees().find((each) => !each.byBot && each.text.includes(text.slice(0, 40)));
  if (!found) throw new Error(`nobody said "${text.slice(0, 40)}"`);
  return found;
};

/** Three people look at home: one answers there, one says when they are away. */
async function lookHome(place: Place, trace: Trace): Promise<void> {
  const { facilitator, quiet } = place.seed;
  const [first] = place.seed.lines;
  await seeHome(place, trace, first?.who ?? '');
  await seeHome(place, trace, facilitator);
  await seeHome(place, trace, quiet.asks);
  await place.pressHome(quiet.asks, 'settings');
  await place.submit(quiet.asks, { awayFrom: '2026-03-09', awayTo: '2026-03-13' });
  await place.pressHome(facilitator, 'answer-here');
  await place.submit(facilitator, {
    text:
      place.seed.language === 'fi'
        ? 'Kokosin perehdytyksen vaiheet yhdelle sivulle, ja uudet ovat päässeet nopeammin alkuun.'
        : 'I put the steps of induction on one page, and newcomers find their feet sooner.',
  });
}

async function seeHome(place: Place, trace: Trace, who: string): Promise<void> {
  const home = await place.openHome(who);
  trace.homes.push({ who, text: JSON.stringify(home.blocks), blocks: home.blocks });
}

/** Somebody whose words the first digest quotes takes them back, at home. */
async function withdraw(place: Place, trace: Trace): Promise<void> {
  const [digest] = place.digests();
  trace.before = JSON.stringify(digest?.blocks ?? []);
  const quoted = place.seed.lines.find(
    ({ week, how, text }) => week === 1 && how === 'thread' && trace.before.includes(text.slice(0, 40)),
  );
  if (!quoted) throw new Error('the first digest quotes nobody of the thread');
  trace.withdrawn = quoted.text;
  await place.openHome(quoted.who);
  await place.pressHome(quoted.who, 'withdraw');
}

/** Under the digest: a button, and the form that it opens. */
async function correct(place: Place): Promise<void> {
  const who = place.seed.lines.find((each) => each.week === 2)?.who ?? '';
  await place.press(who, 'correct');
  const view = place.modals.at(-1)?.view;
  const [contribution] = optionsOf(view?.blocks ?? [], 'contribution');
  await place.submit(who, { contribution: contribution?.value ?? '', step: 'processes' });
}

const optionsOf = (blocks: readonly Record<string, unknown>[], field: string) => {
  const element = blocks.find((each) => each['block_id'] === field)?.['element'] as
    | { options?: { value: string; text: { text: string } }[] }
    | undefined;
  return (element?.options ?? []).map(({ value, text }) => ({ value, label: text.text }));
};

async function pause(place: Place, trace: Trace): Promise<void> {
  const { facilitator, language } = place.seed;
  await place.openHome(facilitator);
  await place.pressHome(facilitator, 'pause');
  trace.unheard =
    language === 'fi' ? 'Tämän kirjoitin tauon aikana, kun kukaan ei kerää.' : 'I wrote this in the break, unheard.';
  await place.post(place.seed.lines[0]?.who ?? '', trace.unheard);
}

/** Somebody asks for what another said in a channel without an inquiry, and another builds on what was said. */
async function pick(place: Place): Promise<void> {
  const { seed, besides } = place;
  const [asker, author, builder] = seed.lines.filter((each) => each.week === 2).map((each) => each.who);
  const at = await place.post(author ?? '', seed.saidBesides, { channel: besides });
  await place.pick(asker ?? '', 'add', at);
  await place.press(author ?? '', 'pick-add');
  const said = seed.lines.find((each) => each.week === 3 && each.how === 'thread');
  await place.pick(builder ?? '', 'builds-on', messageOf(place, said?.text ?? ''));
  await place.submit(builder ?? '', { text: seed.buildsOn });
}

/** Whoever has the code of an anonymous answer takes it back in private; only they could. */
async function takeBack(place: Place, trace: Trace): Promise<void> {
  const { seed } = place;
  const said = seed.lines.find((each) => each.week === 2 && each.how === 'anonymous');
  if (!said) throw new Error('nobody answered anonymously');
  const texts = place.privately(said.who).map((each) => each.text);
  const code = texts.map((text) => /[0-9a-f]{4}-[0-9a-f]{4}/.exec(text)?.[0]).findLast(Boolean) ?? '';
  trace.taken = said.text;
  await place.tell(said.who, `@porras ${seed.language === 'fi' ? 'poista' : 'withdraw'} ${code}`);
  await place.command(said.who, seed.language === 'fi' ? 'ohje' : 'help');
}

async function takeOn(place: Place): Promise<void> {
  const who = place.seed.lines.find((each) => each.week === 4)?.who ?? '';
  await place.press(who, 'commit');
  const own = place.seed.lines.filter((each) => each.who === who).map((each) => each.text.slice(0, 30));
  const idea = optionsOf(place.modals.at(-1)?.view.blocks ?? [], 'idea').find(
    ({ label }) => !own.some((text) => label.startsWith(text)),
  );
  await place.submit(who, { text: place.seed.takesOn, dueOn: '2026-03-30', idea: idea?.value ?? '' });
}

async function followUp(place: Place): Promise<void> {
  const who = place.seed.lines.find((each) => each.week === 4)?.who ?? '';
  await place.press(who, 'commitment-done');
  await place.submit(who, { outcome: place.seed.outcome });
}

async function close(place: Place): Promise<void> {
  const { facilitator } = place.seed;
  await place.openHome(facilitator);
  await place.pressHome(facilitator, 'close');
  await place.submit(facilitator, { sure: 'yes' });
}
