import type { Delivery } from '../../domain/delivery.ts';
import type { Address, Inquiry, Participant } from '../../domain/inquiry.ts';
import type { Message } from '../../domain/message.ts';
import type { Tables } from '../../ports/store.ts';
import type { Flow } from '../context.ts';
import { workspaceAt } from '../who/workspaces.ts';

export type Planned = Pick<Delivery, 'id' | 'inquiryId' | 'roundId' | 'target' | 'message'> & {
  forget?: boolean;
};

/**
 * Puts a message into the outbox and queues its sending. The id is made from the cause, so a step that runs twice
 * plans once; queueing again is harmless and mends a run that died in between.
 */
export async function planDelivery(flow: Flow, planned: Planned): Promise<void> {
  await putInOutbox(flow, flow.store, planned);
  await queueDelivery(flow, planned.id);
}

/** Only the first half, for a transaction; `queueDelivery` has to follow it. */
export async function putInOutbox(flow: Flow, tables: Pick<Tables, 'deliveries'>, planned: Planned): Promise<void> {
  const recipient = planned.target.to === 'channel' ? planned.target.channel : planned.target.person;
  await tables.deliveries.insert({
    ...planned,
    recipient,
    workspaceId: workspaceAt(flow, recipient),
    forget: planned.forget ?? false,
    status: 'planned',
    attempts: 0,
    ref: null,
    error: null,
    plannedAt: flow.clock.now(),
    sentAt: null,
  });
}

export const queueDelivery = (flow: Flow, deliveryId: string): Promise<void> =>
  flow.queue.add({ name: 'deliver', deliveryId }, { key: `deliver:${deliveryId}` });

/** What became this message; null for one that is not Porras's. */
export const deliveryAt = async (flow: Flow, ref: string): Promise<Delivery | null> =>
  (await flow.store.deliveries.find({ ref }, { by: 'id', limit: 1 }))[0] ?? null;

/**
 * Id of the message that tells the code of an anonymous answer. It is not made from the event's id, by which one could
 * look up when the event came; and of its row only the id stays once it is sent, since the rest says who wrote something
 * anonymous.
 */
export const receiptId = (flow: Flow, nonce: string): string => `receipt:${flow.contributionId(`receipt ${nonce}`)}`;
export const isReceipt = (deliveryId: string): boolean => deliveryId.startsWith('receipt:');

/** Id of the message of a nudge, by the nudge's. */
export const nudgeDeliveryId = (nudgeId: string): string => `nudge:${nudgeId}`;
export const isNudge = (deliveryId: string): boolean => deliveryId.startsWith('nudge:');
export const nudgeOf = (deliveryId: string): string => deliveryId.slice('nudge:'.length);

/** Says something in every channel of an inquiry, the same or what each needs. */
export async function sayInChannels(
  flow: Flow,
  inquiry: Inquiry,
  cause: string,
  message: Message | ((channel: Address) => Message),
  options: { roundId?: string } = {},
): Promise<void> {
  for (const channel of inquiry.channels) {
    await planDelivery(flow, {
      id: `${cause}:${channel}`,
      inquiryId: inquiry.id,
      roundId: options.roundId ?? null,
      target: { to: 'channel', channel, thread: null },
      message: typeof message === 'function' ? message(channel) : message,
    });
  }
}

/** Says something to one participant in private. */
export async function sayInPrivate(
  flow: Flow,
  inquiry: Pick<Inquiry, 'id'>,
  participant: Pick<Participant, 'person'>,
  cause: string,
  message: Message,
  options: { roundId?: string } = {},
): Promise<void> {
  await planDelivery(flow, {
    id: cause,
    inquiryId: inquiry.id,
    roundId: options.roundId ?? null,
    target: { to: 'person', person: participant.person },
    message,
  });
}
