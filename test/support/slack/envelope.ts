import { channelType } from './conversations.ts';
import { type Json, type SlackChannel, type SlackTeam, type SlackToken, type SlackWorld, seconds } from './world.ts';

const FAMILY = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } as const;

interface Subscription {
  /** As in the manifest's `bot_events`. */
  name: string;
  scope: string | null;
}

/** What the app must have subscribed to, and been granted, to get an event. @source docs.slack.dev/reference/events */
export function subscriptionFor(event: Json, channel: SlackChannel | null): Subscription {
  const type = String(event.type);
  const kind = channel?.kind ?? 'public';
  if (type === 'message')
    return { name: `message.${channel ? channelType(channel) : 'channel'}`, scope: `${FAMILY[kind]}:history` };
  if (type.startsWith('reaction_')) return { name: type, scope: 'reactions:read' };
  if (type.startsWith('member_')) return { name: type, scope: `${FAMILY[kind]}:read` };
  if (type.startsWith('channel_')) return { name: type, scope: 'channels:read' };
  if (type.startsWith('group_')) return { name: type, scope: 'groups:read' };
  if (type === 'app_mention') return { name: type, scope: 'app_mentions:read' };
  if (type === 'user_change' || type === 'team_join') return { name: type, scope: 'users:read' };
  return { name: type, scope: null };
}

/** The installation that hears of what happens in a team: its own, else the one of its organization. */
export const installationOf = (world: SlackWorld, team: SlackTeam): SlackToken | undefined => {
  const good = [...world.tokens.values()].filter((it) => it.state === 'good');
  return good.find((it) => it.owner === team.id) ?? good.find((it) => it.orgWide && it.owner === team.enterprise?.id);
};

/** @source docs.slack.dev/apis/events-api (callback field overview) */
export function envelope(
  world: SlackWorld,
  team: SlackTeam,
  event: Json,
  { channel = null, orgWide = false }: { channel?: SlackChannel | null; orgWide?: boolean } = {},
): Json {
  return {
    token: world.app.verificationToken,
    team_id: team.id,
    ...(team.enterprise ? { enterprise_id: team.enterprise.id } : {}),
    context_team_id: team.id,
    context_enterprise_id: team.enterprise?.id ?? null,
    api_app_id: world.app.id,
    event,
    type: 'event_callback',
    event_id: world.ids.next('Ev'),
    event_time: seconds(world),
    authorizations: [
      {
        enterprise_id: team.enterprise?.id ?? null,
        team_id: team.id,
        user_id: team.bot.userId,
        is_bot: true,
        is_enterprise_install: orgWide,
      },
    ],
    is_ext_shared_channel: channel?.externallyShared ?? false,
    event_context: `4-${world.ids.next('').toLowerCase()}`,
  };
}
