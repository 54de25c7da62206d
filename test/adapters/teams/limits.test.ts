import { afterEach, describe, expect, it } from 'vitest';
import { PorrasError } from '../../../src/errors.ts';
import { FAULTS } from '../../support/teams/faults.ts';
import { GROUP, openWorld, type OutboundWorld, say } from '../../support/teams/outbound-world.ts';

let world: OutboundWorld;
afterEach(() => world.close());

const failing = async (work: Promise<unknown>): Promise<PorrasError> => {
  const thrown: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof PorrasError)) throw new Error(`not a PorrasError: ${String(thrown)}`);
  return thrown;
};

describe('faults of the Connector', () => {
  it.for(['precondition', 'badGateway', 'gatewayTimeout'] as const)(
    '%s passes: it may be tried again',
    async (name) => {
      world = await openWorld();
      world.teams.fault({ operation: 'send', ...FAULTS[name] });
      const error = await failing(world.outbound.post(world.channel(), say('a', 'k')));
      expect(error).toMatchObject({ code: 'teams-unavailable', retryable: true });
      expect(error.retryAfterMs).toBeGreaterThan(0);
      await world.outbound.post(world.channel(), say('a', 'k'));
      expect(world.said()).toHaveLength(1);
    },
  );

  it('429 says for how long, and until then nothing more is sent there', async () => {
    world = await openWorld();
    world.teams.fault({ operation: 'send', ...FAULTS.throttled, retryAfter: 30 });
    const error = await failing(world.outbound.post(world.channel(), say('a', 'k-1')));
    expect(error).toMatchObject({ code: 'teams-rate-limited', retryable: true });
    expect(error.retryAfterMs).toBeGreaterThanOrEqual(30_000);
    expect(error.retryAfterMs).toBeLessThan(46_000);
    const calls = world.teams.calls.length;
    await failing(world.outbound.post(world.channel(), say('b', 'k-2')));
    expect(world.teams.calls).toHaveLength(calls);
    await world.outbound.post(world.channel(GROUP), say('elsewhere', 'k-3'));
    world.pass(46_000);
    await world.outbound.post(world.channel(), say('a', 'k-1'));
    expect(world.said().map((each) => each.text)).toEqual(['a']);
  });

  it.for([
    ['notInstalled', 'teams-not-installed'],
    ['blocked', 'teams-blocked'],
    ['notFound', 'teams-not-found'],
    ['tooLarge', 'teams-too-large'],
    ['badRequest', 'teams-invalid'],
    ['unauthorized', 'teams-unauthorized'],
  ] as const)('%s is final: %s', async ([name, code]) => {
    world = await openWorld();
    world.teams.fault({ operation: 'send', ...FAULTS[name] });
    expect(await failing(world.outbound.post(world.channel(), say('a', 'k')))).toMatchObject({
      code,
      retryable: false,
    });
  });

  it('a connection that breaks may be tried again, and each call is made once', async () => {
    world = await openWorld();
    world.teams.fault({ operation: 'send', reset: 'after' });
    expect(await failing(world.outbound.post(world.channel(), say('a', 'k')))).toMatchObject({
      code: 'teams-unreachable',
      retryable: true,
    });
    expect(world.said()).toHaveLength(1);
    expect(world.teams.calls).toHaveLength(1);
  });
});

describe('pace', () => {
  it('keeps within what Teams takes in a conversation, waiting where that is short', async () => {
    world = await openWorld({ limited: true });
    for (let index = 0; index < 20; index++) await world.outbound.post(world.channel(), say(`${index}`, `k-${index}`));
    expect(world.said()).toHaveLength(20);
    expect(world.waited()).toBeGreaterThan(0);
    expect(world.teams.calls.filter((call) => call.status === 429)).toEqual([]);
  });

  it('leaves long waits to the queue', async () => {
    world = await openWorld({ limited: true });
    let sent = 0;
    let error: PorrasError | null = null;
    while (!error && sent < 100)
      await world.outbound.post(world.channel(), say(`${sent}`, `k-${sent}`)).then(
        () => void (sent += 1),
        (thrown: PorrasError) => void (error = thrown),
      );
    expect(sent).toBe(60);
    expect(error).toMatchObject({ code: 'teams-rate-limited', retryable: true });
    world.pass(error!['retryAfterMs'] ?? 0);
    await world.outbound.post(world.channel(), say('later', 'k-later'));
    expect(world.said().at(-1)?.text).toBe('later');
    expect(world.teams.calls.filter((call) => call.status === 429)).toEqual([]);
  });

  it('the fake refuses who does not keep the pace', async () => {
    world = await openWorld({ limited: true });
    const post = () =>
      fetch(`${world.teams.serviceUrl}v3/conversations/${encodeURIComponent(GROUP)}/activities`, {
        method: 'POST',
        body: JSON.stringify({ type: 'message', text: 'a' }),
      });
    const statuses: number[] = [];
    for (let index = 0; index < 8; index++) statuses.push((await post()).status);
    expect(statuses).toEqual([201, 201, 201, 201, 201, 201, 201, 429]);
  });
});
