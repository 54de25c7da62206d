import type { EventOf } from '../domain/platform-event.ts';
import { type Action, ACTIONS } from './choice.ts';
import { openCommitForm } from './commit.ts';
import type { Flow } from './context.ts';
import { openCorrectForm } from './correct-placement.ts';
import { changeDraft, discardDraft } from './create-inquiry.ts';
import { openSettleForm, postponeCommitment } from './follow-up-commitment.ts';
import { openFixThemeForm } from './fix-theme.ts';
import {
  contributedElsewhere,
  explainNudge,
  openAnonymousForm,
  resumeNudges,
  snoozeNudges,
  stopNudges,
} from './nudge-controls.ts';
import type { Handled } from './receive-event.ts';
import { showName } from './show-name.ts';
import { startInquiry } from './start-inquiry.ts';
import { tellPrivately } from './tell-privately.ts';
import { withdrawContribution } from './withdraw-contribution.ts';

export type Pressed = Handled<EventOf<'choice-pressed'>>;

const HANDLERS: Record<Action, (flow: Flow, event: Pressed) => Promise<void>> = {
  'answer-anonymously': openAnonymousForm,
  'answer-privately': (flow, event) => tellPrivately(flow, event, 'nudge.just-write', {}),
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
  'change-inquiry': changeDraft,
  'discard-inquiry': discardDraft,
};

/** Does what a pressed button asks for; each handler checks for itself that this person may. */
export async function pressChoice(flow: Flow, event: Pressed): Promise<void> {
  const action = ACTIONS.find((known) => known === event.action);
  return action ? HANDLERS[action](flow, event) : tellPrivately(flow, event, 'choice.expired', {});
}

/**
 * Where the platform has no buttons, they are a numbered list and a bare number in private presses one.
 * @returns whether the message was such a number.
 */
export async function pressNumberedChoice(flow: Flow, event: Handled<EventOf<'message-posted'>>): Promise<boolean> {
  if (!/^\d{1,2}$/.test(event.text.trim())) return false;
  const [last] = await flow.store.deliveries.find(
    { recipient: event.by.address, status: 'sent' },
    { by: 'sentAt', descending: true, limit: 1 },
  );
  const chosen = last?.message.choices?.[Number(event.text.trim()) - 1];
  if (!chosen) return false;
  const { id, at, workspaceId, by, place, nonce } = event;
  const { action, value } = chosen;
  await pressChoice(flow, {
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
  });
  return true;
}
