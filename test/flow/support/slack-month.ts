import {
  begin,
  correct,
  day,
  followUp,
  meetNudges,
  MONDAYS,
  sayLines,
  showName,
  takeBack,
  takeOn,
} from './month-acts.ts';
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

async function close(place: Place): Promise<void> {
  const { facilitator } = place.seed;
  await place.openHome(facilitator);
  await place.pressHome(facilitator, 'close');
  await place.submit(facilitator, { sure: 'yes' });
}
