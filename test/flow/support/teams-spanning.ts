import { createPlace, type Place } from './slack-place.ts';
import { HARBOUR, type PlaceSeed, type Somebody } from './slack-places.ts';
import { openSlackWorld, type SlackWorld } from './slack-world.ts';
import { type TeamsPlace, teamsBeside } from './teams-beside.ts';
import { codeIn } from './two-places.ts';

/** Something that was said in the week, on which platform. */
interface Said {
  on: 'slack' | 'teams';
  who: string;
  text: string;
  afterNudge?: true;
}

export interface Spanning {
  world: SlackWorld;
  /** What an operator of either adapter was told. */
  logged(): string[];
  slack: Place;
  teams: TeamsPlace;
  said: Said[];
  withdrawn: string[];
  /** With which the second channel joined. */
  code: string;
  /** The digest as it was posted. */
  before: { slack: string; teams: string };
  /** Who on Teams wants no more invitations. */
  stopper: string;
  close(): Promise<void>;
}

/** The office is in Slack; the quays are in Teams. */
const OFFICE: PlaceSeed = {
  ...HARBOUR,
  people: HARBOUR.people.filter(({ name }) =>
    ['morag', 'desmond', 'freya', 'rohan', 'siobhan', 'hanna', 'daniel', 'viktor'].includes(name),
  ),
};

export const TEAMS_PEOPLE: Somebody[] = [
  { name: 'kirsty', real: 'Kirsty Buchan', lang: 'en' },
  { name: 'ewan', real: 'Ewan Laird', lang: 'en' },
  { name: 'pirkko', real: 'Pirkko Saarela', lang: 'fi' },
  { name: 'sven', real: 'Sven Holmgren', lang: 'sv' },
  { name: 'moira', real: 'Moira Tulloch', lang: 'en' },
];

/** Who begins in Teams, or brings the channel there. */
export const QUAY_FACILITATOR = 'kirsty';

const SAID: Said[] = [
  {
    on: 'slack',
    who: 'freya',
    text: 'When the night shift was short I drew up a berth plan with the pilots, and the two ships were in before breakfast.',
  },
  {
    on: 'teams',
    who: 'kirsty',
    text: 'I taught two drivers to read the berth plan, and now they plan their own shifts without asking anybody.',
  },
  {
    on: 'slack',
    who: 'rohan',
    text: 'I spent a morning with the new clerk on customs codes, using last week’s real cargo. She now spots mistakes that I miss.',
  },
  {
    on: 'teams',
    who: 'ewan',
    text: 'The new crane driver learned the signals by sitting next to me for two nights, with real loads.',
  },
  {
    on: 'slack',
    who: 'siobhan',
    text: 'The shared board for berth changes works: the quay sees a change the minute the office makes it.',
  },
  {
    on: 'teams',
    who: 'moira',
    text: 'I showed three new colleagues how the customs codes work, and they learned it within a week.',
  },
];
const PRIVATE: Said = {
  on: 'teams',
  who: 'pirkko',
  text: 'Neuvoin kesällä uutta vahtimestaria porttien avaamisessa, ja hän hoitaa nyt yövuorot yksin.',
  afterNudge: true,
};

/** One week of an inquiry that is begun on one of them and lives in a channel of the other too. */
export async function liveSpanning(begunIn: 'slack' | 'teams'): Promise<Spanning> {
  const logged: string[] = [];
  const beside = await teamsBeside({ team: 'quays', people: TEAMS_PEOPLE }, (what) => logged.push(what));
  const world = await openSlackWorld([OFFICE], '2026-03-02 06:30', beside.beside);
  const slack = createPlace(world, OFFICE);
  const teams = await beside.open(world.flow, () => world.settle());

  const code = await begin(world, slack, teams, begunIn);
  await world.until('2026-03-02 09:30');
  for (const { on, who, text } of SAID) {
    if (on === 'slack') await slack.post(who, text, { thread: slack.question().ts });
    else await teams.post(who, text, teams.last('answer-privately').id);
    await world.queue.advanceTo(new Date(world.clock.now().getTime() + 180_000));
  }
  await world.until('2026-03-04 17:00');
  await teams.tell(PRIVATE.who, PRIVATE.text);
  await teams.press('sven', 'stop-nudges');
  await world.until('2026-03-06 16:00');
  const before = {
    slack: JSON.stringify(slack.digests()[0]?.blocks),
    teams: JSON.stringify(teams.last('fix-theme').card),
  };
  const withdrawn = await takeBack(world, slack, teams, before);
  return {
    world,
    logged: () => [...world.logged, ...logged],
    slack,
    teams,
    said: [...SAID, PRIVATE],
    withdrawn,
    code,
    before,
    stopper: 'sven',
    async close() {
      await world.close();
      await beside.close();
    },
  };
}

/** One of the two, as whoever begins there or joins there moves. */
interface Side {
  who: string;
  /** Of somebody to be named a leader; nobody where none is. */
  leaders: string[];
  command(text: string): Promise<void>;
  press(action: string): Promise<void>;
  submit(values: Record<string, string | string[]>): Promise<void>;
  /** What Porras told them last. */
  told(): string;
}

function sidesOf(slack: Place, teams: TeamsPlace): Record<Said['on'], Side> {
  const { facilitator, leader } = slack.seed;
  return {
    slack: {
      who: facilitator,
      leaders: [slack.users[leader] ?? ''],
      command: (text) => slack.command(facilitator, text),
      press: (action) => slack.press(facilitator, action),
      submit: (values) => slack.submit(facilitator, values),
      told: () => slack.privately(facilitator).at(-1)?.text ?? '',
    },
    teams: {
      who: QUAY_FACILITATOR,
      leaders: [],
      command: (text) => teams.command(QUAY_FACILITATOR, text),
      press: (action) => teams.press(QUAY_FACILITATOR, action),
      submit: (values) => teams.submit(QUAY_FACILITATOR, values),
      told: () => teams.privately(QUAY_FACILITATOR).at(-1)?.words ?? '',
    },
  };
}

/** It is begun on one; the channel of the other joins by a code before the first question, or while that is open. */
async function begin(world: SlackWorld, slack: Place, teams: TeamsPlace, begunIn: Said['on']): Promise<string> {
  const sides = sidesOf(slack, teams);
  const [here, there] = begunIn === 'slack' ? [sides.slack, sides.teams] : [sides.teams, sides.slack];
  const { language, topic } = slack.seed;
  await here.command('new');
  await here.submit({
    topic,
    language,
    programme: 'co-development',
    startsOn: '2026-03-02',
    leaders: here.leaders,
  });
  await here.press('start-inquiry');
  if (begunIn === 'teams') await world.until('2026-03-02 09:10');
  await here.command('connect');
  const code = codeIn(here.told());
  if (!code) throw new Error(`${here.who} was given no code, but "${here.told()}"`);
  await there.command(`connect ${code}`);
  if (there.leaders.length > 0) {
    await there.press('name-roles');
    await there.submit({ leaders: there.leaders });
  }
  return code;
}

/** One who is quoted takes their words back on each platform: at home in Slack, by deleting the message in Teams. */
async function takeBack(
  world: SlackWorld,
  slack: Place,
  teams: TeamsPlace,
  before: Spanning['before'],
): Promise<string[]> {
  const quoted = (on: Said['on']): Said => {
    const found = SAID.find((each) => each.on === on && before.slack.includes(each.text.slice(0, 40)));
    if (!found) throw new Error(`the digest quotes nobody of ${on}: ${before.teams}`);
    return found;
  };
  const [office, quay] = [quoted('slack'), quoted('teams')];
  await slack.openHome(office.who);
  await slack.pressHome(office.who, 'withdraw');
  const message = teams.everyoneSees().find((each) => each.text === quay.text);
  if (!message) throw new Error(`nobody said "${quay.text}"`);
  await teams.delete(quay.who, message);
  await world.settle();
  return [office.text, quay.text];
}
