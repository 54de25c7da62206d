import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Label } from '../../domain/contribution.ts';
import type { ClassifyRequest, Labelled, Utterance } from '../../ports/analyst.ts';

/** Labels by what they were given for, so that the same words in the same place are not paid for twice. */
export interface LabelCache {
  get(request: ClassifyRequest, utterance: Utterance): Label | undefined;
  set(request: ClassifyRequest, utterance: Utterance, label: Label): void;
}

/** How many labels are kept, in memory only: what people take back is not to live on in a file. */
const KEPT = 5_000;

/**
 * Looked up by a hash of the text, of the thread above it, and of everything else that the answer hangs on; never by
 * ids. It spares what is read again: after a failure half-way, an edit undone, a placement by rules to be renewed.
 * @param reader what reads: model and version of the instruction
 */
export function createLabelCache(reader: () => string): LabelCache {
  /** `buildsOn` is kept as the place in the thread, 0 the contribution that is answered. */
  const cache = new LRUCache<string, Omit<Label, 'buildsOn'> & { builds: number | null }>({ max: KEPT });
  const keyOf = ({ model, language, topic }: ClassifyRequest, { text }: Utterance, thread: readonly Utterance[]) =>
    createHash('sha256')
      .update(JSON.stringify([reader(), model, language, topic, text, thread.map((each) => each.text)]))
      .digest('hex');
  return {
    get(request, utterance) {
      const thread = threadAbove(request, utterance);
      const known = cache.get(keyOf(request, utterance, thread));
      if (!known) return undefined;
      const { builds, ...label } = known;
      return { ...label, buildsOn: builds === null ? null : (thread[builds]?.id ?? null) };
    },
    set(request, utterance, { buildsOn, ...label }) {
      const thread = threadAbove(request, utterance);
      const place = thread.findIndex((each) => each.id === buildsOn);
      // What it builds on may be somewhere else altogether, which its place in the thread does not tell.
      if (buildsOn !== null && place < 0) return;
      cache.set(keyOf(request, utterance, thread), { ...label, builds: buildsOn === null ? null : place });
    },
  };
}

/**
 * Labels of a request: those that are known, and what `read` makes of the rest. What is known goes along as context.
 * @param read puts its labels into the map, also when it fails half-way
 */
export async function throughCache(
  cache: LabelCache,
  request: ClassifyRequest,
  read: (rest: ClassifyRequest, labels: Map<string, Label>) => Promise<void>,
): Promise<Map<string, Label>> {
  const labels = new Map<string, Label>();
  const known: Labelled[] = [];
  for (const each of request.batch) {
    const label = cache.get(request, each);
    if (label) known.push({ ...each, label, subThemeId: null });
  }
  for (const { id, label } of known) labels.set(id, label);
  const rest = request.batch.filter((each) => !labels.has(each.id));
  if (rest.length === 0) return labels;
  await read({ ...request, batch: rest, context: [...request.context, ...known] }, labels);
  for (const each of rest) {
    const label = labels.get(each.id);
    if (label) cache.set(request, each, label);
  }
  return labels;
}

/** What an utterance answers, and what that answers, up to the root. */
function threadAbove({ batch, context }: ClassifyRequest, utterance: Utterance): Utterance[] {
  const thread: Utterance[] = [];
  for (let id = utterance.replyTo; id !== null; ) {
    const above = [...batch, ...context].find((each) => each.id === id);
    if (!above || thread.includes(above)) break;
    thread.push(above);
    id = above.replyTo;
  }
  return thread;
}
