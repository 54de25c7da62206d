import { CODE_LIVES_MS } from '../domain/join-code.ts';
import type { Flow } from './context.ts';
import { queueDelivery } from './say/plan-delivery.ts';
import { redoProvisional } from './theme/redo-provisional.ts';
import { scheduleInquiry } from './facilitate/start-inquiry.ts';

/** How old something must be before it counts as left behind by a process that died, in milliseconds. */
const LEFT_BEHIND_MS = 20_000;
const BATCH = 500;
/** For so long the words of somebody who was asked for them wait for an answer. */
const UNANSWERED_MS = 14 * 86_400_000;
const USED_CODE_MS = 86_400_000;

/**
 * Queues again what a process that died left between its store and its queue: events not handled, contributions not
 * labelled or only provisionally, deliveries not sent. Every job is harmless twice, so sweeping too much costs only time.
 */
export async function sweep(flow: Flow, leftBehindMs = LEFT_BEHIND_MS): Promise<void> {
  const before = new Date(flow.clock.now().getTime() - leftBehindMs);
  const events = await flow.store.events.find(
    { handledAt: null, error: null, receivedAt: { lte: before } },
    { by: 'receivedAt', limit: BATCH },
  );
  for (const { id: eventId } of events)
    await flow.queue.add({ name: 'handle-event', eventId }, { key: `event:${eventId}` });
  // One that failed waits for its next try, in the queue, for as long as the platform asked.
  const deliveries = await flow.store.deliveries.find(
    { status: ['planned', 'sending'], error: null, plannedAt: { lte: before } },
    { by: 'plannedAt', limit: BATCH },
  );
  for (const { id } of deliveries) await queueDelivery(flow, id);
  await flow.store.picks.delete({ askedAt: { lte: new Date(flow.clock.now().getTime() - UNANSWERED_MS) } });
  await forgetCodes(flow);
  await redoProvisional(flow);
  const unlabelled = await flow.store.contributions.find(
    { labelledAt: null, status: 'live' },
    { by: 'sentAt', limit: BATCH },
  );
  for (const inquiryId of new Set(unlabelled.map((each) => each.inquiryId))) {
    await flow.queue.add({ name: 'assign-themes', inquiryId }, { key: `themes:${inquiryId}` });
  }
}

/** One that was used stays for a day: a run that died while its channel joined still needs it. */
async function forgetCodes(flow: Flow): Promise<void> {
  const ago = (ms: number) => new Date(flow.clock.now().getTime() - ms);
  await flow.store.joinCodes.delete({ usedBy: null, madeAt: { lte: ago(CODE_LIVES_MS) } });
  await flow.store.joinCodes.delete({ madeAt: { lte: ago(USED_CODE_MS) } });
}

/** At a start: everything that is ahead of every running inquiry is queued, even if the queue was lost. */
export async function resumeAll(flow: Flow): Promise<void> {
  for (const inquiry of await flow.store.inquiries.find({ status: 'running' })) await scheduleInquiry(flow, inquiry);
  for (const { id } of await flow.store.deliveries.find({ status: 'planned' })) await queueDelivery(flow, id);
  await sweep(flow, 0);
}
