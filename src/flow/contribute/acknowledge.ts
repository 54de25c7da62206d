import type { Contribution } from '../../domain/contribution.ts';
import type { Address, Inquiry } from '../../domain/inquiry.ts';
import { markdownMessage } from '../../domain/plain-text.ts';
import { messageOf } from '../../errors.ts';
import { platformOf, type Flow } from '../context.ts';
import { choice } from '../say/choice.ts';
import { sayInPrivate } from '../say/plan-delivery.ts';
import { can } from '../who/workspaces.ts';

/** The quiet sign in the channel that something was heard (MODEL.md section 6: every contribution is acknowledged). */
const HEARD = '🌱';

/** A reaction, not a message: Porras does not take a turn in the talk. A failure costs only the sign. */
export async function acknowledgeInChannel(flow: Flow, channel: Address, contribution: Contribution): Promise<void> {
  if (!contribution.ref || !can(flow, channel, 'react')) return;
  try {
    await platformOf(flow, channel).react(contribution.ref, HEARD);
  } catch (thrown) {
    flow.warn(`could not react: ${messageOf(thrown)}`, { contributionId: contribution.id });
  }
}

/** In private one is told that it came through, how it will be shown, and how to take it back. */
export async function acknowledgeInPrivate(flow: Flow, inquiry: Inquiry, contribution: Contribution): Promise<void> {
  const participant = contribution.participantId ? await flow.store.participants.get(contribution.participantId) : null;
  if (!participant) return;
  const say = (key: string) => flow.content.say(participant.lang, key, { topic: inquiry.topic });
  const text = say(contribution.status === 'held' ? 'heard.held' : 'heard.private');
  await sayInPrivate(flow, inquiry, participant, `heard:${contribution.id}`, {
    ...markdownMessage(participant.lang, text),
    choices: [
      choice('show-name', contribution.id, say('choice.show-name')),
      choice('correct', contribution.id, say('choice.correct')),
      choice('withdraw', contribution.id, say('choice.withdraw')),
    ],
  });
}
