import { isObject, lengthOf } from '../blocks/problem.ts';
import { validateBlocks } from '../blocks/validate-blocks.ts';
import { type Call, channelOf, type Method, writableChannel } from '../call.ts';
import { changedEvent, deletedEvent, messageEvent } from '../message-events.ts';
import { addMessage, messageJson, messageOf, removeMessage, withIds } from '../messages.ts';
import { refuseProblems, SlackError } from '../slack-error.ts';
import type { Json, SlackChannel, SlackMessage } from '../world.ts';

/** Beyond this Slack cuts a text short or refuses it; a test wants to hear of it. */
const MOST_TEXT = 40_000;
const MOST_TEXT_OF_UPDATE = 4_000;
const MOST_METADATA = 8_000;

interface Content {
  text: string;
  blocks: Json[] | null;
}

/** Images may show a file of Slack's own, if it is there whole. */
function refuseUnknownFiles(call: Call, blocks: readonly Json[]): void {
  blocks.forEach((block, index) => {
    const file = isObject(block.slack_file) ? block.slack_file : undefined;
    if (!file) return;
    const known = call.team.files.get(typeof file.id === 'string' ? file.id : '');
    if (!known?.complete) {
      refuseProblems('invalid_blocks', [{ path: `/blocks/${index}/slack_file`, message: 'invalid slack file' }]);
    }
  });
}

export function contentOf(call: Call, most: number): Content | null {
  const text = call.args.text('text');
  const blocks = call.args.array('blocks', 'invalid_blocks_format');
  if (lengthOf(text) > most) throw new SlackError('msg_too_long');
  if (blocks) {
    refuseProblems('invalid_blocks', validateBlocks(blocks));
    refuseUnknownFiles(call, blocks.filter(isObject));
  }
  if (text.trim() === '' && (blocks ?? []).length === 0) return null;
  return { text, blocks: blocks && blocks.length > 0 ? withIds(call.world, blocks.filter(isObject)) : null };
}

function metadataOf(call: Call): Json | null {
  const metadata = call.args.object('metadata', 'invalid_metadata_format');
  if (!metadata) return null;
  if (typeof metadata.event_type !== 'string' || !isObject(metadata.event_payload)) {
    throw new SlackError('invalid_metadata_format');
  }
  if (JSON.stringify(metadata).length > MOST_METADATA) throw new SlackError('metadata_too_large');
  return { event_type: metadata.event_type, event_payload: metadata.event_payload };
}

/** The root that a reply goes to: a reply's own ts leads to its root. */
function threadOf(call: Call, channel: SlackChannel): string | null {
  const ts = call.args.text('thread_ts');
  if (ts === '') return null;
  const root = channel.messages.get(ts);
  if (!root) throw new SlackError('thread_not_found');
  return root.threadTs ?? root.ts;
}

const author = (call: Call) => ({
  user: call.team.bot.userId,
  botId: call.team.bot.botId,
  appId: call.world.app.id,
});

const postMessage: Method = (call) => {
  const channel = writableChannel(call);
  const content = contentOf(call, MOST_TEXT);
  if (!content) throw new SlackError('no_text');
  const metadata = metadataOf(call);
  const threadTs = threadOf(call, channel);
  const broadcast = threadTs !== null && call.args.flag('reply_broadcast');
  const message = addMessage(call.world, channel, {
    ...content,
    ...author(call),
    metadata,
    threadTs,
    subtype: broadcast ? 'thread_broadcast' : null,
  });
  const shown = messageJson(call.world, call.team, message, { metadata: true });
  call.announce(call.team, messageEvent(call.world, call.team, channel, message), channel);
  return { channel: channel.id, ts: message.ts, message: shown };
};

const postEphemeral: Method = (call) => {
  const channel = writableChannel(call);
  const user = call.team.users.get(call.args.text('user'));
  if (!user || !channel.members.has(user.id)) throw new SlackError('user_not_in_channel');
  const content = contentOf(call, MOST_TEXT);
  if (!content) throw new SlackError('no_text');
  const thread = threadOf(call, channel);
  const message = messageOf(call.world, channel, {
    ...content,
    ...author(call),
    threadTs: thread,
    onlyFor: user.id,
  });
  call.team.ephemerals.push(message);
  return { message_ts: message.ts };
};

function own(call: Call, channel: SlackChannel, error: string): SlackMessage {
  const message = channel.messages.get(call.args.text('ts'));
  if (!message || message.subtype === 'tombstone') throw new SlackError('message_not_found');
  if (message.user !== call.team.bot.userId) throw new SlackError(error);
  return message;
}

const update: Method = (call) => {
  const channel = channelOf(call);
  if (channel.archived) throw new SlackError('is_archived');
  const message = own(call, channel, 'cant_update_message');
  const content = contentOf(call, MOST_TEXT_OF_UPDATE);
  if (!content) throw new SlackError('no_text');
  const before = messageJson(call.world, call.team, message);
  // Text alone takes the old blocks away.
  Object.assign(message, content);
  const metadata = metadataOf(call);
  if (metadata) message.metadata = metadata;
  message.edited = { user: call.team.bot.userId, ts: call.world.ids.ts() };
  const shown = messageJson(call.world, call.team, message, { metadata: true });
  call.announce(call.team, changedEvent(call.world, call.team, channel, message, before), channel);
  return { channel: channel.id, ts: message.ts, text: message.text, message: shown };
};

const remove: Method = (call) => {
  const channel = channelOf(call);
  if (channel.archived) throw new SlackError('is_archived');
  const message = own(call, channel, 'cant_delete_message');
  const before = messageJson(call.world, call.team, message);
  const tombstone = removeMessage(channel, message);
  const event = tombstone
    ? changedEvent(call.world, call.team, channel, tombstone, before)
    : deletedEvent(call.world, channel, message.ts, before);
  call.announce(call.team, event, channel);
  return { channel: channel.id, ts: message.ts };
};

const getPermalink: Method = (call) => {
  const channel = channelOf(call);
  const message = channel.messages.get(call.args.text('message_ts'));
  if (!message) throw new SlackError('message_not_found');
  const link = `https://${call.team.domain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}`;
  const thread = message.threadTs === null ? '' : `?thread_ts=${message.threadTs}&cid=${channel.id}`;
  return { channel: channel.id, permalink: `${link}${thread}` };
};

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': getPermalink,
};
