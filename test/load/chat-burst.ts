import { setTimeout as sleep } from 'node:timers/promises';
import type { Flow } from '../../src/flow/context.ts';
import type { BenchedChat } from './benched-chat.ts';
import { sendAll } from './chat-load.ts';

export interface Burst {
  events: number;
  delivered: number;
  contributions: number;
}

/** As often as an event may come, where a platform waits for an answer and sends it again meanwhile. */
const TIMES = 3;
/** So many other events come before the next try: few enough that some tries are under way together. */
const LATER = 20;

/** Each message is delivered several times, in one burst; what becomes of them once a worker has handled everything. */
export async function measureBurst(
  chat: BenchedChat,
  { store }: Flow,
  eventsUrl: string,
  texts: readonly string[],
): Promise<Burst> {
  const events = chat.prepare(texts);
  const deliveries = events.flatMap((event, at) =>
    Array.from({ length: TIMES }, (_, time) => ({ event, when: at + time * LATER })),
  );
  const inOrder = deliveries.toSorted((a, b) => a.when - b.when).map(({ event }) => event);
  await sendAll(eventsUrl, inOrder);
  while ((await store.events.count({ handledAt: null })) > 0) await sleep(100);
  const contributions = await store.contributions.count({ inquiryId: 'bench' });
  return { events: events.length, delivered: inOrder.length, contributions };
}
