import type { SubThemePlan } from '../../domain/theme.ts';
import type { SubThemesRequest } from '../../ports/analyst.ts';
import { formClusters, mergedInto } from './form-clusters.ts';
import { conceptName, nameCluster } from './name-cluster.ts';
import type { Read } from './reading.ts';

/** Places what is fresh, proposes what is new, gives known sub-themes a better name once, and merges where there are too many. */
export function planSubThemes(request: SubThemesRequest, read: Read): SubThemePlan {
  const { model, language, known, fresh } = request;
  const plan: SubThemePlan = { placements: {}, proposed: {}, renames: {}, merges: [] };
  const isFresh = new Set(fresh.map(({ id }) => id));
  const clusters = formClusters(request, read, model);
  const end = (cluster: (typeof clusters)[number]) => {
    let at = cluster;
    for (let next = mergedInto.get(at); next; next = mergedInto.get(at)) at = next;
    return at;
  };
  for (const cluster of clusters) {
    const into = end(cluster);
    if (into !== cluster) {
      if (cluster.known && into.known)
        plan.merges.push({ from: cluster.key, into: into.key, why: conceptName(into, model, language) ?? 'small' });
      continue;
    }
    for (const { said } of cluster.members) if (isFresh.has(said.id)) plan.placements[said.id] = cluster.key;
    if (!cluster.known) plan.proposed[cluster.key] = nameCluster(cluster, model, language);
    else if (cluster.mayMerge) {
      // Named when it had one voice; renamed once, when several people have given it words.
      const now = known.find(({ id }) => id === cluster.key);
      const plain = conceptName(cluster, model, language);
      const better = nameCluster(cluster, model, language);
      if (now && now.label === plain && better !== plain)
        plan.renames[cluster.key] = { label: better, why: better.slice(plain.length + 2) };
    }
  }
  return plan;
}
