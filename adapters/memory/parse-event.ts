import type { PlatformEvent } from '../../src/domain/platform-event.ts';

type WithoutBase<E> = E extends PlatformEvent ? Omit<E, 'id' | 'at' | 'workspaceId'> : never;

/** What happened, before the platform has given it an id and a time. */
export type Fact = WithoutBase<PlatformEvent>;

export function parseEvent(fact: Fact, base: { id: string; at: Date; workspaceId: string }): PlatformEvent {
  return { ...structuredClone(fact), ...base } as PlatformEvent;
}
