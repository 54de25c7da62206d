import type { Labelled, SubThemesRequest } from '../../ports/analyst.ts';
import type { Cluster, Member } from './clusters.ts';
import { ClusterIndex } from './clusters.ts';
import { mostCommon } from './concept-of.ts';
import type { Read } from './reading.ts';

/** An own concept this weighty leaves the thread's sub-theme. */
const LEAVES_THREAD = 3.6;
/** A second concept this near to the first lets a lonely contribution join its cluster. */
const NEAR = 0.55;
const AT_MOST = 7;

/**
 * Groups a step's contributions: by thread, by the concept that their words point to (which links languages), and by
 * shared words where neither tells. Those that have a sub-theme stay in it; fresh ones join it where they are near.
 */
export function formClusters(
  { step, fresh, placed, known }: SubThemesRequest,
  read: Read,
  model: SubThemesRequest['model'],
): Cluster[] {
  const member = (said: Labelled): Member => {
    const reading = read(said.text, said.lang, model);
    return { said, reading, concepts: reading.concepts.filter((found) => found.step === step) };
  };
  const clusters = new Map<string, Cluster>();
  const clusterOf = new Map<string, Cluster>();
  const index = new ClusterIndex();
  const join = (one: Member, cluster: Cluster) => {
    cluster.members.push(one);
    clusterOf.set(one.said.id, cluster);
    index.add(one, cluster);
  };

  for (const { id, labelBy, history } of known) {
    const mayMerge = !labelBy.startsWith('person:') && !history.some((entry) => entry.by.startsWith('person:'));
    clusters.set(id, { key: id, known: true, concept: null, members: [], mayMerge });
  }
  for (const said of placed) {
    const cluster = said.subThemeId === null ? undefined : clusters.get(said.subThemeId);
    if (cluster) join(member(said), cluster);
  }
  for (const cluster of clusters.values())
    cluster.concept = mostCommon(cluster.members.map((one) => one.concepts[0]?.concept ?? null));
  const byConcept = new Map<string, Cluster>();
  for (const cluster of bySize(clusters.values()))
    if (cluster.concept !== null && !byConcept.has(cluster.concept)) byConcept.set(cluster.concept, cluster);

  const create = (key: string, concept: string | null): Cluster => {
    const made: Cluster = { key, known: false, concept, members: [], mayMerge: true };
    clusters.set(key, made);
    if (concept !== null) byConcept.set(concept, made);
    return made;
  };
  const homeless: Member[] = [];
  for (const said of fresh) {
    const one = member(said);
    const thread = clusterOf.get(said.label.buildsOn ?? '') ?? clusterOf.get(said.replyTo ?? '');
    const [own] = one.concepts;
    const stays =
      thread && (!own || own.weight < LEAVES_THREAD || one.concepts.some(({ concept }) => concept === thread.concept));
    if (stays) join(one, thread);
    else if (own) join(one, byConcept.get(own.concept) ?? create(`new:${own.concept}`, own.concept));
    else homeless.push(one);
  }
  for (const one of homeless) {
    const thread = clusterOf.get(one.said.replyTo ?? '');
    join(one, thread ?? index.nearest(one, () => true) ?? create(`new:${one.said.id}`, null));
  }
  return consolidate(
    [...clusters.values()].filter((cluster) => cluster.members.length > 0 || cluster.known),
    index,
  );
}

const bySize = (clusters: Iterable<Cluster>): Cluster[] =>
  [...clusters].sort((a, b) => b.members.length - a.members.length || (a.key < b.key ? -1 : 1));

/** Small clusters join a near one; never more than `AT_MOST`, the smallest giving way first. */
function consolidate(clusters: Cluster[], index: ClusterIndex): Cluster[] {
  const living = new Set(clusters.filter((cluster) => cluster.members.length > 0));
  const mergeInto = (from: Cluster, into: Cluster) => {
    into.members.push(...from.members);
    living.delete(from);
    from.concept = null;
    mergedInto.set(from, into);
  };
  for (const cluster of bySize(living).toReversed()) {
    if (cluster.known || cluster.members.length > 1) continue;
    const near = nearByConcept(cluster, living, NEAR);
    if (near) mergeInto(cluster, near);
  }
  while (living.size > AT_MOST) {
    const smallest = bySize(living)
      .toReversed()
      .find((cluster) => cluster.mayMerge);
    if (!smallest) break;
    const [first] = smallest.members;
    const near =
      nearByConcept(smallest, living, 0) ??
      (first && index.nearest(first, (other) => living.has(other) && other !== smallest)) ??
      bySize(living)[0]!;
    if (near === smallest) break;
    mergeInto(smallest, near);
  }
  return clusters;
}

/** Where a merged cluster went. */
export const mergedInto = new WeakMap<Cluster, Cluster>();

/** The largest other cluster whose concept this one's members speak of too. */
function nearByConcept(cluster: Cluster, living: ReadonlySet<Cluster>, share: number): Cluster | null {
  const second = new Map<string, number>();
  for (const one of cluster.members) {
    const top = one.concepts[0]?.weight ?? 0;
    for (const { concept, weight } of one.concepts)
      if (concept !== cluster.concept && weight >= top * share)
        second.set(concept, (second.get(concept) ?? 0) + weight);
  }
  const others = bySize(living).filter(
    (other) => other !== cluster && other.concept !== null && second.has(other.concept),
  );
  return others.sort((a, b) => second.get(b.concept!)! - second.get(a.concept!)!)[0] ?? null;
}
