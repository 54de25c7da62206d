import { dateText } from '../../domain/date-text.ts';
import type { Commitment } from '../../domain/commitment.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import { addDays, localDate } from '../../domain/local-time.ts';
import { asMarkdown, markdownMessage } from '../../domain/plain-text.ts';
import type { EventOf } from '../../domain/platform-event.ts';
import { isAwayOn } from '../../domain/presence.ts';
import { may } from '../../domain/rights.ts';
import { choice, type Pressed } from '../say/choice.ts';
import type { Flow } from '../context.ts';
import { participantOf } from '../who/find-inquiry.ts';
import { openForm } from '../form/open-form.ts';
import { sayInPrivate } from '../say/plan-delivery.ts';
import type { Handled } from '../receive-event.ts';
import { languageOf, refuse, tellPrivately } from '../say/tell-privately.ts';

const POSTPONE_DAYS = 7;
/** Who has not answered by then is asked once more, and then left in peace until the date is another. */
const AGAIN_DAYS = 7;

/** Step 10. Asks the owners of commitments that are due, in private, what became of them; at most twice for each date. */
export async function followUpCommitments(flow: Flow, inquiryId: string): Promise<void> {
  const inquiry = await flow.store.inquiries.get(inquiryId);
  if (inquiry?.status !== 'running') return;
  const today = localDate(flow.clock.now(), inquiry.timeZone);
  for (const commitment of await flow.store.commitments.find({ inquiryId, status: 'open', dueOn: { lte: today } })) {
    const owner = await flow.store.participants.get(commitment.ownerId);
    if (!owner || owner.leftAt || isAwayOn(owner, today)) continue;
    const isAgain = wasAsked(commitment, inquiry.timeZone);
    if (isAgain && today < addDays(localDate(commitment.askedAt, inquiry.timeZone), AGAIN_DAYS)) continue;
    const say = (key: string, params = {}) => flow.content.say(owner.lang, key, params);
    const ask = say(isAgain ? 'follow-up.ask-again' : 'follow-up.ask', { text: asMarkdown(commitment.text) });
    const message = {
      ...markdownMessage(owner.lang, ask),
      choices: [
        choice('commitment-done', commitment.id, say('choice.commitment-done'), 'primary'),
        choice('commitment-later', commitment.id, say('choice.commitment-later')),
        choice('commitment-drop', commitment.id, say('choice.commitment-drop')),
      ],
    };
    const cause = `follow-up:${commitment.id}:${commitment.dueOn}`;
    await sayInPrivate(flow, inquiry, owner, isAgain ? `${cause}:again` : cause, message);
    if (!isAgain) await flow.store.commitments.update({ id: commitment.id }, { askedAt: flow.clock.now() });
  }
}

/** Whether its owner has been asked about the date that it has now. */
const wasAsked = (commitment: Commitment, timeZone: string): commitment is Commitment & { askedAt: Date } =>
  commitment.askedAt !== null && localDate(commitment.askedAt, timeZone) >= commitment.dueOn;

/** Done, or dropped: either way one sentence on what became of it is what the others get to know. */
export async function openSettleForm(flow: Flow, event: Pressed, status: 'done' | 'dropped'): Promise<void> {
  const found = await owned(flow, event.value, event.by.address);
  if (!found) return refuse(flow, event, 'not-allowed');
  await openForm(flow, event, (say) => ({
    id: 'settle-commitment',
    title: say(`settle.title-${status}`),
    intro: say('settle.intro', { idea: found.commitment.contributionId ? 'yes' : 'no' }),
    fields: [{ name: 'outcome', label: say(`settle.field-${status}`), type: 'long-text', required: false }],
    submit: say('settle.submit'),
    context: `${status} ${found.commitment.id}`,
  }));
}

export async function settleCommitment(flow: Flow, event: Handled<EventOf<'form-submitted'>>): Promise<void> {
  const [status, ...rest] = event.context.split(' ');
  const found = await owned(flow, rest.join(' '), event.by.address);
  if (!found || (status !== 'done' && status !== 'dropped')) return refuse(flow, event, 'not-allowed');
  const { commitment, inquiry } = found;
  const outcome = event.answers['outcome']?.trim().slice(0, 500) || null;
  // The state changes last: a run that died before that is done again, and what was said is said once.
  await tellPrivately(flow, event, 'settle.done', { idea: commitment.contributionId ? 'yes' : 'no' });
  await tellWhoseIdeaItWas(flow, inquiry, { ...commitment, status, outcome });
  await flow.store.commitments.update(
    { id: commitment.id, status: 'open' },
    { status, outcome, settledAt: flow.clock.now() },
  );
  flow.changed(inquiry.id);
}

export async function postponeCommitment(flow: Flow, event: Pressed): Promise<void> {
  const found = await owned(flow, event.value, event.by.address);
  if (!found) return refuse(flow, event, 'not-allowed');
  const dueOn = addDays(localDate(flow.clock.now(), found.inquiry.timeZone), POSTPONE_DAYS);
  await flow.store.commitments.update({ id: found.commitment.id, status: 'open' }, { dueOn });
  flow.changed(found.inquiry.id);
  const lang = await languageOf(flow, event.by.address);
  await tellPrivately(flow, event, 'follow-up.postponed', { due: dateText(lang, dueOn) });
}

/** The study's people were frustrated when they never heard what came of their ideas: whoever had it is told. */
async function tellWhoseIdeaItWas(flow: Flow, inquiry: Inquiry, commitment: Commitment): Promise<void> {
  const idea = commitment.contributionId ? await flow.store.contributions.get(commitment.contributionId) : null;
  const author =
    idea?.participantId && idea.participantId !== commitment.ownerId
      ? await flow.store.participants.get(idea.participantId)
      : null;
  if (!author || author.leftAt) return;
  const params = { text: asMarkdown(commitment.text), outcome: asMarkdown(commitment.outcome ?? '') };
  const text = flow.content.say(author.lang, `idea.${commitment.status}`, params);
  const words = commitment.outcome ? `${text}\n\n> ${params.outcome.replaceAll('\n', '\n> ')}` : text;
  await sayInPrivate(
    flow,
    inquiry,
    author,
    `idea:${commitment.id}:${commitment.status}`,
    markdownMessage(author.lang, words),
  );
}

async function owned(flow: Flow, commitmentId: string, person: string) {
  const commitment = await flow.store.commitments.get(commitmentId);
  const inquiry = commitment && (await flow.store.inquiries.get(commitment.inquiryId));
  const participant = inquiry && (await participantOf(flow, inquiry, person));
  if (!commitment || commitment.status !== 'open' || !inquiry) return null;
  return may('settle-commitment', { person, inquiry, participant, commitment }) ? { commitment, inquiry } : null;
}
