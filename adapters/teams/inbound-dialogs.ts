import { setTimeout as after } from 'node:timers/promises';
import type { AdaptiveCard } from './card.ts';

/** Dialogs that people wait for: the form that the core opens meanwhile is shown in them, if it does so in time. */
export interface Dialogs {
  /** Waits for a form for a while. @returns null where none came */
  expect(id: string): { form: Promise<AdaptiveCard | null>; cancel(): void };
  /** @returns whether somebody was waiting for it */
  open(id: string, card: AdaptiveCard): boolean;
}

/** Teams waits five seconds. */
const WAIT_MS = 3_000;

export function createDialogs(waitMs: number = WAIT_MS): Dialogs {
  const waiting = new Map<string, (card: AdaptiveCard) => void>();
  return {
    expect(id) {
      const patience = new AbortController();
      const form = new Promise<AdaptiveCard | null>((resolve) => {
        const end = (card: AdaptiveCard | null) => {
          waiting.delete(id);
          patience.abort();
          resolve(card);
        };
        waiting.set(id, end);
        after(waitMs, null, { signal: patience.signal }).then(end, () => end(null));
      });
      return { form, cancel: () => patience.abort() };
    },
    open(id, card) {
      const show = waiting.get(id);
      show?.(card);
      return show !== undefined;
    },
  };
}

/** Dialogs know no Action.Execute: what it falls back to says the same. */
export function asDialogCard(card: AdaptiveCard): unknown {
  return JSON.parse(JSON.stringify(card), (_key, value: unknown) => {
    const { type, fallback } = (value ?? {}) as { type?: unknown; fallback?: unknown };
    return type === 'Action.Execute' && fallback ? fallback : value;
  });
}
