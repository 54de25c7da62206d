import type { Address, Inquiry } from '../../domain/inquiry.ts';
import type { Choice, Message } from '../../domain/message.ts';
import { asMarkdown, markdownMessage } from '../../domain/plain-text.ts';
import { questionNumber } from '../../domain/question-number.ts';
import type { Round } from '../../domain/round.ts';
import type { Lang } from '../../domain/words.ts';
import { choice } from '../say/choice.ts';
import type { Flow } from '../context.ts';
import { questionText } from '../theme/labelled.ts';
import { can } from '../who/workspaces.ts';

/** Where Porras may not hear what is written below its question, the question can be answered there by a button too. */
export const howToAnswer = (flow: Flow, channel: Address): How =>
  can(flow, channel, 'hear-threads') ? 'thread' : 'buttons';

type How = 'thread' | 'buttons';

/** A round's question as it is posted to each channel. */
export async function questionMessages(
  flow: Flow,
  inquiry: Inquiry,
  round: Round,
): Promise<(channel: Address) => Message> {
  const rounds = await flow.store.rounds.find({ inquiryId: inquiry.id });
  const number = questionNumber(round, rounds);
  const question = asMarkdown(questionText(flow, inquiry, round));
  const { language } = inquiry;
  return (channel) => {
    const how = howToAnswer(flow, channel);
    const choices = channelChoices(flow, inquiry, round, language, how);
    const text = flow.content.say(language, 'round.ask', { number, question, how });
    return { ...markdownMessage(language, text, { choices }), views: true };
  };
}

/** A round's further question, which is answered like the first. */
export function reflectionMessage(
  flow: Flow,
  inquiry: Inquiry,
  round: Round,
  question: string,
): (channel: Address) => Message {
  const { language } = inquiry;
  return (channel) => {
    const how = howToAnswer(flow, channel);
    const text = flow.content.say(language, 'round.reflect', { question: asMarkdown(question), how });
    if (how === 'thread') return markdownMessage(language, text);
    const choices = channelChoices(flow, inquiry, round, language, how);
    return { ...markdownMessage(language, text, { choices }), views: true };
  };
}

/** Either of them without the words on how it is answered, which it ends with. */
export function withoutHow(flow: Flow, { markdown, lang }: Message): string {
  for (const key of ['round.ask', 'round.reflect']) {
    const saying = (how: How | 'not') => flow.content.say(lang, key, { number: 1, question: '', how });
    const tails = [saying('thread'), saying('buttons')].map((each) => each.slice(saying('not').length));
    const tail = tails.find((each) => each !== '' && markdown.endsWith(each));
    if (tail) return markdown.slice(0, -tail.length);
  }
  return markdown;
}

/** The cause of a round's first question; the ids of its messages begin with it. */
export const questionCause = (roundId: string): string => `round:${roundId}`;

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
