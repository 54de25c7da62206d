import type { Activity } from '../../../adapters/teams/transport.ts';

/** What a bot answered to one activity. */
export interface Delivery {
  activity: Activity;
  /** Null where no answer came within the deadline. */
  status: number | null;
  body: unknown;
  acknowledged: boolean;
}

export interface Deliverer {
  /** Where the bot takes activities; null until it is known. */
  endpoint: string | null;
  deliver(activity: Activity): Promise<Delivery>;
  /** Sends again what was not acknowledged, oldest first, with the same ids. */
  redeliver(): Promise<Delivery[]>;
  /** Everything that was delivered, in order. */
  readonly log: readonly Delivery[];
}

/** Teams gives up on a bot after this long. */
const DEADLINE_MS = 15_000;

export function createDeliverer(token: () => string, deadlineMs = DEADLINE_MS): Deliverer {
  const log: Delivery[] = [];
  let waiting: Activity[] = [];

  async function attempt(endpoint: string, activity: Activity): Promise<Delivery> {
    try {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token()}` },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(deadlineMs),
      });
      const text = await response.text();
      return { activity, status: response.status, body: parsed(text), acknowledged: response.ok };
    } catch {
      return { activity, status: null, body: null, acknowledged: false };
    }
  }

  return {
    endpoint: null,
    log,
    async deliver(activity) {
      if (this.endpoint === null) throw new Error('the bot has no endpoint yet: set endpoint first');
      const delivery = await attempt(this.endpoint, activity);
      log.push(delivery);
      waiting = waiting.filter((each) => each !== activity);
      if (!delivery.acknowledged) waiting.push(activity);
      return delivery;
    },
    async redeliver() {
      const deliveries: Delivery[] = [];
      const again = waiting;
      for (const activity of again) deliveries.push(await this.deliver(activity));
      return deliveries;
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
