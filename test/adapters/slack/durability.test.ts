import { afterEach, describe, expect, it } from 'vitest';
import type { Act } from '../../support/slack/hands.ts';
import { CHANNEL, TEAM } from './contract-harness.ts';
import { type DurableWorld, openDurableWorld, type Process } from './durability-world.ts';

const open: DurableWorld[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((world) => world.close()));
});

async function begin(options: { socket?: boolean } = {}): Promise<DurableWorld> {
  const world = await openDurableWorld(options);
  open.push(world);
  return world;
}

const IDEA = 'We tidied up the archive together.';
const WAYS = {
  'in the channel': (world: DurableWorld): Promise<Act> => world.slack.as(TEAM, 'maija').post(CHANNEL, IDEA),
  'in private': (world: DurableWorld): Promise<Act> => world.slack.as(TEAM, 'maija').dm(IDEA),
};
type Way = keyof typeof WAYS;

/** What came of it, as the store and people have it. */
async function outcomeOf({ slack, store }: DurableWorld) {
  const reading = (messages: ReturnType<typeof slack.messages>) =>
    messages.map(({ byBot, text, reactions }) => ({ byBot, text, reactions: reactions.map((it) => it.users.length) }));
  return {
    contributions: (await store.contributions.find({})).map(({ text, status }) => [text, status]),
    unhandled: await store.events.count({ handledAt: null }),
    channel: reading(slack.messages(TEAM, CHANNEL)),
    private: ['maija', 'pekka'].map((name) => reading(slack.dms(TEAM, slack.team(TEAM).users[name] ?? ''))),
  };
}

/** What comes of it when nothing goes wrong. */
const undisturbed = new Map<Way, Promise<Awaited<ReturnType<typeof outcomeOf>>>>();
function expected(way: Way) {
  const work = async () => {
    const world = await begin();
    const process = await world.start();
    expect((await WAYS[way](world)).acknowledged).toBe(true);
    await process.settle();
    const outcome = await outcomeOf(world);
    expect(outcome.contributions).toEqual([[IDEA, 'live']]);
    return outcome;
  };
  const known = undisturbed.get(way) ?? work();
  undisturbed.set(way, known);
  return known;
}

describe.each(Object.keys(WAYS) as Way[])('what is said %s while something is down comes in once', (way) => {
  it.each([
    ['the store is down', (process: Process) => process.storeFaults],
    ['the queue is down', (process: Process) => process.queueFaults],
  ] as const)('%s', async (_, faultsOf) => {
    const world = await begin();
    const process = await world.start();
    faultsOf(process).dead = true;
    const act = await WAYS[way](world);
    expect(act.acknowledged).toBe(false);
    await world.slack.redeliver();
    faultsOf(process).revive();
    await process.settle();
    expect(await world.store.contributions.count({})).toBe(0);
    await world.slack.redeliver();
    expect(act.deliveries[0]?.attempts.map(({ status }) => status)).toEqual([500, 500, 200]);
    await process.settle();
    expect(await outcomeOf(world)).toEqual(await expected(way));
    expect(process.logged.join()).not.toContain(IDEA);
  });
});

describe('the store is down', () => {
  it('for so long that Porras no longer knows where it is installed', async () => {
    const world = await begin();
    const process = await world.start();
    process.storeFaults.dead = true;
    world.clock.moveTo(new Date(world.clock.now().getTime() + 120_000));
    const act = await WAYS['in the channel'](world);
    expect(act.deliveries[0]?.attempts.map(({ status }) => status)).toEqual([500]);
    process.storeFaults.revive();
    await world.slack.redeliver();
    await process.settle();
    expect(await outcomeOf(world)).toEqual(await expected('in the channel'));
  });
});

/** When a process dies with an event in its hands. */
const MOMENTS = {
  'before it was stored': (process: Process) => process.storeFaults.arm({ atCall: 1 }),
  'before it was queued': (process: Process) => process.queueFaults.arm({ atCall: 1 }),
  'before it was acknowledged': () => undefined,
  'after it was handled, before it was acknowledged': () => undefined,
};
type Moment = keyof typeof MOMENTS;

/** Starts a process that takes one event as far as that, and never answers. */
async function startMortal(world: DurableWorld, moment: Moment): Promise<{ process: Process; reached: Promise<void> }> {
  const { promise: reached, resolve } = Promise.withResolvers<void>();
  const process = await world.start((receive, self) => async (event) => {
    MOMENTS[moment](self);
    await receive(event).catch((thrown: unknown) => {
      if (!self.storeFaults.dead && !self.queueFaults.dead) throw thrown;
    });
    resolve();
    await new Promise(() => undefined);
  });
  return { process, reached };
}

describe.each([
  ['over HTTP', 'in the channel', false],
  ['over HTTP', 'in private', false],
  ['in Socket Mode', 'in the channel', true],
] as const)('a process dies %s with what was said %s in its hands', (_how, way, socket) => {
  it.each(Object.keys(MOMENTS) as Moment[])('%s: the next one has it once', async (moment) => {
    const world = await begin({ socket });
    const first = await startMortal(world, moment);
    const said = WAYS[way](world);
    await first.reached;
    if (moment.startsWith('after')) await first.process.run();
    await first.process.kill();
    const act = await said;
    expect(act.deliveries.map(({ attempts }) => attempts.map(({ failed }) => failed))).toEqual([['connection_failed']]);

    const second = await world.start();
    await world.slack.redeliver();
    expect(act.deliveries.map((each) => each.acknowledged)).toEqual([true]);
    await second.settle();
    expect(await outcomeOf(world)).toEqual(await expected(way));
  });
});

describe('Slack delivers at least once', () => {
  it('what was acknowledged already comes again, to a process that knows nothing of it', async () => {
    const world = await begin();
    const first = await world.start();
    const act = await WAYS['in the channel'](world);
    await first.settle();
    await first.kill();
    const second = await world.start();
    const [delivery] = act.deliveries;
    if (!delivery) throw new Error('nothing was delivered');
    await Promise.all([1, 2, 3].map(() => world.slack.deliveries.again(delivery)));
    await second.settle();
    expect(await outcomeOf(world)).toEqual(await expected('in the channel'));
  });

  it('one process is slow, and another gets it meanwhile', async () => {
    const world = await begin();
    const { promise: goesOn, resolve: goOn } = Promise.withResolvers<void>();
    const { promise: reached, resolve } = Promise.withResolvers<void>();
    const { promise: done, resolve: finish } = Promise.withResolvers<void>();
    const slow = await world.start((receive) => async (event) => {
      resolve();
      await goesOn;
      await receive(event).finally(finish);
    });
    const said = WAYS['in the channel'](world);
    await reached;
    const fast = await world.start();
    expect((await said).acknowledged).toBe(false);
    await world.slack.redeliver();
    await fast.settle();
    goOn();
    await done;
    await slow.settle();
    expect(await outcomeOf(world)).toEqual(await expected('in the channel'));
  });
});

/** Slack does not send forms again: it keeps them open, and people do. */
describe('an anonymous answer that is sent again', () => {
  async function withForm(world: DurableWorld, process: Process) {
    const maija = world.slack.as(TEAM, 'maija');
    const question = world.slack.messages(TEAM, CHANNEL).find((each) => each.actions.length > 0);
    const button = question?.actions.find((it) => it.actionId.startsWith('porras:answer-anonymously:'));
    if (!question || !button) throw new Error('no question can be answered anonymously');
    await maija.press(question, button.actionId);
    await process.settle();
    return { send: () => maija.submit({ text: IDEA }), isOpen: () => world.slack.modal(TEAM, maija.id) !== null };
  }

  const isThereOnce = async (world: DurableWorld): Promise<void> => {
    const all = await world.store.contributions.find({});
    expect(all.map(({ text, visibility, participantId }) => [text, visibility, participantId])).toEqual([
      [IDEA, 'anonymous', null],
    ]);
  };

  it('since the store was down, comes in once', async () => {
    const world = await begin();
    const process = await world.start();
    const form = await withForm(world, process);
    process.storeFaults.dead = true;
    expect((await form.send()).acknowledged).toBe(false);
    expect(form.isOpen()).toBe(true);
    process.storeFaults.revive();
    expect((await form.send()).acknowledged).toBe(true);
    expect(form.isOpen()).toBe(false);
    await process.settle();
    await isThereOnce(world);
  });

  it('since the process died with it stored, comes in once', async () => {
    const world = await begin();
    const { promise: reached, resolve } = Promise.withResolvers<void>();
    const first = await world.start((receive) => async (event) => {
      await receive(event);
      if (event.type !== 'form-submitted') return;
      resolve();
      await new Promise(() => undefined);
    });
    const form = await withForm(world, first);
    const sent = form.send();
    await reached;
    await first.kill();
    expect((await sent).acknowledged).toBe(false);
    const second = await world.start();
    expect((await form.send()).acknowledged).toBe(true);
    await second.settle();
    await isThereOnce(world);
  });
});
