import { InputError } from '../errors.ts';
import { shown } from './shown.ts';
import type { TranscriptMessage } from './transcript.ts';

/**
 * What holds for messages of every form, in the order in which they were sent: ids are unique, and a reply answers an
 * earlier message.
 * @throws InputError that names both places.
 */
export const checkMessages = (messages: readonly TranscriptMessage[]): void => {
  const seen = new Map<string, TranscriptMessage>();
  let orphan: TranscriptMessage | null = null;
  for (const message of messages) {
    const first = seen.get(message.id);
    if (first) {
      throw new InputError(
        message.where,
        `the id ${shown(message.id)} was used before (${first.where}); give each message its own id, or remove one of the two`,
      );
    }
    if (message.replyTo !== null && !seen.has(message.replyTo)) orphan ??= message;
    seen.set(message.id, message);
  }
  if (orphan?.replyTo) throw noParent(orphan, orphan.replyTo, seen.get(orphan.replyTo));
};

const noParent = (reply: TranscriptMessage, replyTo: string, parent: TranscriptMessage | undefined): InputError => {
  if (!parent)
    return new InputError(
      reply.where,
      `a reply to ${shown(replyTo)}, which is no message of this transcript; mend the id, or add the message`,
    );
  if (parent === reply)
    return new InputError(
      reply.where,
      `the message ${shown(reply.id)} is a reply to itself; mend the id that it answers, or take it out`,
    );
  return new InputError(
    reply.where,
    `a reply to ${shown(replyTo)}, which comes later (${parent.where}); put the message before its reply, or mend the id`,
  );
};
