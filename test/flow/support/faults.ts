import type { ChatPlatform } from '../../../src/ports/chat-platform.ts';
import type { Queue } from '../../../src/ports/queue.ts';
import type { Store, Tables } from '../../../src/ports/store.ts';

/**
 * When a process dies: before which of its calls that change something in store, queue or platform, counted from 1; never
 * at 0. After one is before the next, and what only reads in between makes no difference, so this is everywhere.
 */
export interface Death {
  atCall: number;
}

export interface Faults {
  /** Calls that change something, since `arm`. */
  calls: number;
  dead: boolean;
  /** Nothing can be sent for now. */
  away: boolean;
  /** Whether the process has died since it was armed. */
  died: boolean;
  arm: (death: Death) => void;
  /** A new process: calls work again. */
  revive: () => void;
  store: (store: Store) => Store;
  queue: <Q extends Queue>(queue: Q) => Q;
  platform: <P extends ChatPlatform>(platform: P) => P;
}

export class Died extends Error {
  override name = 'Died';
}

const OUTSIDE = [
  'post',
  'directMessage',
  'whisper',
  'edit',
  'delete',
  'react',
  'openForm',
  'members',
  'channelInfo',
  'findSent',
  'profile',
  'showHome',
];

const READS = new Set(['get', 'find', 'count', 'members', 'channelInfo', 'findSent', 'profile']);
const SENDING = ['post', 'directMessage', 'whisper', 'edit'];

/**
 * Lets a process die at any of its calls to what is outside it. From then on every call of it fails, until `revive`:
 * nothing that it still does after that has an effect.
 */
export function createFaults(): Faults {
  let death: Death | null = null;

  async function call<R>(work: () => Promise<R>, changes = true): Promise<R> {
    if (faults.dead) throw new Died('this process is dead');
    if (changes) faults.calls += 1;
    if (changes && death?.atCall === faults.calls) {
      faults.dead = true;
      faults.died = true;
      throw new Died('the process died here');
    }
    return work();
  }

  const wrap = <T extends object>(target: T, names: readonly string[]): T =>
    new Proxy(target, {
      get(of, name, receiver) {
        const value: unknown = Reflect.get(of, name, receiver);
        if (typeof value !== 'function' || !names.includes(String(name))) return value;
        return (...args: unknown[]) =>
          call(
            async () => {
              if (faults.away && SENDING.includes(String(name))) throw new Error('gateway timeout');
              return (value as (...all: unknown[]) => unknown).apply(of, args);
            },
            !READS.has(String(name)),
          );
      },
    });

  const METHODS = ['insert', 'insertMany', 'get', 'find', 'count', 'update', 'delete'];
  const tables = (of: Tables): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(of).flatMap(([name, table]) =>
        typeof table === 'function' ? [] : [[name, wrap(table as object, METHODS)]],
      ),
    );

  const faults: Faults = {
    calls: 0,
    dead: false,
    away: false,
    died: false,
    arm(next) {
      death = next;
      faults.calls = 0;
      faults.died = false;
    },
    revive() {
      faults.dead = false;
      death = null;
    },
    store: (store) =>
      ({
        ...tables(store),
        // The commit is a step of its own: dying before it takes everything back.
        transaction: (work: (inner: Tables) => Promise<unknown>) =>
          store.transaction(async (inner) => {
            const result = await work(tables(inner) as unknown as Tables);
            await call(async () => undefined);
            return result;
          }),
      }) as unknown as Store,
    queue: (queue) => wrap(queue, ['add', 'schedule', 'unschedule']),
    platform: (platform) => wrap(platform, OUTSIDE),
  };
  return faults;
}
