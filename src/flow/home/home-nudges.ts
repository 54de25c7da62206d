import { dateText } from '../../domain/date-text.ts';
import { localDate } from '../../domain/local-time.ts';
import type { Message } from '../../domain/message.ts';
import { markdownMessage } from '../../domain/plain-text.ts';
import { choice } from '../say/choice.ts';
import type { HomeParts } from './home-parts.ts';

/** How the person is invited, in words, and how to change it. Settings are the same wherever they take part. */
export function nudgesOf({ flow, lang, say, parts }: HomeParts): Message[] {
  const participant = parts[0]?.participant;
  if (!participant) return [];
  const { nudges, snoozedUntil, timeZone } = participant;
  const snoozed = nudges === 'on' && snoozedUntil !== null && snoozedUntil > flow.clock.now();
  const state =
    nudges === 'stopped'
      ? say('home.nudges-stopped')
      : snoozed
        ? say('home.nudges-snoozed', { date: dateText(lang, localDate(snoozedUntil, timeZone)) })
        : say('home.nudges-on');
  const change = [
    ...(nudges === 'stopped' || snoozed ? [choice('resume-nudges', '', say('choice.resume-nudges'))] : []),
    ...(nudges === 'on' && !snoozed ? [choice('snooze', '', say('choice.snooze'))] : []),
    ...(nudges === 'on' ? [choice('stop-nudges', '', say('choice.stop-nudges'))] : []),
    choice('settings', '', say('choice.settings')),
  ];
  return [markdownMessage(lang, `## ${say('home.nudges')}`), { ...markdownMessage(lang, state), choices: change }];
}
