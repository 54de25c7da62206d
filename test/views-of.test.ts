import { expect, it } from 'vitest';
import type { Timer } from '../src/ports/timer.ts';
import { viewsOf } from '../src/views-of.ts';
import { createWorld, type World } from './flow/world.ts';

/** Time that passes only by waiting; `at` is done when its moment has come. */
function waiting(at: { ms: number; done: () => Promise<unknown> } | null = null): Timer & { waited(): number } {
  let ms = 0;
  let due = at;
  return {
    now: () => ms,
    async sleep(more) {
      ms += more;
      if (!due || ms < due.ms) return;
      const { done } = due;
      due = null;
      await done();
    },
    waited: () => ms,
  };
}

async function asked(): Promise<{ world: World; ref: string; bo: string }> {
  const world = await createWorld();
  await world.begin();
  await world.until('2026-03-02 09:00');
  return { world, ref: world.inChannel().at(-1)?.ref ?? '', bo: world.platform.person('bo') };
}
const arrives = async ({ flow, store }: World, id: string): Promise<void> => {
  await store.events.insert({ id, payload: null, receivedAt: flow.clock.now(), handledAt: null, error: null });
};

it('a view that should show the outcome of an event waits until it has been handled', async () => {
  const { world, ref, bo } = await asked();
  await arrives(world, 'e-1');
  const timer = waiting({
    ms: 200,
    async done() {
      await world.say('bo', 'We tidied up.');
      await world.store.events.update({ id: 'e-1' }, { handledAt: world.flow.clock.now() });
    },
  });
  const viewOf = viewsOf(world.flow, timer);
  expect((await viewOf(ref, bo))?.message.choices).toHaveLength(2);
  expect(timer.waited()).toBe(0);
  expect((await viewOf(ref, bo, 'e-1'))?.message.choices).toHaveLength(3);
  expect(timer.waited()).toBe(200);
});

it('waits no longer than a platform does, and not at all for what is handled, given up or unknown', async () => {
  const { world, ref, bo } = await asked();
  await arrives(world, 'e-1');
  const timer = waiting();
  expect(await viewsOf(world.flow, timer)(ref, bo, 'e-1')).not.toBeNull();
  expect(timer.waited()).toBeGreaterThan(2_000);
  expect(timer.waited()).toBeLessThan(3_000);
  await world.store.events.update({ id: 'e-1' }, { error: 'unexpected' });
  for (const id of ['e-1', 'e-2']) {
    const other = waiting();
    await viewsOf(world.flow, other)(ref, bo, id);
    expect(other.waited()).toBe(0);
  }
});
