import type { Digest, DigestContent } from '../../domain/digest.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import type { Message } from '../../domain/message.ts';
import { PorrasError } from '../../errors.ts';
import { platformOf, type Flow } from '../context.ts';
import { digestMessage } from './digest-message.ts';
import { paintStaircase } from './paint-staircase.ts';
import { can } from '../who/workspaces.ts';
import { writeDigest } from './write-digest.ts';

/**
 * Revises the digests that a change reaches, and edits those that were posted. What is stored changes last: a run that
 * died before that finds its digest unrevised and does it again.
 *
 * @param revise gives null for a digest that stays as it is
 */
export async function reviseDigests(
  flow: Flow,
  inquiryId: string,
  revise: (content: DigestContent) => DigestContent | null,
): Promise<void> {
  const inquiry = await flow.store.inquiries.get(inquiryId);
  if (!inquiry) return;
  for (const digest of await flow.store.digests.find({ inquiryId }, { by: 'at' })) {
    const content = revise(digest.content);
    if (content) await replace(flow, inquiry, { ...digest, content });
  }
}

async function replace(flow: Flow, inquiry: Inquiry, digest: Digest): Promise<void> {
  const { id, content, pictureId } = digest;
  await flow.store.pictures.update({ id: pictureId }, await paintStaircase(flow, inquiry, content));
  const message = await digestMessage(flow, inquiry, digest);
  // Wherever it was posted: a channel that has gone since does not hide the others.
  const posted = await flow.store.deliveries.find({ id: { gte: `digest:${id}:`, lt: `digest:${id};` } });
  for (const delivery of posted) await editPosted(flow, delivery.id, message);
  await flow.store.digests.update({ id }, { content, markdown: await writeDigest(flow, inquiry, content, 'ids') });
}

async function editPosted(flow: Flow, deliveryId: string, message: Message): Promise<void> {
  // First the outbox: what has not been sent yet goes out revised.
  await flow.store.deliveries.update({ id: deliveryId }, { message });
  const delivery = await flow.store.deliveries.get(deliveryId);
  if (!delivery?.ref) return;
  if (!can(flow, delivery.recipient, 'edit')) return;
  const picture = message.picture ? await flow.store.pictures.get(message.picture.id) : null;
  try {
    await platformOf(flow, delivery.recipient).edit(delivery.ref, { message, picture, key: deliveryId });
  } catch (thrown) {
    // A message that somebody deleted, or a channel that is gone, must not keep the rest from being revised.
    if (!(thrown instanceof PorrasError) || thrown.retryable) throw thrown;
    flow.warn('a posted digest could not be edited', { deliveryId, code: thrown.code });
  }
}
