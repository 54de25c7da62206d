import type { PlatformEvent } from '../domain/platform-event.ts';
import type { EventSink } from '../ports/chat-platform.ts';
import type { Tables } from '../ports/store.ts';
import type { Flow } from './context.ts';

/**
 * Step 1. Stores an event once and queues its id; the adapter acknowledges only after this has resolved. A process
 * that dies between the two leaves a stored event, which `sweep` queues again.
 */
export const receiveEvent =
  (flow: Flow): EventSink =>
  async (event) => {
    await flow.store.events.insert({
      id: event.id,
      payload: toPayload(event, flow.secret()),
      receivedAt: flow.clock.now(),
      handledAt: null,
      error: null,
    });
    await flow.queue.add({ name: 'handle-event', eventId: event.id }, { key: `event:${event.id}` });
  };

/** JSON has no instants; this is the one place that writes events and the one that reads them back. */
const toPayload = (event: PlatformEvent, nonce: string): unknown => ({ ...event, nonce, at: event.at.toISOString() });

/** An event as the flow handles it. The nonce outlives retries and is forgotten with the payload (see `answer-anonymously.ts`). */
export type Handled<E extends PlatformEvent = PlatformEvent> = E & { nonce: string };

export const fromPayload = (payload: unknown): Handled => {
  const event = payload as Handled & { at: string | Date };
  return { ...event, at: new Date(event.at) };
};

/**
 * Writes down what an event was understood as, before anything comes of it: a run that dies after that goes on from
 * there, even if by then the event alone would mean something else.
 */
export const understand = async (tables: Pick<Tables, 'events'>, event: Handled): Promise<void> => {
  await tables.events.update({ id: event.id, handledAt: null }, { payload: toPayload(event, event.nonce) });
};
