import type { Choice } from '../../domain/message.ts';
import type { EventOf } from '../../domain/platform-event.ts';
import type { Handled } from '../receive-event.ts';

/** Everything that a button of Porras's can ask for; `choices.ts` handles each. */
export const ACTIONS = [
  'answer-in-channel',
  'answer-anonymously',
  'answer-privately',
  'why-me',
  'contributed-elsewhere',
  'snooze',
  'stop-nudges',
  'resume-nudges',
  'show-name',
  'correct',
  'withdraw',
  'commit',
  'fix-theme',
  'commitment-done',
  'commitment-later',
  'commitment-drop',
  'start-inquiry',
  'name-roles',
  'change-inquiry',
  'discard-inquiry',
  'answer-here',
  'show-mine',
  'settings',
  'pick-add',
  'pick-leave',
  'ask',
  'digest',
  'nudge',
  'skip',
  'pause',
  'resume',
  'close',
] as const;
export type Action = (typeof ACTIONS)[number];

/** A button of Porras's that somebody pressed. */
export type Pressed = Handled<EventOf<'choice-pressed'>>;

export const choice = (action: Action, value: string, label: string, style?: Choice['style']): Choice => ({
  action,
  value,
  label,
  ...(style && { style }),
});
