import type { AppLink } from './app-link.ts';
import type { Deliveries, Delivery, DeliveryKind } from './deliveries.ts';
import type { Scene } from './interactions.ts';
import { found, type Json, type SlackChannel, type SlackMessage } from './world.ts';

/** Where a message is. */
export interface At {
  channel: string;
  ts: string;
}

/** Something that a person did, and how the app was told. */
export interface Act extends At {
  /** The app was told, and answered in time that it has it. */
  acknowledged: boolean;
  deliveries: Delivery[];
}

/** What every act needs: the one who does it, and the way to the app. */
export interface Doing {
  scene: Scene;
  channelOf: (id: string) => SlackChannel;
  /** A message that this person sees. */
  messageAt: (at: At) => { channel: SlackChannel; message: SlackMessage };
  tell: (channel: SlackChannel, ts: string, ...events: Json[]) => Promise<Act>;
  interact: (kind: DeliveryKind, payload: Json, at?: At) => Promise<Act>;
}

export const NOWHERE: At = { channel: '', ts: '' };

export const actOf = (at: At, told: (Delivery | null)[]): Act => {
  const deliveries = told.filter((it) => it !== null);
  return {
    channel: at.channel,
    ts: at.ts,
    acknowledged: deliveries.length > 0 && deliveries.every((it) => it.acknowledged),
    deliveries,
  };
};

export function createDoing(scene: Scene, link: AppLink, deliveries: Deliveries): Doing {
  const { team, user } = scene;
  const channelOf = (id: string): SlackChannel => found(team.channels, id, 'channel');
  return {
    scene,
    channelOf,
    messageAt(at) {
      const channel = channelOf(at.channel);
      const message =
        channel.messages.get(at.ts) ??
        team.ephemerals.find((it) => it.channel === at.channel && it.ts === at.ts && it.onlyFor === user.id);
      if (!message) throw new Error(`${user.name} sees no message ${at.ts} in ${at.channel}`);
      return { channel, message };
    },
    async tell(channel, ts, ...events) {
      const told = await Promise.all(events.map((event) => link.tell(team, event, channel)));
      return actOf({ channel: channel.id, ts }, told);
    },
    async interact(kind, payload, at = NOWHERE) {
      return actOf(at, [await deliveries.deliver(kind, team.id, payload)]);
    },
  };
}
