import { z } from 'zod';
import type { PlatformEvent } from '../../src/domain/platform-event.ts';
import { PorrasError } from '../../src/errors.ts';
import type { EventSink } from '../../src/ports/chat-platform.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { workspaceOf } from './address.ts';
import type { Authorize } from './authorize.ts';
import type { SlackLog } from './config.ts';
import type { Names } from './inbound-names.ts';
import type { Installation } from './installation.ts';
import { type Known, parseEvent, teamIn } from './parse-event.ts';

export interface Inbound {
  open(sink: EventSink): void;
  close(): void;
  /**
   * Takes in what Slack sent. Resolves once it is stored, or says nothing to Porras: only then may Slack be answered.
   * Rejects when it could not be stored, so that Slack sends it again.
   */
  take(body: unknown): Promise<void>;
  /** Hands on what Slack did not send: that Porras was installed. */
  tell(event: PlatformEvent): Promise<void>;
}

export interface InboundParts {
  installed: Authorize;
  names: Names;
  clock: Clock;
  log: SlackLog;
}

const RateLimited = z.object({ type: z.literal('app_rate_limited'), team_id: z.string() });
const Kind = z.object({ type: z.string().optional(), event: z.object({ type: z.string() }).optional() });

export function createInbound({ installed, names, clock, log }: InboundParts): Inbound {
  let sink: EventSink | null = null;

  const tell = async (event: PlatformEvent): Promise<void> => {
    if (!sink) {
      throw new PorrasError('not-started', 'Porras is not listening to Slack yet: it is tried again.', {
        retryable: true,
      });
    }
    await sink(event);
  };

  const parse = (body: unknown, { team, botUserId }: Installation, known: (id: string) => Known | undefined) =>
    parseEvent(body, { team, self: botUserId, known, now: clock.now() });

  /** Read twice where somebody is not known yet: names must not make Slack wait for long, nor be missing without need. */
  const understand = async (body: unknown, installation: Installation): Promise<PlatformEvent | null> => {
    const { team } = installation;
    const unknown = new Set<string>();
    const event = parse(body, installation, (id) => {
      const found = names.known(team, id);
      if (!found) unknown.add(id);
      return found;
    });
    if (!event || unknown.size === 0) return event;
    await names.learn(team, [...unknown]);
    return parse(body, installation, (id) => names.known(team, id));
  };

  return {
    open(to) {
      sink = to;
    },
    close() {
      sink = null;
    },
    tell,
    async take(body) {
      const limited = RateLimited.safeParse(body);
      if (limited.success) {
        log('Slack leaves out events: more than 30,000 came in an hour', { team: limited.data.team_id });
        return;
      }
      const team = teamIn(body);
      const installation = team === null ? null : await installed.find(team);
      if (!installation) {
        log('something came from a workspace where Porras is not installed', { team: team ?? '' });
        return;
      }
      let event: PlatformEvent | null;
      try {
        event = await understand(body, installation);
      } catch (thrown) {
        // Sent again, it would be the same.
        const { data } = Kind.safeParse(body);
        const error =
          thrown instanceof PorrasError ? thrown.code : thrown instanceof Error ? thrown.name : 'unexpected';
        log('Slack sent what Porras cannot read', { type: data?.event?.type ?? data?.type ?? '', error });
        return;
      }
      if (!event || isOutdated(event, installation)) return;
      await tell(event);
      if (event.type === 'removed') await installed.remove(installation.team, endOfSecond(event.at));
    },
  };
}

/** News of an uninstall that comes after Porras was installed again. */
const isOutdated = (event: PlatformEvent, { installedAt }: Installation): boolean =>
  event.type === 'removed' && endOfSecond(event.at).getTime() < installedAt;

/** Slack tells whole seconds. */
const endOfSecond = (at: Date): Date => new Date(at.getTime() + 999);

/** That Porras is in a workspace; `cause` tells one installation from the next. */
export const installedEvent = ({ team, name }: Installation, cause: string, at: Date): PlatformEvent => ({
  id: `slack:installed:${team}:${cause}`,
  at,
  workspaceId: workspaceOf(team),
  type: 'installed',
  name,
});
