import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../src/flow/say/choice.ts';
import { createWorld, type World } from './world.ts';

/**
 * Two inquiries in two channels: Anna facilitates the one in the kitchen, Xia the one in the lab. Out is in neither.
 * Everything that a button or a form carries may be forged, so each is tried with the ids of the other inquiry.
 */
const KITCHEN = ['anna', 'bo', 'cia', 'dan', 'eva'];
const LAB = ['xia', 'yves', 'zoe', 'abe', 'ben'];
const SECRETS = {
  private: 'The laboratory loses samples every Friday',
  held: 'The head of the lab thinks of leaving',
  topic: 'Confidential move of the lab',
  theme: 'Lost samples of the lab',
  commitment: 'I repair the freezer of the lab',
};

async function twoInquiries(): Promise<World> {
  const people = [...KITCHEN, ...LAB, 'out'].map((id) => ({ id, name: id.toUpperCase() }));
  const world = await createWorld({
    people,
    channels: [
      { id: 'kitchen', members: KITCHEN },
      { id: 'lab', members: LAB },
    ],
  });
  world.analyst.script = { samples: { kind: 'idea' } };
  await world.begin({ id: 'kitchen', channels: ['kitchen'], facilitators: ['anna'] });
  await world.begin({
    id: 'lab',
    channels: ['lab'],
    facilitators: ['xia'],
    topic: SECRETS.topic,
    policy: { holdLeadersHours: 96 },
    roles: { leader: ['abe'] },
  });
  await world.until('2026-03-02 09:00');
  await world.say('bo', 'We tidied up.');
  await world.tell('yves', `${SECRETS.private}.`);
  await world.tell('abe', `${SECRETS.held}.`);
  await world.store.subThemes.update({ inquiryId: 'lab' }, { label: SECRETS.theme });
  await world.command('zoe', 'commit', { channel: world.platform.channel('lab') });
  await world.submit('zoe', { text: SECRETS.commitment, dueOn: '2026-03-02' });
  await world.until('2026-03-04 09:00');
  return world;
}

/** What there is of the lab for somebody to point at. */
async function idsOfLab(world: World): Promise<string[]> {
  const rows = await world.rows();
  const lab = Object.entries(rows)
    .filter(([table]) => table !== 'deliveries' && table !== 'events')
    .flatMap(([, all]) => all.filter((row) => row['inquiryId'] === 'lab' || row['id'] === 'lab'))
    .map((row) => String(row['id']));
  // One of each kind is enough of the many.
  const kind = (id: string) => id.replace(/[\d/:].*$/, '').replace(/^(c)[\da-f]{8,}.*/, '$1');
  const one = new Map(lab.map((id) => [kind(id), id])).values();
  return ['lab', ...one, ...lab.filter((id) => /^c[\da-f]{16}$/.test(id))];
}

/** What may not change by what outsiders do: all but what is said to themselves and known of them. */
async function stateOfLab(world: World): Promise<string> {
  const { deliveries: _, events: __, formSessions: ___, people: ____, ...rows } = await world.rows();
  return JSON.stringify([rows, world.inChannel('lab').map((each) => [each.text, each.editedAt])]);
}

const seenBy = (world: World, who: string): string =>
  [
    ...world.platform.visibleTo(who).map((each) => `${each.text} ${JSON.stringify(each.choices)}`),
    JSON.stringify(world.platform.formFor(who)),
  ].join('\n');

const secretsSeenBy = (world: World, who: string): string[] =>
  Object.values(SECRETS).filter((secret) => seenBy(world, who).includes(secret));

const FORGED_ANSWERS = (id: string): Record<string, string> => ({
  contribution: id,
  step: 'needs',
  subTheme: id,
  into: id,
  label: 'Mine now',
  idea: id,
  text: 'Forged.',
  dueOn: '2026-03-20',
  outcome: 'Forged.',
  days: '2',
  lang: 'sv',
  timeZone: 'Europe/Stockholm',
  nudges: 'stopped',
  sure: 'yes',
  topic: 'Forged',
  programme: 'five-d',
  model: 'value-co-creation',
  startsOn: '2026-03-20',
});
const FORMS = [
  'create-inquiry',
  'answer-anonymously',
  'answer-here',
  'answer-in-channel',
  'build-on',
  'close-inquiry',
  'correct',
  'fix-theme',
  'commit',
  'settle-commitment',
  'ask-extra',
  'settings',
  'none-such',
];

describe('whoever is not in an inquiry', () => {
  it.each(['bo', 'anna', 'out'])(
    'changes nothing in it and learns nothing of it by forged buttons (%s)',
    async (who) => {
      const world = await twoInquiries();
      const before = await stateOfLab(world);
      for (const value of await idsOfLab(world)) {
        for (const action of [...ACTIONS, 'drop-tables']) {
          // These are about oneself, and say nothing of the inquiry.
          if (['snooze', 'stop-nudges', 'resume-nudges'].includes(action)) continue;
          const told = world.privately(who).length;
          await world.forge(who, { type: 'choice-pressed', action, value });
          const answered = world.privately(who).length > told || world.platform.formFor(who) !== null;
          expect({ action, value, answered }).toEqual({ action, value, answered: true });
        }
      }
      expect(secretsSeenBy(world, who)).toEqual([]);
      expect(await stateOfLab(world)).toBe(before);
      expect(world.warnings).toEqual([]);
      expect(new Set(world.refusals)).toEqual(
        new Set(['choice.expired', 'facilitators-only', 'no-inquiry-for-you', 'not-allowed']),
      );
    },
  );

  it.each(['bo', 'anna', 'out'])('changes nothing in it and learns nothing of it by forged forms (%s)', async (who) => {
    const world = await twoInquiries();
    const before = await labOnly(world);
    for (const id of await idsOfLab(world)) {
      for (const formId of FORMS) {
        const about = JSON.stringify({ inquiryId: 'lab', ref: id, channel: world.platform.channel('lab') });
        const asked = JSON.stringify({ roundId: id, channel: world.platform.channel('lab') });
        for (const context of [id, `done ${id}`, `dropped ${id}`, world.platform.channel('lab'), about, asked]) {
          const told = world.privately(who).length;
          await world.forge(who, { type: 'form-submitted', formId, context, answers: FORGED_ANSWERS(id) });
          expect({ formId, context, answered: world.privately(who).length > told }).toMatchObject({ answered: true });
        }
      }
    }
    expect(secretsSeenBy(world, who)).toEqual([]);
    expect(await labOnly(world)).toBe(before);
    expect(world.warnings).toEqual([]);
  });

  /** Forms are also about one's own inquiry, where one may do things; here only the other one counts. */
  async function labOnly(world: World): Promise<string> {
    const { deliveries: _, events: __, formSessions: ___, people: ____, ...rows } = await world.rows();
    const ofLab = Object.entries(rows).map(([table, all]) => [
      table,
      all.filter((row) => row['inquiryId'] === 'lab' || /^(memory:channel\/)?lab\b/.test(String(row['id']))),
    ]);
    return JSON.stringify([ofLab, world.inChannel('lab').map((each) => [each.text, each.editedAt])]);
  }
});

describe('whoever takes part but does not facilitate', () => {
  const STEERING = ['pause', 'resume', 'skip', 'close', 'digest', 'nudge', 'ask'];

  it('cannot steer: a kind private word, and nothing changes', async () => {
    const world = await twoInquiries();
    const before = await stateOfLab(world);
    for (const word of STEERING) {
      for (const place of [{ channel: world.platform.channel('lab') }, { private: true }]) {
        await world.command('yves', word, place);
        expect(world.lastTo('yves')).toBe(world.flow.content.say('en', 'facilitators-only'));
      }
    }
    expect(world.platform.formFor('yves')).toBeNull();
    await world.forge('yves', {
      type: 'form-submitted',
      formId: 'ask-extra',
      context: 'lab',
      answers: { text: 'Why?', days: '2' },
    });
    expect(world.lastTo('yves')).toBe(world.flow.content.say('en', 'facilitators-only'));
    expect(await stateOfLab(world)).toBe(before);
  });

  it('cannot steer a draft, or see it', async () => {
    const world = await createWorld();
    await world.command('anna', 'new');
    await world.submit('anna', {
      topic: 'A secret plan',
      programme: 'five-d',
      model: 'value-co-creation',
      startsOn: '2026-03-02',
      timeZone: 'Europe/Helsinki',
    });
    const [draft] = await world.store.inquiries.find({});
    for (const action of ['start-inquiry', 'change-inquiry', 'discard-inquiry']) {
      await world.forge('bo', { type: 'choice-pressed', action, value: draft?.id ?? '' });
      expect(world.lastTo('bo')).toBe(world.flow.content.say('en', 'choice.expired'));
    }
    expect(seenBy(world, 'bo')).not.toContain('A secret plan');
    expect(await world.store.inquiries.find({})).toMatchObject([{ status: 'draft' }]);
  });

  it('cannot read or move what is held, take back what is another’s, or settle another’s commitment', async () => {
    const world = await twoInquiries();
    const [held] = await world.store.contributions.find({ status: 'held' });
    const [hidden] = await world.store.contributions.find({ inquiryId: 'lab', status: 'live' });
    const [commitment] = await world.store.commitments.find({});
    const before = await stateOfLab(world);
    const refused = world.flow.content.say('en', 'not-allowed');
    const attempts = [
      { action: 'correct', value: held?.id },
      { action: 'withdraw', value: hidden?.id },
      { action: 'withdraw', value: held?.id },
      { action: 'show-name', value: hidden?.id },
      { action: 'commitment-done', value: commitment?.id },
      { action: 'commitment-later', value: commitment?.id },
      { action: 'commitment-drop', value: commitment?.id },
    ];
    for (const { action, value = '' } of attempts) {
      await world.forge('ben', { type: 'choice-pressed', action, value });
      expect([action, world.lastTo('ben')]).toEqual([action, refused]);
    }
    await world.forge('ben', {
      type: 'form-submitted',
      formId: 'correct',
      context: 'lab',
      answers: { contribution: held?.id ?? '', step: 'needs' },
    });
    expect(world.lastTo('ben')).toBe(refused);
    expect(secretsSeenBy(world, 'ben')).not.toContain(SECRETS.held);
    expect(await stateOfLab(world)).toBe(before);
  });

  it('no longer once they have left', async () => {
    const world = await twoInquiries();
    await world.act('ben', (hands) => hands.leave(world.platform.channel('lab')));
    const before = await stateOfLab(world);
    for (const action of ['correct', 'fix-theme', 'commit', 'answer-anonymously']) {
      const [row] = await world.store.contributions.find({ inquiryId: 'lab', status: 'live' });
      await world.forge('ben', { type: 'choice-pressed', action, value: action === 'correct' ? (row?.id ?? '') : '' });
    }
    await world.forge('ben', {
      type: 'form-submitted',
      formId: 'answer-anonymously',
      context: 'lab-r1',
      answers: { text: 'From outside.' },
    });
    expect(secretsSeenBy(world, 'ben')).not.toContain(SECRETS.private);
    expect(await stateOfLab(world)).toBe(before);
  });
});

describe('a facilitator', () => {
  it('may settle a commitment for somebody, but not speak, choose or take back for them', async () => {
    const world = await twoInquiries();
    const [commitment] = await world.store.commitments.find({});
    await world.forge('xia', { type: 'choice-pressed', action: 'commitment-done', value: commitment?.id ?? '' });
    await world.submit('xia', { outcome: 'It works.' });
    expect(await world.store.commitments.find({})).toMatchObject([{ status: 'done' }]);
    const [hidden] = await world.store.contributions.find({ inquiryId: 'lab', status: 'live' });
    await world.forge('xia', { type: 'choice-pressed', action: 'withdraw', value: hidden?.id ?? '' });
    expect(world.lastTo('xia')).toBe(world.flow.content.say('en', 'not-allowed'));
  });
});
