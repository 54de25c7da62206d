import { z } from 'zod';
import type { Person, Place } from '../../src/domain/platform-event.ts';
import { channelAddress, isPrivate, personAddress } from './address.ts';
import { readText } from './read-text.ts';

/** What is known of a person besides their id. */
export interface Known {
  name: string;
  isBot: boolean;
}

/** What a payload does not say itself. */
export interface ParseContext {
  /** Of the installation that it came through. */
  team: string;
  /** Porras's own user there. */
  self: string;
  /** Who a person is, if that is known yet. */
  known: (id: string) => Known | undefined;
  /** For the few payloads that do not say when they were sent. */
  now: Date;
}

export const userId = z.string().regex(/^[UW][A-Z0-9]+$/);
export const channelId = z.string().regex(/^[CGD][A-Z0-9]+$/);
export const timestamp = z.string().regex(/^\d+\.\d+$/);

export const placeOf = ({ team }: ParseContext, channel: string): Place => ({
  channel: channelAddress(team, channel),
  private: isPrivate(channel),
});

/** The name is empty where it is not known yet. */
export function personOf({ team, known }: ParseContext, id: string): Person {
  const { name = '', isBot = false } = known(id) ?? {};
  return { address: personAddress(team, id), name, isBot };
}

/** Slack's timestamps are seconds since 1970 with a counter behind the point. */
export const dateOf = (ts: string): Date => new Date(Math.floor(Number(ts) * 1000));

export const textOf = ({ self, known }: ParseContext, mrkdwn: string): string =>
  readText(mrkdwn, { person: (id) => (id === self ? 'Porras' : (known(id)?.name ?? null)) });
