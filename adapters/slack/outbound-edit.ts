import type { Outgoing } from '../../src/ports/chat-platform.ts';
import type { Sent } from './outbound-memory.ts';
import { metadataOf } from './outbound-metadata.ts';
import type { Uploaded } from './outbound-pictures.ts';
import {
  asMuchAsSlackTakes,
  ifThere,
  layout,
  postMissing,
  removeParts,
  type SendParts,
  type To,
  withPicture,
} from './outbound-send.ts';
import { type Part, renderMessage } from './render-message.ts';

type Place = Omit<To, 'thread'> & { ts: string };

/** `chat.update` takes less text than `chat.postMessage`, and counts bytes. */
const LONGEST_TEXT = 3_900;

/** Replaces a message where it stands: its parts one by one, more of them or fewer, and its picture. */
export async function editMessage(tools: SendParts, place: Place, outgoing: Outgoing): Promise<void> {
  const { memory, pictures } = tools;
  const sent = await recall(tools, place, outgoing.key);
  const files = [...sent.files];
  const picture = await pictures.give(sent.team, outgoing);
  const there = await asMuchAsSlackTakes(async (careful) => {
    const parts = renderMessage(outgoing.message, { ...layout(sent), picture, careful, text: LONGEST_TEXT });
    if (!(await updateParts(tools, sent, parts, picture))) return false;
    await removeParts(tools, sent, parts.length);
    await postMissing(tools, sent, parts, picture);
    return true;
  });
  if (!there) return memory.forget(sent);
  sent.files = picture ? [picture.fileId] : [];
  memory.put(sent);
  const gone = files.filter((file) => !sent.files.includes(file));
  await pictures.drop(sent.team, gone);
}

/** @returns false where the message is gone: then there is nothing to edit. */
async function updateParts(tools: SendParts, sent: Sent, parts: Part[], picture: Uploaded | null): Promise<boolean> {
  for (const [index, { text, blocks }] of parts.entries()) {
    const ts = sent.parts[index];
    if (ts === undefined) continue;
    const metadata = metadataOf({ key: sent.key, part: index + 1, of: parts.length });
    const args = { channel: sent.channel, ts, text, blocks, metadata };
    const call = withPicture(tools, sent.team, picture, () => tools.api.call(sent.team, 'chat.update', args));
    if (!(await ifThere(call)) && index === 0) return false;
  }
  return true;
}

/** Takes a message back, with its parts and pictures; what is gone already is fine. */
export async function deleteMessage(tools: SendParts, place: Place): Promise<void> {
  const sent = await recall(tools, place, '');
  tools.memory.forget(sent);
  await removeParts(tools, sent);
  await tools.pictures.drop(sent.team, sent.files);
}

/** The message with all its parts: as this process remembers it, else as Slack has it; else what its reference says. */
async function recall({ memory, finder }: SendParts, { team, channel, ts }: Place, key: string): Promise<Sent> {
  const known = memory.at(channel, ts) ?? (await finder.byRef(team, channel, ts));
  return known ?? { team, channel, key, thread: null, parts: [ts], of: 1, files: [] };
}
