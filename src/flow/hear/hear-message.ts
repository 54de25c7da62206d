import type { EventOf } from '../../domain/platform-event.ts';
import { pressNumberedChoice } from './choices.ts';
import type { Flow } from '../context.ts';
import { inquiryAnswered, inquiryMeant } from '../who/find-inquiry.ts';
import { answerFormInPrivate } from './forms.ts';
import { acknowledgeInChannel, acknowledgeInPrivate } from '../contribute/acknowledge.ts';
import type { Handled } from '../receive-event.ts';
import { recordContribution } from '../contribute/record-contribution.ts';
import { bareCommand, calledCommand, isAnonymous, runCommand, standsAlone } from './run-command.ts';
import { tellPrivately } from '../say/tell-privately.ts';

/**
 * Step 3. Decides what a message is: an answer to a form, a number that stands for a button, a command, or a
 * contribution.
 */
export async function hearMessage(flow: Flow, event: Handled<EventOf<'message-posted'>>): Promise<void> {
  if (event.by.isBot || event.text.trim() === '') return;
  const called = calledCommand(event.text);
  if (called !== null && !event.place.private && isAnonymous(flow, called)) {
    return tellPrivately(flow, event, 'anonymous.in-the-open', {});
  }
  if (called !== null && standsAlone(flow, called)) return command(flow, event, called);
  // Where Porras has to be mentioned to hear anything, an answer begins with its name.
  const said = called === null ? event : { ...event, text: called };
  if (event.place.private) return hearInPrivate(flow, said);
  const heard = await hearInChannel(flow, said);
  if (!heard && called !== null) await command(flow, event, called);
}

const command = (flow: Flow, event: Handled<EventOf<'message-posted'>>, text: string): Promise<void> =>
  runCommand(flow, { ...event, type: 'command-invoked', text, trigger: event.trigger ?? null });

/** @returns whether an inquiry is running here that hears it. */
async function hearInChannel(flow: Flow, event: Handled<EventOf<'message-posted'>>): Promise<boolean> {
  const inquiry = await inquiryMeant(flow, event.place, event.by.address);
  if (inquiry?.status !== 'running') return false;
  const contribution = await recordContribution(flow, inquiry, event, {
    ...wordsOf(event),
    via: 'channel',
    visibility: 'named',
  });
  await acknowledgeInChannel(flow, event.place.channel, contribution);
  return true;
}

async function hearInPrivate(flow: Flow, event: Handled<EventOf<'message-posted'>>): Promise<void> {
  if (await answerFormInPrivate(flow, event)) return;
  if (await pressNumberedChoice(flow, event)) return;
  const bare = bareCommand(flow, event.text);
  if (bare !== null) return command(flow, event, bare);
  const inquiry = await inquiryAnswered(flow, event);
  if (inquiry?.status !== 'running') {
    return tellPrivately(flow, event, inquiry ? 'inquiry-paused' : 'no-inquiry-for-you', {});
  }
  const contribution = await recordContribution(flow, inquiry, event, {
    ...wordsOf(event),
    via: 'private',
    visibility: 'pseudonymous',
  });
  await acknowledgeInPrivate(flow, inquiry, contribution);
}

const wordsOf = ({ text, ref, threadRef }: EventOf<'message-posted'>) => ({ text, ref, threadRef });
