import type { Contribution } from '../../src/domain/contribution.ts';
import type { Delivery, InboxEvent } from '../../src/domain/delivery.ts';

/** Rows of a table with sensible values, for tests that care about a few fields only. */
export const aContribution = (fields: Partial<Contribution> & { id: string }): Contribution => ({
  inquiryId: 'i1',
  roundId: null,
  participantId: null,
  visibility: 'named',
  via: 'channel',
  text: 'We help each other with the new system.',
  lang: 'en',
  ref: null,
  replyTo: null,
  status: 'live',
  sentAt: new Date('2026-03-02T09:00:00Z'),
  editedAt: null,
  labelledAt: null,
  receipt: null,
  ...fields,
});

export const aDelivery = (fields: Partial<Delivery> & { id: string }): Delivery => ({
  workspaceId: 'w1',
  inquiryId: 'i1',
  roundId: null,
  target: { to: 'channel', channel: 'memory:c1', thread: null },
  recipient: 'memory:c1',
  message: { text: 'Hello', markdown: '**Hello**', lang: 'en' },
  forget: false,
  status: 'planned',
  attempts: 0,
  ref: null,
  error: null,
  plannedAt: new Date('2026-03-02T09:00:00Z'),
  sentAt: null,
  ...fields,
});

export const anEvent = (fields: Partial<InboxEvent> & { id: string }): InboxEvent => ({
  payload: { type: 'home-opened' },
  receivedAt: new Date('2026-03-02T09:00:00Z'),
  handledAt: null,
  error: null,
  ...fields,
});
