import { createPlace, type Place } from './slack-place.ts';
import { HARBOUR, type PlaceSeed, type Somebody } from './slack-places.ts';
import { openSlackWorld, type SlackWorld } from './slack-world.ts';
import { type TeamsPlace, teamsBeside } from './teams-beside.ts';

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

/** One week of an inquiry that is begun in Slack and lives in a channel of Teams too. */
export async function liveSpanning(begunIn: 'slack' | 'teams'): Promise<Spanning> {
  const logged: string[] = [];
  const beside = await teamsBeside({ team: 'quays', people: TEAMS_PEOPLE }, (what) => logged.push(what));
  const world = await openSlackWorld([OFFICE], '2026-03-02 06:30', beside.beside);
  const slack = createPlace(world, OFFICE);
  const teams = await beside.open(world.flow, () => world.settle());

  await begin(world, slack, teams, begunIn);
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
    before,
    stopper: 'sven',
    async close() {
      await world.close();
      await beside.close();
    },
  };
}

/** Nothing in the flow adds a channel of another platform yet, so that the draft is given one. */
async function begin(
  { store }: SlackWorld,
  slack: Place,
  teams: TeamsPlace,
  begunIn: 'slack' | 'teams',
): Promise<void> {
  const { facilitator, leader, language, topic } = slack.seed;
  await slack.command(facilitator, 'new');
  await slack.submit(facilitator, {
    topic,
    language,
    programme: 'co-development',
    startsOn: '2026-03-02',
    leaders: [slack.users[leader] ?? ''],
  });
  const [draft] = await store.inquiries.find({});
  if (!draft) throw new Error('no draft was made');
  await store.inquiries.update(
    { id: draft.id },
    begunIn === 'slack'
      ? { channels: [...draft.channels, teams.channel] }
      : { channels: [teams.channel, ...draft.channels], workspaceId: teams.workspaceId },
  );
  await slack.press(facilitator, 'start-inquiry');
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
