import { z } from 'zod';
import type { SubThemePlan } from '../../domain/theme.ts';
import type { Labelled, SubThemesRequest } from '../../ports/analyst.ts';
import { type Absurdities, absurdityAmong } from './absurdities.ts';
import type { Asker } from './asker.ts';
import { describeStep, LANGUAGE_NAMES } from './describe-model.ts';
import { lineOf, Numbering, quotedText, SAID } from './frame.ts';
import { cleanLabel } from './clean-label.ts';

const ROWS = 150;

const planSchema = z.object({
  proposed: z.array(z.object({ key: z.string(), label: z.string() })),
  placements: z.array(z.object({ n: z.number().int(), to: z.string() })),
});

/**
 * Places fresh contributions of a step in known sub-themes, or in new ones. Among them is one that belongs with no
 * other; where it is put together with somebody's, the answer follows something in what they said, and is not taken:
 * halves are placed apart, until that one stands alone.
 * @throws what the asker throws
 */
export async function placeWithModel(
  request: SubThemesRequest,
  fresh: readonly Labelled[],
  asker: Asker,
  absurdities: Absurdities,
): Promise<SubThemePlan> {
  const plan: SubThemePlan = { placements: {}, proposed: {}, renames: {}, merges: [] };
  const placeSome = async (some: readonly Labelled[]): Promise<void> => {
    if (await place(request, some, asker, absurdities, plan)) return;
    const half = Math.ceil(some.length / 2);
    await placeSome(some.slice(0, half));
    await placeSome(some.slice(half));
  };
  for (let at = 0; at < fresh.length; at += ROWS) await placeSome(fresh.slice(at, at + ROWS));
  return plan;
}

/** @returns false when the answer cannot be trusted; the plan is then as it was */
async function place(
  request: SubThemesRequest,
  some: readonly Labelled[],
  asker: Asker,
  absurdities: Absurdities,
  plan: SubThemePlan,
): Promise<boolean> {
  const { known, step, language, model } = request;
  const numbering = new Numbering(some.map((each) => each.id));
  const places = new Map<string, string>();
  const names = [...known.map((each) => [each.id, each.label] as const), ...Object.entries(plan.proposed)];
  const knownLines = names.map(([id, label], index) => {
    places.set(`k${index + 1}`, id);
    return `k${index + 1}|${quotedText(label)}`;
  });
  const present = new Set(some.map((each) => each.id));
  const lines = some.map((each) => lineOf(each, numbering, present));
  const control = absurdityAmong(
    absurdities[language],
    some.map((each) => each.text),
  );
  const alien = numbering.number('control');
  // Alone there is nobody that it could be put together with.
  if (some.length > 1) lines.splice(control.at, 0, `${alien}|-|-|${quotedText(control.sentence)}`);
  const reply = await asker.ask({
    task: 'sub-themes',
    fills: { step: describeStep(model, step), language: LANGUAGE_NAMES[language] },
    blocks: [
      { title: 'Known sub-themes', columns: 'key|name', lines: knownLines },
      { title: 'Contributions', columns: SAID, lines },
    ],
    schema: planSchema,
  });
  if (!reply) return true;
  const placeOfAlien = reply.placements.find((each) => each.n === alien)?.to;
  if (some.length > 1 && reply.placements.some(({ n, to }) => n !== alien && to === placeOfAlien)) return false;
  for (const { key, label } of reply.proposed) {
    const name = cleanLabel(label);
    if (places.has(key) || name === null || key === placeOfAlien) continue;
    const own = `new${Object.keys(plan.proposed).length + 1}`;
    places.set(key, own);
    plan.proposed[own] = name;
  }
  for (const { n, to } of reply.placements) {
    const id = numbering.id(n);
    const where = places.get(to);
    if (id && n !== alien && where && !(id in plan.placements)) plan.placements[id] = where;
  }
  return true;
}
