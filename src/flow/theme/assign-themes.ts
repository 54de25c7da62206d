import type { Assignment, Contribution, Label } from '../../domain/contribution.ts';
import { isByPerson } from '../../domain/current-assignments.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import { checkLabel } from '../../domain/label.ts';
import type { Model } from '../../domain/model.ts';
import { saysItBuildsOn } from '../../domain/says-it-builds.ts';
import { NONE, type Signal } from '../../domain/words.ts';
import type { Labelled, Verdict } from '../../ports/analyst.ts';
import { coarseDay } from '../../domain/coarse-day.ts';
import type { Flow } from '../context.ts';
import { labelledOf, settingOf, utterancesOf } from './labelled.ts';
import { modelOf } from './model-of.ts';
import { placeInSubThemes } from './place-in-sub-themes.ts';
import { keepHomesOf } from '../home/show-home.ts';
import { supersede } from './supersede.ts';

/** How many contributions are read together, and how many of a thread's earlier ones come along. */
const BATCH = 100;

/**
 * Step 5. Labels what is new in an inquiry, each contribution once, in the order in which it was said, then places it
 * in the sub-themes of its step. What the analyst could not read stays unlabelled and is tried again.
 */
export async function assignThemes(flow: Flow, inquiryId: string): Promise<void> {
  const inquiry = await flow.store.inquiries.get(inquiryId);
  if (!inquiry) return;
  const model = modelOf(flow, inquiry);
  const touched = new Set<string>();
  const unread = new Set<string>();
  const authors = new Set<string>();
  let justRead: string[] = [];
  for (;;) {
    const waiting = await flow.store.contributions.find(
      { inquiryId, labelledAt: null, status: 'live' },
      { by: 'sentAt', limit: BATCH + unread.size },
    );
    const batch = waiting.filter((each) => !unread.has(versionOf(each))).slice(0, BATCH);
    if (batch.length === 0) break;
    const theirs = batch.flatMap((each) => each.participantId ?? []);
    for (const each of theirs) authors.add(each);
    // Before as well as in the end, and for the batch that has just been read: a run that dies has at least asked for it.
    await keepHomesOf(flow, inquiryId, [...justRead, ...theirs]);
    justRead = theirs;
    const placed = await labelBatch(flow, inquiry, model, batch);
    for (const step of placed.values()) touched.add(step);
    for (const each of batch) if (!placed.has(each.id)) unread.add(versionOf(each));
  }
  // With nothing new, what a run that died has labelled and not placed.
  const left = touched.size > 0 ? null : await unplacedIn(flow, inquiryId);
  for (const step of left?.steps ?? touched)
    if (step !== NONE) await placeInSubThemes(flow, inquiry, step, 'as-it-grows');
  await keepHomesOf(flow, inquiryId, left?.authors ?? [...authors]);
  if (touched.size > 0) flow.changed(inquiryId);
}

async function unplacedIn(flow: Flow, inquiryId: string): Promise<{ steps: Set<string>; authors: string[] }> {
  const unplaced = await flow.store.assignments.find({ inquiryId, subThemeId: null, supersededAt: null });
  const themed = unplaced.filter((each) => each.step !== NONE);
  const theirs = await flow.store.contributions.find({ id: themed.map((each) => each.contributionId) });
  return {
    steps: new Set(themed.map((each) => each.step)),
    authors: theirs.flatMap((each) => each.participantId ?? []),
  };
}

/** An edited contribution is another thing to read. */
const versionOf = ({ id, editedAt }: Contribution): string => `${id}@${editedAt?.getTime() ?? 0}`;

/** @returns the steps that were given, by contribution; one is missing when it could not be read, or changed meanwhile. */
async function labelBatch(
  flow: Flow,
  inquiry: Inquiry,
  model: Model,
  batch: Contribution[],
): Promise<Map<string, string>> {
  const read = await flow.analyst.classify({
    ...(await settingOf(flow, inquiry)),
    topic: inquiry.topic,
    batch: await utterancesOf(flow, inquiry, batch),
    context: await threadsOf(flow, inquiry, batch),
  });
  // What its author said that it builds on is not for the analyst to find.
  const labels = new Map(
    batch.flatMap((each): [string, Verdict][] => {
      const label = read.get(each.id);
      return label ? [[each.id, { ...label, buildsOn: saysItBuildsOn(each) ?? label.buildsOn }]] : [];
    }),
  );
  const earlier = await earlierIn(flow, inquiry.id, batch, labels);
  const steps = new Map<string, string>();
  for (const contribution of batch) {
    const label = labels.get(contribution.id);
    if (!label) continue;
    const checked = checkLabel(label, { model, contribution, earlier });
    if (saysItBuildsOn(contribution) && checked.buildsOn)
      checked.signals = [...new Set<Signal>([...checked.signals, 'build'])];
    const step = await assign(flow, contribution, { ...checked, by: label.by, provisional: label.provisional });
    if (step !== null) steps.set(contribution.id, step);
  }
  return steps;
}

/**
 * A person's placement wins and survives re-analysis: only what the person did not say is renewed. What was
 * edited or taken back while it was being read is not labelled by what it said before.
 * @returns the step that it now has, null when it is no longer what was read.
 */
async function assign(flow: Flow, contribution: Contribution, label: Verdict): Promise<string | null> {
  const { id: contributionId, inquiryId, editedAt, visibility } = contribution;
  const now = flow.clock.now();
  const at = visibility === 'anonymous' ? coarseDay(now) : now;
  return flow.store.transaction(async (tables) => {
    const unchanged = { id: contributionId, status: 'live', editedAt } as const;
    if ((await tables.contributions.update(unchanged, { labelledAt: at })) === 0) return null;
    const next = await supersede(tables, { inquiryId, contributionId, at }, (current) => ({
      ...label,
      inquiryId,
      contributionId,
      subThemeId: current?.step === label.step ? current.subThemeId : null,
      ...(current && isByPerson(current) && saidByPerson(current)),
    }));
    return next?.step ?? null;
  });
}

const saidByPerson = ({ step, subThemeId, by, why, confidence }: Assignment) => ({
  step,
  subThemeId,
  by,
  why,
  confidence,
});

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
