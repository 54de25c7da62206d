import type { Delivery } from '../domain/delivery.ts';
import type { Inquiry, Participant } from '../domain/inquiry.ts';
import type { Message } from '../domain/message.ts';
import type { Flow } from './context.ts';

type Planned = Pick<Delivery, 'id' | 'workspaceId' | 'inquiryId' | 'roundId' | 'target' | 'message'> & {
  forget?: boolean;
};

/**
 * Puts a message into the outbox and queues its sending. The id is made from the cause, so a step that runs twice
 * plans once; queueing again is harmless and mends a run that died in between.
 */
export async function planDelivery(flow: Flow, planned: Planned): Promise<void> {
  await flow.store.deliveries.insert({
    ...planned,
    recipient: planned.target.to === 'channel' ? planned.target.channel : planned.target.person,
    forget: planned.forget ?? false,
    status: 'planned',
    attempts: 0,
    ref: null,
    error: null,
    plannedAt: flow.clock.now(),
    sentAt: null,
  });
  await flow.queue.add({ name: 'deliver', deliveryId: planned.id }, { key: `deliver:${planned.id}` });
}

/** Says something in every channel of an inquiry. */
export async function sayInChannels(
  flow: Flow,
  inquiry: Inquiry,
  cause: string,
  message: Message,
  options: { roundId?: string } = {},
): Promise<void> {
  for (const [index, channel] of inquiry.channels.entries()) {
    await planDelivery(flow, {
      id: `${cause}:${index}`,
      workspaceId: inquiry.workspaceId,
      inquiryId: inquiry.id,
      roundId: options.roundId ?? null,
      target: { to: 'channel', channel, thread: null },
      message,
    });
  }
}

/** Says something to one participant in private. */
export async function sayInPrivate(
  flow: Flow,
  inquiry: Pick<Inquiry, 'id' | 'workspaceId'>,
  participant: Pick<Participant, 'person'>,
  cause: string,
  message: Message,
  options: { roundId?: string } = {},
): Promise<void> {
  await planDelivery(flow, {
    id: cause,
    workspaceId: inquiry.workspaceId,
    inquiryId: inquiry.id,
    roundId: options.roundId ?? null,
    target: { to: 'person', person: participant.person },
    message,
  });
}
