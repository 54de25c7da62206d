import type { Flow } from './context.ts';
import { scheduleInquiry } from './start-inquiry.ts';

/** How old something must be before it counts as left behind by a process that died, in milliseconds. */
const LEFT_BEHIND_MS = 20_000;
const BATCH = 500;

/**
 * Queues again what a process that died left between its store and its queue: events not handled, contributions not
 * labelled, deliveries not sent. Every job is harmless twice, so sweeping too much costs only time.
 */
export async function sweep(flow: Flow, leftBehindMs = LEFT_BEHIND_MS): Promise<void> {
  const before = new Date(flow.clock.now().getTime() - leftBehindMs);
  const events = await flow.store.events.find(
    { handledAt: null, error: null, receivedAt: { lte: before } },
    { by: 'receivedAt', limit: BATCH },
  );
  for (const { id: eventId } of events)
    await flow.queue.add({ name: 'handle-event', eventId }, { key: `event:${eventId}` });
  const deliveries = await flow.store.deliveries.find(
    { status: ['planned', 'sending'], plannedAt: { lte: before } },
    { by: 'plannedAt', limit: BATCH },
  );
  for (const { id: deliveryId } of deliveries)
    await flow.queue.add({ name: 'deliver', deliveryId }, { key: `deliver:${deliveryId}` });
  const unlabelled = await flow.store.contributions.find(
    { labelledAt: null, status: 'live' },
    { by: 'sentAt', limit: BATCH },
  );
  for (const inquiryId of new Set(unlabelled.map((each) => each.inquiryId))) {
    await flow.queue.add({ name: 'assign-themes', inquiryId }, { key: `themes:${inquiryId}` });
  }
}

/** At a start: everything that is ahead of every running inquiry is queued, even if the queue was lost. */
export async function resumeAll(flow: Flow): Promise<void> {
  for (const inquiry of await flow.store.inquiries.find({ status: 'running' })) await scheduleInquiry(flow, inquiry);
  await sweep(flow, 0);
}
