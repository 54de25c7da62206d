import type { Labelled } from '../../ports/analyst.ts';
import type { Reading } from './reading.ts';

/** Contributions of a step that belong together: a known sub-theme with what joins it, or a new one. */
export interface Cluster {
  /** Id of a known sub-theme, or a key for a proposed one. */
  key: string;
  known: boolean;
  concept: string | null;
  members: Member[];
  /** Not when a person named it or worked on it. */
  mayMerge: boolean;
}

export interface Member {
  said: Labelled;
  reading: Reading;
  /** What it is about within the step, weightiest first. */
  concepts: { concept: string; weight: number }[];
}

/** Finds the cluster that shares most rare words with a member, by an inverted index of stems. */
export class ClusterIndex {
  readonly #clusters = new Map<string, Map<Cluster, number>>();

  add(member: Member, cluster: Cluster): void {
    for (const stem of member.reading.stems) {
      const own = this.#clusters.get(stem) ?? new Map<Cluster, number>();
      own.set(cluster, (own.get(cluster) ?? 0) + 1);
      this.#clusters.set(stem, own);
    }
  }

  nearest(member: Member, allowed: (cluster: Cluster) => boolean): Cluster | null {
    const scores = new Map<Cluster, number>();
    for (const stem of member.reading.stems) {
      const own = this.#clusters.get(stem);
      if (!own) continue;
      // A word that every cluster has tells none apart.
      for (const [cluster, count] of own)
        if (allowed(cluster))
          scores.set(cluster, (scores.get(cluster) ?? 0) + count / (1 + cluster.members.length) / own.size);
    }
    let best: Cluster | null = null;
    for (const [cluster, score] of scores) if (best === null || score > scores.get(best)!) best = cluster;
    return best;
  }
}
