import type { Contribution, Label } from './contribution.ts';
import type { Momentum } from './digest.ts';

type Part = Pick<Contribution, 'id' | 'participantId'>;
type Labels<L extends keyof Label> = ReadonlyMap<string, Pick<Label, L>>;

/**
 * Whether these contributions can be a momentum: different viewpoints that join into a shared thought, so at least two
 * people, one of whom builds on another's idea (MODEL.md section 5). Anonymous contributions count as one person
 * together, since they may be.
 */
export const isMomentum = (contributions: readonly Part[], labels: Labels<'signals'>): boolean =>
  new Set(contributions.map((part) => part.participantId)).size >= 2 &&
  contributions.some((part) => labels.get(part.id)?.signals.includes('build'));

export interface ValidMomentumsOptions {
  /** All that a momentum may be made of; only live ones count. */
  contributions: readonly (Part & Pick<Contribution, 'status'>)[];
  /** The current label by contribution id. */
  labels: Labels<'signals' | 'step' | 'also'>;
}

/**
 * Keeps the momentums that hold: each cites known, live contributions only, each once, which make a momentum and of
 * which at least one belongs to its step. One that cites the same contributions as an earlier one is dropped.
 */
export function validMomentums(momentums: readonly Momentum[], options: ValidMomentumsOptions): Momentum[] {
  const live = new Map(options.contributions.filter(({ status }) => status === 'live').map((part) => [part.id, part]));
  const seen = new Set<string>();
  return momentums
    .map((momentum) => ({ ...momentum, contributions: [...new Set(momentum.contributions)] }))
    .filter(({ contributions: ids, step }) => {
      const parts = ids.map((id) => live.get(id)).filter((part) => part !== undefined);
      const belongs = ids.some((id) => {
        const label = options.labels.get(id);
        return label?.step === step || label?.also.includes(step);
      });
      const key = JSON.stringify([...ids].sort());
      if (parts.length < ids.length || !belongs || !isMomentum(parts, options.labels) || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}
