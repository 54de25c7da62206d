import { asMarkdown, markdownMessage } from '../domain/plain-text.ts';
import type { Flow } from './context.ts';
import { sayInChannels } from './plan-delivery.ts';

/**
 * Sends a round's reflection question while it is open. With nothing to reflect on yet it stays silent: Porras does
 * not talk to itself.
 */
export async function reflectOnRound(flow: Flow, roundId: string): Promise<void> {
  const round = await flow.store.rounds.get(roundId);
  const inquiry = round && (await flow.store.inquiries.get(round.inquiryId));
  if (round?.status !== 'open' || round.setting !== 'channel' || inquiry?.status !== 'running') return;
  const question = flow.content.questions.get(round.questionIds[1] ?? '')?.text[inquiry.language];
  const answers = await flow.store.contributions.count({ roundId, status: 'live' });
  if (!question || answers === 0) return;
  const text = flow.content.say(inquiry.language, 'round.reflect', { question: asMarkdown(question) });
  await sayInChannels(flow, inquiry, `reflect:${round.id}`, markdownMessage(inquiry.language, text), {
    roundId: round.id,
  });
}
