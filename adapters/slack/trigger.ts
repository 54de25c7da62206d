import type { Place } from '../../src/domain/platform-event.ts';
import { decodeChannel, isPerson, isPrivate } from './address.ts';

/**
 * The `trigger` of our events: Slack's `trigger_id`, and where it was pressed, so that a form that it opens comes back
 * with its place. Neither an id of Slack's nor an address has a bar in it.
 */
export const encodeTrigger = (triggerId: string, place: Place): string => `${triggerId}|${place.channel}`;

/** @returns a null place for a trigger that names none. */
export function decodeTrigger(trigger: string): { triggerId: string; place: Place | null } {
  const [triggerId = '', channel] = trigger.split('|', 2);
  if (!channel) return { triggerId, place: null };
  return { triggerId, place: { channel, private: isPerson(channel) || isPrivate(decodeChannel(channel).id) } };
}
