import type { Outgoing } from '../../src/ports/chat-platform.ts';
import { isTeamsError } from './errors.ts';
import { keepParts, partsOf, postMissing, type Sent, type SendTools, withOrWithoutPicture } from './outbound-send.ts';

/** Replaces a message where it stands: its parts one by one, more of them or fewer. */
export async function editMessage(tools: SendTools, sent: Sent, outgoing: Outgoing): Promise<void> {
  await withOrWithoutPicture(tools, outgoing, async (picture) => {
    const activities = partsOf(sent.conversation, { ...outgoing, picture });
    for (const [index, id] of sent.parts.slice(0, activities.length).entries()) {
      const there = await ifThere(tools.transport.update(sent.conversation, id, activities[index]!));
      // What people removed stays removed.
      if (!there && index === 0) return;
    }
    await removeParts(tools, sent, activities.length);
    await postMissing(tools, sent, activities);
  });
}

/** Takes a message back with all its parts; what is gone already is fine. */
export const deleteMessage = (tools: SendTools, sent: Sent): Promise<void> => removeParts(tools, sent, 0);

/** The last one first: by the first the others are found, should this be interrupted. */
async function removeParts({ transport, parts }: SendTools, sent: Sent, from: number): Promise<void> {
  if (sent.parts.length <= from) return;
  for (const id of sent.parts.slice(from).toReversed()) await ifThere(transport.remove(sent.conversation, id));
  sent.parts = sent.parts.slice(0, from);
  await keepParts(parts, sent);
}

/** @returns false where the message is gone, with its conversation or without. */
async function ifThere(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (thrown) {
    if (isTeamsError(thrown, 'teams-message-gone', 'teams-not-found')) return false;
    throw thrown;
  }
}
