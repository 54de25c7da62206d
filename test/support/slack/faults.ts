export type FaultKind = 'error-500' | 'reset' | 'ratelimited' | 'hang';

export interface FaultRule {
  /** How many of the next calls; 1 unless given. */
  times?: number;
  /** What happens, or the code of an `{ok: false}`. */
  how: FaultKind | { error: string };
  /** `after` does the work first: a send that arrived and looks as if it had not. */
  when?: 'before' | 'after';
  /** Only calls for this team. */
  team?: string;
  /** Seconds, for `ratelimited`. */
  retryAfter?: number;
}

export interface Fault extends Required<Omit<FaultRule, 'team'>> {
  team: string | null;
}

export interface Faults {
  /** `*` is every method; uploads are `upload`, response URLs `response_url`. */
  add(method: string, rule: FaultRule): void;
  take(method: string, team: string | null): Fault | null;
  clear(): void;
}

export function createFaults(): Faults {
  const waiting: { method: string; fault: Fault }[] = [];
  return {
    add(method, rule) {
      const fault = { times: 1, when: 'before' as const, retryAfter: 1, ...rule, team: rule.team ?? null };
      waiting.push({ method, fault });
    },
    take(method, team) {
      const index = waiting.findIndex(
        (it) => (it.method === method || it.method === '*') && (it.fault.team === null || it.fault.team === team),
      );
      const found = waiting[index];
      if (!found) return null;
      found.fault.times -= 1;
      if (found.fault.times <= 0) waiting.splice(index, 1);
      return found.fault;
    },
    clear() {
      waiting.length = 0;
    },
  };
}
