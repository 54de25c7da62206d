import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SeenMessage } from '../support/slack/see.ts';
import { createPlace, type Place } from './support/slack-place.ts';
import { HARBOUR, type PlaceSeed } from './support/slack-places.ts';
import { openSlackWorld, type SlackWorld } from './support/slack-world.ts';
import { codeIn } from './support/two-places.ts';

const of = (...names: string[]) => HARBOUR.people.filter(({ name }) => names.includes(name));
const OFFICE: PlaceSeed = { ...HARBOUR, people: of('morag', 'desmond', 'freya', 'rohan', 'siobhan') };
const YARD: PlaceSeed = {
  ...HARBOUR,
  team: 'T3YARD',
  name: 'The yard',
  channel: 'slipway',
  people: of('hanna', 'daniel', 'viktor', 'lewis', 'beth'),
};

const SAID = {
  office: 'I showed two apprentices how to read the customs codes, and they learned it within a week.',
  yard: 'I spent a morning with the new clerk on customs codes, using last week’s real cargo. She now spots mistakes that I miss.',
};
const json = (value: unknown): string => JSON.stringify(value);
const isQuestion = ({ actions }: SeenMessage): boolean =>
  actions.some(({ actionId }) => actionId.startsWith('porras:answer-privately:'));

describe('one inquiry in two workspaces of Slack, of which one grants less and then removes Porras', () => {
  let world: SlackWorld;
  let office: Place;
  let yard: Place;
  /** What was there before the yard removed Porras. */
  let before: { yard: number; skipped: number };
  beforeAll(async () => {
    world = await openSlackWorld([OFFICE, YARD], '2026-03-02 06:30', undefined, {
      [YARD.team]: ['files:write', 'reactions:write'],
    });
    [office, yard] = [createPlace(world, OFFICE), createPlace(world, YARD)];
    await office.command('morag', 'new');
    await office.submit('morag', {
      topic: OFFICE.topic,
      language: 'en',
      programme: 'co-development',
      startsOn: '2026-03-02',
    });
    await office.press('morag', 'start-inquiry');
    await office.command('morag', 'connect');
    await yard.command('hanna', `connect ${codeIn(office.privately('morag').at(-1)?.text ?? '')}`);
    await world.until('2026-03-02 09:30');
    await office.post('rohan', SAID.office, { thread: office.question().ts });
    await yard.post('daniel', SAID.yard, { thread: yard.question().ts });
    await yard.openHome('daniel');
    await world.until('2026-03-06 16:00');
    const fates = await world.store.deliveries.find({});
    before = { yard: yard.said().length, skipped: fates.filter((each) => each.status !== 'sent').length };
    await world.slack.uninstall(YARD.team);
    await world.until('2026-03-13 16:00');
  }, 60_000);
  afterAll(() => world.close());

  it('shows in each what that workspace lets it', () => {
    const [digest, theirs] = [office.digests()[0], yard.digests()[0]];
    expect(digest?.files).toHaveLength(1);
    expect(theirs?.files).toEqual([]);
    for (const each of [digest, theirs]) expect(json(each?.blocks)).toContain(SAID.office.slice(0, 40));
    const heard = (place: Place, text: string) =>
      place.everyoneSees().find((each) => each.text.includes(text.slice(0, 40)))?.reactions.length;
    expect([heard(office, SAID.office), heard(yard, SAID.yard)]).toEqual([1, 0]);
    expect(before.skipped).toBe(0);
  });

  it('has a home for the people of both', () => {
    const home = world.slack.home(YARD.team, yard.users['daniel'] ?? '');
    expect(json(home?.blocks)).toContain(OFFICE.topic);
    expect(json(home?.blocks)).toContain(SAID.yard.slice(0, 40));
  });

  it('goes on where Porras still is, and says nothing more where it is not', async () => {
    const [inquiry] = await world.store.inquiries.find({});
    expect(inquiry?.status).toBe('running');
    expect(office.said().filter(isQuestion).length).toBeGreaterThan(1);
    expect(office.question().text).toContain('Question 2');
    expect(office.digests()).toHaveLength(2);
    expect(yard.said()).toHaveLength(before.yard);
    const fates = await world.store.deliveries.find({});
    const others = fates.filter((each) => each.status !== 'sent');
    expect(others.length).toBeGreaterThan(0);
    for (const each of others)
      expect(each).toMatchObject({
        workspaceId: `slack:${YARD.team}`,
        status: 'skipped',
        error: 'removed from the workspace',
      });
    expect(world.warnings).toEqual([]);
  });

  it('still takes back what is taken back, as far as it can', async () => {
    const shown = SAID.office.slice(0, 40);
    expect(json(office.digests()[0]?.blocks)).toContain(shown);
    await office.openHome('rohan');
    await office.pressHome('rohan', 'withdraw');
    expect(json(office.digests()[0]?.blocks)).not.toContain(shown);
    expect(json(await world.store.digests.find({}))).not.toContain(shown);
    expect(world.warnings.map((each) => each.replace(/ \{.*/, ''))).toEqual(['a posted digest could not be edited']);
  });
});
