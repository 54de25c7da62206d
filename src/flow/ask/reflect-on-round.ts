import { reflectionMessage } from './ask-in-channel.ts';
import type { Flow } from '../context.ts';
import { labelledOf, questionText, settingOf } from '../theme/labelled.ts';
import { sayInChannels } from '../say/plan-delivery.ts';

/**
 * Sends a round's reflection question while it is open. With nothing to reflect on yet it stays silent: Porras does
 * not talk to itself.
 */
export async function reflectOnRound(flow: Flow, roundId: string): Promise<void> {
  const round = await flow.store.rounds.get(roundId);
  const inquiry = round && (await flow.store.inquiries.get(round.inquiryId));
  if (round?.status !== 'open' || round.setting !== 'channel' || inquiry?.status !== 'running') return;
  const planned = flow.content.questions.get(round.questionIds[1] ?? '')?.text[inquiry.language];
  const answers = await flow.store.contributions.find({ roundId, status: 'live' }, { by: 'sentAt' });
  if (!planned || answers.length === 0) return;
  const contributions = await labelledOf(flow, inquiry, answers);
  const grown = await flow.analyst.followUp({
    ...(await settingOf(flow, inquiry)),
    question: questionText(flow, inquiry, round),
    contributions,
  });
  const question = grown ?? planned;
  const message = reflectionMessage(flow, inquiry, round, question);
  // Thinking of it takes a while: a channel that was taken out meanwhile is not asked.
  const now = (await flow.store.inquiries.get(inquiry.id)) ?? inquiry;
  await sayInChannels(flow, now, `reflect:${round.id}`, message, { roundId: round.id });
}
