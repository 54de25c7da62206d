import { describe, expect, it } from 'vitest';
import type { Participant } from '../../src/domain/inquiry.ts';
import { markAnswered } from '../../src/flow/contribute/record-contribution.ts';
import { readBoard } from '../../src/flow/give-back/read-board.ts';
import { createWorld, type InquiryOptions, PEOPLE, type World } from './world.ts';

const en = (world: World, key: string, params = {}) => world.flow.content.say('en', key, params).replaceAll('**', '');
const NUDGE_TIME = '2026-03-04 08:00';

/** The first round is open; quiet ones are looked for on Wednesday at eight. */
async function open(inquiry: InquiryOptions = {}, who: Record<string, Partial<Participant>> = {}): Promise<World> {
  const world = await createWorld();
  await world.begin(inquiry);
  await world.until('2026-03-02 09:00');
  for (const [id, patch] of Object.entries(who))
    await world.store.participants.update({ person: world.platform.person(id) }, patch);
  return world;
}

const isNudge = (each: { choices: { action: string }[] }) => each.choices.some(({ action }) => action === 'why-me');
const nudged = (world: World): string[] => PEOPLE.map(({ id }) => id).filter((id) => world.privately(id).some(isNudge));
const nudgesTo = (world: World, who: string) => world.privately(who).filter(isNudge);

describe('a nudge', () => {
  it('goes to those who have not answered in any way, in private, each once', async () => {
    const world = await open();
    await world.say('bo', 'In the channel.');
    await world.tell('cia', 'In private.');
    await world.command('dan', 'anonymous Without a name.', { private: true });
    await world.until('2026-03-06 14:00');
    expect(nudged(world)).toEqual(['anna', 'eva', 'fia', 'gus']);
    for (const who of nudged(world)) expect(nudgesTo(world, who)).toHaveLength(1);
  });

  it('never tells anybody else who is quiet: not the channel, the digest, the board, the facilitator', async () => {
    const world = await open();
    await world.say('bo', 'We shortened it.');
    await world.command('anna', 'nudge');
    await world.command('anna', 'status');
    await world.until('2026-03-06 16:00');
    const open_ = [
      ...world.inChannel().map((each) => each.text),
      ...world.privately('anna').map((each) => each.text),
      JSON.stringify(await readBoard(world.flow, 'inquiry')),
    ].join('\n');
    for (const name of ['Dan', 'Eva', 'Fia', 'Gus']) expect(open_).not.toContain(name);
    expect(nudged(world)).toContain('dan');
    expect(world.inChannel().some(isNudge)).toBe(false);
  });

  it('that is on its way to somebody who leaves does not reach them', async () => {
    const world = await open();
    world.faults.away = true;
    await world.until('2026-03-04 08:01');
    await world.act('dan', (hands) => hands.leave());
    world.faults.away = false;
    await world.until('2026-03-04 14:00');
    expect(nudged(world)).toContain('eva');
    expect(nudged(world)).not.toContain('dan');
  });

  it('does not come to who answers, leaves or wants none while it is worded', async () => {
    const world = await open();
    const meanwhile: Record<string, (person: string) => Promise<unknown>> = {
      cia: async (person) => {
        const [cia] = await world.store.participants.find({ person });
        if (cia) await markAnswered(world.flow, cia, 'inquiry-r1', 'contribution', world.flow.clock.now());
      },
      dan: (person) => world.store.participants.update({ person }, { leftAt: world.flow.clock.now() }),
      eva: (person) => world.store.participants.update({ person }, { nudges: 'stopped' }),
      fia: (person) => world.store.participants.update({ person }, { snoozedUntil: new Date('2026-03-20') }),
    };
    world.flow.analyst.wordNudge = async () => {
      for (const [who, happens] of Object.entries(meanwhile)) await happens(world.platform.person(who));
      return null;
    };
    await world.until('2026-03-04 09:00');
    expect(nudged(world)).toEqual(['anna', 'bo', 'gus']);
  });

  it('says why, and from what that is known', async () => {
    const world = await open();
    await world.until('2026-03-04 09:00');
    await world.press('dan', 'why-me');
    expect(world.lastTo('dan')).toBe(en(world, 'why.not-yet-this-round', { perRound: 1, perFortnight: 2 }));
  });

  it('words its reason by what was answered before, and never tells a newcomer that they were silent', async () => {
    const world = await open();
    await world.say('bo', 'First week.');
    await world.until('2026-03-11 09:00');
    const reasons = async (id: string) =>
      (await world.store.nudges.find({ participantId: `inquiry/${world.platform.person(id)}` })).map(
        (each) => each.reason,
      );
    expect(await reasons('bo')).toEqual(['not-yet-this-round']);
    expect(await reasons('dan')).toEqual(['not-yet-this-round', 'never-yet']);
  });

  it('can be contested: "I contributed elsewhere" ends it for this round, and is no silence', async () => {
    const world = await open();
    await world.until('2026-03-04 09:00');
    await world.press('dan', 'contributed-elsewhere');
    expect(world.lastTo('dan')).toBe(en(world, 'nudge.elsewhere'));
    expect(await world.store.answered.find({})).toMatchObject([{ how: 'elsewhere', roundId: 'inquiry-r1' }]);
    expect(await world.store.nudges.find({ outcome: 'elsewhere' })).toHaveLength(1);
    await world.until('2026-03-11 09:00');
    expect(nudgesTo(world, 'dan')).toHaveLength(2);
  });

  it('of a round that is over can no longer be contested', async () => {
    const world = await open();
    await world.until('2026-03-06 15:30');
    await world.press('dan', 'contributed-elsewhere');
    expect(world.lastTo('dan')).toBe(en(world, 'choice.expired'));
    expect(await world.store.answered.count({})).toBe(0);
  });

  it('can be put off for a week', async () => {
    const world = await open();
    await world.until('2026-03-04 09:00');
    await world.press('dan', 'snooze');
    expect(await world.store.nudges.find({ outcome: 'snoozed' })).toHaveLength(1);
    await world.until('2026-03-11 08:59');
    expect(nudgesTo(world, 'dan')).toHaveLength(1);
    await world.until('2026-03-12 09:00');
    expect(nudgesTo(world, 'dan')).toHaveLength(2);
  });

  it('can be stopped for good with one press, in every inquiry, and begun again with one', async () => {
    const world = await open();
    await world.until('2026-03-04 09:00');
    await world.press('dan', 'stop-nudges');
    await world.until('2026-03-18 09:00');
    expect(nudgesTo(world, 'dan')).toHaveLength(1);
    await world.press('dan', 'resume-nudges');
    expect(world.lastTo('dan')).toBe(en(world, 'nudge.resumed'));
    await world.until('2026-03-25 09:00');
    expect(nudgesTo(world, 'dan')).toHaveLength(2);
  });

  it('comes at most twice in a fortnight', async () => {
    const world = await open();
    await world.until('2026-04-01 18:00');
    const at = (await world.store.nudges.find({ participantId: `inquiry/${world.platform.person('dan')}` })).map(
      (each) => each.at.toISOString().slice(0, 10),
    );
    // Two in the first two weeks; the third round's waits until the first is a fortnight old.
    expect(at).toEqual(['2026-03-04', '2026-03-11', '2026-03-18', '2026-03-25', '2026-04-01']);
    const tight = await open({ policy: { nudge: { perRound: 1, perFortnight: 1 } } });
    await tight.until('2026-04-01 18:00');
    expect(nudgesTo(tight, 'dan')).toHaveLength(3);
  });

  it('does not come twice in a day, however often a facilitator asks for it', async () => {
    const world = await open({ policy: { nudge: { perRound: 3, perFortnight: 9 } } });
    await world.until('2026-03-04 09:00');
    for (let n = 0; n < 3; n += 1) await world.command('anna', 'nudge');
    expect(nudgesTo(world, 'dan')).toHaveLength(1);
    await world.until('2026-03-05 12:00');
    await world.command('anna', 'nudge');
    expect(nudgesTo(world, 'dan')).toHaveLength(2);
  });

  it('leaves in peace who has just written, a late answer to an earlier question too', async () => {
    const world = await open();
    const first = await world.say('bo', 'In time.');
    await world.until('2026-03-11 07:00');
    await world.say('dan', 'Late, to the first question.', { threadRef: first });
    await world.until('2026-03-11 12:00');
    expect(nudgesTo(world, 'dan').map((each) => each.sentAt.toISOString().slice(0, 10))).toEqual(['2026-03-04']);
    await world.until('2026-03-12 12:00');
    expect(nudgesTo(world, 'dan')).toHaveLength(2);
  });

  it('that is on its way is stopped by an answer', async () => {
    const world = await open();
    world.faults.away = true;
    await world.until('2026-03-04 08:00');
    await world.say('dan', 'Here I am.');
    world.faults.away = false;
    await world.until('2026-03-04 12:00');
    expect(nudgesTo(world, 'dan')).toEqual([]);
    expect(nudged(world)).toContain('eva');
  });

  it('waits for the quiet hours of each person’s own time zone to end', async () => {
    const world = await open({}, { dan: { timeZone: 'America/New_York' }, eva: { timeZone: 'Asia/Tokyo' } });
    await world.until('2026-03-04 09:00');
    expect(nudged(world)).toEqual(['anna', 'bo', 'cia', 'eva', 'fia', 'gus']);
    await world.until('2026-03-04 07:59', 'America/New_York');
    expect(nudged(world)).not.toContain('dan');
    await world.until('2026-03-04 08:01', 'America/New_York');
    expect(nudged(world)).toContain('dan');
  });

  it('does not come on a holiday or a weekend, but when work goes on', async () => {
    // Good Friday 2026-04-03 and Easter Monday 2026-04-06 in Finland.
    const world = await createWorld({ at: '2026-04-01 06:00' });
    await world.begin({ startsOn: '2026-04-01' });
    await world.until('2026-04-07 07:59');
    expect(nudged(world)).toEqual([]);
    await world.until('2026-04-07 09:00');
    expect(nudged(world)).toHaveLength(PEOPLE.length);
  });

  it('does not come to who is away; settings say so', async () => {
    const world = await open();
    await world.command('dan', 'settings');
    await world.submit('dan', {
      lang: 'en',
      timeZone: 'Europe/Helsinki',
      nudges: 'on',
      awayFrom: '2026-03-03',
      awayTo: '2026-03-05',
    });
    await world.until('2026-03-05 18:00');
    expect(nudged(world)).not.toContain('dan');
  });

  it('does not come to who left, in a round that is over, in a pause, or after the end', async () => {
    const left = await open();
    await left.act('dan', (hands) => hands.leave());
    await left.until('2026-03-04 12:00');
    expect(nudged(left)).not.toContain('dan');

    const paused = await open();
    await paused.command('anna', 'pause');
    await paused.until('2026-03-05 12:00');
    expect(nudged(paused)).toEqual([]);
    await paused.command('anna', 'resume');
    expect(nudged(paused)).toHaveLength(PEOPLE.length);

    const closed = await open();
    await closed.close('anna');
    await closed.until('2026-03-18 12:00');
    expect(nudged(closed)).toEqual([]);
  });

  it('asks each in their own language', async () => {
    const world = await open({}, { dan: { lang: 'fi' }, eva: { lang: 'sv' } });
    await world.until('2026-03-04 09:00');
    const how = (lang: 'fi' | 'sv' | 'en') => world.flow.content.say(lang, 'nudge.how', { anonymous: 'yes' });
    expect(world.lastTo('dan')).toContain(how('fi'));
    expect(world.lastTo('eva')).toContain(how('sv'));
    expect(world.lastTo('fia')).toContain(how('en'));
    expect((await world.store.nudges.find({})).map((each) => each.lang).sort()).toContain('sv');
  });

  it('does not say the same twice in a row', async () => {
    const world = await open();
    await world.until('2026-03-27 18:00');
    const texts = nudgesTo(world, 'dan').map((each) => each.text.split('\n')[0]);
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.filter((text, index) => text === texts[index - 1])).toEqual([]);
  });

  it('speaks otherwise to leaders', async () => {
    const world = await open({ roles: { leader: ['eva'] } });
    await world.until(NUDGE_TIME);
    await world.settle();
    expect(nudgesTo(world, 'eva')[0]?.text).toContain(
      en(world, 'nudge.not-yet-this-round', { topic: 'Our shared work', manner: 'leading' }),
    );
    expect(nudgesTo(world, 'dan')[0]?.text).toContain(
      en(world, 'nudge.not-yet-this-round', { topic: 'Our shared work', manner: 'staff' }),
    );
  });
});

describe('one’s own settings', () => {
  it.each([
    ['a time zone that is none', { timeZone: 'Mars/Olympus' }, 'create.bad-time-zone'],
    ['an absence that ends before it begins', { awayFrom: '2026-03-09', awayTo: '2026-03-08' }, 'form.not-understood'],
    ['an absence that is no date', { awayFrom: 'tomorrow', awayTo: '' }, 'form.not-understood'],
  ])('with %s stay as they were', async (_, answers, key) => {
    const world = await open();
    const before = await world.store.participants.find({});
    await world.command('dan', 'settings');
    await world.submit('dan', {
      lang: 'sv',
      timeZone: 'Europe/Helsinki',
      nudges: 'on',
      awayFrom: '',
      awayTo: '',
      ...answers,
    });
    expect(world.lastTo('dan')).toBe(en(world, key));
    expect(await world.store.participants.find({})).toEqual(before);
  });

  it('are changed for oneself only, whatever the form says it is about', async () => {
    const world = await open();
    const answers = { lang: 'sv', timeZone: 'Europe/Stockholm', nudges: 'stopped', awayFrom: '', awayTo: '' };
    await world.forge('dan', {
      type: 'form-submitted',
      formId: 'settings',
      context: 'inquiry/memory:person/eva',
      answers,
    });
    expect(world.lastTo('dan')).toBe(en(world, 'not-allowed'));
    expect(await world.store.participants.count({ lang: 'sv' })).toBe(0);
    await world.command('dan', 'settings');
    await world.submit('dan', answers);
    expect(await world.store.participants.find({ lang: 'sv' })).toMatchObject([{ name: 'Dan', nudges: 'stopped' }]);
    expect(world.lastTo('dan')).toBe(world.flow.content.say('sv', 'settings.saved'));
  });
});
