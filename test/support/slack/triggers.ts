import { SlackError } from './slack-error.ts';
import type { SlackWorld } from './world.ts';

/** @source docs.slack.dev/interactivity/handling-user-interaction: three seconds, once */
const LIFETIME_MS = 3_000;

export interface Triggers {
  issue(team: string, user: string): string;
  /** Exchanges a trigger for the one who pressed. */
  exchange(id: string): { team: string; user: string };
}

export function createTriggers(world: SlackWorld): Triggers {
  const issued = new Map<string, { team: string; user: string; at: number; used: boolean }>();
  return {
    issue(team, user) {
      const id = `${Date.now()}.${issued.size + 1}.${world.ids.next('').toLowerCase()}`;
      issued.set(id, { team, user, at: world.clock.now().getTime(), used: false });
      return id;
    },
    exchange(id) {
      const trigger = issued.get(id);
      if (!trigger) throw new SlackError('invalid_trigger_id');
      if (trigger.used) throw new SlackError('exchanged_trigger_id');
      if (world.clock.now().getTime() - trigger.at > LIFETIME_MS) throw new SlackError('expired_trigger_id');
      trigger.used = true;
      return { team: trigger.team, user: trigger.user };
    },
  };
}
