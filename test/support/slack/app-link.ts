import type { Announce } from './call.ts';
import type { Deliveries, Delivery } from './deliveries.ts';
import { envelope, installationOf, subscriptionFor } from './envelope.ts';
import type { Json, SlackChannel, SlackTeam, SlackWorld } from './world.ts';

/** Which events the app hears of, and sends them. */
export interface AppLink {
  /** Null where the app is not told: not subscribed, not granted, not installed, not in the channel. */
  tell(team: SlackTeam, event: Json, channel: SlackChannel | null): Promise<Delivery | null>;
  announce: Announce;
  /** Names as in the manifest's `bot_events`; null is all. */
  subscribe(names: readonly string[] | null): void;
}

/** Told although the app has just lost its token, or its place in the channel. */
const FAREWELLS = ['app_uninstalled', 'tokens_revoked'];
const WITHOUT_MEMBERSHIP = /^(channel|group)_/;

export function createAppLink(world: SlackWorld, deliveries: Deliveries): AppLink {
  let subscribed: ReadonlySet<string> | null = null;

  function hears(team: SlackTeam, event: Json, channel: SlackChannel | null): boolean {
    const { name, scope } = subscriptionFor(event, channel);
    if (subscribed && !subscribed.has(name)) return false;
    if (FAREWELLS.includes(name)) return true;
    const token = installationOf(world, team);
    if (!token || (scope !== null && !token.scopes.includes(scope))) return false;
    if (!channel || WITHOUT_MEMBERSHIP.test(name)) return true;
    return channel.members.has(team.bot.userId) || event.user === team.bot.userId;
  }

  const tell: AppLink['tell'] = async (team, event, channel) => {
    if (!hears(team, event, channel)) return null;
    const orgWide = installationOf(world, team)?.orgWide ?? false;
    return deliveries.deliver('event', team.id, envelope(world, team, event, { channel, orgWide }));
  };

  return {
    tell,
    announce(team, event, channel) {
      void tell(team, event, channel);
    },
    subscribe(names) {
      subscribed = names ? new Set(names) : null;
    },
  };
}
