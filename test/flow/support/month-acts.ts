import type { VirtualWorld } from '../../../src/replay/virtual-world.ts';
import type { Line, PlaceSeed } from './slack-places.ts';

/** What people do in the four weeks that is the same wherever they are. */
export interface Acts {
  seed: PlaceSeed;
  /** Ids by name, as forms take them. */
  users: Record<string, string>;
  post(who: string, text: string, options?: { thread?: string; channel?: string }): Promise<unknown>;
  tell(who: string, text: string): Promise<unknown>;
  command(who: string, text: string): Promise<void>;
  /** Presses a button of the last message that this person sees and that has it. */
  press(who: string, action: string): Promise<void>;
  submit(who: string, values: Record<string, string | string[]>): Promise<void>;
  /** What the list of the form that is open has. */
  offered(who: string, field: string): { value: string; label: string }[];
  /** What Porras said to somebody in private. */
  privately(who: string): { text: string }[];
  /** The last question in the channel. */
  question(): { ts: string };
}

type Moving = Pick<VirtualWorld, 'queue' | 'clock'>;

/** Mondays of the four weeks. */
export const MONDAYS = ['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23'] as const;
export const day = (monday: string, after: number): string =>
  new Date(Date.parse(`${monday}T00:00:00Z`) + after * 86_400_000).toISOString().slice(0, 10);

export async function begin(place: Acts): Promise<void> {
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
export async function sayLines(world: Moving, place: Acts, week: number, ...hows: Line['how'][]): Promise<void> {
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
export async function showName(place: Acts): Promise<void> {
  const teller = place.seed.lines.find((each) => each.how === 'private')?.who ?? '';
  await place.press(teller, 'show-name');
}

export async function meetNudges(place: Acts): Promise<void> {
  const { answers, stops, asks, elsewhere, snoozes } = place.seed.quiet;
  await place.tell(answers, place.seed.answersNudge);
  await place.press(asks, 'why-me');
  await place.press(stops, 'stop-nudges');
  await place.press(elsewhere, 'contributed-elsewhere');
  await place.press(snoozes, 'snooze');
}

/** Under the digest: a button, and the form that it opens. */
export async function correct(place: Acts): Promise<void> {
  const who = place.seed.lines.find((each) => each.week === 2)?.who ?? '';
  await place.press(who, 'correct');
  const [contribution] = place.offered(who, 'contribution');
  await place.submit(who, { contribution: contribution?.value ?? '', step: 'processes' });
}

/** Whoever has the code of an anonymous answer takes it back in private; only they could. */
export async function takeBack(place: Acts, trace: { taken: string }): Promise<void> {
  const { seed } = place;
  const said = seed.lines.find((each) => each.week === 2 && each.how === 'anonymous');
  if (!said) throw new Error('nobody answered anonymously');
  const texts = place.privately(said.who).map((each) => each.text);
  const code = texts.map((text) => /[0-9a-f]{4}-[0-9a-f]{4}/.exec(text)?.[0]).findLast(Boolean) ?? '';
  trace.taken = said.text;
  await place.tell(said.who, `@porras ${seed.language === 'fi' ? 'poista' : 'withdraw'} ${code}`);
  await place.command(said.who, seed.language === 'fi' ? 'ohje' : 'help');
}

export async function takeOn(place: Acts): Promise<void> {
  const who = place.seed.lines.find((each) => each.week === 4)?.who ?? '';
  await place.press(who, 'commit');
  const own = place.seed.lines.filter((each) => each.who === who).map((each) => each.text.slice(0, 30));
  const idea = place.offered(who, 'idea').find(({ label }) => !own.some((text) => label.startsWith(text)));
  await place.submit(who, { text: place.seed.takesOn, dueOn: '2026-03-30', idea: idea?.value ?? '' });
}

export async function followUp(place: Acts): Promise<void> {
  const who = place.seed.lines.find((each) => each.week === 4)?.who ?? '';
  await place.press(who, 'commitment-done');
  await place.submit(who, { outcome: place.seed.outcome });
}
