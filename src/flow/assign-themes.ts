import type { Assignment, Contribution, Label } from '../domain/contribution.ts';
import type { Inquiry } from '../domain/inquiry.ts';
import { checkLabel } from '../domain/label.ts';
import type { Model } from '../domain/model.ts';
import { NONE } from '../domain/words.ts';
import type { Labelled } from '../ports/analyst.ts';
import type { Flow } from './context.ts';
import { currentAssignments, labelledOf, utterancesOf } from './labelled.ts';
import { modelOf } from './model-of.ts';
import { placeInSubThemes } from './place-in-sub-themes.ts';
import { supersede } from './supersede.ts';

/** How many contributions are read together, and how many of a thread's earlier ones come along. */
const BATCH = 50;

/**
 * Step 5. Labels what is new in an inquiry, each contribution once, in the order in which it was said, then places it
 * in the sub-themes of its step. What the analyst could not read stays unlabelled and is tried again.
 */
export async function assignThemes(flow: Flow, inquiryId: string): Promise<void> {
  const inquiry = await flow.store.inquiries.get(inquiryId);
  if (!inquiry) return;
  const model = modelOf(flow, inquiry);
  const touched = new Set<string>();
  for (;;) {
    const batch = await flow.store.contributions.find(
      { inquiryId, labelledAt: null, status: 'live' },
      { by: 'sentAt', limit: BATCH },
    );
    const steps = batch.length > 0 ? await labelBatch(flow, inquiry, model, batch) : [];
    for (const step of steps) touched.add(step);
    if (steps.length === 0) break;
  }
  for (const step of touched) if (step !== NONE) await placeInSubThemes(flow, inquiry, model, step, 'as-it-grows');
  if (touched.size > 0) flow.changed(inquiryId);
}

/** @returns the steps that were given; none when the analyst could read nothing of the batch. */
async function labelBatch(flow: Flow, inquiry: Inquiry, model: Model, batch: Contribution[]): Promise<string[]> {
  const labels = await flow.analyst.classify({
    model,
    language: inquiry.language,
    topic: inquiry.topic,
    batch: await utterancesOf(flow, inquiry, batch),
    context: await threadsOf(flow, inquiry, batch),
  });
  const current = await currentAssignments(flow, inquiry.id, batch);
  const earlier = await earlierIn(flow, inquiry.id, batch, labels);
  const steps: string[] = [];
  for (const contribution of batch) {
    const label = labels.get(contribution.id);
    if (!label) continue;
    const checked = checkLabel(label, { model, contribution, earlier });
    steps.push(await assign(flow, contribution, checked, current.get(contribution.id) ?? null));
  }
  return steps;
}

/** A person's placement wins and survives re-analysis (DESIGN 5.9): only what the person did not say is renewed. */
async function assign(
  flow: Flow,
  contribution: Contribution,
  label: Label,
  current: Assignment | null,
): Promise<string> {
  const byPerson = current?.by.startsWith('person:') ? current : null;
  const placed = byPerson
    ? { step: byPerson.step, subThemeId: byPerson.subThemeId, by: byPerson.by, why: byPerson.why }
    : null;
  const next: Omit<Assignment, 'id' | 'at' | 'supersededAt'> = {
    ...label,
    inquiryId: contribution.inquiryId,
    contributionId: contribution.id,
    subThemeId: current?.step === label.step ? current.subThemeId : null,
    by: flow.analyst.name,
    ...placed,
  };
  await supersede(flow, current, next);
  await flow.store.contributions.update(
    { id: contribution.id, editedAt: contribution.editedAt },
    { labelledAt: flow.clock.now() },
  );
  return next.step;
}

/** What the batch answers: parents, and theirs, up to the root of each thread. */
async function threadsOf(flow: Flow, inquiry: Inquiry, batch: Contribution[]): Promise<Labelled[]> {
  const seen = new Map<string, Contribution>();
  const own = new Set(batch.map((each) => each.id));
  let wanted = batch.flatMap((each) => each.replyTo ?? []);
  while (wanted.length > 0) {
    const rows = await flow.store.contributions.find({ id: [...new Set(wanted)], status: 'live' });
    for (const row of rows) seen.set(row.id, row);
    wanted = rows.flatMap((row) => (row.replyTo && !seen.has(row.replyTo) && !own.has(row.replyTo) ? row.replyTo : []));
  }
  const context = [...seen.values()].filter((each) => !own.has(each.id));
  return labelledOf(
    flow,
    inquiry,
    context.sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime()),
  );
}

/** Of the contributions that labels say are built on: which exist, in this inquiry, with when and by whom. */
async function earlierIn(flow: Flow, inquiryId: string, batch: Contribution[], labels: Map<string, Label>) {
  const ids = batch.flatMap((each) => labels.get(each.id)?.buildsOn ?? []);
  const rows = ids.length > 0 ? await flow.store.contributions.find({ inquiryId, id: ids }) : [];
  return new Map(rows.map((row) => [row.id, row]));
}
