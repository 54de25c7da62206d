import type { Digest, DigestContent } from '../domain/digest.ts';
import { platformOf, type Flow } from './context.ts';
import { digestMessage } from './compose-digest.ts';
import { paintStaircase } from './paint-staircase.ts';
import { writeDigest } from './write-digest.ts';

/** Takes a contribution that was withdrawn out of the digests that have it, and edits those that were posted. */
export async function reviseDigestsCiting(flow: Flow, inquiryId: string, contributionId: string): Promise<void> {
  const inquiry = await flow.store.inquiries.get(inquiryId);
  if (!inquiry) return;
  for (const digest of await flow.store.digests.find({ inquiryId })) {
    const content = without(digest.content, contributionId);
    if (!content) continue;
    const revised: Digest = { ...digest, content, markdown: await writeDigest(flow, inquiry, content, 'ids') };
    await flow.store.pictures.update({ id: digest.pictureId }, await paintStaircase(flow, inquiry, content));
    await flow.store.digests.update({ id: digest.id }, { content, markdown: revised.markdown });
    const message = await digestMessage(flow, inquiry, revised);
    for (const [index, channel] of inquiry.channels.entries())
      await editPosted(flow, `digest:${digest.id}:${index}`, channel, message);
  }
}

async function editPosted(
  flow: Flow,
  deliveryId: string,
  channel: string,
  message: Awaited<ReturnType<typeof digestMessage>>,
): Promise<void> {
  const delivery = await flow.store.deliveries.get(deliveryId);
  if (!delivery) return;
  await flow.store.deliveries.update({ id: deliveryId }, { message });
  const platform = platformOf(flow, channel);
  if (!delivery.ref || !platform.capabilities(delivery.workspaceId).has('edit')) return;
  const picture = message.picture ? await flow.store.pictures.get(message.picture.id) : null;
  await platform.edit(delivery.ref, { message, picture, key: deliveryId });
}

/** The content without the claims, momentums and concerns that rest on it; null where it is not there at all. */
function without(content: DigestContent, id: string): DigestContent | null {
  const isThere = JSON.stringify(content).includes(JSON.stringify(id));
  if (!isThere) return null;
  return {
    ...content,
    sections: content.sections.map((section) => ({
      ...section,
      claims: section.claims.filter((claim) => !claim.citations.includes(id)),
      subThemes: section.subThemes
        .map((each) => ({ ...each, contributions: each.contributions.filter((one) => one !== id) }))
        .filter((each) => each.contributions.length > 0),
    })),
    momentums: content.momentums.filter((each) => !each.contributions.includes(id)),
    concerns: content.concerns.filter((each) => each.contribution !== id),
    ledger: { ...content.ledger, themed: content.ledger.themed - 1, withdrawn: content.ledger.withdrawn + 1 },
  };
}
