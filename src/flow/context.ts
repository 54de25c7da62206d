import type { Address } from '../domain/inquiry.ts';
import type { Lang } from '../domain/words.ts';
import { PorrasError } from '../errors.ts';
import type { Analyst } from '../ports/analyst.ts';
import type { ChatPlatform } from '../ports/chat-platform.ts';
import type { Clock } from '../ports/clock.ts';
import type { Content } from '../ports/content.ts';
import type { IsHoliday } from '../ports/holidays.ts';
import type { Painter } from '../ports/painter.ts';
import type { Queue } from '../ports/queue.ts';
import type { Store } from '../ports/store.ts';

/** What every step of the flow works with; put together once, in the composition root. */
export interface Flow {
  store: Store;
  queue: Queue;
  clock: Clock;
  analyst: Analyst;
  content: Content;
  painter: Painter;
  isHoliday: IsHoliday;
  platforms: ReadonlyMap<string, ChatPlatform>;
  detectLanguage: (text: string, fallback: Lang) => Lang;
  /** Id of the contribution that an event brings: the same event always gives the same id. */
  contributionId: (eventId: string) => string;
  /** An unguessable string. */
  secret: () => string;
  /** How long new contributions may wait to be labelled together, in milliseconds; 0 labels each at once. */
  labelAfterMs: number;
  /** Told after something that people can see has changed. */
  changed: (inquiryId: string) => void;
  /** Told of what went wrong without stopping anything; carries ids, never what people wrote. */
  warn: (what: string, ids: Record<string, string>) => void;
}

const platformName = (address: Address): string => address.slice(0, address.indexOf(':'));

/** The platform that an address belongs to, the part before its first colon; null where that is not connected. */
export const findPlatform = (flow: Flow, address: Address): ChatPlatform | null =>
  flow.platforms.get(platformName(address)) ?? null;

/** The same. @throws PorrasError `platform-not-connected`. */
export function platformOf(flow: Flow, address: Address): ChatPlatform {
  const platform = findPlatform(flow, address);
  if (!platform)
    throw new PorrasError(
      'platform-not-connected',
      `the platform "${platformName(address)}" is not connected: configure it, or remove what addresses it`,
    );
  return platform;
}
