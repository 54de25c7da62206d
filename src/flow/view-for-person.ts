import type { Delivery } from '../domain/delivery.ts';
import type { Address } from '../domain/inquiry.ts';
import type { Message } from '../domain/message.ts';
import { markdownMessage } from '../domain/plain-text.ts';
import { messageOf } from '../errors.ts';
import { channelChoices, howToAnswer, questionWords } from './ask-in-channel.ts';
import { choice } from './choice.ts';
import type { Flow } from './context.ts';
import { participantOf } from './find-inquiry.ts';

/**
 * What one person sees in place of a question in a channel: that they have answered it, as only they may know, and when it
 * is closed, that it is. It is read and nothing is kept of who looked. Null for a message that has no views.
 */
export async function viewForPerson(flow: Flow, ref: string, person: Address): Promise<Message | null> {
  const [delivery] = await flow.store.deliveries.find({ ref }, { by: 'id', limit: 1 });
  if (!delivery?.message.views) return null;
  try {
    return await viewOfQuestion(flow, delivery, person);
  } catch (thrown) {
    flow.warn(`a view could not be made: ${messageOf(thrown)}`, { deliveryId: delivery.id });
    return delivery.message;
  }
}

async function viewOfQuestion(
  flow: Flow,
  { message, roundId, recipient }: Delivery,
  person: Address,
): Promise<Message> {
  const round = roundId ? await flow.store.rounds.get(roundId) : null;
  const inquiry = round && (await flow.store.inquiries.get(round.inquiryId));
  if (!round || !inquiry) return message;
  const isOpen = round.status === 'open';
  const question = isOpen ? message.markdown : (await questionWords(flow, inquiry, round))('closed');
  const asked: Message = isOpen ? message : { ...markdownMessage(message.lang, question), views: true };
  const participant = await participantOf(flow, inquiry, person);
  if (!participant || participant.leftAt) return asked;
  // An anonymous answer is nobody's, so it is not among them.
  const answers = await flow.store.contributions.count({
    participantId: participant.id,
    roundId: round.id,
    status: ['live', 'held'],
  });
  if (answers === 0) return asked;
  const { lang } = participant;
  const how = howToAnswer(flow, recipient);
  const own = flow.content.say(lang, 'view.answered', { answers });
  const choices = [
    choice('show-mine', inquiry.id, flow.content.say(lang, 'choice.show-mine')),
    ...(isOpen ? channelChoices(flow, inquiry, round, lang, how) : []),
  ];
  return { ...markdownMessage(message.lang, `${question}\n\n${own}`, { choices }), views: true };
}
