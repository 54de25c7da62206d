import type { Json, SlackChannel, SlackFile, SlackMessage, SlackTeam, SlackWorld } from './world.ts';

export type MessageFields = Partial<Omit<SlackMessage, 'ts' | 'channel'>>;

export const messageOf = (world: SlackWorld, channel: SlackChannel, fields: MessageFields): SlackMessage => ({
  ts: world.ids.ts(),
  channel: channel.id,
  user: null,
  botId: null,
  appId: null,
  username: null,
  text: '',
  blocks: null,
  threadTs: null,
  subtype: null,
  clientMsgId: null,
  metadata: null,
  files: [],
  reactions: [],
  edited: null,
  onlyFor: null,
  extra: {},
  ...fields,
});

export function addMessage(world: SlackWorld, channel: SlackChannel, fields: MessageFields): SlackMessage {
  const message = messageOf(world, channel, fields);
  channel.messages.set(message.ts, message);
  if (message.threadTs !== null) {
    const replies = channel.threads.get(message.threadTs);
    if (replies) replies.push(message);
    else channel.threads.set(message.threadTs, [message]);
  }
  return message;
}

/** Takes a message away; the root of a thread leaves a tombstone in its place. @returns the tombstone, if any. */
export function removeMessage(channel: SlackChannel, message: SlackMessage): SlackMessage | null {
  if (channel.threads.has(message.ts)) {
    const tombstone: SlackMessage = {
      ...message,
      user: 'USLACKBOT',
      botId: null,
      appId: null,
      clientMsgId: null,
      text: 'This message was deleted.',
      subtype: 'tombstone',
      blocks: null,
      metadata: null,
      files: [],
      reactions: [],
      edited: null,
      extra: { hidden: true },
    };
    channel.messages.set(message.ts, tombstone);
    return tombstone;
  }
  channel.messages.delete(message.ts);
  if (message.threadTs !== null) {
    const left = (channel.threads.get(message.threadTs) ?? []).filter((it) => it.ts !== message.ts);
    if (left.length > 0) channel.threads.set(message.threadTs, left);
    else channel.threads.delete(message.threadTs);
  }
  return null;
}

/** Slack names every block and every element that has an action. */
export function withIds(world: SlackWorld, blocks: Json[] | null): Json[] | null {
  const named = (element: unknown): unknown => {
    if (typeof element !== 'object' || element === null || Array.isArray(element)) return element;
    const it = element as Json;
    if (it.type === 'image' || it.type === 'mrkdwn' || it.type === 'plain_text') return it;
    return { ...it, action_id: it.action_id ?? world.ids.next('a') };
  };
  return (
    blocks?.map((block) => ({
      ...block,
      block_id: block.block_id ?? world.ids.next('b'),
      ...(block.type === 'actions' && Array.isArray(block.elements) ? { elements: block.elements.map(named) } : {}),
      ...(block.accessory === undefined ? {} : { accessory: named(block.accessory) }),
      ...(block.element === undefined ? {} : { element: named(block.element) }),
    })) ?? null
  );
}

export function fileJson(world: SlackWorld, team: SlackTeam, file: SlackFile): Json {
  const type = file.name.includes('.') ? (file.name.split('.').pop() ?? '') : '';
  const shares: Record<string, Record<string, Json[]>> = {};
  for (const share of file.sharedIn) {
    const kind = team.channels.get(share.channel)?.kind === 'public' ? 'public' : 'private';
    const channels = (shares[kind] ??= {});
    (channels[share.channel] ??= []).push({
      ts: share.ts,
      ...(share.threadTs === null ? {} : { thread_ts: share.threadTs }),
      team_id: team.id,
      share_user_id: file.by,
      source: 'UNKNOWN',
    });
  }
  const of = (kind: string) =>
    file.sharedIn.map((it) => it.channel).filter((id) => (team.channels.get(id)?.kind ?? 'public') === kind);
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: type === 'png' ? 'image/png' : 'application/octet-stream',
    filetype: type,
    pretty_type: type.toUpperCase(),
    user: file.by,
    user_team: file.teamId,
    editable: false,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: of('public').length > 0,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${world.url}/files-pri/${file.teamId}-${file.id}/${file.name}`,
    url_private_download: `${world.url}/files-pri/${file.teamId}-${file.id}/download/${file.name}`,
    permalink: `https://${team.domain}.slack.com/files/${file.by}/${file.id}/${file.name}`,
    alt_txt: file.alt,
    channels: of('public'),
    groups: of('private'),
    ims: of('im'),
    shares,
    comments_count: 0,
    has_rich_preview: false,
    file_access: 'visible',
  };
}

/** A message as the Web API and events show it; the metadata only where asked for. */
export function messageJson(
  world: SlackWorld,
  team: SlackTeam,
  message: SlackMessage,
  { metadata = false }: { metadata?: boolean } = {},
): Json {
  const replies = team.channels.get(message.channel)?.threads.get(message.ts) ?? [];
  const author = message.user === null ? undefined : team.users.get(message.user);
  return {
    type: 'message',
    ...(message.subtype === null ? {} : { subtype: message.subtype }),
    ...(message.user === null ? {} : { user: message.user }),
    ts: message.ts,
    ...(message.botId === null ? {} : { bot_id: message.botId }),
    ...(message.appId === null ? {} : { app_id: message.appId }),
    ...(message.username === null ? {} : { username: message.username }),
    ...(message.clientMsgId === null ? {} : { client_msg_id: message.clientMsgId }),
    text: message.text,
    team: author?.teamId ?? team.id,
    ...(author?.isStranger ? { user_team: author.teamId, source_team: author.teamId } : {}),
    ...(message.appId === null ? {} : { bot_profile: botProfile(world, team) }),
    ...(message.blocks === null ? {} : { blocks: message.blocks }),
    ...(message.threadTs === null && replies.length === 0 ? {} : { thread_ts: message.threadTs ?? message.ts }),
    ...(message.threadTs === null ? {} : { parent_user_id: parentOf(team, message) }),
    ...(replies.length === 0
      ? {}
      : {
          reply_count: replies.length,
          reply_users_count: new Set(replies.map((it) => it.user)).size,
          latest_reply: replies.at(-1)?.ts,
          reply_users: [...new Set(replies.map((it) => it.user))],
        }),
    ...(message.edited === null ? {} : { edited: message.edited }),
    ...(message.files.length === 0
      ? {}
      : { files: message.files.map((file) => fileJson(world, team, file)), upload: false }),
    ...(message.reactions.length === 0
      ? {}
      : { reactions: message.reactions.map((it) => ({ name: it.name, users: it.users, count: it.users.length })) }),
    ...(metadata && message.metadata !== null ? { metadata: message.metadata } : {}),
    ...message.extra,
  };
}

const parentOf = (team: SlackTeam, message: SlackMessage): string | null =>
  team.channels.get(message.channel)?.messages.get(message.threadTs ?? '')?.user ?? null;

export const botProfile = (world: SlackWorld, team: SlackTeam): Json => ({
  id: team.bot.botId,
  deleted: false,
  name: world.app.name,
  updated: 0,
  app_id: world.app.id,
  user_id: team.bot.userId,
  icons: { image_36: '', image_48: '', image_72: '' },
  team_id: team.id,
});
