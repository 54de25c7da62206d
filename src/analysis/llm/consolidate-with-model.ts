import { z } from 'zod';
import type { SubTheme, SubThemePlan } from '../../domain/theme.ts';
import type { Labelled, SubThemesRequest } from '../../ports/analyst.ts';
import { type Absurdities, absurdityAmong } from './absurdities.ts';
import type { Asker } from './asker.ts';
import { cleanLabel } from './clean-label.ts';
import { cleanReason } from './clean-reason.ts';
import { describeStep, LANGUAGE_NAMES } from './describe-model.ts';
import { Numbering, quotedText } from './frame.ts';

/** How many contributions of a sub-theme are shown, and how much of each: enough to see what is inside, whatever the history. */
const SHOWN = 6;
const CHARACTERS = 160;

const consolidationSchema = z.object({
  merges: z.array(z.object({ from: z.string(), into: z.string(), why: z.string() })),
  splits: z.array(
    z.object({
      of: z.string(),
      parts: z.array(z.object({ label: z.string(), numbers: z.array(z.number().int()) })),
      why: z.string(),
    }),
  ),
  renames: z.array(z.object({ of: z.string(), label: z.string(), why: z.string() })),
});

/**
 * The weekly look: whether sub-themes still help to find one's way. Among them is one that no other is like; an answer
 * that merges or renames it follows something in the contributions, and everything stays as it is.
 * @throws what the asker throws
 */
export async function consolidateWithModel(
  request: SubThemesRequest,
  placed: readonly Labelled[],
  asker: Asker,
  absurdities: Absurdities,
): Promise<SubThemePlan> {
  const plan: SubThemePlan = { placements: {}, proposed: {}, renames: {}, merges: [] };
  const { known, model, step, language } = request;
  const within = new Map(known.map((each) => [each.id, placed.filter((one) => one.subThemeId === each.id)]));
  const free = known.filter((each) => !each.labelBy.startsWith('person:') && (within.get(each.id)?.length ?? 0) > 0);
  if (free.length === 0 || known.length < 2) return plan;
  const keys = new Map(known.map((each, index) => [`k${index + 1}`, each]));
  const numbering = new Numbering();
  const groups = [...keys].map(([key, each]) => subThemeLines(key, each, within.get(each.id) ?? [], numbering));
  const control = absurdityAmong(
    absurdities[language],
    known.map((each) => each.label),
  );
  const alien = `k${known.length + 1}`;
  groups.splice(control.at, 0, [
    `${alien}|1|analyst|${quotedText(control.name)}`,
    `${numbering.number('control')}|${quotedText(control.sentence)}`,
  ]);
  const reply = await asker.ask({
    task: 'consolidate',
    fills: { step: describeStep(model, step), language: LANGUAGE_NAMES[language] },
    blocks: [
      {
        title: 'Sub-themes, each followed by some of its contributions',
        columns: 'key|size|named by|name, then number|text',
        lines: groups.flat(),
      },
    ],
    schema: consolidationSchema,
  });
  const touchesAlien =
    reply?.merges.some(({ from, into }) => from === alien || into === alien) ||
    reply?.renames.some(({ of }) => of === alien);
  if (!reply || touchesAlien) return plan;
  const movable = (key: string) => free.find((each) => each.id === keys.get(key)?.id);
  const touched = new Set<string>();
  const once = (subTheme: SubTheme) => !touched.has(subTheme.id) && touched.add(subTheme.id).has(subTheme.id);
  for (const { from, into, why } of reply.merges) {
    const [source, target] = [movable(from), movable(into)];
    if (source && target && source !== target && once(source) && once(target))
      plan.merges.push({ from: source.id, into: target.id, why: cleanReason(why) });
  }
  for (const { of, parts } of reply.splits) split(plan, movable(of), parts, within, numbering, once);
  for (const { of, label, why } of reply.renames) {
    const subTheme = movable(of);
    const name = cleanLabel(label);
    if (subTheme && name && once(subTheme)) plan.renames[subTheme.id] = { label: name, why: cleanReason(why) };
  }
  return plan;
}

function subThemeLines(
  key: string,
  { label, labelBy }: SubTheme,
  within: readonly Labelled[],
  numbering: Numbering,
): string[] {
  const shown = within
    .slice(-SHOWN)
    .map((each) => `${numbering.number(each.id)}|${quotedText(each.text.slice(0, CHARACTERS))}`);
  return [
    `${key}|${within.length}|${labelBy.startsWith('person:') ? 'people' : 'analyst'}|${quotedText(label)}`,
    ...shown,
  ];
}

/** The parts that show their contributions become sub-themes; what no part names stays where it was. */
function split(
  plan: SubThemePlan,
  subTheme: SubTheme | undefined,
  parts: readonly { label: string; numbers: number[] }[],
  within: ReadonlyMap<string, readonly Labelled[]>,
  numbering: Numbering,
  once: (subTheme: SubTheme) => boolean,
): void {
  if (!subTheme || parts.length < 2 || !once(subTheme)) return;
  const own = new Set((within.get(subTheme.id) ?? []).map((each) => each.id));
  // The first part keeps the sub-theme, its id and its history.
  for (const { label, numbers } of parts.slice(1)) {
    const name = cleanLabel(label);
    const ids = numbering.ids(numbers).filter((id) => own.has(id));
    if (!name || ids.length < 2) continue;
    const key = `split${Object.keys(plan.proposed).length + 1}`;
    plan.proposed[key] = name;
    for (const id of ids) plan.placements[id] = key;
  }
}
