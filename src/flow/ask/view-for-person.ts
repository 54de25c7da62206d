import type { Delivery } from '../../domain/delivery.ts';
import type { Address } from '../../domain/inquiry.ts';
import type { Message } from '../../domain/message.ts';
import { markdownMessage } from '../../domain/plain-text.ts';
import { PorrasError } from '../../errors.ts';
import type { View } from '../../ports/chat-platform.ts';
import { channelChoices, howToAnswer, questionCause, withoutHow } from './ask-in-channel.ts';
import { choice } from '../say/choice.ts';
import type { Flow } from '../context.ts';
import { deliveryAt } from '../say/plan-delivery.ts';
import { participantOf } from '../who/find-inquiry.ts';

/**
 * What one person sees in place of a question in a channel: that they have answered it, as only they may know, and when it
 * is closed, that it is. It is read and nothing is kept of who looked. Null for a message that has no views.
 */
export async function viewForPerson(flow: Flow, ref: string, person: Address): Promise<View | null> {
  const delivery = await deliveryAt(flow, ref);
  if (!delivery?.message.views) return null;
  try {
    return await viewOfQuestion(flow, delivery, person);
  } catch (thrown) {
    const code = thrown instanceof PorrasError ? thrown.code : 'unexpected';
    flow.warn('a view could not be made', { deliveryId: delivery.id, code });
    return { message: delivery.message, lang: delivery.message.lang };
  }
}

async function viewOfQuestion(
  flow: Flow,
  { id, message, roundId, recipient }: Delivery,
  person: Address,
): Promise<View> {
  const round = roundId ? await flow.store.rounds.get(roundId) : null;
  const inquiry = round && (await flow.store.inquiries.get(round.inquiryId));
  if (!round || !inquiry) return { message, lang: message.lang };
  const isOpen = round.status === 'open';
  // Answers are to the round; a further question in it does not say that it has been answered.
  const isFirst = id.startsWith(questionCause(round.id));
  const asked = isOpen ? message : closed(flow, message);
  const participant = await participantOf(flow, inquiry, person);
  const lang = participant?.lang ?? message.lang;
  const plain = { message: asked, lang };
  if (!isFirst || !participant || participant.leftAt) return plain;
  // An anonymous answer is nobody's, so it is not among them.
  const answers = await flow.store.contributions.count({
    participantId: participant.id,
    roundId: round.id,
    status: ['live', 'held'],
  });
  if (answers === 0) return plain;
  const how = howToAnswer(flow, recipient);
  const own = flow.content.say(lang, 'view.answered', { answers });
  const choices = [
    choice('show-mine', inquiry.id, flow.content.say(lang, 'choice.show-mine')),
    ...(isOpen ? channelChoices(flow, inquiry, round, lang, how) : []),
  ];
  const words = `${asked.markdown}\n\n${own}`;
  return { message: { ...markdownMessage(message.lang, words, { choices }), views: true }, lang };
}

function closed(flow: Flow, message: Message): Message {
  const words = flow.content.say(message.lang, 'view.closed');
  return { ...markdownMessage(message.lang, `${withoutHow(flow, message)}\n\n${words}`), views: true };
}
