import type { Assignment } from '../domain/contribution.ts';
import type { Inquiry } from '../domain/inquiry.ts';
import type { Model } from '../domain/model.ts';
import type { SubTheme, SubThemePlan } from '../domain/theme.ts';
import type { Flow } from './context.ts';
import { labelledOf } from './labelled.ts';
import { supersede } from './supersede.ts';

/**
 * Places the contributions of a step in its sub-themes. The whole step is read each time, so that names and clusters
 * fit it; doing that only when a tenth of it is new keeps the cost of an inquiry proportional to its length.
 */
export async function placeInSubThemes(
  flow: Flow,
  inquiry: Inquiry,
  model: Model,
  step: string,
  when: 'as-it-grows' | 'now',
): Promise<void> {
  const assignments = await flow.store.assignments.find({ inquiryId: inquiry.id, step, supersededAt: null });
  const fresh = assignments.filter((each) => each.subThemeId === null);
  if (fresh.length === 0 || (when === 'as-it-grows' && fresh.length * 10 < assignments.length)) return;
  const contributions = await flow.store.contributions.find(
    { id: assignments.map((each) => each.contributionId), status: 'live' },
    { by: 'sentAt' },
  );
  const labelled = await labelledOf(flow, inquiry, contributions);
  const known = await flow.store.subThemes.find({ inquiryId: inquiry.id, step, mergedInto: null }, { by: 'createdAt' });
  const plan = await flow.analyst.subThemes({
    model,
    language: inquiry.language,
    step,
    fresh: labelled.filter((each) => each.subThemeId === null),
    placed: labelled.filter((each) => each.subThemeId !== null),
    known,
  });
  await carryOut(flow, inquiry, step, plan, assignments, known);
}

/** Carries out what of the plan is allowed: only contributions of this step, only known sub-themes, people's names stay. */
async function carryOut(
  flow: Flow,
  inquiry: Inquiry,
  step: string,
  plan: SubThemePlan,
  assignments: Assignment[],
  known: SubTheme[],
): Promise<void> {
  const byContribution = new Map(assignments.map((each) => [each.contributionId, each]));
  const ids = new Map(known.map((each) => [each.id, each.id]));
  for (const [key, label] of Object.entries(plan.proposed)) {
    if (!Object.values(plan.placements).includes(key)) continue;
    ids.set(key, await createSubTheme(flow, inquiry, step, label, ids.size));
  }
  for (const [contributionId, place] of Object.entries(plan.placements)) {
    const assignment = byContribution.get(contributionId);
    const subThemeId = ids.get(place);
    if (!assignment || !subThemeId || assignment.subThemeId === subThemeId) continue;
    if (assignment.subThemeId !== null && assignment.by.startsWith('person:')) continue;
    // A first place completes the assignment; a move is a new one, so that the old place stays as history.
    if (assignment.subThemeId === null) await flow.store.assignments.update({ id: assignment.id }, { subThemeId });
    else await supersede(flow, assignment, { ...assignment, subThemeId, by: flow.analyst.name });
  }
  for (const [id, { label, why }] of Object.entries(plan.renames)) {
    const subTheme = known.find((each) => each.id === id);
    if (subTheme && !subTheme.labelBy.startsWith('person:'))
      await renameSubTheme(flow, subTheme, label, flow.analyst.name, why);
  }
  for (const { from, into, why } of plan.merges) {
    const [source, target] = [from, into].map((id) => known.find((each) => each.id === id));
    if (source && target && source.id !== target.id) await mergeSubThemes(flow, source, target, flow.analyst.name, why);
  }
}

async function createSubTheme(
  flow: Flow,
  inquiry: Inquiry,
  step: string,
  label: string,
  index: number,
): Promise<string> {
  const count = await flow.store.subThemes.count({ inquiryId: inquiry.id, step });
  const id = `${inquiry.id}-${step}-${Math.max(count, index) + 1}`;
  const at = flow.clock.now();
  const history = [{ at: at.toISOString(), by: flow.analyst.name, what: `proposed as "${label}"` }];
  await flow.store.subThemes.insert({
    id,
    inquiryId: inquiry.id,
    step,
    label,
    labelBy: flow.analyst.name,
    mergedInto: null,
    history,
    createdAt: at,
  });
  return id;
}

export async function renameSubTheme(
  flow: Flow,
  subTheme: SubTheme,
  label: string,
  by: string,
  why: string,
): Promise<void> {
  await flow.store.subThemes.update(
    { id: subTheme.id },
    { label, labelBy: by, history: [...subTheme.history, entry(flow, by, `renamed to "${label}": ${why}`)] },
  );
}

/** What was in `from` is in `into` from now on; `from` stays as history. */
export async function mergeSubThemes(
  flow: Flow,
  from: SubTheme,
  into: SubTheme,
  by: string,
  why: string,
): Promise<void> {
  await flow.store.transaction(async (tables) => {
    await tables.assignments.update({ inquiryId: from.inquiryId, subThemeId: from.id }, { subThemeId: into.id });
    await tables.subThemes.update(
      { id: from.id },
      { mergedInto: into.id, history: [...from.history, entry(flow, by, `merged into "${into.label}": ${why}`)] },
    );
    await tables.subThemes.update(
      { id: into.id },
      { history: [...into.history, entry(flow, by, `took in "${from.label}"`)] },
    );
  });
}

const entry = (flow: Flow, by: string, what: string) => ({ at: flow.clock.now().toISOString(), by, what });
