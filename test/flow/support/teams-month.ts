import { loadParts } from '../../../src/assemble-flow.ts';
import { createVirtualWorld, type VirtualWorld } from '../../../src/replay/virtual-world.ts';
import type { SeenMessage } from '../../support/teams/see.ts';
import { local } from '../world.ts';
import {
  type Acts,
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
import type { Line, PlaceSeed } from './slack-places.ts';
import { type TeamsPlace, teamsBeside } from './teams-beside.ts';

export interface TeamsMonth extends VirtualWorld {
  seed: PlaceSeed;
  place: TeamsPlace;
  warnings: string[];
  logged: string[];
  /** The first digest as it was posted. */
  before: string;
  withdrawn: string;
  /** An anonymous answer that was taken back by its code. */
  taken: string;
  /** What was said while nobody was listening. */
  unheard: string;
  close(): Promise<void>;
}

/** The four weeks of the Slack test in a channel of Teams, by what Teams has: commands where Slack has a home. */
export async function liveAMonthInTeams(seed: PlaceSeed): Promise<TeamsMonth> {
  const [warnings, logged]: [string[], string[]] = [[], []];
  const besides = 'kahvila';
  const beside = await teamsBeside({ team: 'yhteinen', channels: [besides], people: seed.people }, (what) =>
    logged.push(what),
  );
  const world = createVirtualWorld({
    parts: await loadParts(),
    startsAt: local('2026-03-02 06:30'),
    platform: beside.beside,
    flow: { warn: (what, ids) => warnings.push(`${what} ${JSON.stringify(ids)}`) },
  });
  const { queue, clock } = world;
  const until = (at: string): Promise<void> => queue.advanceTo(local(at));
  const place = await beside.open(world.flow, () => queue.advanceTo(clock.now()));
  const acts = actsIn(seed, place, besides);
  for (const { name } of seed.people) await place.meet(name);

  const week = async (number: Line['week']): Promise<void> => {
    const monday = MONDAYS[number - 1] ?? '';
    await until(`${monday} 09:30`);
    await sayLines(world, acts, number, 'thread');
    await until(`${day(monday, 1)} 10:15`);
    await sayLines(world, acts, number, 'channel', 'private', 'anonymous');
  };
  const trace = { taken: '' };
  await begin(acts);
  await week(1);
  await showName(acts);
  await until('2026-03-04 13:00');
  await meetNudges(acts);
  await until('2026-03-06 16:00');
  const before = JSON.stringify(place.last('fix-theme').card);
  await week(2);
  const withdrawn = await withdraw(seed, place, before);
  await correct(acts);
  await until('2026-03-12 10:00');
  await acts.command(seed.facilitator, seed.language === 'fi' ? 'keskeytä' : 'pause');
  const unheard =
    seed.language === 'fi'
      ? 'Tämän kirjoitin tauon aikana, kun kukaan ei kerää.'
      : 'I wrote this in the break, unheard.';
  await place.post(seed.lines[0]?.who ?? '', unheard);
  await until('2026-03-13 08:30');
  await acts.command(seed.facilitator, seed.language === 'fi' ? 'jatka' : 'resume');
  await until('2026-03-13 16:00');
  await week(3);
  await pick(seed, place, besides);
  await takeBack(acts, trace);
  await until('2026-03-20 16:00');
  await week(4);
  await takeOn(acts);
  await until('2026-03-31 10:00');
  await followUp(acts);
  await until('2026-04-03 16:00');
  await acts.command(seed.facilitator, seed.language === 'fi' ? 'sulje' : 'close');
  await acts.submit(seed.facilitator, { sure: 'yes' });
  await until('2026-04-06 12:00');
  return { ...world, seed, place, warnings, logged, before, withdrawn, unheard, ...trace, close: () => beside.close() };
}

const actsIn = (seed: PlaceSeed, place: TeamsPlace, besides: string): Acts => ({
  seed,
  users: Object.fromEntries([...place.teams.world.people.values()].map((each) => [each.key, each.aadObjectId])),
  post: (who, text, { thread, channel } = {}) =>
    place.post(who, text, thread, channel === undefined ? 'general' : besides),
  tell: (who, text) => place.tell(who, text),
  command: (who, text) => place.command(who, text),
  press: (who, action) => place.press(who, action),
  submit: (who, values) => place.submit(who, values),
  offered(who, field) {
    const found = place.form(who)?.fields.find(({ name }) => name === field);
    return found?.type === 'select' ? [...found.options] : [];
  },
  privately: (who) => place.privately(who).map((each) => ({ text: each.words || each.text })),
  question: () => ({ ts: place.last('answer-privately').id }),
});

const messageOf = (place: TeamsPlace, text: string, channel?: string): SeenMessage => {
  const messages = channel === undefined ? place.everyoneSees() : place.teams.messages(channel);
  const found = messages.find((each) => each.from !== null && each.text.includes(text.slice(0, 40)));
  if (!found) throw new Error(`nobody said "${text.slice(0, 40)}"`);
  return found;
};

/** Somebody whose words the first digest quotes deletes their message. */
async function withdraw({ lines }: PlaceSeed, place: TeamsPlace, before: string): Promise<string> {
  const quoted = lines.find(
    ({ week, how, text }) => week === 1 && how === 'thread' && before.includes(text.slice(0, 40)),
  );
  if (!quoted) throw new Error('the first digest quotes nobody of the thread');
  await place.delete(quoted.who, messageOf(place, quoted.text));
  return quoted.text;
}

/** As in Slack, by the message extension. */
async function pick(seed: PlaceSeed, place: TeamsPlace, besides: string): Promise<void> {
  const [asker = '', author = '', builder = ''] = seed.lines.filter((each) => each.week === 2).map((each) => each.who);
  await place.post(author, seed.saidBesides, undefined, besides);
  await place.pick(asker, 'add', messageOf(place, seed.saidBesides, `19:yhteinen-${besides}@thread.tacv2`));
  await place.press(author, 'pick-add');
  const said = seed.lines.find((each) => each.week === 3 && each.how === 'thread');
  await place.pick(builder, 'buildsOn', messageOf(place, said?.text ?? ''));
  await place.submit(builder, { text: seed.buildsOn });
}
