/** Of overlapping spans those of the earlier list stay; in one list the first, and of two that start together the longer. */
export function withoutOverlaps<S extends { start: number; end: number }>(lists: readonly (readonly S[])[]): S[] {
  let kept: S[] = [];
  for (const list of lists) {
    const merged: S[] = [];
    let next = 0;
    let end = 0;
    for (const span of [...list].sort((a, b) => a.start - b.start || b.end - a.end)) {
      while (next < kept.length && (kept[next]?.end ?? 0) <= span.start) {
        const before = kept[next];
        if (before) merged.push(before);
        next += 1;
      }
      const taken = span.start < end || (kept[next]?.start ?? Number.POSITIVE_INFINITY) < span.end;
      if (taken || span.end <= span.start) continue;
      merged.push(span);
      end = span.end;
    }
    kept = [...merged, ...kept.slice(next)];
  }
  return kept;
}
