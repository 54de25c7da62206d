import { PorrasError } from '../../src/errors.ts';
import type { Outgoing } from '../../src/ports/chat-platform.ts';
import { isPrivate, messageRef } from './address.ts';
import { isSlackError } from './errors.ts';
import { posted, read } from './outbound-answers.ts';
import type { Finder } from './outbound-find.ts';
import type { Sent, SentMemory } from './outbound-memory.ts';
import { metadataOf } from './outbound-metadata.ts';
import type { Pictures, Uploaded } from './outbound-pictures.ts';
import type { Timer } from './pace.ts';
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

/** `chat.update` takes less text than `chat.postMessage`, and counts bytes. */
const LONGEST_UPDATE = 3_900;
/** While Slack looks at a new picture; then the outbox waits. */
const PICTURE_WAITS_MS = [700, 1_500];
const PICTURE_LATER_MS = 5_000;

/**
 * In a channel what is long goes on in the thread of its first part, and the buttons stay with that, where everyone
 * comes by. In private and within a thread the parts follow each other, buttons last.
 */
const layout = ({ channel, thread }: Pick<To, 'channel' | 'thread'>): Pick<RenderOptions, 'buttonsWith'> => ({
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
    const parts = renderMessage(outgoing.message, { ...layout(to), picture });
    await postMissing(tools, sent, parts, picture);
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

async function postMissing(tools: SendParts, sent: Sent, parts: Part[], picture: Uploaded | null): Promise<void> {
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
  for (const part of renderMessage(outgoing.message, { buttonsWith: 'last', picture })) {
    const args = { channel, user, ...contentOf(part), parse: 'none', link_names: false };
    await withPicture(tools, team, picture, () => tools.api.call(team, 'chat.postEphemeral', args));
  }
}

/** Slack refuses a message whose picture it still looks at: that passes within seconds. */
async function withPicture<T>(
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

/** Replaces a message where it stands: its parts one by one, more of them or fewer. */
export async function editMessage(
  tools: SendParts,
  place: Omit<To, 'thread'> & { ts: string },
  outgoing: Outgoing,
): Promise<void> {
  const { api, memory, pictures } = tools;
  const { team, channel, ts } = place;
  const sent = (await recall(tools, place)) ?? {
    team,
    channel,
    key: outgoing.key,
    thread: null,
    parts: [ts],
    of: 1,
    files: [],
  };
  const before = { parts: [...sent.parts], files: sent.files };
  const picture = await pictures.give(team, outgoing);
  const parts = renderMessage(outgoing.message, { ...layout(sent), picture, text: LONGEST_UPDATE });
  for (const [index, part] of parts.entries()) {
    const old = sent.parts[index];
    if (old === undefined) continue;
    const metadata = metadataOf({ key: sent.key, part: index + 1, of: parts.length });
    const args = { channel, ts: old, text: part.text, blocks: part.blocks, metadata };
    const there = await ifThere(withPicture(tools, team, picture, () => api.call(team, 'chat.update', args)));
    if (!there && index === 0) return memory.forget(sent);
  }
  await removeParts(api, sent, before.parts.slice(parts.length));
  sent.parts = before.parts.slice(0, parts.length);
  await postMissing(tools, sent, parts, picture);
  sent.files = picture ? [picture.fileId] : [];
  memory.put(sent);
  await pictures.drop(
    team,
    before.files.filter((file) => !sent.files.includes(file)),
  );
}

/** Takes a message back, with its parts and pictures; what is gone already is fine. */
export async function deleteMessage(tools: SendParts, place: Omit<To, 'thread'> & { ts: string }): Promise<void> {
  const { team, channel, ts } = place;
  const sent = (await recall(tools, place)) ?? { team, channel, key: '', thread: null, parts: [ts], of: 1, files: [] };
  // The first goes last: by it the others are found, should this be interrupted.
  await removeParts(tools.api, sent, sent.parts.toReversed());
  await tools.pictures.drop(team, sent.files);
  tools.memory.forget(sent);
}

const recall = async ({ memory, finder }: SendParts, { team, channel, ts }: Omit<To, 'thread'> & { ts: string }) =>
  memory.at(channel, ts) ?? (await finder.byRef(team, channel, ts));

async function removeParts(
  api: SlackApi,
  { team, channel }: Sent,
  parts: readonly (string | undefined)[],
): Promise<void> {
  for (const ts of parts) if (ts !== undefined) await ifThere(api.call(team, 'chat.delete', { channel, ts }));
}

/** @returns false where the message is gone. */
async function ifThere(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (thrown) {
    if (isSlackError(thrown, 'message_not_found')) return false;
    throw thrown;
  }
}
