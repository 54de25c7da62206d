import { isObject } from '../blocks/problem.ts';
import { type Call, channelOf, type Method } from '../call.ts';
import { messageEvent } from '../message-events.ts';
import { addMessage, fileJson, withIds } from '../messages.ts';
import { SlackError } from '../slack-error.ts';
import { type SlackFile, seconds } from '../world.ts';
import { contentOf } from './chat.ts';

const getUploadUrl: Method = (call) => {
  const { args, team, world } = call;
  const name = args.text('filename');
  const size = args.number('length', 0);
  if (name === '' || size === 0) throw new SlackError('invalid_arguments');
  const file: SlackFile = {
    id: world.ids.next('F'),
    teamId: team.id,
    by: team.bot.userId,
    name,
    title: name,
    // Slack's documentation says the first, its client's types the second.
    alt: args.text('alt_txt') || args.text('alt_text'),
    size,
    bytes: null,
    created: seconds(world),
    complete: false,
    sharedIn: [],
  };
  team.files.set(file.id, file);
  return { file_id: file.id, upload_url: `${world.url}/upload/v1/${file.id}` };
};

const complete: Method = (call) => {
  const { args, team } = call;
  const asked = args.array('files', 'invalid_arguments') ?? [];
  const files = asked.map((it) => {
    const file = isObject(it) ? team.files.get(String(it.id)) : undefined;
    if (!file?.bytes) throw new SlackError('file_not_found');
    if (isObject(it) && typeof it.title === 'string') file.title = it.title;
    return file;
  });
  if (files.length === 0) throw new SlackError('invalid_arguments');
  const channels = args.has('channel_id') ? [channelOf(call, 'channel_id')] : [];
  for (const channel of channels) {
    if (!channel.members.has(team.bot.userId)) throw new SlackError('channel_not_found');
    if (channel.archived) throw new SlackError('is_archived');
    shareIn(call, files, channel.id);
  }
  for (const file of files) file.complete = true;
  return { files: files.map((it) => ({ id: it.id, title: it.title })) };
};

/** Slack shares files after it has answered; what it answers does not say where. `files.info` does. */
function shareIn(call: Call, files: SlackFile[], id: string): void {
  const { args, team, world } = call;
  const channel = team.channels.get(id);
  if (!channel) return;
  const blocks = contentOf(call, 4_000)?.blocks ?? null;
  const thread = args.text('thread_ts');
  const message = addMessage(world, channel, {
    user: team.bot.userId,
    botId: team.bot.botId,
    appId: world.app.id,
    text: args.text('initial_comment'),
    blocks: withIds(world, blocks),
    threadTs: thread === '' ? null : thread,
    subtype: null,
    files,
  });
  for (const file of files) file.sharedIn.push({ channel: channel.id, ts: message.ts, threadTs: message.threadTs });
  call.announce(team, { ...messageEvent(world, team, channel, message), subtype: 'file_share' }, channel);
}

function fileOf(call: Call): SlackFile {
  const file = call.team.files.get(call.args.text('file'));
  if (!file?.complete) throw new SlackError('file_not_found');
  return file;
}

const info: Method = (call) => ({ file: fileJson(call.world, call.team, fileOf(call)), comments: [] });

const remove: Method = (call) => {
  const file = fileOf(call);
  if (file.by !== call.team.bot.userId) throw new SlackError('cant_delete_file');
  call.team.files.delete(file.id);
  for (const { channel, ts } of file.sharedIn) {
    const message = call.team.channels.get(channel)?.messages.get(ts);
    if (message) message.files = message.files.filter((it) => it.id !== file.id);
  }
  return {};
};

export const fileMethods: Record<string, Method> = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': complete,
  'files.info': info,
  'files.delete': remove,
};
