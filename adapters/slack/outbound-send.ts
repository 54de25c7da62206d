import { PorrasError } from '../../src/errors.ts';
import type { Outgoing } from '../../src/ports/chat-platform.ts';
import type { Timer } from '../../src/ports/timer.ts';
import { isPrivate, messageRef } from './address.ts';
import { isSlackError } from './errors.ts';
import { posted, read } from './outbound-answers.ts';
import type { Finder } from './outbound-find.ts';
import type { Sent, SentMemory } from './outbound-memory.ts';
import { metadataOf } from './outbound-metadata.ts';
import type { Pictures, Uploaded } from './outbound-pictures.ts';
import { type Part, renderMessage, type RenderOptions } from './render-message.ts';
import type { SlackApi } from './slack-api.ts';

export interface SendParts {
  api: SlackApi;
  memory: SentMemory;
  finder: Finder;
  pictures: Pictures;
  timer: Timer;
}

export interface To {
  team: string;
  channel: string;
  thread: string | null;
}

/** While Slack looks at a new picture; then the outbox waits. */
const PICTURE_WAITS_MS = [700, 1_500];
const PICTURE_LATER_MS = 5_000;

/**
 * In a channel what is long goes on in the thread of its first part, and the buttons stay with that, where everyone
 * comes by. In private and within a thread the parts follow each other, buttons last.
 */
export const layout = ({ channel, thread }: Pick<To, 'channel' | 'thread'>): Pick<RenderOptions, 'buttonsWith'> => ({
  buttonsWith: isPrivate(channel) || thread ? 'last' : 'first',
});

const threadOf = (sent: Sent): string | undefined =>
  sent.thread ?? (isPrivate(sent.channel) ? undefined : sent.parts[0]);

const contentOf = ({ text, blocks }: Part): Record<string, unknown> => ({
  text,
  ...(blocks.length > 0 && { blocks }),
});

/** Text of people is never looked through for names, channels or addresses. */
const QUIET = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false, mrkdwn: false };

/** Posts what is not there yet of a message. @returns the reference of its first part. */
export async function sendMessage(tools: SendParts, to: To, outgoing: Outgoing): Promise<string> {
  const { memory, pictures } = tools;
  const { key } = outgoing;
  const sent = memory.find(to.channel, key) ?? { ...to, key, parts: [], of: 0, files: [] };
  try {
    const picture = sent.parts[0] === undefined ? await pictures.give(to.team, outgoing) : pictureShown(sent, outgoing);
    const render = (careful: boolean) => renderMessage(outgoing.message, { ...layout(to), picture, careful });
    await asMuchAsSlackTakes(async (careful) => {
      if (careful) await removeParts(tools, sent);
      const parts = render(careful);
      // What broke off is completed as it was begun.
      const begunCarefully = sent.parts[0] !== undefined && sent.of !== parts.length;
      await postMissing(tools, sent, begunCarefully ? render(true) : parts, picture);
    });
  } catch (thrown) {
    // Slack refused, so nothing more is there than is known; after anything else one has to look.
    if (isSlackError(thrown, 'rate_limited', 'picture_not_ready') && thrown instanceof PorrasError)
      memory.settle(to.channel, key, thrown.retryAfterMs ?? 0);
    throw thrown;
  }
  return messageRef(to.team, to.channel, sent.parts[0] ?? '');
}

/** Where the first part is there already the others have to be cut as they were then, with its picture or without. */
const pictureShown = ({ files: [fileId] }: Sent, { picture }: Outgoing): Uploaded | null =>
  fileId === undefined ? null : { fileId, alt: picture?.alt ?? '' };

/**
 * Slack does not say how long a message may be, and long ones read better whole: first as much is tried as it should
 * take, and where it refuses that, as little as it surely takes.
 */
export async function asMuchAsSlackTakes<T>(work: (careful: boolean) => Promise<T>): Promise<T> {
  try {
    return await work(false);
  } catch (thrown) {
    if (!isSlackError(thrown, 'msg_blocks_too_long', 'msg_too_long')) throw thrown;
    return work(true);
  }
}

export async function postMissing(
  tools: SendParts,
  sent: Sent,
  parts: Part[],
  picture: Uploaded | null,
): Promise<void> {
  sent.of = parts.length;
  for (const [index, part] of parts.entries()) {
    if (sent.parts[index] !== undefined) continue;
    const thread = index === 0 ? sent.thread : threadOf(sent);
    const args = {
      channel: sent.channel,
      ...contentOf(part),
      ...QUIET,
      ...(thread && { thread_ts: thread }),
      metadata: metadataOf({ key: sent.key, part: index + 1, of: parts.length }),
    };
    const answer = await withPicture(tools, sent.team, picture, () =>
      tools.api.call(sent.team, 'chat.postMessage', args),
    );
    sent.parts[index] = read('chat.postMessage', posted, answer).ts;
    if (index === 0 && picture) sent.files = [picture.fileId];
    tools.memory.put(sent);
  }
}

/** Shown in a channel to one person: it vanishes, so it is neither found nor edited later. */
export async function whisperMessage(
  tools: SendParts,
  { team, channel, user }: Omit<To, 'thread'> & { user: string },
  outgoing: Outgoing,
): Promise<void> {
  const picture = await tools.pictures.give(team, outgoing);
  await asMuchAsSlackTakes(async (careful) => {
    for (const part of renderMessage(outgoing.message, { buttonsWith: 'last', picture, careful })) {
      const args = { channel, user, ...contentOf(part), parse: 'none', link_names: false };
      await withPicture(tools, team, picture, () => tools.api.call(team, 'chat.postEphemeral', args));
    }
  });
}

/** Slack refuses a message whose picture it still looks at: that passes within seconds. */
export async function withPicture<T>(
  { pictures, timer }: SendParts,
  team: string,
  picture: Uploaded | null,
  call: () => Promise<T>,
): Promise<T> {
  for (const wait of [...PICTURE_WAITS_MS, null]) {
    try {
      return await call();
    } catch (thrown) {
      if (!picture || !isSlackError(thrown, 'invalid_blocks') || !/slack.?file/i.test(String(thrown))) throw thrown;
      pictures.notReady(team, picture.fileId);
      if (wait === null)
        throw new PorrasError(
          'slack-picture-not-ready',
          'Slack has not looked at the picture yet: it is tried again.',
          {
            retryable: true,
            retryAfterMs: PICTURE_LATER_MS,
            cause: thrown,
          },
        );
      await timer.sleep(wait);
    }
  }
  throw new Error('not reached');
}

/** Takes parts of a message back, the last one first: by the first the others are found, should this be interrupted. */
export async function removeParts({ api }: SendParts, sent: Sent, from = 0): Promise<void> {
  for (const ts of sent.parts.slice(from).toReversed())
    if (ts !== undefined) await ifThere(api.call(sent.team, 'chat.delete', { channel: sent.channel, ts }));
  sent.parts = sent.parts.slice(0, from);
}

/** @returns false where the message is gone. */
export async function ifThere(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (thrown) {
    if (isSlackError(thrown, 'message_not_found')) return false;
    throw thrown;
  }
}
