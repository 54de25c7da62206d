import { describe, expect, it } from 'vitest';
import type { Profile } from '../../src/domain/platform-event.ts';
import { PorrasError } from '../../src/errors.ts';
import { createWorld, type InquiryOptions, local, type World, type WorldOptions } from './world.ts';

const NUDGE_TIME = '2026-03-04 08:00';

async function begun(
  profiles: Record<string, Partial<Profile>>,
  inquiry: InquiryOptions = {},
  options: WorldOptions = {},
): Promise<World> {
  const people = ['anna', 'bo', 'dan'].map((id) => ({ id, name: id, profile: profiles[id] ?? {} }));
  const world = await createWorld({ people, ...options });
  await world.begin({ language: 'fi', ...inquiry });
  await world.until('2026-03-02 09:00');
  return world;
}

const participant = async (world: World, who: string, inquiryId = 'inquiry') =>
  world.store.participants.get(`${inquiryId}/${world.platform.person(who)}`);
const nudges = (world: World, who: string) =>
  world.privately(who).filter((each) => each.choices.some(({ action }) => action === 'why-me'));

/** Counts how often a profile is asked for. */
function counted(world: World): { asked: string[] } {
  const counter = { asked: [] as string[] };
  const profile = world.platform.profile.bind(world.platform);
  world.platform.profile = async (person) => {
    counter.asked.push(person);
    return profile(person);
  };
  return counter;
}

describe('the profile of a person', () => {
  it('gives their language and time zone, in the inquiry of another', async () => {
    const world = await begun({ dan: { locale: 'sv_FI', timeZone: 'America/New_York' }, bo: { locale: 'de-DE' } });
    expect(await participant(world, 'dan')).toMatchObject({ lang: 'sv', timeZone: 'America/New_York' });
    // What Porras does not speak is no reason to speak anything else than the inquiry does.
    expect(await participant(world, 'bo')).toMatchObject({ lang: 'fi', timeZone: 'Europe/Helsinki' });
    expect(await participant(world, 'anna')).toMatchObject({ lang: 'fi', timeZone: 'Europe/Helsinki' });
    await world.command('dan', 'help');
    expect(world.lastTo('dan')).toContain('Jag hjälper er');
    await world.until('2026-03-04 09:30');
    // Quiet until eight in New York.
    expect(nudges(world, 'dan')).toEqual([]);
    await world.until('2026-03-04 15:30');
    expect(nudges(world, 'dan')).toMatchObject([{ sentAt: local('2026-03-04 08:00', 'America/New_York') }]);
    expect(nudges(world, 'dan')[0]?.text).toContain('Du kan svara här');
  });

  it('speaks to a stranger too, in private and in forms', async () => {
    const world = await createWorld({
      people: [{ id: 'dan', name: 'Dan', profile: { locale: 'fi-FI' } }],
    });
    await world.command('dan', 'status');
    expect(world.lastTo('dan')).toBe(world.flow.content.say('fi', 'no-inquiry-here'));
    await world.command('dan', 'new');
    expect(world.platform.formFor('dan')?.title).toBe(world.flow.content.say('fi', 'create.title'));
  });

  it('is followed when it changes, before an invitation, once a day at most', async () => {
    const world = await begun({ dan: { locale: 'en-GB' } });
    const counter = counted(world);
    world.platform.setProfile('dan', { locale: 'sv-SE' });
    for (const word of ['help', 'status', 'mine']) await world.command('dan', word);
    expect(counter.asked).toEqual([]);
    await world.until('2026-03-04 09:00');
    expect(nudges(world, 'dan')).toMatchObject([{ text: expect.stringContaining('Du kan svara här') as string }]);
    expect(await participant(world, 'dan')).toMatchObject({ lang: 'sv' });
    expect(counter.asked.filter((each) => each === world.platform.person('dan'))).toHaveLength(1);
    await world.act('dan', (hands) => hands.openHome());
    expect(counter.asked.filter((each) => each === world.platform.person('dan'))).toHaveLength(1);
  });

  it('gives way to what the person chose, in every inquiry, also in those to come', async () => {
    const world = await begun(
      { dan: { locale: 'sv-SE', timeZone: 'Europe/Stockholm' } },
      {},
      { channels: [{ id: 'kitchen' }, { id: 'lounge' }] },
    );
    await world.command('dan', 'settings');
    await world.submit('dan', { lang: 'en', timeZone: 'Europe/Stockholm', nudges: 'on', awayFrom: '', awayTo: '' });
    world.platform.setProfile('dan', { locale: 'fi-FI', timeZone: 'Asia/Tokyo' });
    await world.until('2026-03-04 12:00');
    // Only what was chosen is: the time zone still follows the platform.
    expect(await participant(world, 'dan')).toMatchObject({ lang: 'en', timeZone: 'Asia/Tokyo' });
    await world.begin({ id: 'second', language: 'fi', channels: ['lounge'], startsOn: '2026-03-09' });
    expect(await participant(world, 'dan', 'second')).toMatchObject({ lang: 'en', timeZone: 'Asia/Tokyo' });
  });

  it('gives way to what a list of people said', async () => {
    const world = await begun({}, {}, { without: ['profile'] });
    await world.store.participants.update({ person: world.platform.person('dan') }, { lang: 'sv' });
    const later = await createWorld({
      people: [{ id: 'dan', name: 'Dan', profile: { locale: 'en-GB', timeZone: 'Europe/Oslo' } }],
    });
    for (const inquiry of await world.store.inquiries.find({})) await later.store.inquiries.insert(inquiry);
    for (const each of await world.store.participants.find({})) await later.store.participants.insert(each);
    await later.act('dan', (hands) => hands.openHome());
    expect(await participant(later, 'dan')).toMatchObject({ lang: 'sv', timeZone: 'Europe/Oslo' });
  });

  it('that says they are away, or not to be disturbed, keeps invitations until then', async () => {
    const awayUntil = local('2026-03-05 10:15');
    const world = await begun({ dan: { awayUntil }, bo: { awayUntil: local('2026-03-20 09:00') } });
    await world.until('2026-03-05 10:14');
    expect(nudges(world, 'dan')).toEqual([]);
    await world.until('2026-03-06 16:00');
    expect(nudges(world, 'dan')).toMatchObject([{ sentAt: awayUntil }]);
    expect(nudges(world, 'bo')).toEqual([]);
  });

  it.each([true, false])('that cannot be read stops nothing (retryable: %s)', async (retryable) => {
    const world = await createWorld({ people: ['anna', 'dan'].map((id) => ({ id, name: id })) });
    world.platform.profile = async () => {
      throw new PorrasError('slack-user-not-found', 'there is no such user', { retryable });
    };
    await world.begin({ language: 'fi' });
    await world.until('2026-03-04 09:00');
    expect(nudges(world, 'dan')).toHaveLength(1);
    expect(await participant(world, 'dan')).toMatchObject({ lang: 'fi' });
    expect(new Set(world.warnings.map((each) => each.ids['code']))).toEqual(new Set(['slack-user-not-found']));
    expect(await world.store.events.count({ handledAt: null })).toBe(0);
    // What may pass is asked again before the day is over; the rest is not.
    const known = await world.store.people.get(world.platform.person('dan'));
    expect(known?.askedAt === null).toBe(retryable);
  });

  it('is not asked for where the platform has none', async () => {
    const world = await begun({ dan: { locale: 'sv-SE' } }, {}, { without: ['profile'] });
    await world.until(NUDGE_TIME);
    expect(await participant(world, 'dan')).toMatchObject({ lang: 'fi' });
    expect(await world.store.people.count({})).toBe(0);
  });
});

describe('on personal surfaces', () => {
  it('everything is in the language of who sees it, whatever language the inquiry and its facilitator speak', async () => {
    const world = await begun({ dan: { locale: 'sv-SE' }, anna: { locale: 'en-GB' } });
    await world.say('dan', 'X.');
    const forms: [string, string][] = [
      ['move', 'correct.title'],
      ['themes', 'theme.title'],
      ['commit', 'commit.title'],
      ['settings', 'settings.title'],
    ];
    for (const [word, key] of forms) {
      await world.command('dan', word);
      expect(world.platform.formFor('dan')?.title).toBe(world.flow.content.say('sv', key));
    }
    await world.until('2026-03-04 09:00');
    await world.press('bo', 'stop-nudges');
    expect(world.lastTo('bo')).toBe(world.flow.content.say('fi', 'nudge.stopped'));
    expect(world.choicesOf('bo').map((each) => each.label)).toEqual([
      world.flow.content.say('fi', 'choice.resume-nudges'),
    ]);
    await world.command('anna', 'pause');
    expect(world.lastTo('anna')).toBe(world.flow.content.say('en', 'did.pause'));
  });
});
