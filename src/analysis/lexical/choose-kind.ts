import type { Kind } from '../../domain/words.ts';
import { KINDS } from '../../domain/words.ts';
import { KIND_FEATURES, kindFeatures } from './kind-features.ts';
import { KIND_WEIGHTS } from './kind-weights.ts';
import type { Reading } from './reading.ts';

export interface ChosenKind {
  kind: Kind;
  /** How likely each kind is, 0 to 1, together 1. */
  likely: Record<Kind, number>;
}

/** What a contribution does in the talk (MODEL.md section 4), by features weighed against each other. */
export function chooseKind(reading: Reading, context: { answered: Kind | null; isReply: boolean }): ChosenKind {
  const features = kindFeatures(reading, context);
  const scores = KINDS.map((kind) =>
    KIND_FEATURES.reduce((sum, name) => sum + KIND_WEIGHTS[kind][name] * features[name], 0),
  );
  const top = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - top));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const likely = Object.fromEntries(KINDS.map((kind, at) => [kind, shares[at]! / total])) as Record<Kind, number>;
  return { kind: KINDS[scores.indexOf(top)]!, likely };
}
