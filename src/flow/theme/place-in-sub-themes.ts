import type { Assignment } from '../../domain/contribution.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import type { SubTheme, SubThemePlan } from '../../domain/theme.ts';
import { PorrasError } from '../../errors.ts';
import type { Tables } from '../../ports/store.ts';
import type { Flow } from '../context.ts';
import { labelledOf, settingOf } from './labelled.ts';

/** Up to so many contributions of a step, each new one finds its sub-theme at once. */
const LONG = 100;

/**
 * Places the contributions of a step in its sub-themes. The whole step is read each time, so that names and clusters
 * fit it; once it is long, doing that only when a tenth of it is new keeps the cost of an inquiry proportional to its
 * length.
 */
export async function placeInSubThemes(
  flow: Flow,
  inquiry: Inquiry,
  step: string,
  when: 'as-it-grows' | 'now' | 'weekly',
): Promise<void> {
  const assignments = await flow.store.assignments.find({ inquiryId: inquiry.id, step, supersededAt: null });
  const fresh = assignments.filter((each) => each.subThemeId === null);
  const least = { 'as-it-grows': assignments.length <= LONG ? 1 : assignments.length / 10, now: 1, weekly: 0 }[when];
  if (assignments.length === 0 || fresh.length < least) return;
  const contributions = await flow.store.contributions.find(
    { id: assignments.map((each) => each.contributionId), status: 'live' },
    { by: 'sentAt' },
  );
  const labelled = await labelledOf(flow, inquiry, contributions);
  const known = await flow.store.subThemes.find({ inquiryId: inquiry.id, step, mergedInto: null }, { by: 'createdAt' });
  const plan = await flow.analyst.subThemes({
    ...(await settingOf(flow, inquiry)),
    step,
    fresh: labelled.filter((each) => each.subThemeId === null),
    placed: labelled.filter((each) => each.subThemeId !== null),
    known,
    weekly: when === 'weekly',
  });
  // All of a plan or nothing: half of one would leave sub-themes that nobody is in.
  await flow.store.transaction((tables) => carryOut(flow, tables, inquiry, step, plan, assignments, known));
}

/** Carries out what of the plan is allowed: only contributions of this step, only known sub-themes, people's names stay. */
async function carryOut(
  flow: Flow,
  tables: Tables,
  inquiry: Inquiry,
  step: string,
  plan: SubThemePlan,
  assignments: Assignment[],
  known: SubTheme[],
): Promise<void> {
  const byContribution = new Map(assignments.map((each) => [each.contributionId, each]));
  const ids = new Map(known.map((each) => [each.id, each.id]));
  const named = new Map(known.map((each) => [each.label.toLowerCase(), each.id]));
  for (const [key, label] of Object.entries(plan.proposed)) {
    if (!Object.values(plan.placements).includes(key)) continue;
    // Two of the same name would be one to whoever reads them.
    const namesake = named.get(label.toLowerCase());
    const id = namesake ?? (await createSubTheme(flow, tables, inquiry, step, label));
    named.set(label.toLowerCase(), id);
    ids.set(key, id);
  }
  for (const [contributionId, place] of Object.entries(plan.placements)) {
    const assignment = byContribution.get(contributionId);
    const subThemeId = ids.get(place);
    if (!assignment || !subThemeId || assignment.subThemeId === subThemeId) continue;
    if (assignment.subThemeId !== null && assignment.by.startsWith('person:')) continue;
    // A first place completes the assignment; a move is a new one, so that the old place stays as history.
    if (assignment.subThemeId === null) await tables.assignments.update({ id: assignment.id }, { subThemeId });
    else await move(flow, tables, assignment, subThemeId);
  }
  for (const [id, { label, why }] of Object.entries(plan.renames)) {
    const subTheme = known.find((each) => each.id === id);
    if (subTheme && !subTheme.labelBy.startsWith('person:') && !named.has(label.toLowerCase()))
      await renameSubTheme(flow, tables, subTheme, label, flow.analyst.name, why);
  }
  for (const { from, into, why } of plan.merges) {
    const [source, target] = [from, into].map((id) => known.find((each) => each.id === id));
    if (source && target && source.id !== target.id)
      await mergeSubThemes(flow, tables, source, target, flow.analyst.name, why);
  }
}

/** Unless somebody placed it elsewhere, or took it back, while the plan was being made. */
async function move(flow: Flow, tables: Tables, from: Assignment, subThemeId: string): Promise<void> {
  const { inquiryId, contributionId } = from;
  const at = flow.clock.now();
  if ((await tables.assignments.update({ id: from.id, supersededAt: null }, { supersededAt: at })) === 0) return;
  const version = await tables.assignments.count({ inquiryId, contributionId });
  const id = `${contributionId}#${version + 1}`;
  await tables.assignments.insert({ ...from, id, subThemeId, by: flow.analyst.name, at, supersededAt: null });
}

async function createSubTheme(
  flow: Flow,
  tables: Tables,
  inquiry: Inquiry,
  step: string,
  label: string,
): Promise<string> {
  const at = flow.clock.now();
  const made: SubTheme = {
    id: `${inquiry.id}-${step}-${await nextNumber(tables, inquiry, step)}`,
    inquiryId: inquiry.id,
    step,
    label,
    labelBy: flow.analyst.name,
    mergedInto: null,
    history: [{ at: at.toISOString(), by: flow.analyst.name, what: `proposed as "${label}"` }],
    createdAt: at,
  };
  if (!(await tables.subThemes.insert(made)))
    throw new PorrasError('conflict', `the sub-theme ${made.id} was made by another at the same moment: try again`, {
      retryable: true,
    });
  return made.id;
}

/** One more than the highest there is: numbers of sub-themes that are gone are not given again. */
async function nextNumber(tables: Tables, inquiry: Inquiry, step: string): Promise<number> {
  const taken = await tables.subThemes.find({ inquiryId: inquiry.id, step });
  return Math.max(0, ...taken.map(({ id }) => Number(id.slice(id.lastIndexOf('-') + 1)) || 0)) + 1;
}

export async function renameSubTheme(
  flow: Flow,
  tables: Tables,
  subTheme: SubTheme,
  label: string,
  by: string,
  why: string,
): Promise<void> {
  await tables.subThemes.update(
    { id: subTheme.id },
    { label, labelBy: by, history: [...subTheme.history, entry(flow, by, `renamed to "${label}": ${why}`)] },
  );
}

/** What was in `from` is in `into` from now on; `from` stays as history. */
export async function mergeSubThemes(
  flow: Flow,
  tables: Tables,
  from: SubTheme,
  into: SubTheme,
  by: string,
  why: string,
): Promise<SubTheme> {
  const history = [...into.history, entry(flow, by, `took in "${from.label}"`)];
  await tables.assignments.update({ inquiryId: from.inquiryId, subThemeId: from.id }, { subThemeId: into.id });
  await tables.subThemes.update(
    { id: from.id },
    { mergedInto: into.id, history: [...from.history, entry(flow, by, `merged into "${into.label}": ${why}`)] },
  );
  await tables.subThemes.update({ id: into.id }, { history });
  return { ...into, history };
}

const entry = (flow: Flow, by: string, what: string) => ({ at: flow.clock.now().toISOString(), by, what });
