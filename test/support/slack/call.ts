import type { Args } from './args.ts';
import { openDm } from './conversations.ts';
import { scopeFor } from './scopes.ts';
import { SlackError } from './slack-error.ts';
import type { Triggers } from './triggers.ts';
import type { Json, SlackChannel, SlackTeam, SlackToken, SlackWorld } from './world.ts';

/** Tells the app what the app itself did: Slack sends it the events of its own messages too. */
export type Announce = (team: SlackTeam, event: Json, channel: SlackChannel | null) => void;

export interface Call {
  world: SlackWorld;
  args: Args;
  team: SlackTeam;
  token: SlackToken;
  triggers: Triggers;
  announce: Announce;
}

export type Method = (call: Call) => Json;

export function needScope(call: Call, needed: string): void {
  if (!call.token.scopes.includes(needed)) {
    throw new SlackError('missing_scope', { needed, provided: call.token.scopes.join(',') });
  }
}

/** The conversation that an argument names: by id, by name, or by the user whose direct messages they are. */
export function channelOf(call: Call, name = 'channel'): SlackChannel {
  const { world, team, args } = call;
  const id = args.text(name);
  const user = team.users.get(id);
  if (user) return openDm(world, team, user.id);
  const channel =
    team.channels.get(id) ??
    [...team.channels.values()].find((it) => it.kind === 'public' && it.name === id.replace(/^#/, ''));
  if (!channel || (channel.kind !== 'public' && !channel.members.has(team.bot.userId))) {
    throw new SlackError('channel_not_found');
  }
  return channel;
}

/** A channel to write to: the bot is in it and it is not archived. */
export function writableChannel(call: Call): SlackChannel {
  const channel = channelOf(call);
  if (channel.archived) throw new SlackError('is_archived');
  const mayWriteAnywhere = channel.kind === 'public' && call.token.scopes.includes('chat:write.public');
  if (!channel.members.has(call.team.bot.userId) && !mayWriteAnywhere) throw new SlackError('not_in_channel');
  return channel;
}

export function readableChannel(call: Call): SlackChannel {
  const channel = channelOf(call);
  needScope(call, scopeFor(channel.kind, 'history'));
  if (!channel.members.has(call.team.bot.userId)) throw new SlackError('not_in_channel');
  return channel;
}

/** A page of things: Slack's cursors are opaque, ours hold where to go on. */
export function pageOf<T>(call: Call, things: readonly T[], limit: number): { page: T[]; next: string } {
  const cursor = call.args.text('cursor');
  const from = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString().replace('from:', ''));
  if (!Number.isInteger(from)) throw new SlackError('invalid_cursor');
  const end = from + Math.min(limit, 1_000);
  return {
    page: things.slice(from, end),
    next: end < things.length ? Buffer.from(`from:${end}`).toString('base64') : '',
  };
}
