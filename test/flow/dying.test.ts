import { describe, expect, it } from 'vitest';
import { snapshotOf } from './support/snapshot.ts';
import { createWorld, type InquiryOptions, PEOPLE, type World, type WorldOptions } from './world.ts';

interface Scenario {
  what: string;
  world?: WorldOptions;
  inquiry?: InquiryOptions | null;
  before?: (world: World) => Promise<void>;
  /** While it happens, the process dies. */
  happens: (world: World) => Promise<void>;
}

const round1 = (world: World) => world.until('2026-03-02 09:00');

async function weekWithTalk(world: World): Promise<void> {
  world.analyst.script = { shorter: { kind: 'idea' }, 'even the other': { kind: 'solution', signals: ['build'] } };
  await round1(world);
  await world.say('bo', 'We made the form shorter.', { ref: 'first' });
  await world.say('cia', 'We could shorten even the other one.', { ref: 'second', threadRef: 'first' });
}

async function digested(world: World): Promise<void> {
  await weekWithTalk(world);
  await world.until('2026-03-06 16:00');
}

async function committed(world: World): Promise<void> {
  await weekWithTalk(world);
  const [idea] = await world.store.contributions.find({ ref: 'first' });
  await world.command('cia', 'commit');
  await world.submit('cia', { idea: idea?.id ?? '', text: 'I shorten it', dueOn: '2026-03-03' });
  await world.until('2026-03-03 10:00');
}

const FORM = {
  topic: 'How we work',
  language: 'en',
  programme: 'five-d',
  model: 'value-co-creation',
  startsOn: '2026-03-02',
  pace: '1',
  timeZone: 'Europe/Helsinki',
  quietFrom: '17:00',
  quietTo: '08:00',
};

const NO_FORMS: WorldOptions = { without: ['form', 'choices'] };

const SCENARIOS: Scenario[] = [
  {
    what: 'hearing a message in a thread',
    before: weekWithTalk,
    happens: async (world) => void (await world.say('dan', 'I like that.', { threadRef: 'first' })),
  },
  {
    what: 'hearing a private answer of a leader that is held',
    inquiry: { policy: { holdLeadersHours: 4 }, roles: { leader: ['eva'] } },
    before: round1,
    happens: async (world) => void (await world.tell('eva', 'I would begin with the customers.')),
  },
  {
    what: 'hearing an anonymous answer',
    before: round1,
    happens: (world) => world.command('dan', 'anonymous Nobody reads the reports.', { private: true }),
  },
  {
    what: 'hearing what was said before the first question',
    before: (world) => world.until('2026-03-02 07:30'),
    happens: async (world) => {
      await world.say('bo', 'Looking forward to this.');
      await world.until('2026-03-02 08:30');
    },
  },
  {
    what: 'drafting an inquiry',
    inquiry: null,
    happens: async (world) => {
      await world.command('anna', 'new');
      await world.submit('anna', FORM);
    },
  },
  {
    what: 'starting an inquiry, up to its first question',
    inquiry: null,
    before: async (world) => {
      await world.command('anna', 'new');
      await world.submit('anna', FORM);
    },
    happens: async (world) => {
      await world.press('anna', 'start-inquiry');
      await world.until('2026-03-02 08:30');
    },
  },
  {
    what: 'opening a round',
    inquiry: { roles: { leader: ['eva'] } },
    before: (world) => world.until('2026-03-02 07:59'),
    happens: (world) => world.until('2026-03-02 08:01'),
  },
  {
    what: 'asking each in private',
    inquiry: { programme: 'co-development' },
    before: (world) => world.until('2026-03-02 07:00'),
    happens: (world) => world.until('2026-03-03 12:00'),
  },
  {
    what: 'nudging',
    before: async (world) => {
      await weekWithTalk(world);
      await world.until('2026-03-04 07:59');
    },
    happens: (world) => world.until('2026-03-04 08:30'),
  },
  {
    what: 'asking to reflect',
    before: async (world) => {
      await weekWithTalk(world);
      await world.press('dan', 'answer-privately');
      await world.until('2026-03-04 07:00');
    },
    happens: (world) => world.until('2026-03-04 12:00'),
  },
  {
    what: 'closing a round and composing a digest',
    before: async (world) => {
      await weekWithTalk(world);
      await world.until('2026-03-06 14:00');
    },
    happens: (world) => world.until('2026-03-06 16:00'),
  },
  { what: 'composing a digest on request', before: weekWithTalk, happens: (world) => world.command('anna', 'digest') },
  {
    what: 'withdrawing a private answer that a digest quotes',
    before: async (world) => {
      await round1(world);
      await world.tell('dan', 'I wish that somebody asked me first.');
      await world.until('2026-03-06 16:00');
    },
    happens: (world) => world.press('dan', 'withdraw'),
  },
  {
    what: 'deleting a message that a digest quotes',
    before: digested,
    happens: (world) => world.act('bo', (hands) => hands.delete('first')),
  },
  {
    what: 'editing a message that a digest quotes',
    before: digested,
    happens: (world) => world.act('bo', (hands) => hands.edit('first', 'We made both forms shorter.')),
  },
  {
    what: 'moving a contribution elsewhere',
    before: digested,
    happens: async (world) => {
      const [said] = await world.store.contributions.find({ ref: 'first' });
      await world.command('dan', 'move');
      await world.submit('dan', { contribution: said?.id ?? '', step: 'needs' });
    },
  },
  {
    what: 'merging two sub-themes under a new name',
    before: async (world) => {
      await weekWithTalk(world);
      await world.store.subThemes.insert({
        id: 'inquiry-processes-2',
        inquiryId: 'inquiry',
        step: 'processes',
        label: 'Another',
        labelBy: 'lexical',
        mergedInto: null,
        history: [],
        createdAt: new Date(0),
      });
    },
    happens: async (world) => {
      await world.command('dan', 'themes');
      await world.submit('dan', { subTheme: 'inquiry-processes-2', into: 'inquiry-processes-1', label: 'Both' });
    },
  },
  {
    what: 'settling a commitment',
    before: committed,
    happens: async (world) => {
      await world.press('cia', 'commitment-done');
      await world.submit('cia', { outcome: 'It has two pages now.' });
    },
  },
  { what: 'postponing a commitment', before: committed, happens: (world) => world.press('cia', 'commitment-later') },
  { what: 'pausing', before: weekWithTalk, happens: (world) => world.command('anna', 'pause') },
  {
    what: 'resuming after weeks',
    inquiry: { programme: 'five-d' },
    before: async (world) => {
      await weekWithTalk(world);
      await world.command('anna', 'pause');
      await world.until('2026-03-24 10:00');
    },
    happens: async (world) => {
      await world.command('anna', 'resume');
      await world.until('2026-03-30 10:00');
    },
  },
  { what: 'skipping a round', before: weekWithTalk, happens: (world) => world.command('anna', 'skip') },
  {
    what: 'closing',
    before: async (world) => {
      await weekWithTalk(world);
      await world.command('anna', 'close');
    },
    happens: (world) => world.submit('anna', { sure: 'yes' }),
  },
  {
    what: 'asking a question of their own',
    before: weekWithTalk,
    happens: async (world) => {
      await world.command('anna', 'ask');
      await world.submit('anna', { text: 'What surprised you?', days: '2' });
    },
  },
  {
    what: 'answering a form question by question',
    world: NO_FORMS,
    before: async (world) => {
      await weekWithTalk(world);
      await world.tell('cia', 'commit');
    },
    happens: async (world) => {
      await world.tell('cia', '1');
      await world.tell('cia', 'I talk to the unit next door');
      await world.tell('cia', '2026-03-20');
    },
  },
  {
    what: 'stopping a form that is asked question by question',
    world: NO_FORMS,
    before: async (world) => {
      await weekWithTalk(world);
      await world.tell('cia', 'commit');
    },
    happens: async (world) => void (await world.tell('cia', 'cancel')),
  },
  {
    what: 'pressing a button by its number',
    world: NO_FORMS,
    before: async (world) => {
      await round1(world);
      await world.tell('dan', 'I would rather write here.');
    },
    happens: async (world) => void (await world.tell('dan', '3')),
  },
  {
    what: 'stopping nudges',
    before: (world) => world.until('2026-03-04 09:00'),
    happens: (world) => world.press('dan', 'stop-nudges'),
  },
  {
    what: 'someone joining and someone leaving',
    before: weekWithTalk,
    happens: async (world) => {
      await world.act('gus', (hands) => hands.leave());
      await world.act('gus', (hands) => hands.join());
    },
  },
];

const HOME: Scenario[] = [
  {
    what: 'opening a home, and what one does there',
    before: weekWithTalk,
    happens: async (world) => {
      await world.act('bo', (hands) => hands.openHome());
      await world.act('bo', (hands) => hands.pressHome('withdraw'));
      await world.later(1_000);
    },
  },
  {
    what: 'answering at home',
    before: async (world) => {
      await weekWithTalk(world);
      await world.act('dan', (hands) => hands.openHome());
      await world.act('dan', (hands) => hands.pressHome('answer-here'));
    },
    happens: async (world) => {
      await world.submit('dan', { text: 'It got quieter.' });
      await world.later(1_000);
    },
  },
  {
    what: 'skipping the last round from home',
    inquiry: { programme: 'five-d' },
    before: async (world) => {
      await weekWithTalk(world);
      await world.store.rounds.update({ status: 'planned' }, { status: 'skipped' });
      await world.act('anna', (hands) => hands.openHome());
    },
    happens: (world) => world.act('anna', (hands) => hands.pressHome('skip')),
  },
  {
    what: 'closing from home',
    before: async (world) => {
      await weekWithTalk(world);
      await world.act('anna', (hands) => hands.openHome());
      await world.act('anna', (hands) => hands.pressHome('close'));
    },
    happens: (world) => world.submit('anna', { sure: 'yes' }),
  },
];

const LOUNGE: WorldOptions = { channels: [{ id: 'kitchen' }, { id: 'lounge' }] };
const inLounge = (world: World) => ({ channel: world.platform.channel('lounge') });

const PICKING: Scenario[] = [
  {
    what: 'picking one’s own message',
    world: LOUNGE,
    before: async (world) => {
      await round1(world);
      await world.say('bo', 'We tidied up.', { ref: 'there', ...inLounge(world) });
    },
    happens: (world) => world.act('bo', (hands) => hands.pick('there', 'add')),
  },
  {
    what: 'picking another’s message, and the author’s yes',
    world: LOUNGE,
    before: async (world) => {
      await round1(world);
      await world.say('bo', 'We tidied up.', { ref: 'there', ...inLounge(world) });
    },
    happens: async (world) => {
      await world.act('cia', (hands) => hands.pick('there', 'add'));
      await world.press('bo', 'pick-add');
    },
  },
  {
    what: 'the author’s no',
    world: LOUNGE,
    before: async (world) => {
      await round1(world);
      await world.say('bo', 'We tidied up.', { ref: 'there', ...inLounge(world) });
      await world.act('cia', (hands) => hands.pick('there', 'add'));
    },
    happens: (world) => world.press('bo', 'pick-leave'),
  },
  {
    what: 'building on a message',
    before: async (world) => {
      await weekWithTalk(world);
      await world.act('dan', (hands) => hands.pick('first', 'builds-on'));
    },
    happens: (world) => world.submit('dan', { text: 'And the third one too.' }),
  },
  {
    what: 'taking back what was built on a message',
    before: async (world) => {
      await weekWithTalk(world);
      await world.act('dan', (hands) => hands.pick('first', 'builds-on'));
      await world.submit('dan', { text: 'And the third one too.' });
    },
    happens: (world) => world.press('dan', 'withdraw'),
  },
];

/** A facilitator has a code, and the lounge may join by it. */
async function withCode(world: World): Promise<void> {
  await weekWithTalk(world);
  await world.command('anna', 'connect');
}
const codeIn = (world: World): string => /\w{4}-\w{4}-\w{4}/.exec(world.lastTo('anna'))?.[0] ?? '';
const joinLounge = (world: World) => world.command('bo', `connect ${codeIn(world)}`, inLounge(world));

const CONNECTING: Scenario[] = [
  { what: 'giving a code to join', before: weekWithTalk, happens: (world) => world.command('anna', 'connect') },
  { what: 'a channel joining', world: LOUNGE, before: withCode, happens: joinLounge },
  {
    what: 'saying who is who where a channel has joined',
    world: LOUNGE,
    before: async (world) => {
      await withCode(world);
      await joinLounge(world);
      await world.press('bo', 'name-roles');
    },
    happens: (world) => world.submit('bo', { leaders: world.platform.person('cia') }),
  },
  {
    what: 'taking a channel out',
    world: { channels: [{ id: 'kitchen', members: ['anna', 'bo', 'cia'] }, { id: 'lounge' }] },
    inquiry: { channels: ['kitchen', 'lounge'], facilitators: ['anna', 'dan'] },
    before: async (world) => {
      await weekWithTalk(world);
      await world.command('dan', 'disconnect', inLounge(world));
    },
    happens: (world) => world.submit('dan', { sure: 'yes' }),
  },
  {
    what: 'taking a channel out while invitations to its people are on their way',
    world: { channels: [{ id: 'kitchen', members: ['anna', 'bo', 'cia'] }, { id: 'lounge' }] },
    inquiry: { channels: ['kitchen', 'lounge'], facilitators: ['anna', 'dan'] },
    before: async (world) => {
      await world.until('2026-03-04 07:59');
      world.faults.away = true;
      await world.until('2026-03-04 08:01');
      await world.command('dan', 'disconnect', inLounge(world));
    },
    happens: async (world) => {
      await world.submit('dan', { sure: 'yes' });
      world.faults.away = false;
    },
  },
];

const GOING: Scenario[] = [
  {
    what: 'a channel going',
    before: weekWithTalk,
    happens: (world) => world.happens((platform) => platform.removeChannel('kitchen')),
  },
  {
    what: 'one of two channels going',
    world: LOUNGE,
    inquiry: { channels: ['kitchen', 'lounge'] },
    before: weekWithTalk,
    happens: (world) => world.happens((platform) => platform.removeChannel('kitchen')),
  },
  {
    what: 'an account closing',
    before: (world) => world.until('2026-03-04 09:00'),
    happens: (world) => world.act('dan', (hands) => hands.leaveForGood()),
  },
  {
    what: 'somebody joining whose platform knows them',
    world: { people: [...PEOPLE, { id: 'åke', name: 'Åke', profile: { locale: 'sv-SE' } }] },
    before: weekWithTalk,
    happens: async (world) => {
      await world.act('åke', (hands) => hands.leave());
      await world.act('åke', (hands) => hands.join());
    },
  },
];

/** A machine that is busy with other things takes its time for hundreds of worlds. */
const PATIENT_MS = 180_000;

describe('a process that dies at any step leaves no trace once another has gone on', () => {
  it.each([...SCENARIOS, ...HOME, ...PICKING, ...CONNECTING, ...GOING])(
    '$what',
    async (scenario) => {
      const undisturbed = await live(scenario, 0);
      expect(undisturbed.calls).toBeGreaterThan(3);
      const expected = await snapshotOf(undisturbed.world);
      for (let atCall = 1; atCall <= undisturbed.calls; atCall += 1) {
        const { world, died } = await live(scenario, atCall);
        expect(died, `it dies at call ${atCall}`).toBe(true);
        expect(await snapshotOf(world), `after dying at call ${atCall} of ${undisturbed.calls}`).toEqual(expected);
      }
    },
    PATIENT_MS,
  );
});

async function live({ world: options = {}, inquiry = {}, before, happens }: Scenario, atCall: number) {
  const world = await createWorld(options);
  if (inquiry) await world.begin(inquiry);
  await before?.(world);
  world.faults.arm({ atCall });
  await happens(world);
  await world.settle();
  const { calls, died } = world.faults;
  world.faults.revive();
  // Long enough for every retry.
  await world.later(600_000);
  return { world, calls, died };
}
