import type { Place } from '../../src/domain/platform-event.ts';

/**
 * The `trigger` of our events: what asked for a form, the same when it is delivered again, and where it was, so that the
 * form comes back with its place. Addresses have no bar in them.
 */
export const encodeTrigger = (id: string, place: Place): string =>
  `${place.channel}|${place.private ? 'private' : 'shared'}|${id}`;

/** @returns a null place for a trigger that names none. */
export function decodeTrigger(trigger: string): { id: string; place: Place | null } {
  const [channel = '', kind, ...id] = trigger.split('|');
  if (channel === '' || (kind !== 'private' && kind !== 'shared')) return { id: trigger, place: null };
  return { id: id.join('|'), place: { channel, private: kind === 'private' } };
}
