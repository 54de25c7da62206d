import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/analysis/lexical/detect-language.ts';
import { localDate, localTime } from '../../src/domain/local-time.ts';
import type { SeenMessage as SlackMessage } from '../support/slack/see.ts';
import type { SeenMessage as TeamsMessage } from '../support/teams/see.ts';
import { liveSpanning, QUAY_FACILITATOR, type Spanning, TEAMS_PEOPLE } from './support/teams-spanning.ts';
import { ZONE } from './world.ts';

const json = (value: unknown): string => JSON.stringify(value);
const isSlackNudge = ({ actions }: SlackMessage): boolean =>
  actions.some(({ actionId }) => actionId.startsWith('porras:why-me:'));
const isTeamsNudge = ({ actions }: TeamsMessage): boolean => actions.some(({ data }) => data.action === 'why-me');

/** Of which platform the inquiry is: the workspace in which it was begun. */
describe.each(['slack', 'teams'] as const)('begun in %s', (begunIn) => {
  let life: Spanning;
  beforeAll(async () => {
    life = await liveSpanning(begunIn);
  }, 60_000);
  afterAll(() => life.close());

  describe('one inquiry in a channel of Slack and one of Teams', () => {
    it('goes on without anything going wrong or being left unsent', async () => {
      const { world } = life;
      expect(world.warnings).toEqual([]);
      expect(life.logged()).toEqual([]);
      const fates = await world.store.deliveries.find({});
      expect(fates.filter((each) => each.status !== 'sent')).toEqual([]);
      expect(await world.store.inquiries.count({})).toBe(1);
    });

    it('welcomes both, and takes in the members of both', async () => {
      const { world, slack, teams } = life;
      const people = (await world.store.participants.find({})).map((each) => each.person);
      const ofSlack = slack.seed.people.map(({ name }) => `slack:${slack.seed.team}:${slack.users[name]}`);
      const ofTeams = TEAMS_PEOPLE.map(({ name }) => teams.addressOf(name));
      expect(people.toSorted()).toEqual([...ofSlack, ...ofTeams].toSorted());
      for (const said of [slack.said(), teams.said()])
        expect(JSON.stringify(said.slice(0, 2))).toContain(slack.seed.topic);
    });

    it('joins by a code that is kept nowhere, and both who began and who joined facilitate', async () => {
      const { world, slack, teams, code } = life;
      const [inquiry] = await world.store.inquiries.find({});
      const own = [
        `slack:${slack.seed.team}:${slack.users[slack.seed.facilitator]}`,
        teams.addressOf(QUAY_FACILITATOR),
      ];
      expect(inquiry?.facilitators).toEqual(begunIn === 'slack' ? own : own.toReversed());
      expect(inquiry?.channels).toHaveLength(2);
      expect(new Set((await world.store.channels.find({})).map((each) => each.workspaceId)).size).toBe(2);
      expect((await world.store.joinCodes.find({})).map((each) => each.id)).not.toContain(code);
      expect(json(await world.store.deliveries.find({}))).not.toContain(code);
      const told =
        begunIn === 'slack'
          ? slack.privately(slack.seed.facilitator).map((each) => each.text)
          : teams.privately(QUAY_FACILITATOR).map((each) => each.words);
      const [channel, name] = begunIn === 'slack' ? ['quays', 'Kirsty Buchan'] : [slack.seed.channel, 'Morag'];
      expect(told.some((each) => each.includes(channel) && each.includes(name))).toBe(true);
    });

    it('knows who leads in the office, wherever that was said', async () => {
      const { world, slack } = life;
      const leaders = await world.store.participants.find({ role: 'leader' });
      expect(leaders.map((each) => each.person)).toEqual([
        `slack:${slack.seed.team}:${slack.users[slack.seed.leader]}`,
      ]);
    });

    it('asks the same question in both channels, once in each', () => {
      const { slack, teams } = life;
      // How it is answered differs.
      const question = slack.question().text.split(/\n+/).at(-2) ?? '';
      expect(question.length).toBeGreaterThan(20);
      expect(slack.said().filter((each) => each.text.includes(question))).toHaveLength(1);
      expect(teams.said().filter((each) => each.words.includes(question))).toHaveLength(1);
    });

    it('gathers what was said in both, each once and with its place', async () => {
      const { world, said, withdrawn } = life;
      const stored = await world.store.contributions.find({});
      const live = said.filter(({ text }) => !withdrawn.includes(text));
      expect(
        stored
          .map((each) => each.text)
          .filter(Boolean)
          .toSorted(),
      ).toEqual(live.map(({ text }) => text).toSorted());
      for (const { on, text } of live) expect(stored.find((each) => each.text === text)?.ref).toMatch(`${on}:`);
      expect(new Set(stored.map((each) => each.roundId)).size).toBe(1);
    });

    it('has one set of themes, some of which hold words of both', async () => {
      const { world } = life;
      const refs = new Map((await world.store.contributions.find({})).map((each) => [each.id, each.ref ?? '']));
      const placed = await world.store.assignments.find({ supersededAt: null });
      const platforms = new Map<string | null, Set<string>>();
      for (const { subThemeId, contributionId } of placed) {
        const at = platforms.get(subThemeId) ?? new Set();
        platforms.set(subThemeId, at.add((refs.get(contributionId) ?? '').split(':')[0] ?? ''));
      }
      platforms.delete(null);
      expect([...platforms.values()].map((each) => [...each].toSorted())).toContainEqual(['slack', 'teams']);
    });

    it('brings the same digest with the same picture to both, with links to both', async () => {
      const { world, slack, teams, before } = life;
      expect(await world.store.digests.count({})).toBe(1);
      const [onSlack] = slack.digests();
      const onTeams = teams.last('fix-theme');
      expect(slack.digests()).toHaveLength(1);
      const at = new Date(Number(onSlack?.ts) * 1_000);
      expect(`${localDate(at, ZONE)} ${localTime(at, ZONE)}`).toBe('2026-03-06 15:00');
      expect(onSlack?.files.map((file) => file.bytes?.subarray(1, 4).toString())).toEqual(['PNG']);
      expect(Buffer.from(onTeams.picture ?? []).equals(onSlack?.files[0]?.bytes ?? Buffer.of(1))).toBe(true);
      for (const shown of [before.slack, before.teams]) {
        expect(shown).toMatch(/archives\/\w+\/p\d+/);
        expect(shown).toMatch(/teams\.microsoft\.com\/l\/message\//);
      }
      const [digest] = await world.store.digests.find({});
      const claims = (digest?.content.sections ?? []).flatMap((section) => section.claims);
      expect(claims.length).toBeGreaterThan(0);
      for (const { text } of claims) {
        expect(json(onSlack?.blocks)).toContain(json(text).slice(1, -1));
        expect(onTeams.words).toContain(text);
      }
    });

    it('forgets in both what was taken back in either', async () => {
      const { world, slack, teams, withdrawn, before } = life;
      expect(withdrawn).toHaveLength(2);
      const now = { slack: json(slack.digests()[0]?.blocks), teams: json(teams.last('fix-theme').card) };
      for (const words of withdrawn.map((each) => each.slice(0, 40))) {
        expect(before.slack).toContain(words);
        expect(before.teams).toContain(words);
        expect(now.slack).not.toContain(words);
        expect(now.teams).not.toContain(words);
        expect(json(await world.store.digests.find({}))).not.toContain(words);
      }
      expect(slack.digests()[0]?.edited).toBe(true);
      expect(teams.last('fix-theme').edits).toBeGreaterThan(0);
      expect(teams.said().filter((each) => each.picture)).toHaveLength(1);
    });
  });

  describe('invitations of one inquiry on two platforms', () => {
    it('come to each of the quiet on their own, in their own language, and to nobody who has answered', () => {
      const { slack, teams, said } = life;
      const heard = said.filter((each) => !each.afterNudge).map((each) => each.who);
      for (const { name, lang } of slack.seed.people) {
        const nudges = slack.privately(name).filter(isSlackNudge);
        expect({ name, nudges: nudges.length }).toEqual({ name, nudges: heard.includes(name) ? 0 : 1 });
        for (const { text } of nudges) expect([text, detectLanguage(text, lang)]).toEqual([text, lang]);
      }
      for (const { name } of TEAMS_PEOPLE) {
        const nudges = teams.privately(name).filter(isTeamsNudge);
        expect({ name, nudges: nudges.length }).toEqual({ name, nudges: heard.includes(name) ? 0 : 1 });
      }
      expect(teams.said().some(isTeamsNudge) || slack.said().some(isSlackNudge)).toBe(false);
    });

    it('are answered and turned off where they came', async () => {
      const { world, teams, stopper } = life;
      const [participant] = await world.store.participants.find({ person: teams.addressOf(stopper) });
      expect(participant?.nudges).not.toBe('on');
      expect(teams.privately(stopper).length).toBeGreaterThan(1);
    });
  });
});
