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

const HOWS = ['thread', 'buttons'] as const;
type How = (typeof HOWS)[number];

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
  const asked = flow.content.say(language, 'round.ask', { number, question });
  return (channel) => {
    const how = howToAnswer(flow, channel);
    const choices = channelChoices(flow, inquiry, round, language, how);
    return { ...markdownMessage(language, asked + howWords(flow, language, how), { choices }), views: true };
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
  const asked = flow.content.say(language, 'round.reflect', { question: asMarkdown(question) });
  return (channel) => {
    const how = howToAnswer(flow, channel);
    if (how === 'thread') return markdownMessage(language, asked);
    const choices = channelChoices(flow, inquiry, round, language, how);
    return { ...markdownMessage(language, asked + howWords(flow, language, how), { choices }), views: true };
  };
}

/** What stands below a question while it can be answered. */
const howWords = (flow: Flow, lang: Lang, how: How): string => `\n\n${flow.content.say(lang, `round.how-${how}`)}`;

/** A question without the words on how it is answered, which it ends with. */
export function withoutHow(flow: Flow, { markdown, lang }: Message): string {
  const words = HOWS.map((how) => howWords(flow, lang, how)).find((each) => markdown.endsWith(each));
  return words ? markdown.slice(0, -words.length) : markdown;
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
