import type { Json } from './world.ts';

export type DeliveryKind = 'event' | 'interactive' | 'slash_commands';

/** @source docs.slack.dev/apis/events-api (error handling) */
export type RetryReason = 'http_timeout' | 'http_error' | 'connection_failed' | 'unknown_error';

export interface Attempt {
  at: Date;
  retryNum: number;
  /** 0 when there was no answer. */
  status: number;
  body: string;
  ms: number;
  /** Null when it was acknowledged. */
  failed: RetryReason | null;
  /** `X-Slack-No-Retry: 1`. */
  noRetry: boolean;
}

/** Something that was to be told to the app, and how that went. */
export interface Delivery {
  kind: DeliveryKind;
  team: string;
  /** The envelope of an event, the payload of an interaction, the fields of a command. */
  payload: Json;
  attempts: Attempt[];
  acknowledged: boolean;
}

export interface Retry {
  num: number;
  reason: RetryReason;
}

export interface Transport {
  send(delivery: Delivery, retry: Retry | null): Promise<Attempt>;
  close(): Promise<void>;
}

export interface DeliveryOptions {
  /** By itself as Slack does, or only when `redeliver()` is called. */
  retries: 'automatic' | 'on-demand';
  speedUp: number;
}

/** At once, after a minute, after five. */
const WAITS_MS = [0, 60_000, 300_000];
const MOST_RETRIES = WAITS_MS.length;

export interface Deliveries {
  all: Delivery[];
  deliver(kind: DeliveryKind, team: string, payload: Json): Promise<Delivery>;
  /** Sends again what was not acknowledged and may still be retried. Only events, unless told otherwise. */
  redeliver(options?: { interactions?: boolean }): Promise<Delivery[]>;
  /** Sends one again, acknowledged or not: Slack delivers at least once. */
  again(delivery: Delivery, reason?: RetryReason): Promise<Delivery>;
  connect(transport: Transport, options: DeliveryOptions): Promise<void>;
  disconnect(): Promise<void>;
  /** Resolves when nothing is under way and no retry is due. */
  settled(): Promise<void>;
}

const nobodyThere = (retry: Retry | null): Attempt => ({
  at: new Date(),
  retryNum: retry?.num ?? 0,
  status: 0,
  body: '',
  ms: 0,
  failed: 'connection_failed',
  noRetry: false,
});

export function createDeliveries(): Deliveries {
  const all: Delivery[] = [];
  let transport: Transport | null = null;
  let options: DeliveryOptions = { retries: 'on-demand', speedUp: 1 };
  /** Before the app has named a URL, it is told nothing; afterwards what does not reach it has failed. */
  let configured = false;
  const underWay = new Set<Promise<unknown>>();
  const timers = new Set<NodeJS.Timeout>();

  function track<T>(work: Promise<T>): Promise<T> {
    underWay.add(work);
    void work.finally(() => underWay.delete(work)).catch(() => undefined);
    return work;
  }

  async function attempt(delivery: Delivery, retry: Retry | null): Promise<Delivery> {
    if (!configured) return delivery;
    const result = await (transport?.send(delivery, retry) ?? nobodyThere(retry));
    delivery.attempts.push(result);
    if (result.failed === null) delivery.acknowledged = true;
    else if (options.retries === 'automatic' && delivery.kind === 'event') retryLater(delivery);
    return delivery;
  }

  function retryOf(delivery: Delivery): Retry | null {
    const last = delivery.attempts.at(-1);
    if (!last || last.failed === null || last.noRetry || last.retryNum >= MOST_RETRIES) return null;
    return { num: last.retryNum + 1, reason: last.failed };
  }

  function retryLater(delivery: Delivery): void {
    const retry = retryOf(delivery);
    if (!retry) return;
    const wait = (WAITS_MS[retry.num - 1] ?? 0) / options.speedUp;
    void track(
      new Promise<void>((resolve) => {
        const timer = setTimeout(() => {
          timers.delete(timer);
          void attempt(delivery, retry).then(
            () => resolve(),
            () => resolve(),
          );
        }, wait);
        timers.add(timer);
      }),
    );
  }

  return {
    all,
    async deliver(kind, team, payload) {
      const delivery: Delivery = { kind, team, payload, attempts: [], acknowledged: false };
      all.push(delivery);
      return track(attempt(delivery, null));
    },
    async redeliver({ interactions = false } = {}) {
      const due = all.flatMap((delivery) => {
        const retry = delivery.acknowledged ? null : retryOf(delivery);
        return retry && (interactions || delivery.kind === 'event') ? [{ delivery, retry }] : [];
      });
      return Promise.all(due.map(({ delivery, retry }) => track(attempt(delivery, retry))));
    },
    async again(delivery, reason = 'http_timeout') {
      return track(attempt(delivery, { num: (delivery.attempts.at(-1)?.retryNum ?? 0) + 1, reason }));
    },
    async connect(next, nextOptions) {
      await transport?.close();
      transport = next;
      configured = true;
      options = nextOptions;
    },
    async disconnect() {
      for (const timer of timers) clearTimeout(timer);
      const old = transport;
      transport = null;
      await old?.close();
    },
    async settled() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
