import { describe, expect, it } from 'vitest';
import { PorrasError } from '../../src/errors.ts';
import { planDelivery } from '../../src/flow/say/plan-delivery.ts';
import { createWorld, type World } from './world.ts';

const en = (world: World, key: string, params = {}) => world.flow.content.say('en', key, params);

describe('where the platform has no forms', () => {
  async function open(): Promise<World> {
    const world = await createWorld({ without: ['form', 'choices'] });
    await world.begin();
    await world.until('2026-03-02 09:00');
    return world;
  }

  it('a form is asked question by question, with numbered options, and what cannot be meant is asked again', async () => {
    const world = await open();
    world.analyst.script = { shorter: { kind: 'idea' } };
    await world.say('bo', 'We could make the form shorter.');
    await world.tell('cia', 'commit');
    expect(world.lastTo('cia')).toContain(en(world, 'commit.idea'));
    expect(world.lastTo('cia')).toContain('1. We could make the form shorter.');
    await world.tell('cia', '7');
    expect(world.lastTo('cia')).toContain(en(world, 'form.not-understood'));
    await world.tell('cia', '1');
    expect(world.lastTo('cia')).toContain(en(world, 'commit.what'));
    await world.tell('cia', 'I shorten it');
    await world.tell('cia', 'on Friday');
    expect(world.lastTo('cia')).toContain(en(world, 'form.not-understood'));
    await world.tell('cia', '2026-03-20');
    expect(await world.store.commitments.find({})).toMatchObject([{ text: 'I shorten it', dueOn: '2026-03-20' }]);
    // What was typed into the form is no contribution.
    expect(await world.store.contributions.find({})).toHaveLength(1);
  });

  it('can be stopped in the middle, and nothing of it stays', async () => {
    const world = await open();
    await world.tell('cia', 'settings');
    await world.tell('cia', 'Cancel');
    expect(world.lastTo('cia')).toBe(en(world, 'form.cancelled'));
    expect(await world.store.formSessions.count({})).toBe(0);
    await world.tell('cia', 'This is an answer again.');
    expect(await world.store.contributions.find({})).toMatchObject([{ text: 'This is an answer again.' }]);
  });

  it('that was left for long does not swallow what is written later', async () => {
    const world = await open();
    await world.tell('cia', 'settings');
    await world.until('2026-03-02 15:00');
    await world.tell('cia', 'We learn from each other.');
    expect(await world.store.contributions.find({})).toMatchObject([{ text: 'We learn from each other.' }]);
  });

  it('optional questions can be passed over, and required ones too when something is filled in', async () => {
    const world = await open();
    await world.tell('cia', 'settings');
    for (const answer of ['pass', 'pass', 'Never', 'pass', 'pass']) await world.tell('cia', answer);
    expect(world.lastTo('cia')).toBe(en(world, 'settings.saved'));
    const [cia] = await world.store.participants.find({ person: world.platform.person('cia') });
    expect(cia).toMatchObject({ lang: 'en', timeZone: 'Europe/Helsinki', nudges: 'stopped', absences: [] });
  });

  it('an inquiry can be made and started, with people by their names', async () => {
    const world = await createWorld({ without: ['form', 'choices'] });
    await world.say('anna', '@porras new');
    for (const answer of ['Our mornings', en(world, 'language.fi'), 'pass', '1']) await world.tell('anna', answer);
    expect(world.lastTo('anna')).toContain(en(world, 'form.date-how'));
    for (const answer of ['2026-03-02', 'pass', 'pass', 'pass', 'pass']) await world.tell('anna', answer);
    for (const answer of ['Bo, nobody', 'eva', 'pass', 'pass']) await world.tell('anna', answer);
    const [draft] = await world.store.inquiries.find({});
    expect(draft).toMatchObject({
      topic: 'Our mornings',
      language: 'fi',
      status: 'draft',
      facilitators: ['anna', 'bo'].map((id) => world.platform.person(id)),
      roles: { leader: [world.platform.person('eva')], supervisor: [], stakeholder: [] },
    });
    expect(world.lastTo('anna')).toContain(`1. ${en(world, 'choice.start-inquiry')}`);
    await world.tell('anna', '1');
    expect(await world.store.inquiries.find({})).toMatchObject([{ status: 'running' }]);
  });
});

describe('where the platform has no buttons', () => {
  it('they are a numbered list, and a number in private presses one', async () => {
    const world = await createWorld({ without: ['choices'] });
    await world.begin();
    await world.until('2026-03-04 09:00');
    const nudge = world.lastTo('dan');
    expect(nudge).toContain(en(world, 'choices.by-number'));
    expect(nudge).toContain(`5. ${en(world, 'choice.stop-nudges')}`);
    await world.later(1_000);
    await world.tell('dan', '5');
    expect(world.lastTo('dan')).toContain(en(world, 'nudge.stopped'));
    const [dan] = await world.store.participants.find({ person: world.platform.person('dan') });
    expect(dan).toMatchObject({ nudges: 'stopped' });
    await world.later(1_000);
    await world.tell('dan', '1');
    expect(world.lastTo('dan')).toBe(en(world, 'nudge.resumed'));
    await world.later(1_000);
    await world.tell('dan', '42');
    expect(await world.store.contributions.find({})).toMatchObject([{ text: '42' }]);
  });

  it('a number that is none of them is asked about, not taken for an answer', async () => {
    const world = await createWorld({ without: ['choices'] });
    await world.begin();
    await world.until('2026-03-04 09:00');
    await world.tell('dan', '9');
    expect(world.lastTo('dan')).toBe(en(world, 'form.not-understood'));
    expect(await world.store.contributions.count({})).toBe(0);
  });

  it('but where it has buttons, a number is an answer', async () => {
    const world = await createWorld();
    await world.begin();
    await world.until('2026-03-04 09:00');
    await world.tell('dan', '5');
    expect(await world.store.contributions.find({})).toMatchObject([{ text: '5' }]);
    expect(await world.store.participants.count({ nudges: 'stopped' })).toBe(0);
  });
});

describe('where the platform has no', () => {
  it('pictures, the digest carries the staircase in words', async () => {
    const world = await createWorld({ without: ['picture'] });
    await world.begin();
    await world.until('2026-03-02 09:00');
    await world.say('bo', 'We made the form shorter.');
    await world.until('2026-03-06 16:00');
    const digest = world.inChannel().at(-1);
    expect(digest?.picture).toBeNull();
    expect(digest?.text).toContain('All about processes');
    const [picture] = await world.store.pictures.find({});
    expect(digest?.text).toContain(picture?.alt);
  });

  const whisper = (world: World) =>
    planDelivery(world.flow, {
      id: 'whisper',
      inquiryId: null,
      roundId: null,
      target: { to: 'whisper', channel: world.platform.channel('kitchen'), person: world.platform.person('dan') },
      message: { lang: 'en', text: 'Only for you.', markdown: 'Only for you.' },
    });
  const seenBy = (world: World, who: string) => world.platform.visibleTo(who).map((each) => each.text);

  it('whispers, one gets a private message instead', async () => {
    for (const without of [[], ['whisper']] as const) {
      const world = await createWorld({ without });
      await whisper(world);
      await world.settle();
      expect(seenBy(world, 'dan')).toEqual(['Only for you.']);
      expect(seenBy(world, 'cia')).toEqual([]);
    }
  });

  it('private messages at all, nothing private is said, and nothing of it in public', async () => {
    const world = await createWorld({ without: ['whisper', 'direct-message'] });
    await whisper(world);
    await world.begin();
    await world.until('2026-03-04 12:00');
    await world.settle();
    expect(seenBy(world, 'dan').join(' ')).not.toContain('Only for you.');
    expect(await world.store.deliveries.get('whisper')).toMatchObject({ status: 'skipped' });
    expect(world.platform.messages().every((each) => !each.private)).toBe(true);
    // An invitation that never came does not count as one.
    expect(new Set((await world.store.nudges.find({})).map((each) => each.outcome))).toEqual(new Set(['skipped']));
  });

  it('list of members, people become participants when they first speak', async () => {
    const world = await createWorld({ without: ['list-members'] });
    await world.begin();
    expect(await world.store.participants.count({})).toBe(0);
    await world.say('bo', 'Here I am.');
    expect(await world.store.participants.find({})).toMatchObject([{ name: 'Bo' }]);
  });

  it('editing, a withdrawn quote stays in what was posted and goes from everywhere else', async () => {
    const world = await createWorld({ without: ['edit'] });
    await world.begin();
    await world.until('2026-03-02 09:00');
    await world.tell('dan', 'Take me back.');
    await world.until('2026-03-06 16:00');
    await world.press('dan', 'withdraw');
    expect(world.lastTo('dan')).toBe(en(world, 'withdraw.done'));
    expect(JSON.stringify(await world.rows())).not.toContain('Take me back.');
  });
});

describe('the outbox', () => {
  it('looks whether a message is out before it sends it again', async () => {
    const world = await createWorld();
    await world.begin();
    const [welcome] = await world.store.deliveries.find({ id: `welcome:inquiry:${world.platform.channel('kitchen')}` });
    await world.store.deliveries.update({ id: welcome?.id ?? '' }, { status: 'sending', ref: null });
    await world.flow.queue.add({ name: 'deliver', deliveryId: welcome?.id ?? '' });
    await world.settle();
    expect(world.inChannel()).toHaveLength(1);
    expect(await world.store.deliveries.get(welcome?.id ?? '')).toMatchObject({ status: 'sent', ref: welcome?.ref });
  });

  it('goes on trying for hours while the platform is away, and gives up on what can never be sent', async () => {
    const world = await createWorld();
    world.faults.away = true;
    await world.begin();
    await world.later(2 * 3_600_000);
    expect(await world.store.deliveries.get(`welcome:inquiry:${world.platform.channel('kitchen')}`)).toMatchObject({
      status: 'planned',
    });
    world.faults.away = false;
    await world.later(3_600_000);
    expect(
      world
        .inChannel()
        .map((each) => each.text)
        .join(),
    ).toContain('Our shared work');
    await planDelivery(world.flow, {
      id: 'nowhere',
      inquiryId: null,
      roundId: null,
      target: { to: 'channel', channel: 'memory:channel/gone', thread: null },
      message: { lang: 'en', text: 'Lost.', markdown: 'Lost.' },
    });
    await world.settle();
    expect(await world.store.deliveries.get('nowhere')).toMatchObject({ status: 'failed', attempts: 1 });
    expect(world.warnings).toMatchObject([{ ids: { deliveryId: 'nowhere' } }]);
  });

  it('gives up on what was interrupted where nobody can look any more', async () => {
    const world = await createWorld();
    await world.begin();
    const id = `welcome:inquiry:${world.platform.channel('kitchen')}`;
    await world.store.deliveries.update({ id }, { status: 'sending', ref: null });
    world.platform.findSent = async () => {
      throw new PorrasError('memory-gone', 'Porras is not there any more.');
    };
    await world.flow.queue.add({ name: 'deliver', deliveryId: id });
    await world.settle();
    expect(await world.store.deliveries.get(id)).toMatchObject({
      status: 'failed',
      error: 'Porras is not there any more.',
    });
    expect(world.inChannel()).toHaveLength(1);
  });
});
