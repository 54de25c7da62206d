import { PorrasError } from '../../src/errors.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { workspaceOf } from './address.ts';
import type { InstallationStore } from './installation-store.ts';
import type { Installation } from './installation.ts';

/** Where Porras is installed, and with which token. */
export interface Authorize {
  /** The installation of a team or organisation, with a token that is good for a while. @throws PorrasError `slack-not-installed` */
  authorize(team: string): Promise<Installation>;
  /** As far as it is known, without renewing anything; null where Porras is not installed. */
  find(team: string): Promise<Installation | null>;
  /** What was last seen of it by this process. */
  seen(team: string): Installation | null;
  /** Reads it anew at the next call: Slack refused the token. */
  forget(team: string): void;
  /** Reads every installation, so that `seen` knows them. */
  load(): Promise<Installation[]>;
  /** Takes in one that was just made. */
  add(installation: Installation): Promise<void>;
  /** Deletes one that was made before `until`. */
  remove(team: string, until: Date): Promise<void>;
}

export interface AuthorizeParts {
  store: InstallationStore;
  /** Exchanges the refresh token for the next tokens. */
  renew: (installation: Installation) => Promise<Installation>;
  clock: Clock;
  /** Told when a token could not be renewed but still works. */
  warn: (what: string, ids: Record<string, string>) => void;
}

const HOUR = 3_600_000;
/** Slack's tokens live for twelve hours; its own libraries renew them as long before their end. */
const RENEW_BEFORE_MS = 2 * HOUR;
/** What another process stored is seen after as long. */
const KEEP_MS = 60_000;

/** Tokens from the store, renewed by one call at a time: of this process and, by a claim in the store, of all. */
export function createAuthorize({ store, renew, clock, warn }: AuthorizeParts): Authorize {
  const cache = new Map<string, { installation: Installation; readAt: number }>();
  const renewing = new Map<string, Promise<Installation>>();
  /** Renewed, but not stored since the store was down: the old refresh token is used up, so this must not be lost. */
  const unsaved = new Map<string, { old: Installation; renewed: Installation }>();

  const keep = (installation: Installation): Installation => {
    cache.set(installation.team, { installation, readAt: clock.now().getTime() });
    return installation;
  };

  const find = async (team: string): Promise<Installation | null> => {
    const kept = cache.get(team);
    if (kept && clock.now().getTime() - kept.readAt < KEEP_MS) return kept.installation;
    const pending = unsaved.get(team);
    if (pending) {
      await store.replace(pending.old, pending.renewed);
      unsaved.delete(team);
    }
    const stored = await store.get(team);
    if (stored) return keep(stored);
    cache.delete(team);
    return null;
  };

  const save = async (old: Installation, renewed: Installation): Promise<void> => {
    try {
      await store.replace(old, renewed);
    } catch {
      unsaved.set(old.team, { old, renewed });
      warn('a renewed token could not be stored yet', { workspaceId: workspaceOf(old.team) });
    }
  };

  const renewed = async (old: Installation): Promise<Installation> => {
    const works = lifeOf(old, clock) > 0;
    if (!(await store.claim(old))) {
      const stored = await store.get(old.team);
      if (stored && stored.token !== old.token) return keep(stored);
      if (works) return old;
      throw new PorrasError('slack-token-renewing', 'The token is being renewed just now: it is tried again.', {
        retryable: true,
        retryAfterMs: 2000,
      });
    }
    try {
      const next = await renew(old);
      await save(old, next);
      return keep(next);
    } catch (thrown) {
      if (!works) throw thrown;
      const code = thrown instanceof PorrasError ? thrown.code : 'unexpected';
      warn('a token could not be renewed yet', { workspaceId: workspaceOf(old.team), code });
      return old;
    }
  };

  return {
    async authorize(team) {
      const found = await find(team);
      if (!found) throw notInstalled(team);
      if (found.refreshToken === null || lifeOf(found, clock) > RENEW_BEFORE_MS) return found;
      const running = renewing.get(team) ?? renewed(found).finally(() => renewing.delete(team));
      renewing.set(team, running);
      return running;
    },
    find,
    seen: (team) => cache.get(team)?.installation ?? null,
    forget(team) {
      // What is known of its scopes stays known.
      const kept = cache.get(team);
      if (kept) kept.readAt = Number.NEGATIVE_INFINITY;
    },
    async load() {
      return (await store.list()).map(keep);
    },
    async add(installation) {
      await store.put(installation);
      keep(installation);
    },
    async remove(team, until) {
      await store.delete(team, until);
      cache.delete(team);
    },
  };
}

/** How long a token is still good for. */
const lifeOf = ({ expiresAt }: Installation, clock: Clock): number =>
  expiresAt === null ? Number.POSITIVE_INFINITY : expiresAt - clock.now().getTime();

export const notInstalled = (team: string): PorrasError =>
  new PorrasError(
    'slack-not-installed',
    `Porras is not installed in the Slack workspace ${team}: install it there (its address ends in /slack/install).`,
  );
