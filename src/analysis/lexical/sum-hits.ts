import type { Hit } from './cue-index.ts';

const FADE = 0.6;

/** Of hits that share a word only the weightiest counts: `kokouskäytäntö` is one cue, not two. */
export function withoutOverlaps<T>(hits: readonly Hit<T>[]): Hit<T>[] {
  const kept: Hit<T>[] = [];
  const taken = new Set<number>();
  for (const hit of [...hits].sort(
    (a, b) => b.weight - a.weight || b.last - b.first - (a.last - a.first) || a.first - b.first,
  )) {
    let free = true;
    for (let at = hit.first; at <= hit.last; at++) if (taken.has(at)) free = false;
    if (!free) continue;
    for (let at = hit.first; at <= hit.last; at++) taken.add(at);
    kept.push(hit);
  }
  return kept;
}

/** Each further piece of evidence counts less, so that length alone does not win. */
export const fadingSum = (weights: readonly number[]): number =>
  [...weights].sort((a, b) => b - a).reduce((sum, weight, rank) => sum + weight * FADE ** rank, 0);
