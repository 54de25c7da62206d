import type { Address, Inquiry } from '../domain/inquiry.ts';
import type { Choice, Message } from '../domain/message.ts';
import { asMarkdown, markdownMessage } from '../domain/plain-text.ts';
import { questionNumber } from '../domain/question-number.ts';
import type { Round } from '../domain/round.ts';
import type { Lang } from '../domain/words.ts';
import { choice } from './choice.ts';
import type { Flow } from './context.ts';
import { questionText } from './labelled.ts';
import { can } from './workspaces.ts';

/** Where Porras may not hear what is written below its question, the question can be answered there by a button too. */
export const howToAnswer = (flow: Flow, channel: Address): How =>
  can(flow, channel, 'hear-threads') ? 'thread' : 'buttons';

type How = 'thread' | 'buttons';

/** The words of a round's question in a channel. */
export async function questionWords(
  flow: Flow,
  inquiry: Inquiry,
  round: Round,
): Promise<(how: How | 'closed') => string> {
  const rounds = await flow.store.rounds.find({ inquiryId: inquiry.id });
  return (how) =>
    flow.content.say(inquiry.language, 'round.ask', {
      number: questionNumber(round, rounds),
      question: asMarkdown(questionText(flow, inquiry, round)),
      how,
    });
}

/** A round's question as it is posted to each channel. */
export async function questionMessages(
  flow: Flow,
  inquiry: Inquiry,
  round: Round,
): Promise<(channel: Address) => Message> {
  const words = await questionWords(flow, inquiry, round);
  const { language } = inquiry;
  return (channel) => {
    const how = howToAnswer(flow, channel);
    const choices = channelChoices(flow, inquiry, round, language, how);
    return { ...markdownMessage(language, words(how), { choices }), views: true };
  };
}

/** Not everybody wants to speak in front of all: a round can be answered without a name, or in private. */
export function answerChoices(flow: Flow, inquiry: Inquiry, round: Pick<Round, 'id'>, lang: Lang): Choice[] {
  const say = (key: string) => flow.content.say(lang, key);
  return [
    ...(inquiry.policy.allowAnonymous
      ? [choice('answer-anonymously', round.id, say('choice.answer-anonymously'))]
      : []),
    choice('answer-privately', round.id, say('choice.answer-privately')),
  ];
}

/** In a channel, where it may be needed, with one's name too. */
export const channelChoices = (
  flow: Flow,
  inquiry: Inquiry,
  round: Pick<Round, 'id'>,
  lang: Lang,
  how: How,
): Choice[] => [
  ...(how === 'buttons'
    ? [choice('answer-in-channel', round.id, flow.content.say(lang, 'choice.answer-in-channel'))]
    : []),
  ...answerChoices(flow, inquiry, round, lang),
];
