import { describe, expect, it } from 'vitest';
import type { Lang } from '../../src/domain/words.ts';
import { PorrasError } from '../../src/errors.ts';
import { createWorld, type InquiryOptions, type World, type WorldOptions } from './world.ts';

const say = (world: World, key: string, params = {}, lang: Lang = 'en') =>
  world.flow.content.say(lang, key, params).replaceAll('**', '');

const open = (world: World, who: string) => world.act(who, (hands) => hands.openHome());
/** A home follows what changed a second later. */
const followed = (world: World) => world.later(1_000);

/** The first question is open, and Dan has said something in private. */
async function talking(inquiry: InquiryOptions = {}, options: WorldOptions = {}): Promise<World> {
  const world = await createWorld(options);
  await world.begin(inquiry);
  await world.until('2026-03-02 09:00');
  await world.tell('dan', 'We should ask them first.');
  return world;
}

const idOf = async (world: World, text: string) => (await world.store.contributions.find({ text }))[0]?.id ?? '';

describe('a home', () => {
  it('shows what is open and until when, what is one’s own, how one is invited, and where help is', async () => {
    const world = await talking();
    await open(world, 'dan');
    const home = world.homeOf('dan');
    expect(home).toContain('Our shared work: question 1, open until Fri');
    expect(home).toContain('What went well in the past week?');
    expect(home).toContain(say(world, 'home.answered'));
    expect(home).toContain('We should ask them first.');
    expect(home).toMatch(/Place: Develop and describe processes.*\. Theme: “All about processes”\./);
    expect(home).toContain(say(world, 'home.nudges-on'));
    expect(home).toContain(say(world, 'home.help'));
    const id = await idOf(world, 'We should ask them first.');
    expect(world.homeButtons('dan')).toEqual([
      'answer-here=inquiry-r1',
      'answer-anonymously=inquiry-r1',
      `correct=${id}`,
      `withdraw=${id}`,
      'snooze',
      'stop-nudges',
      'settings',
    ]);
  });

  it('is nobody else’s business: not what they said, and not who has answered', async () => {
    const world = await talking();
    await open(world, 'bo');
    expect(world.homeOf('bo')).not.toContain('ask them first');
    expect(world.homeOf('bo')).not.toContain('Dan');
    expect(world.homeOf('bo')).not.toContain(say(world, 'home.answered'));
    expect(world.platform.homeFor('dan')).toBeNull();
  });

  it('of someone in no inquiry says so, and how one starts one', async () => {
    const world = await createWorld();
    await open(world, 'bo');
    expect(world.homeOf('bo')).toBe(say(world, 'home.nothing'));
    expect(world.homeButtons('bo')).toEqual([]);
  });

  it('of somebody who left shows nothing of what goes on, and still what they said', async () => {
    const world = await talking();
    await world.act('dan', (hands) => hands.leave());
    await open(world, 'dan');
    expect(world.homeOf('dan')).not.toContain('Our shared work');
    expect(world.homeOf('dan')).toContain('We should ask them first.');
    expect(world.homeOf('dan')).toContain(say(world, 'home.nothing'));
  });

  it.each(['fi', 'sv'] as const)('is in the person’s own language (%s), whatever the inquiry speaks', async (lang) => {
    const people = ['anna', 'dan'].map((id) => ({ id, name: id, profile: { locale: `${lang}-FI` } }));
    const world = await talking({}, { people });
    await open(world, 'dan');
    expect(world.platform.homeFor('dan')?.lang).toBe(lang);
    expect(world.homeOf('dan')).toContain(say(world, 'home.open', {}, lang));
    expect(world.homeOf('dan')).toContain(world.flow.content.questions.get('week-went-well')?.text[lang]);
    expect(new Set(world.platform.homeFor('dan')?.sections.map((each) => each.lang))).toEqual(new Set([lang]));
  });

  it('says when the next question comes, and that a pause is one', async () => {
    const world = await talking();
    await world.until('2026-03-07 09:00');
    await open(world, 'dan');
    expect(world.homeOf('dan')).toMatch(/nothing is open just now\. The next question comes Mon.* 8:00|08:00/);
    await world.command('anna', 'pause');
    await open(world, 'dan');
    expect(world.homeOf('dan')).toContain('Our shared work: paused just now.');
    expect(world.homeButtons('dan').some((each) => each.startsWith('answer'))).toBe(false);
  });

  it('shows what one has taken on until it is settled', async () => {
    const world = await talking();
    await open(world, 'cia');
    await world.command('cia', 'commit');
    await world.submit('cia', { text: 'I ask them on Monday', dueOn: '2026-03-09' });
    await followed(world);
    expect(world.homeOf('cia')).toContain('I ask them on Monday (by 9 Mar 2026)');
    await world.act('cia', (hands) => hands.pressHome('commitment-done'));
    await world.submit('cia', { outcome: 'They were glad.' });
    await followed(world);
    expect(world.homeOf('cia')).not.toContain('I ask them on Monday');
    expect(await world.store.commitments.find({})).toMatchObject([{ status: 'done', outcome: 'They were glad.' }]);
  });
});

describe('what one does', () => {
  it('shows at home a moment later, once it has been opened: an answer, its place, what was taken back', async () => {
    const world = await talking();
    await open(world, 'dan');
    await world.say('dan', 'And their neighbours too.');
    await followed(world);
    expect(world.homeOf('dan')).toContain('And their neighbours too.');
    const id = await idOf(world, 'And their neighbours too.');
    await world.act('dan', (hands) => hands.pressHome('withdraw', id));
    await followed(world);
    expect(world.homeOf('dan')).not.toContain('And their neighbours too.');
    const [placed] = await world.store.contributions.find({ status: 'live' });
    await world.act('dan', (hands) => hands.pressHome('correct', placed?.id));
    await world.submit('dan', { contribution: placed?.id ?? '', step: 'needs' });
    await followed(world);
    expect(world.homeOf('dan')).toContain('Place: Clarify customer needs');
  });

  it('and a message deleted where it stood', async () => {
    const world = await talking();
    const ref = await world.say('bo', 'Forget this.');
    await open(world, 'bo');
    await world.act('bo', (hands) => hands.delete(ref));
    await followed(world);
    expect(world.homeOf('bo')).not.toContain('Forget this.');
  });

  it('and what is pressed about invitations', async () => {
    const world = await talking();
    await open(world, 'dan');
    await world.act('dan', (hands) => hands.pressHome('snooze'));
    await followed(world);
    expect(world.homeOf('dan')).toContain(say(world, 'home.nudges-snoozed', { date: '9 Mar 2026' }));
    await world.act('dan', (hands) => hands.pressHome('stop-nudges'));
    await followed(world);
    expect(world.homeOf('dan')).toContain(say(world, 'home.nudges-stopped'));
    await world.act('dan', (hands) => hands.pressHome('resume-nudges'));
    await followed(world);
    expect(world.homeOf('dan')).toContain(say(world, 'home.nudges-on'));
    await world.act('dan', (hands) => hands.pressHome('settings'));
    expect(world.platform.formFor('dan')?.id).toBe('settings');
  });

  it('makes no home for those who never looked', async () => {
    const world = await talking();
    await world.press('dan', 'withdraw');
    await world.until('2026-03-13 16:00');
    expect(world.platform.homeFor('dan')).toBeNull();
  });

  it('several things at once change it once', async () => {
    const world = await talking();
    await open(world, 'dan');
    let shown = 0;
    const showHome = world.platform.showHome.bind(world.platform);
    world.platform.showHome = async (...args) => {
      shown += 1;
      return showHome(...args);
    };
    for (const text of ['One.', 'Two.', 'Three.']) await world.say('dan', text);
    await world.later(5_000);
    expect(shown).toBe(1);
    expect(world.homeOf('dan')).toContain('Three.');
  });
});

describe('answering at home', () => {
  it('asks for the words in a form, and keeps them without a name', async () => {
    const world = await talking();
    await open(world, 'bo');
    await world.act('bo', (hands) => hands.pressHome('answer-here'));
    await world.submit('bo', { text: ' The quiet hour helped. ' });
    expect(await world.store.contributions.find({ text: 'The quiet hour helped.' })).toMatchObject([
      { visibility: 'pseudonymous', via: 'private', roundId: 'inquiry-r1', ref: null, replyTo: null },
    ]);
    expect(world.lastTo('bo')).toBe(say(world, 'heard.private'));
    await followed(world);
    expect(world.homeOf('bo')).toContain('The quiet hour helped.');
    expect(world.homeOf('bo')).toContain(say(world, 'home.answered'));
  });

  it('without a name leaves no trace at home', async () => {
    const world = await talking();
    await open(world, 'bo');
    await world.act('bo', (hands) => hands.pressHome('answer-anonymously'));
    await world.submit('bo', { text: 'Nobody reads the reports.' });
    await followed(world);
    expect(await world.store.contributions.count({ visibility: 'anonymous' })).toBe(1);
    expect(world.homeOf('bo')).not.toContain('Nobody reads the reports.');
  });
});

describe('who facilitates', () => {
  it('finds their inquiries, what goes out next and when, and steers them there', async () => {
    const world = await talking();
    await open(world, 'anna');
    expect(world.homeOf('anna')).toContain('Our shared work: running, 1 contribution so far.');
    expect(world.homeOf('anna')).toMatch(/Next: private invitation.*question 1.*Wed/);
    expect(world.homeButtons('anna')).toEqual(
      expect.arrayContaining([
        'ask=inquiry',
        'digest=inquiry',
        'nudge=inquiry',
        'skip=inquiry-r1',
        'pause=inquiry',
        'close=inquiry',
      ]),
    );
    await world.act('anna', (hands) => hands.pressHome('pause'));
    await followed(world);
    expect(await world.inquiry()).toMatchObject({ status: 'paused' });
    expect(world.homeOf('anna')).toContain(say(world, 'home.next-paused'));
    expect(world.homeButtons('anna')).toEqual(expect.arrayContaining(['resume=inquiry', 'close=inquiry']));
    expect(world.homeButtons('anna')).not.toContain('pause=inquiry');
    await world.act('anna', (hands) => hands.pressHome('resume'));
    expect(await world.inquiry()).toMatchObject({ status: 'running' });
  });

  it('asks, skips, brings a digest and invites from there', async () => {
    const world = await talking();
    await open(world, 'anna');
    await world.act('anna', (hands) => hands.pressHome('ask'));
    await world.submit('anna', { text: 'What surprised you?', days: '2' });
    expect(world.inChannel().at(-1)?.text).toContain('What surprised you?');
    await world.act('anna', (hands) => hands.pressHome('digest'));
    expect(await world.store.digests.count({})).toBe(1);
    await world.act('anna', (hands) => hands.pressHome('nudge'));
    expect(world.lastTo('anna')).toBe(say(world, 'did.nudge-now'));
    await world.act('anna', (hands) => hands.pressHome('skip', 'inquiry-r1'));
    expect(await world.store.rounds.get('inquiry-r1')).toMatchObject({ status: 'closed' });
  });

  it('is asked twice before an inquiry closes', async () => {
    const world = await talking();
    await open(world, 'anna');
    await world.act('anna', (hands) => hands.pressHome('close'));
    await world.submit('anna', { sure: 'no' });
    expect(await world.inquiry()).toMatchObject({ status: 'running' });
    await world.act('anna', (hands) => hands.pressHome('close'));
    await world.submit('anna', { sure: 'yes' });
    expect(await world.inquiry()).toMatchObject({ status: 'closed' });
    await followed(world);
    expect(world.homeOf('anna')).not.toContain('Our shared work');
  });

  it('alone: others have none of these buttons', async () => {
    const world = await talking();
    await open(world, 'bo');
    expect(world.homeButtons('bo').filter((each) => /^(ask|digest|nudge|skip|pause|close)=/.test(each))).toEqual([]);
  });
});

describe('a platform', () => {
  it('without homes gives help instead, once', async () => {
    const world = await createWorld({ without: ['home'] });
    await open(world, 'bo');
    await open(world, 'bo');
    expect(world.privately('bo').map((each) => each.text)).toEqual([
      expect.stringContaining('I help a team think together'),
    ]);
    expect(await world.store.people.find({ homeSince: { gt: new Date(0) } })).toEqual([]);
  });

  it('that cannot show a home for good stops nothing', async () => {
    const world = await talking();
    world.platform.showHome = async () => {
      throw new PorrasError('no-such-person', 'gone');
    };
    await open(world, 'dan');
    expect(world.warnings).toMatchObject([{ ids: { code: 'no-such-person' } }]);
    expect(await world.store.events.count({ handledAt: null })).toBe(0);
  });

  it('that is no longer connected stops nothing of what went on there', async () => {
    const world = await createWorld({ flow: { labelAfterMs: 3_600_000 } });
    await world.begin();
    await world.until('2026-03-02 09:00');
    await open(world, 'dan');
    await world.tell('dan', 'We should ask them first.');
    (world.flow.platforms as Map<string, unknown>).clear();
    await world.later(4 * 3_600_000);
    expect(await world.store.assignments.count({})).toBe(1);
    expect(world.warnings).toEqual([]);
  });
});
