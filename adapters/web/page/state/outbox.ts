import type { Act } from '../../parse-event.ts';
import type { Sent } from './api.ts';

export interface OutboxItem {
  act: Act;
  /** Its first try has failed. */
  late: boolean;
  /** Why the server refused it, in words for people. */
  refused: string | null;
}

export interface Outbox {
  items: () => readonly OutboxItem[];
  /** Sends an act, again and again if need be, until it is stored or refused. Resolves to whether it was stored. */
  add: (act: Act) => Promise<boolean>;
  /** Forgets one that was refused. */
  discard: (id: string) => void;
}

export interface OutboxParts {
  send: (act: Act) => Promise<Sent>;
  /** What was not stored yet when the page was closed. */
  left: readonly OutboxItem[];
  /** Told of each item that is new or changed, and of ids that are done with. */
  keep: (id: string, item: OutboxItem | null) => void;
  onChange: (items: readonly OutboxItem[]) => void;
  wait: (ms: number) => Promise<void>;
}

const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 5000;

/**
 * Acts on their way to the server, in the order in which they were done. An act keeps its id for all its tries, so
 * that one that was stored without our hearing of it is not stored twice.
 */
export function createOutbox({ send, left, keep, onChange, wait }: OutboxParts): Outbox {
  let items: OutboxItem[] = [];
  let queue: Promise<unknown> = Promise.resolve();

  const put = (id: string, item: OutboxItem | null): void => {
    items = item ? [...items.filter((it) => it.act.id !== id), item] : items.filter((it) => it.act.id !== id);
    keep(id, item);
    onChange(items);
  };

  const deliver = async (act: Act): Promise<boolean> => {
    for (let pause = FIRST_WAIT_MS; ; pause = Math.min(pause * 2, LONGEST_WAIT_MS)) {
      const sent = await send(act);
      if (sent.outcome !== 'again') {
        put(act.id, sent.outcome === 'stored' ? null : { act, late: true, refused: sent.message });
        return sent.outcome === 'stored';
      }
      if (!items.some((it) => it.act.id === act.id && it.late)) put(act.id, { act, late: true, refused: null });
      await wait(pause);
    }
  };

  const add = (act: Act): Promise<boolean> => {
    put(act.id, { act, late: false, refused: null });
    const delivered = queue.then(() => deliver(act));
    queue = delivered;
    return delivered;
  };

  for (const item of left) {
    if (item.refused === null) void add(item.act);
    else put(item.act.id, item);
  }

  return { items: () => items, add, discard: (id) => put(id, null) };
}
