import { timeText } from '../../domain/date-text.ts';
import type { Message } from '../../domain/message.ts';
import { asMarkdown, markdownMessage } from '../../domain/plain-text.ts';
import { questionNumber } from '../../domain/question-number.ts';
import type { Round } from '../../domain/round.ts';
import { choice } from '../say/choice.ts';
import type { HomeParts, Part } from './home-parts.ts';
import { questionText } from '../theme/labelled.ts';
import { questionsFor } from '../ask/open-round.ts';

/** What is asked of this person just now, inquiry by inquiry, with ways to answer it here. */
export async function openFor(home: HomeParts): Promise<Message[]> {
  const { lang, say, parts } = home;
  if (parts.length === 0) return [];
  const sections = await Promise.all(parts.map((part) => ofInquiry(home, part)));
  return [markdownMessage(lang, `## ${say('home.open')}`), ...sections.flat()];
}

async function ofInquiry(home: HomeParts, part: Part): Promise<Message[]> {
  const { flow, lang, say } = home;
  const { inquiry, participant } = part;
  const topic = asMarkdown(inquiry.topic);
  if (inquiry.status === 'paused') return [markdownMessage(lang, say('home.paused', { topic }))];
  const rounds = await flow.store.rounds.find({ inquiryId: inquiry.id }, { by: 'opensAt' });
  const open = rounds.filter((each) => each.status === 'open');
  const answered = await flow.store.answered.find({ participantId: participant.id });
  const asked = open.flatMap((round) => {
    const questions = round.setting === 'private' ? questionsFor(flow, round, { ...participant, lang }) : null;
    const words = questions ?? [asMarkdown(questionText(flow, { language: lang }, round))];
    return words.length === 0 ? [] : [{ round, words, isAnswered: answered.some((each) => each.roundId === round.id) }];
  });
  if (asked.length === 0) return [markdownMessage(lang, nothingOpen(home, part, rounds))];
  return asked.map(({ round, words, isAnswered }) => {
    const head = say('home.question', {
      topic,
      number: questionNumber(round, rounds),
      private: round.setting,
      at: timeText(lang, round.closesAt, participant.timeZone),
    });
    const list = words.length === 1 ? (words[0] ?? '') : words.map((each) => `- ${each}`).join('\n');
    return {
      ...markdownMessage(lang, [head, list, ...(isAnswered ? [say('home.answered')] : [])].join('\n\n')),
      choices: [
        choice('answer-here', round.id, say('choice.answer-privately'), ...(isAnswered ? [] : ['primary' as const])),
        ...(inquiry.policy.allowAnonymous
          ? [choice('answer-anonymously', round.id, say('choice.answer-anonymously'))]
          : []),
      ],
    };
  });
}

function nothingOpen({ lang, say }: HomeParts, { inquiry, participant }: Part, rounds: readonly Round[]): string {
  const next = rounds.find((each) => each.status === 'planned');
  const topic = asMarkdown(inquiry.topic);
  return next
    ? say('home.next-question', { topic, at: timeText(lang, next.opensAt, participant.timeZone) })
    : say('home.none-open', { topic });
}
