import type { Delivery, DeliveryStatus } from '../../domain/delivery.ts';
import { degrade, type Route } from '../../domain/degrade.ts';
import { PorrasError, messageOf } from '../../errors.ts';
import type { ChatPlatform, Outgoing } from '../../ports/chat-platform.ts';
import { coarseDay } from '../../domain/coarse-day.ts';
import { platformOf, type Flow } from '../context.ts';
import { isNudge, isReceipt, nudgeOf } from './plan-delivery.ts';
import { capabilitiesAt, isRemoved } from '../who/workspaces.ts';

/** After so many tries a delivery has failed. With the queue's backoff that is some hours. */
const MAX_ATTEMPTS = 20;

/**
 * Sends a planned message, once as far as the platform lets us know. What a platform lacks is degraded here and
 * nowhere else: a whisper becomes a direct message or is skipped, never public; choices a numbered list; a picture
 * its text.
 */
export async function deliver(flow: Flow, deliveryId: string): Promise<void> {
  const delivery = await flow.store.deliveries.get(deliveryId);
  if (!delivery || (delivery.status !== 'planned' && delivery.status !== 'sending')) return;
  const platform = platformOf(flow, delivery.recipient);
  const capabilities = capabilitiesAt(flow, delivery.recipient);
  const { route, message } = degrade(delivery, capabilities, flow.content.say);
  if (route.by === 'nothing') return finish(flow, delivery, { status: 'skipped', error: route.why });
  if (await isRemoved(flow, delivery.recipient))
    return finish(flow, delivery, { status: 'skipped', error: 'removed from the workspace' });
  // It may have gone out when a process died or an answer got lost: look before sending again, where the platform lets us.
  const mayBeOut = delivery.status === 'sending' || delivery.attempts > 0;
  if (mayBeOut && capabilities.has('find-sent')) {
    try {
      const ref = await platform.findSent(delivery.recipient, delivery.id);
      if (ref) return await finish(flow, delivery, { status: 'sent', ref });
    } catch (thrown) {
      return failed(flow, delivery, thrown);
    }
  }
  const claimed = await flow.store.deliveries.update(
    { id: delivery.id, status: delivery.status },
    { status: 'sending', attempts: delivery.attempts + 1 },
  );
  // Somebody answered, or Porras was removed, since it was read.
  if (claimed === 0) return;
  const picture = message.picture ? await flow.store.pictures.get(message.picture.id) : null;
  try {
    const ref = await send(platform, route, { message, picture, key: delivery.id });
    await finish(flow, delivery, { status: 'sent', ref });
  } catch (thrown) {
    await failed(flow, delivery, thrown);
  }
}

async function send(platform: ChatPlatform, route: Route, outgoing: Outgoing): Promise<string | null> {
  switch (route.by) {
    case 'post':
      return platform.post(route.channel, outgoing, ...(route.thread ? [route.thread] : []));
    case 'direct-message':
      return platform.directMessage(route.person, outgoing);
    case 'whisper':
      await platform.whisper(route.channel, route.person, outgoing);
      return null;
    case 'nothing':
      return null;
  }
}

async function finish(
  flow: Flow,
  delivery: Delivery,
  fate: { status: 'sent' | 'skipped' | 'failed'; ref?: string | null; error?: string },
): Promise<void> {
  if (isReceipt(delivery.id)) return forgetReceipt(flow, delivery, fate.status);
  const forgotten = delivery.forget ? { message: { ...delivery.message, text: '', markdown: '' } } : {};
  await flow.store.deliveries.update(
    { id: delivery.id },
    {
      status: fate.status,
      ref: fate.ref ?? null,
      error: fate.error ?? null,
      sentAt: fate.status === 'sent' ? flow.clock.now() : null,
      ...forgotten,
    },
  );
  // An invitation that never came was none: it does not count against how many one may get.
  if (fate.status !== 'sent' && isNudge(delivery.id))
    await flow.store.nudges.update({ id: nudgeOf(delivery.id), outcome: 'sent' }, { outcome: 'skipped' });
  if (fate.status === 'sent' && delivery.inquiryId) flow.changed(delivery.inquiryId);
}

/** What is left says that a code was told once, so that it is not told twice; to whom and when is forgotten. */
async function forgetReceipt(flow: Flow, { id, message, plannedAt }: Delivery, status: DeliveryStatus): Promise<void> {
  await flow.store.deliveries.update(
    { id },
    {
      status,
      target: { to: 'person', person: '' },
      recipient: '',
      message: { text: '', markdown: '', lang: message.lang },
      plannedAt: coarseDay(plannedAt),
      error: null,
    },
  );
}

/** What may pass is tried again later, by the queue's backoff or when the platform says; the rest has failed for good. */
async function failed(flow: Flow, delivery: Delivery, thrown: unknown): Promise<void> {
  const retryable = !(thrown instanceof PorrasError) || thrown.retryable;
  const error = messageOf(thrown);
  if (!retryable || delivery.attempts + 1 >= MAX_ATTEMPTS) {
    flow.warn('a message could not be sent', { deliveryId: delivery.id });
    return finish(flow, delivery, { status: 'failed', error });
  }
  await flow.store.deliveries.update({ id: delivery.id }, { status: 'planned', error });
  throw thrown;
}
