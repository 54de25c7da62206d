import { setTimeout as sleep } from 'node:timers/promises';
import type { Running } from '../../src/main.ts';
import type { Slack } from '../support/slack/start-slack.ts';
import { prepareMessages, sendAll } from './slack-load.ts';

export interface Burst {
  events: number;
  delivered: number;
  contributions: number;
}

/** Slack sends an event again up to three times while it waits for an answer. */
const TIMES = 3;
/** So many other events come before the next try: few enough that some tries are under way together. */
const LATER = 20;

/** Each message is delivered several times, in one burst; what becomes of them once a worker has handled everything. */
export async function measureBurst(
  slack: Slack,
  { flow }: Running,
  eventsUrl: string,
  channel: string,
  texts: readonly string[],
): Promise<Burst> {
  const events = prepareMessages(slack, channel, texts);
  const deliveries = events.flatMap((event, at) =>
    Array.from({ length: TIMES }, (_, time) => ({ event, when: at + time * LATER })),
  );
  const inOrder = deliveries.toSorted((a, b) => a.when - b.when).map(({ event }) => event);
  await sendAll(eventsUrl, inOrder);
  while ((await flow.store.events.count({ handledAt: null })) > 0) await sleep(100);
  const contributions = await flow.store.contributions.count({ inquiryId: 'bench' });
  return { events: events.length, delivered: inOrder.length, contributions };
}
