import type { EventOf } from '../../domain/platform-event.ts';
import { submitAnonymousAnswer, submitPrivateAnswer } from '../contribute/answer-by-button.ts';
import { answerInChannel } from '../contribute/answer-in-channel.ts';
import { askExtra } from '../ask/ask-extra.ts';
import { takeCommitment } from '../give-back/commit.ts';
import type { Flow } from '../context.ts';
import { correctPlacement } from '../theme/correct-placement.ts';
import { draftInquiry } from '../facilitate/create-inquiry.ts';
import { disconnectChannel } from '../facilitate/disconnect-channel.ts';
import { settleCommitment } from '../give-back/follow-up-commitment.ts';
import { fixTheme } from '../theme/fix-theme.ts';
import { buildOn } from '../contribute/build-on.ts';
import { answerInSession } from '../form/form-session.ts';
import { nameRoles } from '../facilitate/name-roles.ts';
import type { Handled } from '../receive-event.ts';
import { saveSettings } from '../home/settings.ts';
import { closeByForm } from '../facilitate/ask-to-close.ts';
import { refuse } from '../say/tell-privately.ts';

type Submitted = Handled<EventOf<'form-submitted'>>;

/** Every form of Porras's, by its id. */
const FORMS: Record<string, (flow: Flow, event: Submitted) => Promise<void>> = {
  'create-inquiry': draftInquiry,
  'answer-in-channel': answerInChannel,
  'answer-anonymously': submitAnonymousAnswer,
  'answer-here': submitPrivateAnswer,
  correct: correctPlacement,
  'fix-theme': fixTheme,
  commit: takeCommitment,
  'settle-commitment': settleCommitment,
  'ask-extra': askExtra,
  'close-inquiry': closeByForm,
  'disconnect-channel': disconnectChannel,
  'name-roles': nameRoles,
  'build-on': buildOn,
  settings: saveSettings,
};

export async function submitForm(flow: Flow, event: Submitted): Promise<void> {
  const handle = FORMS[event.formId];
  // A form of an older version may still be open on somebody's screen.
  return handle ? handle(flow, event) : refuse(flow, event, 'form.expired');
}

/** @returns whether the message was an answer to a form that is asked question by question. */
export async function answerFormInPrivate(flow: Flow, event: Handled<EventOf<'message-posted'>>): Promise<boolean> {
  const outcome = await answerInSession(flow, event);
  if (outcome && outcome !== 'asked') await submitForm(flow, outcome);
  return outcome !== null;
}
