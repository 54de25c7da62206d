import { z } from 'zod';
import type { SubThemePlan } from '../../domain/theme.ts';
import type { Labelled, SubThemesRequest } from '../../ports/analyst.ts';
import type { Asker } from './asker.ts';
import { describeStep, LANGUAGE_NAMES } from './describe-model.ts';
import { lineOf, Numbering, quotedText, SAID } from './frame.ts';
import { cleanLabel } from './clean-label.ts';

const ROWS = 150;

const planSchema = z.object({
  proposed: z.array(z.object({ key: z.string(), label: z.string() })),
  placements: z.array(z.object({ n: z.number().int(), to: z.string() })),
});

/** Places fresh contributions of a step in known sub-themes, or in new ones. @throws what the asker throws */
export async function placeWithModel(
  request: SubThemesRequest,
  fresh: readonly Labelled[],
  asker: Asker,
): Promise<SubThemePlan> {
  const plan: SubThemePlan = { placements: {}, proposed: {}, renames: {}, merges: [] };
  for (let at = 0; at < fresh.length; at += ROWS) await placeSome(request, fresh.slice(at, at + ROWS), asker, plan);
  return plan;
}

async function placeSome(
  request: SubThemesRequest,
  some: readonly Labelled[],
  asker: Asker,
  plan: SubThemePlan,
): Promise<void> {
  const { known, step, language, model } = request;
  const numbering = new Numbering(some.map((each) => each.id));
  const keys = new Map<string, string>();
  const names = [...known.map((each) => [each.id, each.label] as const), ...Object.entries(plan.proposed)];
  const knownLines = names.map(([id, label], index) => {
    keys.set(`k${index + 1}`, id);
    return `k${index + 1}|${quotedText(label)}`;
  });
  const present = new Set(some.map((each) => each.id));
  const reply = await asker.ask({
    task: 'sub-themes',
    fills: { step: describeStep(model, step), language: LANGUAGE_NAMES[language] },
    blocks: [
      { title: 'Known sub-themes', columns: 'key|name', lines: knownLines },
      { title: 'Contributions', columns: SAID, lines: some.map((each) => lineOf(each, numbering, present)) },
    ],
    schema: planSchema,
  });
  for (const { key, label } of reply?.proposed ?? []) {
    const name = cleanLabel(label);
    if (keys.has(key) || name === null) continue;
    const own = `new${Object.keys(plan.proposed).length + 1}`;
    keys.set(key, own);
    plan.proposed[own] = name;
  }
  for (const { n, to } of reply?.placements ?? []) {
    const id = numbering.id(n);
    const place = keys.get(to);
    if (id && place && !(id in plan.placements)) plan.placements[id] = place;
  }
}
