import { REMOVED } from '../../domain/contribution-status.ts';
import type { Digest } from '../../domain/digest.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import { withoutContribution } from '../../domain/revise-digest.ts';
import { weekOf } from '../../domain/weeks.ts';
import type { Usage } from '../../ports/analyst.ts';
import { assignThemes } from '../theme/assign-themes.ts';
import type { Flow } from '../context.ts';
import { digestContent } from './digest-content.ts';
import { digestMessage } from './digest-message.ts';
import { modelOf } from '../theme/model-of.ts';
import { paintStaircase } from './paint-staircase.ts';
import { placeInSubThemes } from '../theme/place-in-sub-themes.ts';
import { redoProvisionalOf } from '../theme/redo-provisional.ts';
import { sayInChannels } from '../say/plan-delivery.ts';
import { reviseDigests } from './revise-digests.ts';
import { hasUntoldOutcomes, writeDigest } from './write-digest.ts';

/** What a digest is made for: the week, or somebody's request, by the id of what they did. */
export type DigestCause = 'weekly' | { request: string };

/**
 * Step 9. Gives back to the group what no digest has given back yet: every claim grounded, what was left out counted,
 * and the staircase as a picture. The same cause makes one digest.
 * @returns the digest, or null where there is nothing to give back.
 */
export async function composeDigest(flow: Flow, inquiryId: string, cause: DigestCause): Promise<Digest | null> {
  const inquiry = await flow.store.inquiries.get(inquiryId);
  if (!inquiry || inquiry.status === 'draft' || (inquiry.status !== 'running' && cause === 'weekly')) return null;
  const week = weekOf(inquiry, flow.clock.now());
  const id = `${inquiry.id}-d${week}${cause === 'weekly' ? '' : `-${flow.contributionId(cause.request)}`}`;
  // A run that died before it published finds its digest here and only publishes it.
  const digest = (await flow.store.digests.get(id)) ?? (await compose(flow, inquiry, week, id, cause));
  if (digest) await publish(flow, inquiry, digest);
  return digest;
}

async function compose(
  flow: Flow,
  inquiry: Inquiry,
  week: number,
  id: string,
  cause: DigestCause,
): Promise<Digest | null> {
  const before = flow.analyst.usage();
  await bringUpToDate(flow, inquiry);
  const said = await digestContent(flow, inquiry, week);
  const usage = usageSince(before, flow.analyst.usage());
  const content = { ...said, ...(Object.keys(usage).length > 0 && { usage }) };
  if (content.ledger.total === 0 && !(await hasNews(flow, inquiry, cause))) return null;
  const picture = await paintStaircase(flow, inquiry, content);
  const digest: Digest = {
    id,
    inquiryId: inquiry.id,
    week,
    content,
    markdown: await writeDigest(flow, inquiry, content, 'ids'),
    pictureId: `${id}-staircase`,
    at: flow.clock.now(),
  };
  await flow.store.pictures.insert({ id: digest.pictureId, ...picture });
  await flow.store.digests.insert(digest);
  flow.changed(inquiry.id);
  return digest;
}

/** A week without a word is news while something is asked; what became of an idea always is. */
const hasNews = async (flow: Flow, inquiry: Inquiry, cause: DigestCause): Promise<boolean> =>
  (cause === 'weekly' && !(await isOver(flow, inquiry))) || (await hasUntoldOutcomes(flow, inquiry));

/** Nothing is asked any more. */
const isOver = async (flow: Flow, { id: inquiryId }: Inquiry): Promise<boolean> =>
  (await flow.store.rounds.count({ inquiryId, status: ['planned', 'open'] })) === 0 &&
  (await flow.store.commitments.count({ inquiryId, status: 'open' })) === 0;

/** Labels what still waits and gives every sub-theme a last look, so that names fit the whole week. */
async function bringUpToDate(flow: Flow, inquiry: Inquiry): Promise<void> {
  await redoProvisionalOf(flow, inquiry.id);
  await assignThemes(flow, inquiry.id);
  const model = modelOf(flow, inquiry);
  for (const step of model.steps) await placeInSubThemes(flow, inquiry, step.key, 'weekly');
}

async function publish(flow: Flow, inquiry: Inquiry, composed: Digest): Promise<void> {
  const digest = await withoutLateWithdrawals(flow, composed);
  const message = await digestMessage(flow, inquiry, digest);
  // Composing takes minutes: a channel that was taken out meanwhile gets none.
  const now = (await flow.store.inquiries.get(inquiry.id)) ?? inquiry;
  await sayInChannels(flow, now, `digest:${digest.id}`, message);
}

/** What was taken back while the digest was being composed could not be taken out of a digest that was not there yet. */
async function withoutLateWithdrawals(flow: Flow, digest: Digest): Promise<Digest> {
  const counted = Object.keys(digest.content.contributions);
  const gone = await flow.store.contributions.find({ id: counted, status: [...REMOVED] });
  if (gone.every((each) => digest.content.contributions[each.id] === 'withdrawn')) return digest;
  for (const { id } of gone) await reviseDigests(flow, digest.inquiryId, (content) => withoutContribution(content, id));
  return (await flow.store.digests.get(digest.id)) ?? digest;
}

/** What each task cost in between. */
function usageSince(before: Record<string, Usage>, after: Record<string, Usage>): Record<string, Usage> {
  const none: Usage = { calls: 0, tokensIn: 0, tokensOut: 0 };
  const tasks = Object.entries(after).map(([task, now]): [string, Usage] => {
    const was = before[task] ?? none;
    return [
      task,
      { calls: now.calls - was.calls, tokensIn: now.tokensIn - was.tokensIn, tokensOut: now.tokensOut - was.tokensOut },
    ];
  });
  return Object.fromEntries(tasks.filter(([, usage]) => usage.calls > 0));
}
