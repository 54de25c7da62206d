import type { Inquiry } from '../domain/inquiry.ts';
import { asMarkdown, markdownMessage } from '../domain/plain-text.ts';
import { questionNumber } from '../domain/question-number.ts';
import type { Flow } from './context.ts';
import { closeRound } from './close-round.ts';
import { composeDigest } from './compose-digest.ts';
import { openRoundOf } from './find-inquiry.ts';
import { sayInChannels } from './plan-delivery.ts';
import { scheduleInquiry, unscheduleInquiry } from './start-inquiry.ts';

/** What a facilitator can do with an inquiry that runs. Each says what it did in the channel, and does it once. */

export async function pauseInquiry(flow: Flow, inquiry: Inquiry, cause: string): Promise<void> {
  if ((await flow.store.inquiries.update({ id: inquiry.id, status: 'running' }, { status: 'paused' })) === 0) return;
  await unscheduleInquiry(flow, inquiry.id);
  await announce(flow, inquiry, 'inquiry.paused', cause);
}

/** What fell due during the pause happens now, in its order: a round that should have opened opens. */
export async function resumeInquiry(flow: Flow, inquiry: Inquiry, cause: string): Promise<void> {
  if ((await flow.store.inquiries.update({ id: inquiry.id, status: 'paused' }, { status: 'running' })) === 0) return;
  await scheduleInquiry(flow, { ...inquiry, status: 'running' });
  await announce(flow, inquiry, 'inquiry.resumed', cause);
}

/** Skips the round that is open, or the next one that is planned. @returns its number, or null if there is none. */
export async function skipRound(flow: Flow, inquiry: Inquiry): Promise<number | null> {
  const open = await openRoundOf(flow, inquiry.id);
  const [planned] = await flow.store.rounds.find(
    { inquiryId: inquiry.id, status: 'planned' },
    { by: 'number', limit: 1 },
  );
  const round = open ?? planned;
  if (!round) return null;
  if (open) await closeRound(flow, open.id, 'now');
  else await flow.store.rounds.update({ id: round.id, status: 'planned' }, { status: 'skipped' });
  flow.changed(inquiry.id);
  return questionNumber(round, await flow.store.rounds.find({ inquiryId: inquiry.id }));
}

/** Ends an inquiry with a last digest of what has not been given back yet. */
export async function closeInquiry(flow: Flow, inquiry: Inquiry, cause: string): Promise<void> {
  const changed = await flow.store.inquiries.update(
    { id: inquiry.id, status: ['running', 'paused'] },
    { status: 'closed', closedAt: flow.clock.now() },
  );
  if (changed === 0) return;
  await unscheduleInquiry(flow, inquiry.id);
  for (const round of await flow.store.rounds.find({ inquiryId: inquiry.id, status: 'open' }))
    await closeRound(flow, round.id, 'now');
  await flow.store.rounds.update({ inquiryId: inquiry.id, status: 'planned' }, { status: 'skipped' });
  await composeDigest(flow, inquiry.id, { request: cause });
  for (const channel of inquiry.channels)
    await flow.store.channels.update({ id: channel, inquiryId: inquiry.id }, { inquiryId: null });
  await announce(flow, inquiry, 'inquiry.closed', cause);
}

async function announce(flow: Flow, inquiry: Inquiry, key: string, cause: string): Promise<void> {
  const text = flow.content.say(inquiry.language, key, { topic: asMarkdown(inquiry.topic) });
  await sayInChannels(flow, inquiry, `${key}:${cause}`, markdownMessage(inquiry.language, text));
  flow.changed(inquiry.id);
}
