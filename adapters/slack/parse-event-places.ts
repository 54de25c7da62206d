import { z } from 'zod';
import type { PlatformEvent } from '../../src/domain/platform-event.ts';
import { workspaceOf } from './address.ts';
import { channelId, dateOf, type ParseContext, personOf, placeOf, timestamp, userId } from './parse-event-context.ts';

/** What every event has that tells of no message. */
export interface Envelope {
  id: string;
  /** Seconds since 1970. */
  event_time: number;
}

const Member = z.object({ user: userId, channel: channelId, inviter: userId.optional() });
const Gone = z.object({ channel: channelId });
const Renamed = z.object({ channel: z.object({ id: channelId, name: z.string().min(1) }) });
const Changed = z.object({ user: z.object({ id: userId, deleted: z.boolean().optional() }) });
const Opened = z.object({ user: userId, tab: z.string().optional() });
const Revoked = z.object({ tokens: z.object({ bot: z.array(z.string()).optional() }) });
const At = z.object({ event_ts: timestamp.optional() });

type Parse = (
  event: unknown,
  base: { id: string; at: Date; workspaceId: string },
  c: ParseContext,
) => PlatformEvent | null;

const gone: Parse = (event, base, c) => ({
  ...base,
  type: 'channel-gone',
  place: placeOf(c, Gone.parse(event).channel),
});

const renamed: Parse = (event, base, c) => {
  const { channel } = Renamed.parse(event);
  return { ...base, type: 'channel-renamed', place: placeOf(c, channel.id), name: channel.name };
};

/** Events about channels, people and workspaces, by Slack's type. */
const PARSERS: Readonly<Record<string, Parse>> = {
  member_joined_channel(event, base, c) {
    const { user, channel, inviter } = Member.parse(event);
    if (user === c.self)
      return {
        ...base,
        type: 'added-to-channel',
        place: placeOf(c, channel),
        addedBy: inviter ? personOf(c, inviter).address : null,
      };
    return { ...base, type: 'member-joined', place: placeOf(c, channel), by: personOf(c, user) };
  },
  member_left_channel(event, base, c) {
    const { user, channel } = Member.parse(event);
    if (user === c.self) return gone(event, base, c);
    return { ...base, type: 'member-left', place: placeOf(c, channel), by: personOf(c, user) };
  },
  // Porras was removed from it.
  channel_left: gone,
  group_left: gone,
  channel_archive: gone,
  group_archive: gone,
  channel_deleted: gone,
  group_deleted: gone,
  channel_rename: renamed,
  group_rename: renamed,
  user_change(event, base, c) {
    const { user } = Changed.parse(event);
    return user.deleted === true ? { ...base, type: 'person-left', by: personOf(c, user.id) } : null;
  },
  app_home_opened(event, base, c) {
    const { user, tab } = Opened.parse(event);
    return tab === undefined || tab === 'home' ? { ...base, type: 'home-opened', by: personOf(c, user) } : null;
  },
  app_uninstalled: (_event, base) => ({ ...base, type: 'removed' }),
  // People's own tokens are none of ours.
  tokens_revoked: (event, base) =>
    (Revoked.parse(event).tokens.bot ?? []).length > 0 ? { ...base, type: 'removed' } : null,
};

export function parsePlace(
  type: string,
  event: unknown,
  { id, event_time }: Envelope,
  context: ParseContext,
): PlatformEvent | null {
  const parse = Object.hasOwn(PARSERS, type) ? PARSERS[type] : undefined;
  if (!parse) return null;
  const { event_ts } = At.parse(event);
  const at = event_ts === undefined ? new Date(event_time * 1000) : dateOf(event_ts);
  return parse(event, { id, at, workspaceId: workspaceOf(context.team) }, context);
}
