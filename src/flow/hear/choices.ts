import type { EventOf } from '../../domain/platform-event.ts';
import { answerPrivately, openAnonymousForm, openPrivateForm } from '../contribute/answer-by-button.ts';
import { openChannelForm } from '../contribute/answer-in-channel.ts';
import { openAskForm } from '../ask/ask-extra.ts';
import { type Action, ACTIONS, type Pressed } from '../say/choice.ts';
import { openCommitForm } from '../give-back/commit.ts';
import type { Flow } from '../context.ts';
import { openCorrectForm } from '../theme/correct-placement.ts';
import { changeDraft, discardDraft } from '../facilitate/create-inquiry.ts';
import { openSettleForm, postponeCommitment } from '../give-back/follow-up-commitment.ts';
import { openFixThemeForm } from '../theme/fix-theme.ts';
import { contributedElsewhere, explainNudge, resumeNudges, snoozeNudges, stopNudges } from '../ask/nudge-controls.ts';
import { openRolesForm } from '../facilitate/name-roles.ts';
import { addPicked, leavePicked } from '../contribute/pick-message.ts';
import { understand, type Handled } from '../receive-event.ts';
import { openSettings } from '../home/settings.ts';
import { showMineByButton } from '../home/show-mine.ts';
import { showName } from '../contribute/show-name.ts';
import { startInquiry } from '../facilitate/start-inquiry.ts';
import { closeByButton } from '../facilitate/ask-to-close.ts';
import { skipByButton, steerByButton } from '../facilitate/steer-by-button.ts';
import { refuse, tellPrivately } from '../say/tell-privately.ts';
import { withdrawContribution } from '../contribute/withdraw-contribution.ts';
import { can } from '../who/workspaces.ts';

const HANDLERS: Record<Action, (flow: Flow, event: Pressed) => Promise<void>> = {
  'answer-in-channel': openChannelForm,
  'answer-anonymously': openAnonymousForm,
  'answer-privately': answerPrivately,
  'answer-here': openPrivateForm,
  'show-mine': showMineByButton,
  'why-me': explainNudge,
  'contributed-elsewhere': contributedElsewhere,
  snooze: snoozeNudges,
  'stop-nudges': stopNudges,
  'resume-nudges': resumeNudges,
  'show-name': showName,
  correct: openCorrectForm,
  withdraw: (flow, event) => withdrawContribution(flow, event, { id: event.value }),
  commit: openCommitForm,
  'fix-theme': openFixThemeForm,
  'commitment-done': (flow, event) => openSettleForm(flow, event, 'done'),
  'commitment-later': postponeCommitment,
  'commitment-drop': (flow, event) => openSettleForm(flow, event, 'dropped'),
  'start-inquiry': startInquiry,
  'name-roles': openRolesForm,
  'change-inquiry': changeDraft,
  'discard-inquiry': discardDraft,
  settings: openSettings,
  'pick-add': addPicked,
  'pick-leave': leavePicked,
  ask: openAskForm,
  digest: steerByButton('digest'),
  nudge: steerByButton('nudge'),
  skip: skipByButton,
  pause: steerByButton('pause'),
  resume: steerByButton('resume'),
  close: closeByButton,
};

/** Does what a pressed button asks for; each handler checks for itself that this person may. */
export async function pressChoice(flow: Flow, event: Pressed): Promise<void> {
  const action = ACTIONS.find((known) => known === event.action);
  return action ? HANDLERS[action](flow, event) : refuse(flow, event, 'choice.expired');
}

/**
 * Where the platform has no buttons, they are a numbered list and a bare number in private presses one.
 * @returns whether the message was such a number.
 */
export async function pressNumberedChoice(flow: Flow, event: Handled<EventOf<'message-posted'>>): Promise<boolean> {
  const number = /^(\d{1,2})[.)]?$/.exec(event.text.trim())?.[1];
  if (number === undefined || can(flow, event.by.address, 'choices')) return false;
  const [last] = await flow.store.deliveries.find(
    { recipient: event.by.address, status: 'sent' },
    { by: 'sentAt', descending: true, limit: 1 },
  );
  const choices = last?.message.choices ?? [];
  if (choices.length === 0) return false;
  const chosen = choices[Number(number) - 1];
  if (!chosen) {
    await tellPrivately(flow, event, 'form.not-understood', {});
    return true;
  }
  const { id, at, workspaceId, by, place, nonce } = event;
  const { action, value } = chosen;
  const pressed: Pressed = {
    id,
    at,
    workspaceId,
    by,
    place,
    nonce,
    type: 'choice-pressed',
    ref: last?.ref ?? null,
    action,
    value,
    trigger: null,
  };
  // By the time that it is done again, something else may have been said last.
  await understand(flow.store, pressed);
  await pressChoice(flow, pressed);
  return true;
}
