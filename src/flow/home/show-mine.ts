import { excerpt } from '../../domain/excerpt.ts';
import type { Inquiry, Participant } from '../../domain/inquiry.ts';
import { asMarkdown, markdownMessage } from '../../domain/plain-text.ts';
import type { EventOf } from '../../domain/platform-event.ts';
import { NONE } from '../../domain/words.ts';
import { choice, type Pressed } from '../say/choice.ts';
import type { Flow } from '../context.ts';
import { inquiryMeant, participantOf } from '../who/find-inquiry.ts';
import { currentAssignments } from '../theme/labelled.ts';
import { modelOf } from '../theme/model-of.ts';
import type { Handled } from '../receive-event.ts';
import { type Cause, languageOf, refuse, sendPrivately, tellPrivately } from '../say/tell-privately.ts';

const SHOWN = 5;

/** A person's own latest contributions: where each was placed and why, with what can be done about it. */
export async function showMine(flow: Flow, event: Handled<EventOf<'command-invoked'>>): Promise<void> {
  const inquiry = await inquiryMeant(flow, event.place, event.by.address);
  const participant = inquiry && (await participantOf(flow, inquiry, event.by.address));
  if (!inquiry || !participant) return tellPrivately(flow, event, 'no-inquiry-for-you', {});
  await showTo(flow, event, inquiry, participant);
}

/** The same by a button; its value is the id of the inquiry. */
export async function showMineByButton(flow: Flow, event: Pressed): Promise<void> {
  const inquiry = await flow.store.inquiries.get(event.value);
  const participant = inquiry && (await participantOf(flow, inquiry, event.by.address));
  if (!inquiry || !participant) return refuse(flow, event, 'choice.expired');
  await showTo(flow, event, inquiry, participant);
}

async function showTo(flow: Flow, event: Cause, inquiry: Inquiry, participant: Participant): Promise<void> {
  const own = await flow.store.contributions.find(
    { participantId: participant.id, status: ['live', 'held'] },
    { by: 'sentAt', descending: true, limit: SHOWN },
  );
  if (own.length === 0) return tellPrivately(flow, event, 'mine.none', {});
  const lang = await languageOf(flow, event.by.address);
  const say = (key: string, params = {}) => flow.content.say(lang, key, params);
  const labels = await currentAssignments(flow, inquiry.id, own);
  const steps = new Map(modelOf(flow, inquiry).steps.map((step) => [step.key, step.name[lang]]));
  for (const contribution of own.toReversed()) {
    const label = labels.get(contribution.id);
    const step = label && label.step !== NONE ? (steps.get(label.step) ?? label.step) : say('step.none');
    const place = label ? say('mine.placed', { step, why: asMarkdown(label.why) }) : say('mine.waiting');
    const message = {
      ...markdownMessage(lang, `> ${asMarkdown(excerpt(contribution.text, 200))}\n\n${place}`),
      choices: [
        choice('correct', contribution.id, say('choice.correct')),
        choice('withdraw', contribution.id, say('choice.withdraw')),
      ],
    };
    await sendPrivately(flow, event, message, `mine:${contribution.id}`, true);
  }
}
