import type { Inquiry } from '../../domain/inquiry.ts';
import type { Form } from '../../domain/message.ts';
import type { EventOf } from '../../domain/platform-event.ts';
import type { Round } from '../../domain/round.ts';
import { acknowledgeInPrivate } from './acknowledge.ts';
import { answerAnonymously } from './answer-anonymously.ts';
import type { Pressed } from '../say/choice.ts';
import type { Flow } from '../context.ts';
import { inquiryMeant, mayTakePart, openRoundOf } from '../who/find-inquiry.ts';
import { openForm } from '../form/open-form.ts';
import type { SayHere } from '../say/say-here.ts';
import type { Handled } from '../receive-event.ts';
import { recordContribution } from './record-contribution.ts';
import { pausedOr, refuse, tellPrivately } from '../say/tell-privately.ts';
import { can } from '../who/workspaces.ts';

type Submitted = Handled<EventOf<'form-submitted'>>;

/** The buttons under a question, an invitation, or in one's home; their value is the id of the round. */
export async function answerPrivately(flow: Flow, event: Pressed): Promise<void> {
  // Where a form opens in the card itself, nobody has to go elsewhere to write.
  if (!event.place.private && can(flow, event.place.channel, 'views')) return openPrivateForm(flow, event);
  if (await roundAskedBy(flow, event)) await tellPrivately(flow, event, 'nudge.just-write', {});
}

export async function openAnonymousForm(flow: Flow, event: Pressed): Promise<void> {
  const asked = await roundAskedBy(flow, event);
  if (!asked) return;
  if (!asked.inquiry.policy.allowAnonymous) return refuse(flow, event, 'anonymous-not-allowed');
  await openAnswerForm(flow, event, (say) => ({
    id: 'answer-anonymously',
    title: say('anonymous.title'),
    intro: say('anonymous.intro'),
    label: say('anonymous.field'),
    submit: say('anonymous.submit'),
  }));
}

export async function openPrivateForm(flow: Flow, event: Pressed): Promise<void> {
  if (!(await roundAskedBy(flow, event))) return;
  await openAnswerForm(flow, event, (say) => ({
    id: 'answer-here',
    title: say('answer.title'),
    intro: say('answer.intro'),
    label: say('answer.field'),
    submit: say('answer.submit'),
  }));
}

export async function submitAnonymousAnswer(flow: Flow, event: Submitted): Promise<void> {
  const answer = await answerIn(flow, event);
  if (answer) await answerAnonymously(flow, answer.inquiry, event, answer);
}

export async function submitPrivateAnswer(flow: Flow, event: Submitted): Promise<void> {
  const answer = await answerIn(flow, event);
  if (!answer) return;
  const { inquiry, text, roundId } = answer;
  const contribution = await recordContribution(flow, inquiry, event, {
    text,
    roundId,
    via: 'private',
    visibility: 'pseudonymous',
  });
  await acknowledgeInPrivate(flow, inquiry, contribution);
}

/** The open round that a button is about; otherwise says in private why there is none, and gives null. */
export async function roundAskedBy(flow: Flow, event: Pressed): Promise<{ round: Round; inquiry: Inquiry } | null> {
  const round = await flow.store.rounds.get(event.value);
  const inquiry = round && (await flow.store.inquiries.get(round.inquiryId));
  if (!inquiry || !(await mayTakePart(flow, inquiry, event.by.address, event.place))) {
    await refuse(flow, event, 'choice.expired');
    return null;
  }
  if (inquiry.status === 'running' && round.status === 'open') return { round, inquiry };
  await refuse(flow, event, pausedOr(inquiry, inquiry.status === 'running' ? 'round.closed' : 'choice.expired'));
  return null;
}

export async function openAnswerForm(
  flow: Flow,
  event: Pressed,
  worded: (say: SayHere) => Pick<Form, 'id' | 'title' | 'intro' | 'submit'> & { label: string },
  context = event.value,
): Promise<void> {
  await openForm(flow, event, (say) => {
    const { label, ...words } = worded(say);
    return { ...words, fields: [{ name: 'text', label, type: 'long-text', required: true }], context };
  });
}

/** A late answer is one too: what somebody wrote while the round closed is not lost. */
export async function answerIn(
  flow: Flow,
  event: Submitted,
  roundId = event.context,
): Promise<{ inquiry: Inquiry; text: string; roundId: string | null } | null> {
  const round = await flow.store.rounds.get(roundId);
  const inquiry = round
    ? await flow.store.inquiries.get(round.inquiryId)
    : await inquiryMeant(flow, null, event.by.address);
  const text = event.answers['text']?.trim() ?? '';
  if (!inquiry || !(await mayTakePart(flow, inquiry, event.by.address, event.place)))
    await refuse(flow, event, 'no-inquiry-for-you');
  else if (inquiry.status !== 'running') await refuse(flow, event, pausedOr(inquiry, 'form.expired'));
  else if (text === '') await tellPrivately(flow, event, 'form.not-understood', {});
  else {
    // A round that was never asked cannot be answered.
    const asked = round?.status === 'open' || round?.status === 'closed' ? round : await openRoundOf(flow, inquiry.id);
    return { inquiry, text, roundId: asked?.id ?? null };
  }
  return null;
}
