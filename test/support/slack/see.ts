import { isObject, type Json } from './blocks/problem.ts';
import type { SlackFile, SlackMessage, SlackTeam, SlackView, SlackWorld } from './world.ts';
import { found } from './world.ts';

/** A button or menu that can be pressed. */
export interface SeenAction {
  actionId: string;
  blockId: string;
  type: string;
  text: string;
  value: string;
  style: string | null;
}

/** A message as a person sees it. */
export interface SeenMessage {
  channel: string;
  ts: string;
  threadTs: string | null;
  subtype: string | null;
  user: string | null;
  /** Whether the app's bot wrote it. */
  byBot: boolean;
  /** As Slack stores it. */
  text: string;
  blocks: Json[];
  actions: SeenAction[];
  /** Whom it notifies: `!here`, `!channel`, `@U…`. Not what only looks so. */
  mentions: string[];
  metadata: Json | null;
  files: SlackFile[];
  reactions: { name: string; users: string[] }[];
  edited: boolean;
  ephemeral: boolean;
}

const textOf = (value: unknown): string => (isObject(value) && typeof value.text === 'string' ? value.text : '');

export const actionsIn = (blocks: readonly Json[]): SeenAction[] =>
  blocks.flatMap((block) =>
    [...(block.type === 'actions' && Array.isArray(block.elements) ? block.elements : []), block.accessory]
      .filter(isObject)
      .filter((it) => it.type !== 'image')
      .map((it) => ({
        actionId: String(it.action_id),
        blockId: String(block.block_id),
        type: String(it.type),
        text: textOf(it.text) || textOf(it.placeholder),
        value: typeof it.value === 'string' ? it.value : '',
        style: typeof it.style === 'string' ? it.style : null,
      })),
  );

/** Mentions that Slack would act on: in mrkdwn, Markdown and rich text, never in plain text. */
function mentionsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(mentionsIn);
  if (!isObject(value)) return [];
  if (value.type === 'broadcast') return [`!${String(value.range)}`];
  if (value.type === 'user') return [`@${String(value.user_id)}`];
  const active = value.type === 'mrkdwn' || value.type === 'markdown';
  const text = active && typeof value.text === 'string' ? value.text : '';
  const named = [...text.matchAll(/<(![^>|]+|@[UW][^>|]*)(?:\|[^>]*)?>/g)].map((it) => it[1] ?? '');
  return [...named.filter((it) => !it.startsWith('!date')), ...Object.values(value).flatMap(mentionsIn)];
}

/** Files of a message: shared with it, or shown by an image block. */
function filesOf(team: SlackTeam, message: SlackMessage): SlackFile[] {
  const shown = (message.blocks ?? []).flatMap((block) => {
    const file = isObject(block.slack_file) ? team.files.get(String(block.slack_file.id)) : undefined;
    return file ? [file] : [];
  });
  return [...message.files, ...shown];
}

export const seen = (team: SlackTeam, message: SlackMessage): SeenMessage => ({
  channel: message.channel,
  ts: message.ts,
  threadTs: message.threadTs,
  subtype: message.subtype,
  user: message.user,
  byBot: message.user === team.bot.userId,
  text: message.text,
  blocks: message.blocks ?? [],
  actions: actionsIn(message.blocks ?? []),
  mentions: [...new Set([...mentionsIn({ type: 'mrkdwn', text: message.text }), ...mentionsIn(message.blocks ?? [])])],
  metadata: message.metadata,
  files: filesOf(team, message),
  reactions: message.reactions.map((it) => ({ name: it.name, users: [...it.users] })),
  edited: message.edited !== null,
  ephemeral: message.onlyFor !== null,
});

/** A modal or a home as its user sees it. */
export interface SeenView {
  id: string;
  callbackId: string;
  privateMetadata: string;
  title: string;
  submit: string;
  blocks: Json[];
  actions: SeenAction[];
  /** What the app said is wrong, by block id. */
  errors: Record<string, string>;
}

export const seenView = (view: SlackView): SeenView => {
  const blocks = Array.isArray(view.given.blocks) ? view.given.blocks.filter(isObject) : [];
  return {
    id: view.id,
    callbackId: typeof view.given.callback_id === 'string' ? view.given.callback_id : '',
    privateMetadata: typeof view.given.private_metadata === 'string' ? view.given.private_metadata : '',
    title: textOf(view.given.title),
    submit: textOf(view.given.submit),
    blocks,
    actions: actionsIn(blocks),
    errors: { ...view.errors },
  };
};

export interface Eyes {
  /** Everything that a person sees in the channels they are in and in their direct messages with the bot, oldest first. */
  everything(team: string, user: string): SeenMessage[];
  /** A channel as somebody sees it, ephemeral messages for them too; without a user as everybody does. */
  messages(team: string, channel: string, user?: string): SeenMessage[];
  thread(team: string, channel: string, ts: string, user?: string): SeenMessage[];
  dms(team: string, user: string): SeenMessage[];
  modal(team: string, user: string): SeenView | null;
  home(team: string, user: string): SeenView | null;
  files(team: string): SlackFile[];
}

export function createEyes(world: SlackWorld): Eyes {
  const teamOf = (id: string) => found(world.teams, id, 'team');
  const byTs = (a: SlackMessage, b: SlackMessage) => (a.ts < b.ts ? -1 : 1);

  function messages(teamId: string, channelId: string, user?: string): SeenMessage[] {
    const team = teamOf(teamId);
    const channel = found(team.channels, channelId, 'channel');
    if (user !== undefined && channel.kind !== 'public' && !channel.members.has(user)) return [];
    const whispered = team.ephemerals.filter((it) => it.channel === channelId && it.onlyFor === user);
    return [...channel.messages.values(), ...whispered].toSorted(byTs).map((it) => seen(team, it));
  }

  function dms(teamId: string, user: string): SeenMessage[] {
    const team = teamOf(teamId);
    return [...team.channels.values()]
      .filter((it) => it.kind === 'im' && it.members.has(user) && it.members.has(team.bot.userId))
      .flatMap((it) => messages(teamId, it.id, user));
  }

  return {
    messages,
    dms,
    everything: (teamId, user) =>
      [...teamOf(teamId).channels.values()]
        .filter((it) => it.members.has(user))
        .flatMap((it) => messages(teamId, it.id, user))
        .toSorted((a, b) => (a.ts < b.ts ? -1 : 1)),
    thread: (teamId, channel, ts, user) =>
      messages(teamId, channel, user).filter((it) => it.ts === ts || it.threadTs === ts),
    modal(teamId, user) {
      const view = teamOf(teamId).modals.get(user)?.at(-1);
      return view ? seenView(view) : null;
    },
    home(teamId, user) {
      const view = teamOf(teamId).homes.get(user);
      return view ? seenView(view) : null;
    },
    files: (teamId) => [...teamOf(teamId).files.values()],
  };
}
