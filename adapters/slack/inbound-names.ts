import { setTimeout as after } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../src/ports/clock.ts';
import { isBot, nameOf, type People } from './outbound-people.ts';
import type { Known } from './parse-event.ts';

/** Who the people of events are, as far as that can be told before Slack wants its answer. */
export interface Names {
  known(team: string, id: string): Known | undefined;
  /** Asks for those who are not known yet, and waits for a moment at most; who comes later is known by the next event. */
  learn(team: string, ids: readonly string[]): Promise<void>;
}

const MOST = 50_000;
const REMEMBER_MS = 3_600_000;
/** Whom Slack did not tell is not asked for again at once, lest every event of theirs wait. */
const GIVE_UP_MS = 60_000;
/** Slack waits three seconds, and the event has yet to be stored. */
const WAIT_MS = 700;
/** A message may mention everyone; the first few names are what a reader needs. */
const AT_ONCE = 20;

export function createNames(people: People, clock: Clock, waitMs: number = WAIT_MS): Names {
  const names = new LRUCache<string, { known?: Known; until: number }>({ max: MOST });
  const asking = new Map<string, Promise<void>>();

  const entry = (key: string) => {
    const found = names.get(key);
    return found && found.until > clock.now().getTime() ? found : undefined;
  };

  const ask = async (team: string, id: string, key: string): Promise<void> => {
    const user = await people.find(team, [id]).then(
      (found) => found.get(id),
      () => undefined,
    );
    const now = clock.now().getTime();
    names.set(
      key,
      user
        ? { known: { name: nameOf(user), isBot: isBot(user) }, until: now + REMEMBER_MS }
        : { until: now + GIVE_UP_MS },
    );
  };

  const askOnce = (team: string, id: string): Promise<void> => {
    const key = `${team} ${id}`;
    const running = asking.get(key) ?? ask(team, id, key).finally(() => asking.delete(key));
    asking.set(key, running);
    return running;
  };

  return {
    known: (team, id) => entry(`${team} ${id}`)?.known,
    async learn(team, ids) {
      const unknown = ids.filter((id) => !entry(`${team} ${id}`)).slice(0, AT_ONCE);
      if (unknown.length === 0) return;
      const patience = new AbortController();
      await Promise.race([
        Promise.all(unknown.map((id) => askOnce(team, id))),
        after(waitMs, undefined, { signal: patience.signal }).catch(() => undefined),
      ]);
      patience.abort();
    },
  };
}
