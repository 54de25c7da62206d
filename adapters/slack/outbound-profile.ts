import type { Profile } from '../../src/domain/platform-event.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { isSlackError } from './errors.ts';
import { disturbance, read, type SlackUser } from './outbound-answers.ts';
import { nameOf, type People } from './outbound-people.ts';
import type { SlackApi } from './slack-api.ts';

/** Statuses by which people say that they are not at work: Slack's own suggestions, and their like. */
const AWAY = new Set([
  ':palm_tree:',
  ':face_with_thermometer:',
  ':thermometer:',
  ':sick:',
  ':airplane:',
  ':beach_with_umbrella:',
  ':desert_island:',
  ':sunglasses:',
  ':baby:',
  ':no_entry:',
  ':no_entry_sign:',
  ':zzz:',
]);
/** Who is away without an end is asked again then. */
const DAY_MS = 24 * 3_600_000;

/** What Slack knows of a person. Do-not-disturb is looked at where the workspace granted `dnd:read`. */
export function createProfiles(api: SlackApi, people: People, clock: Clock) {
  /** Teams that did not grant it, and since when that is known: it may be granted later. */
  const ungranted = new Map<string, number>();

  async function undisturbedUntil(team: string, id: string, now: number): Promise<number | null> {
    if (now - (ungranted.get(team) ?? -Infinity) < DAY_MS) return null;
    try {
      const dnd = read('dnd.info', disturbance, await api.call(team, 'dnd.info', { user: id }));
      const snoozed = dnd.snooze_enabled ? (dnd.snooze_endtime ?? 0) * 1000 : 0;
      const began = (dnd.next_dnd_start_ts ?? Infinity) * 1000 <= now;
      return later(now, snoozed, dnd.dnd_enabled && began ? (dnd.next_dnd_end_ts ?? 0) * 1000 : 0);
    } catch (thrown) {
      if (!isSlackError(thrown, 'missing_scope', 'user_not_found')) throw thrown;
      if (isSlackError(thrown, 'missing_scope')) ungranted.set(team, now);
      return null;
    }
  }

  return async (team: string, id: string): Promise<Profile> => {
    const user = await people.fresh(team, id);
    const now = clock.now().getTime();
    const until = later(now, awayUntil(user, now) ?? 0, (await undisturbedUntil(team, id, now)) ?? 0);
    return {
      name: nameOf(user),
      locale: user.locale || null,
      timeZone: user.tz || null,
      awayUntil: until === null ? null : new Date(until),
    };
  };
}

function awayUntil({ profile }: SlackUser, now: number): number | null {
  if (!AWAY.has(profile?.status_emoji ?? '')) return null;
  const ends = (profile?.status_expiration ?? 0) * 1000;
  return ends === 0 ? now + DAY_MS : ends;
}

const later = (now: number, ...times: number[]): number | null => {
  const last = Math.max(...times);
  return last > now ? last : null;
};
