import { z } from 'zod';
import type { Momentum } from '../../domain/digest.ts';
import type { Labelled, MomentumsRequest } from '../../ports/analyst.ts';
import type { Asker } from './asker.ts';
import { LANGUAGE_NAMES } from './describe-model.ts';
import { lineOf, Numbering } from './frame.ts';

/** How many threads are read, and how much of each. */
const THREADS = 12;
const LENGTH = 25;

const momentumsSchema = z.object({
  momentums: z.array(z.object({ contributions: z.array(z.number().int()), step: z.string(), summary: z.string() })),
});

/** Looks for momentums where there can be any: in threads of several people in which someone builds. @throws what the asker throws */
export async function momentumsWithModel(
  request: MomentumsRequest,
  contributions: readonly Labelled[],
  asker: Asker,
): Promise<Momentum[]> {
  const threads = candidates(contributions);
  if (threads.length === 0) return [];
  const shown = threads.flat();
  const numbering = new Numbering(shown.map((each) => each.id));
  const present = new Set(shown.map((each) => each.id));
  const lines = shown.map((each) => {
    const { step, signals, buildsOn } = each.label;
    const source = buildsOn && present.has(buildsOn) ? String(numbering.number(buildsOn)) : '-';
    return lineOf(each, numbering, present, [step, signals.join(',') || '-', source]);
  });
  const reply = await asker.ask({
    task: 'momentums',
    fills: { language: LANGUAGE_NAMES[request.language] },
    blocks: [{ title: 'Threads', columns: 'number|speaker|answers number|step|signals|builds on|text', lines }],
    schema: momentumsSchema,
  });
  return (reply?.momentums ?? []).map(({ contributions: numbers, step, summary }) => ({
    contributions: numbering.ids(numbers),
    step,
    summary: summary.replace(/\s+/g, ' ').trim(),
  }));
}

/** Threads by their root, the longest first; what builds on another thread's contribution belongs to that one. */
function candidates(contributions: readonly Labelled[]): Labelled[][] {
  const byId = new Map(contributions.map((each) => [each.id, each]));
  const rootOf = (each: Labelled): string => {
    const seen = new Set<string>();
    let at = each;
    for (
      let next = at.label.buildsOn ?? at.replyTo;
      next && byId.has(next) && !seen.has(next);
      next = at.label.buildsOn ?? at.replyTo
    ) {
      seen.add(next);
      at = byId.get(next) ?? at;
    }
    return at.id;
  };
  return [...Map.groupBy(contributions, rootOf).values()]
    .filter(
      (thread) =>
        new Set(thread.map((each) => each.speaker)).size >= 2 &&
        thread.some((each) => each.label.signals.includes('build')),
    )
    .sort((a, b) => b.length - a.length)
    .slice(0, THREADS)
    .map((thread) => thread.slice(0, LENGTH));
}
