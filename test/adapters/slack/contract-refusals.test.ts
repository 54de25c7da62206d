import { afterEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../../support/slack/deliveries.ts';
import type { Hands } from '../../support/slack/hands.ts';
import type { RawDelivery } from '../../support/slack/start-slack.ts';
import { CHANNEL, TEAM } from './contract-harness.ts';
import { type DurableWorld, openDurableWorld, OTHER_TEAM, type Process } from './durability-world.ts';

interface Bench {
  world: DurableWorld;
  process: Process;
}

const open: DurableWorld[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((world) => world.close()));
});

async function begin(): Promise<Bench> {
  const world = await openDurableWorld();
  open.push(world);
  return { world, process: await world.start() };
}

/** Everything but what is said to people, what they have open before them, and what the platform says of them. */
async function stateOf({ world }: Bench): Promise<unknown> {
  const { deliveries: _, events: __, formSessions: ___, people: ____, ...rows } = await world.rows();
  return { rows, channel: world.slack.messages(TEAM, CHANNEL).map((each) => [each.text, each.actions]) };
}

const as = ({ world }: Bench, name: string): Hands => world.slack.as(TEAM, name);

async function pressQuestion(bench: Bench, who: string, action = 'answer-anonymously'): Promise<Delivery> {
  const { slack } = bench.world;
  const button = `porras:${action}:`;
  const question = slack
    .messages(TEAM, CHANNEL)
    .find((it) => it.actions.some((one) => one.actionId.startsWith(button)));
  if (!question) throw new Error(`no question has a button "${action}"`);
  const { actionId } = question.actions.find((one) => one.actionId.startsWith(button)) ?? { actionId: '' };
  const { deliveries } = await as(bench, who).press(question, actionId);
  return first(deliveries);
}

/** A form that was sent, of which others are made. */
async function answered(bench: Bench): Promise<Delivery> {
  await pressQuestion(bench, 'maija');
  await bench.process.settle();
  const { deliveries } = await as(bench, 'maija').submit({ text: 'We tidied up.' });
  await bench.process.settle();
  return first(deliveries);
}

function first<T>(all: T[]): T {
  const [one] = all;
  if (one === undefined) throw new Error('nothing was delivered');
  return one;
}

/** What was sent with something else in it, signed as Slack would: whoever could do that knows our secret. */
async function forge({ world }: Bench, { kind, payload }: Delivery, change: (text: string) => string): Promise<number> {
  const text = change(JSON.stringify(payload));
  expect(text).not.toBe(JSON.stringify(payload));
  const request: RawDelivery =
    kind === 'event'
      ? { body: text }
      : { body: `payload=${encodeURIComponent(text)}`, contentType: 'application/x-www-form-urlencoded' };
  return (await world.slack.deliverRaw({ ...request, sign: true })).status;
}

/** As another person: they press and send by themselves, so by triggers and views of their own. */
const by = (bench: Bench, name: string, team = TEAM) => {
  const { slack } = bench.world;
  const { users } = slack.team(TEAM);
  return (text: string): string =>
    text
      .replaceAll(`"${users['maija']}"`, `"${slack.team(team).users[name]}"`)
      .replaceAll(`"${TEAM}"`, `"${team}"`)
      .replaceAll(/"trigger_id":"[^"]*"/g, '"trigger_id":"1.2.3"')
      .replaceAll(/"id":"V[^"]*"/g, '"id":"VFORGED"');
};

/** As from a private conversation: what Slack says of where it was would be a proof of being there. */
const inPrivate = (text: string): string =>
  text.replaceAll(`"${CHANNEL}"`, '"DFORGED"').replaceAll(/,\\"place\\":\{[^}]*\}/g, '');

interface Case {
  what: string;
  /** What was there before; what it gives is done something with. */
  before?: (bench: Bench) => Promise<Delivery>;
  act: (bench: Bench, earlier: Delivery) => Promise<unknown>;
  who: string;
  team?: string;
  /** The kind word, and the code unless that is another. */
  word: string;
  code?: string;
}

const pressed = (bench: Bench) => pressQuestion(bench, 'maija');
const nothing = async (): Promise<Delivery> => ({
  kind: 'event',
  team: TEAM,
  payload: {},
  attempts: [],
  acknowledged: true,
});

const CASES: Case[] = [
  {
    what: 'a button of a question that has closed',
    before: async ({ process }) => {
      await process.settle('2026-03-06 18:00');
      return nothing();
    },
    act: (bench) => pressQuestion(bench, 'maija'),
    who: 'maija',
    word: 'round.closed',
  },
  {
    what: 'a button of an inquiry that one may not see',
    before: pressed,
    act: (bench, earlier) => forge(bench, earlier, (text) => inPrivate(by(bench, 'outi')(text))),
    who: 'outi',
    word: 'choice.expired',
  },
  {
    what: 'a button of another workspace',
    before: pressed,
    act: (bench, earlier) => forge(bench, earlier, by(bench, 'eve', OTHER_TEAM)),
    who: 'eve',
    team: OTHER_TEAM,
    word: 'choice.expired',
  },
  {
    what: 'a button that Porras no longer knows',
    before: pressed,
    act: (bench, earlier) =>
      forge(bench, earlier, (text) =>
        by(bench, 'maija')(text).replaceAll(/"action_id":"porras:[^"]*"/g, '"action_id":"porras:of-old:0"'),
      ),
    who: 'maija',
    word: 'choice.expired',
  },
  {
    what: 'a form of an inquiry that one may not see',
    before: answered,
    act: (bench, earlier) => forge(bench, earlier, (text) => inPrivate(by(bench, 'outi')(text))),
    who: 'outi',
    word: 'no-inquiry-for-you',
  },
  {
    what: 'a form of another workspace',
    before: answered,
    act: (bench, earlier) => forge(bench, earlier, by(bench, 'eve', OTHER_TEAM)),
    who: 'eve',
    team: OTHER_TEAM,
    word: 'no-inquiry-for-you',
  },
  {
    what: 'a form that Porras no longer knows',
    before: answered,
    act: (bench, earlier) =>
      forge(bench, earlier, (text) =>
        by(bench, 'maija')(text).replaceAll('porras:answer-anonymously', 'porras:of-old'),
      ),
    who: 'maija',
    word: 'form.expired',
  },
  {
    what: 'a form for which it is too late',
    act: async (bench) => {
      await pressQuestion(bench, 'maija');
      const { clock } = bench.world;
      clock.moveTo(new Date(clock.now().getTime() + 4_000));
    },
    who: 'maija',
    word: 'form.too-late',
    code: 'trigger-expired',
  },
  {
    what: 'a command of those who facilitate',
    act: (bench) => as(bench, 'pekka').command(CHANNEL, 'close'),
    who: 'pekka',
    word: 'facilitators-only',
  },
  {
    what: 'a message of Porras itself to be added',
    act: (bench) =>
      as(bench, 'pekka').shortcut(
        'porras:add',
        first(bench.world.slack.messages(TEAM, CHANNEL).filter((it) => it.byBot)),
      ),
    who: 'pekka',
    word: 'pick.no-words',
  },
];

describe('what cannot be done is answered with a kind private word, a logged code, and no change', () => {
  it.each(CASES)('$what', async ({ before = nothing, act, who, team = TEAM, word, code = word }) => {
    const bench = await begin();
    const { world, process } = bench;
    const earlier = await before(bench);
    await process.settle();
    const state = await stateOf(bench);
    const told = () => world.slack.dms(team, world.slack.team(team).users[who] ?? '').filter((each) => each.byBot);
    const known = told().length;
    process.refusals.length = 0;
    await act(bench, earlier);
    await process.settle();
    const [answer, ...more] = told().slice(known);
    expect(answer?.text).toContain(process.flow.content.say('en', word).replaceAll('**', '').split('`')[0]);
    expect(more).toEqual([]);
    expect(process.refusals).toEqual([code]);
    expect(await stateOf(bench)).toEqual(state);
    expect(process.warnings).toEqual([]);
    expect(await world.store.events.count({ handledAt: null })).toBe(0);
  });
});

describe('what nobody can have sent changes nothing and is not stored', () => {
  const now = (): number => Math.floor(Date.now() / 1000);

  it.each([
    ['unsigned', {}],
    ['signed by somebody else', { sign: { secret: 'wrong' } }],
    ['older than five minutes', { sign: { timestamp: now() - 301 } }],
  ] as const)('%s: 401 and nothing else', async (_, request) => {
    const bench = await begin();
    const rows = await bench.world.rows();
    const body = bench.world.slack.messageBody(TEAM, 'maija', CHANNEL, 'forged');
    const answer = await bench.world.slack.deliverRaw({ body, ...request });
    await bench.process.settle();
    expect([answer.status, answer.body]).toEqual([401, '']);
    expect(await bench.world.rows()).toEqual(rows);
    // The same is taken in when Slack has signed it.
    expect((await bench.world.slack.deliverRaw({ body, sign: true })).status).toBe(200);
    await bench.process.settle();
    expect((await bench.world.store.contributions.find({})).map(({ text }) => text)).toEqual(['forged']);
  });

  it.each(['event', 'press', 'form'])('%s of a workspace where Porras is not installed: logged', async (kind) => {
    const bench = await begin();
    const { world, process } = bench;
    const said = () => as(bench, 'maija').post(CHANNEL, 'an idea');
    const earlier =
      kind === 'event' ? first((await said()).deliveries) : await (kind === 'press' ? pressed : answered)(bench);
    await process.settle();
    const rows = await world.rows();
    expect(await forge(bench, earlier, by(bench, 'maija', 'T666'))).toBe(200);
    await process.settle();
    expect(await world.rows()).toEqual(rows);
    expect(process.logged.join()).toMatch(/not installed.*"team":"T666"/);
  });

  it('a message to the channel of another workspace is heard in neither', async () => {
    const bench = await begin();
    const { process } = bench;
    const { deliveries } = await as(bench, 'maija').post(CHANNEL, 'an idea');
    await process.settle();
    const state = await stateOf(bench);
    expect(await forge(bench, first(deliveries), by(bench, 'eve', OTHER_TEAM))).toBe(200);
    await process.settle();
    expect(await stateOf(bench)).toEqual(state);
    expect([process.refusals, process.warnings]).toEqual([[], []]);
  });
});
