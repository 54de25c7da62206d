import type { Json, SlackTeam, SlackUser } from './world.ts';

const OFFSETS = new Map<string, number>();

/** Seconds east of Greenwich, now. */
function offsetOf(zone: string, at: Date): number {
  const key = `${zone} ${at.toISOString().slice(0, 13)}`;
  const known = OFFSETS.get(key);
  if (known !== undefined) return known;
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find((it) => it.type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name ?? 'GMT') ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60);
  OFFSETS.set(key, offset);
  return offset;
}

export const profileJson = (team: SlackTeam, user: SlackUser): Json => ({
  title: '',
  phone: '',
  skype: '',
  real_name: user.realName,
  real_name_normalized: user.realName,
  display_name: user.displayName,
  display_name_normalized: user.displayName,
  status_text: user.status.text,
  status_emoji: user.status.emoji,
  status_emoji_display_info: [],
  status_expiration: user.status.expiration,
  avatar_hash: '',
  image_48: '',
  team: user.teamId,
  ...(user.id === team.bot.userId ? { bot_id: team.bot.botId, api_app_id: '' } : {}),
});

/** @source docs.slack.dev/reference/objects/user-object */
export const userJson = (team: SlackTeam, user: SlackUser, at: Date, { locale = false } = {}): Json => ({
  id: user.id,
  team_id: user.teamId,
  name: user.name,
  deleted: user.deleted,
  ...(user.deleted
    ? {}
    : {
        color: '9f69e7',
        real_name: user.realName,
        tz: user.timeZone,
        tz_label: user.timeZone,
        tz_offset: offsetOf(user.timeZone, at),
      }),
  profile: profileJson(team, user),
  ...(user.deleted
    ? {}
    : {
        is_admin: user.isAdmin,
        is_owner: user.isOwner,
        is_primary_owner: user.isOwner,
        is_restricted: user.isRestricted || user.isUltraRestricted,
        is_ultra_restricted: user.isUltraRestricted,
      }),
  is_bot: user.isBot,
  is_app_user: false,
  ...(user.isStranger ? { is_stranger: true } : {}),
  updated: 0,
  is_email_confirmed: true,
  who_can_share_contact_card: 'EVERYONE',
  ...(locale && !user.isBot ? { locale: user.locale } : {}),
});
