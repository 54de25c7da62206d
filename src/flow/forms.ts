import type { EventOf } from '../domain/platform-event.ts';
import { answerAnonymously } from './answer-anonymously.ts';
import { askExtra } from './ask-extra.ts';
import { takeCommitment } from './commit.ts';
import type { Flow } from './context.ts';
import { correctPlacement } from './correct-placement.ts';
import { draftInquiry } from './create-inquiry.ts';
import { inquiryMeant, openRoundOf } from './find-inquiry.ts';
import { settleCommitment } from './follow-up-commitment.ts';
import { fixTheme } from './fix-theme.ts';
import { answerInSession } from './form-session.ts';
import type { Handled } from './receive-event.ts';
import { saveSettings } from './settings.ts';
import { tellPrivately } from './tell-privately.ts';

type Submitted = Handled<EventOf<'form-submitted'>>;

/** Every form of Porras's, by its id. */
const FORMS: Record<string, (flow: Flow, event: Submitted) => Promise<void>> = {
  'create-inquiry': draftInquiry,
  'answer-anonymously': submitAnonymousAnswer,
  correct: correctPlacement,
  'fix-theme': fixTheme,
  commit: takeCommitment,
  'settle-commitment': settleCommitment,
  'ask-extra': askExtra,
  settings: saveSettings,
};

export async function submitForm(flow: Flow, event: Submitted): Promise<void> {
  const handle = FORMS[event.formId];
  // A form of an older version may still be open on somebody's screen.
  return handle ? handle(flow, event) : tellPrivately(flow, event, 'form.expired', {});
}

/** @returns whether the message was an answer to a form that is asked question by question. */
export async function answerFormInPrivate(flow: Flow, event: Handled<EventOf<'message-posted'>>): Promise<boolean> {
  const outcome = await answerInSession(flow, event);
  if (outcome && outcome !== 'asked') await submitForm(flow, outcome);
  return outcome !== null;
}

async function submitAnonymousAnswer(flow: Flow, event: Submitted): Promise<void> {
  const round = await flow.store.rounds.get(event.context);
  const inquiry = round
    ? await flow.store.inquiries.get(round.inquiryId)
    : await inquiryMeant(flow, null, event.by.address);
  if (inquiry?.status !== 'running') return tellPrivately(flow, event, 'no-inquiry-for-you', {});
  const text = event.answers['text']?.trim() ?? '';
  if (text === '') return tellPrivately(flow, event, 'form.not-understood', {});
  // A late answer is one too; a round that was never asked cannot be answered.
  const asked = round?.status === 'open' || round?.status === 'closed' ? round : await openRoundOf(flow, inquiry.id);
  await answerAnonymously(flow, inquiry, event, { text, roundId: asked?.id ?? null });
}
