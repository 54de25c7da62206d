import { assembleFlow, type Parts } from '../assemble-flow.ts';
import type { Flow } from '../flow/context.ts';
import { giveUpOnEvent } from '../flow/handle-event.ts';
import { handlersOf } from '../flow/handlers.ts';
import { createVirtualClock, type VirtualClock } from '../jobs/virtual-clock.ts';
import { createVirtualQueue, type VirtualQueue } from '../jobs/virtual-queue.ts';
import type { ChatPlatform } from '../ports/chat-platform.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { createMemoryStore } from '../store/memory-store.ts';

/** The whole of Porras in memory, on a clock that is moved by hand: weeks pass in seconds, and nothing leaves. */
export interface VirtualWorld {
  flow: Flow;
  store: Store;
  clock: VirtualClock;
  queue: VirtualQueue;
}

export interface VirtualWorldOptions {
  parts: Parts;
  startsAt: Date;
  /** Made once the clock and the store are there. */
  platform: (around: { clock: Clock; store: Store }) => ChatPlatform;
  flow?: Partial<Flow>;
}

export function createVirtualWorld({ parts, startsAt, platform, flow: more = {} }: VirtualWorldOptions): VirtualWorld {
  const clock = createVirtualClock(startsAt);
  const store = createMemoryStore();
  let flow: Flow | null = null;
  const queue = createVirtualQueue(clock, {
    async onGivenUp(job, thrown) {
      // One event that cannot be handled does not end the rest; anything else is a fault to be seen.
      if (job.name !== 'handle-event' || !flow) throw thrown;
      await giveUpOnEvent(flow, job.eventId, thrown);
    },
  });
  flow = assembleFlow(parts, { store, queue, clock, platforms: [platform({ clock, store })] }, more);
  queue.handlers = handlersOf(flow);
  return { flow, store, clock, queue };
}
