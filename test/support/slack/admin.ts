import type { AppLink } from './app-link.ts';
import { channelType } from './conversations.ts';
import type { Delivery } from './deliveries.ts';
import { changedEvent, messageEvent } from './message-events.ts';
import { addMessage, messageJson } from './messages.ts';
import { userJson } from './users.ts';
import { found, type Json, type SlackChannel, type SlackTeam, type SlackUser, type SlackWorld } from './world.ts';

/** What was told to the app, and whether it acknowledged all of it. */
export interface Told {
  acknowledged: boolean;
  deliveries: Delivery[];
}

/** What happens to channels, people and the app itself. */
export interface Admin {
  rename(team: string, channel: string, name: string): Promise<Told>;
  archive(team: string, channel: string): Promise<Told>;
  unarchive(team: string, channel: string): Promise<Told>;
  deleteChannel(team: string, channel: string): Promise<Told>;
  removeBot(team: string, channel: string): Promise<Told>;
  inviteBot(team: string, channel: string): Promise<Told>;
  deactivate(team: string, user: string): Promise<Told>;
  changeUser(team: string, user: string, change: Partial<SlackUser>): Promise<Told>;
  /** The app is taken out of the team. */
  uninstall(team: string): Promise<Told>;
  /** Its tokens are taken away, all of a team or those given. */
  revokeTokens(team: string): Promise<Told>;
  /** An integration of somebody else's writes: a `bot_message`, which has no user. */
  integrationPosts(team: string, channel: string, text: string): Promise<Told>;
  /** A link in a message is unfurled: changed, but by nobody. */
  unfurl(team: string, channel: string, ts: string): Promise<Told>;
}

export function createAdmin(world: SlackWorld, link: AppLink): Admin {
  const teamOf = (id: string): SlackTeam => found(world.teams, id, 'team');

  async function tell(team: SlackTeam, channel: SlackChannel | null, ...events: Json[]): Promise<Told> {
    const told = await Promise.all(events.map((event) => link.tell(team, event, channel)));
    const deliveries = told.filter((it) => it !== null);
    return { acknowledged: deliveries.length > 0 && deliveries.every((it) => it.acknowledged), deliveries };
  }

  const place = (teamId: string, channelId: string) => {
    const team = teamOf(teamId);
    return { team, channel: found(team.channels, channelId, 'channel'), by: [...team.users.keys()][0] ?? '' };
  };
  const prefix = (channel: SlackChannel): string => (channel.kind === 'public' ? 'channel' : 'group');
  const stamp = (): Json => ({ event_ts: world.ids.ts() });
  const note = (team: SlackTeam, channel: SlackChannel, by: string, subtype: string, text: string, extra: Json = {}) =>
    messageEvent(world, team, channel, addMessage(world, channel, { user: by, subtype, text, extra }));

  const membership = (team: SlackTeam, type: string, channel: SlackChannel, user: string): Json => ({
    type,
    user,
    channel: channel.id,
    channel_type: channelType(channel) === 'channel' ? 'C' : 'G',
    team: team.id,
    ...stamp(),
  });

  async function setArchived(teamId: string, channelId: string, archived: boolean): Promise<Told> {
    const { team, channel, by } = place(teamId, channelId);
    const what = archived ? 'archive' : 'unarchive';
    channel.archived = archived;
    const notice = note(team, channel, by, `${prefix(channel)}_${what}`, `<@${by}> ${what}d the channel`);
    const event = { type: `${prefix(channel)}_${what}`, channel: channel.id, user: by, ...stamp() };
    return tell(team, channel, event, notice);
  }

  return {
    async rename(teamId, channelId, name) {
      const { team, channel, by } = place(teamId, channelId);
      const old = channel.name;
      channel.name = name;
      const text = `<@${by}> has renamed the channel from "${old}" to "${name}"`;
      const notice = note(team, channel, by, `${prefix(channel)}_name`, text, { old_name: old, name });
      const event = {
        type: `${prefix(channel)}_rename`,
        channel: { id: channel.id, is_channel: true, name, name_normalized: name, created: channel.created },
        ...stamp(),
      };
      return tell(team, channel, event, notice);
    },
    archive: (team, channel) => setArchived(team, channel, true),
    unarchive: (team, channel) => setArchived(team, channel, false),
    async deleteChannel(teamId, channelId) {
      const { team, channel, by } = place(teamId, channelId);
      team.channels.delete(channel.id);
      return tell(team, channel, {
        type: `${prefix(channel)}_deleted`,
        channel: channel.id,
        actor_id: by,
        ...stamp(),
      });
    },
    async removeBot(teamId, channelId) {
      const { team, channel, by } = place(teamId, channelId);
      channel.members.delete(team.bot.userId);
      const left = { type: `${prefix(channel)}_left`, channel: channel.id, actor_id: by, ...stamp() };
      return tell(team, channel, left, membership(team, 'member_left_channel', channel, team.bot.userId));
    },
    async inviteBot(teamId, channelId) {
      const { team, channel, by } = place(teamId, channelId);
      channel.members.add(team.bot.userId);
      return tell(team, channel, {
        ...membership(team, 'member_joined_channel', channel, team.bot.userId),
        inviter: by,
      });
    },
    async deactivate(teamId, userId) {
      const team = teamOf(teamId);
      const user = found(team.users, userId, 'user');
      user.deleted = true;
      // Nobody leaves channels by this in Slack: their membership just ends, without an event.
      for (const channel of team.channels.values()) if (channel.kind !== 'im') channel.members.delete(userId);
      return tell(team, null, { type: 'user_change', user: userJson(team, user, world.clock.now()), ...stamp() });
    },
    async changeUser(teamId, userId, change) {
      const team = teamOf(teamId);
      const user = found(team.users, userId, 'user');
      Object.assign(user, change);
      return tell(team, null, {
        type: 'user_change',
        user: userJson(team, user, world.clock.now(), { locale: true }),
        ...stamp(),
      });
    },
    async uninstall(teamId) {
      const team = teamOf(teamId);
      const tokens = tokensOf(world, team);
      for (const token of tokens) token.state = 'inactive';
      const bot = team.users.get(team.bot.userId);
      if (bot) bot.deleted = true;
      for (const channel of team.channels.values()) channel.members.delete(team.bot.userId);
      return tell(
        team,
        null,
        { type: 'app_uninstalled', ...stamp() },
        { type: 'tokens_revoked', tokens: { oauth: [], bot: [team.bot.userId] }, ...stamp() },
      );
    },
    async revokeTokens(teamId) {
      const team = teamOf(teamId);
      for (const token of tokensOf(world, team)) token.state = 'revoked';
      return tell(team, null, {
        type: 'tokens_revoked',
        tokens: { oauth: [], bot: [team.bot.userId] },
        ...stamp(),
      });
    },
    async integrationPosts(teamId, channelId, text) {
      const { team, channel } = place(teamId, channelId);
      const fields = { subtype: 'bot_message', botId: 'B0OTHER', username: 'Builds', text };
      return tell(team, channel, messageEvent(world, team, channel, addMessage(world, channel, fields)));
    },
    async unfurl(teamId, channelId, ts) {
      const { team, channel } = place(teamId, channelId);
      const message = found(channel.messages, ts, 'message');
      const before = messageJson(world, team, message);
      message.extra = {
        ...message.extra,
        attachments: [{ id: 1, from_url: 'https://example.invalid', title: 'A page' }],
      };
      const event = changedEvent(world, team, channel, message, before);
      const now = world.ids.ts();
      return tell(team, channel, { ...event, ts: now, event_ts: now });
    },
  };
}

const tokensOf = (world: SlackWorld, team: SlackTeam) =>
  [...world.tokens.values()].filter((it) => it.owner === team.id || it.owner === team.enterprise?.id);
