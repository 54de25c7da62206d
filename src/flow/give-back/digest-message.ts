import type { Digest } from '../../domain/digest.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import type { Message } from '../../domain/message.ts';
import { markdownMessage } from '../../domain/plain-text.ts';
import { choice } from '../say/choice.ts';
import type { Flow } from '../context.ts';
import { writeDigest } from './write-digest.ts';

/** The digest as it is posted: the text, the picture, and what the group can do with it. */
export async function digestMessage(flow: Flow, inquiry: Inquiry, digest: Digest): Promise<Message> {
  const say = (key: string) => flow.content.say(inquiry.language, key);
  const picture = await flow.store.pictures.get(digest.pictureId);
  return {
    ...markdownMessage(inquiry.language, await writeDigest(flow, inquiry, digest.content, 'links')),
    ...(picture && { picture: { id: picture.id, alt: picture.alt } }),
    choices: [
      choice('commit', digest.id, say('choice.commit'), 'primary'),
      choice('correct', '', say('choice.correct')),
      choice('fix-theme', '', say('choice.fix-theme')),
    ],
  };
}
