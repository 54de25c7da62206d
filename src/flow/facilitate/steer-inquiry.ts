import type { Inquiry } from '../../domain/inquiry.ts';
import { asMarkdown, markdownMessage } from '../../domain/plain-text.ts';
import type { Round } from '../../domain/round.ts';
import type { Flow } from '../context.ts';
import { closeRound, endRound, goOn } from '../ask/close-round.ts';
import { composeDigest } from '../give-back/compose-digest.ts';
import { openRoundOf } from '../who/find-inquiry.ts';
import { holidaysOf } from '../theme/model-of.ts';
import { sayInChannels } from '../say/plan-delivery.ts';
import { postponeMissed } from '../ask/postpone-missed.ts';
import { scheduleInquiry, unscheduleInquiry } from './start-inquiry.ts';

/**
 * What a facilitator can do with an inquiry that runs. Each says what it did in the channel, and does it once: the state
 * of the inquiry changes last, so that a run that died before that is done again from its beginning.
 */

export async function pauseInquiry(flow: Flow, inquiry: Inquiry, cause: string): Promise<void> {
  if (inquiry.status !== 'running') return;
  await unscheduleInquiry(flow, inquiry.id);
  await announce(flow, inquiry, 'inquiry.paused', cause);
  await flow.store.inquiries.update({ id: inquiry.id, status: 'running' }, { status: 'paused' });
}

/** What fell due during the pause happens now, in its order; what there is no time for any more is moved on. */
export async function resumeInquiry(flow: Flow, inquiry: Inquiry, cause: string): Promise<void> {
  if (inquiry.status === 'paused') {
    await moveMissedRounds(flow, inquiry);
    await announce(flow, inquiry, 'inquiry.resumed', cause);
    await flow.store.inquiries.update({ id: inquiry.id, status: 'paused' }, { status: 'running' });
  }
  const now = await flow.store.inquiries.get(inquiry.id);
  if (now?.status !== 'running') return;
  await scheduleInquiry(flow, now);
  await goOn(flow, now);
}

async function moveMissedRounds(flow: Flow, inquiry: Inquiry): Promise<void> {
  const planned = await flow.store.rounds.find({ inquiryId: inquiry.id, status: 'planned' }, { by: 'opensAt' });
  const { timeZone } = inquiry;
  const moved = postponeMissed(planned, { now: flow.clock.now(), timeZone, isHoliday: holidaysOf(flow, inquiry) });
  await flow.store.transaction(async (tables) => {
    for (const { id, opensAt, closesAt, nudgeAt, reflectAt } of moved)
      await tables.rounds.update({ id, status: 'planned' }, { opensAt, closesAt, nudgeAt, reflectAt });
  });
}

/** What a facilitator skips: the round that is open, else the next one that is planned. */
export async function roundToSkip(flow: Flow, inquiry: Inquiry): Promise<Round | null> {
  const planned = await flow.store.rounds.find(
    { inquiryId: inquiry.id, status: 'planned' },
    { by: 'opensAt', limit: 1 },
  );
  return (await openRoundOf(flow, inquiry.id)) ?? planned[0] ?? null;
}

export async function skipRound(flow: Flow, inquiry: Inquiry, { id, status }: Round): Promise<void> {
  if (status === 'open') await closeRound(flow, id, 'now');
  await flow.store.rounds.update({ id, status: 'planned' }, { status: 'skipped' });
  if (inquiry.status === 'running') await goOn(flow, inquiry);
  flow.changed(inquiry.id);
}

/**
 * Ends an inquiry with a last digest of what has not been given back yet. It stops listening first, so that nothing comes
 * in after that digest.
 */
export async function closeInquiry(flow: Flow, inquiry: Inquiry, cause: string): Promise<void> {
  const { id: inquiryId, channels } = inquiry;
  await flow.store.inquiries.update({ id: inquiryId, status: 'running' }, { status: 'paused' });
  await unscheduleInquiry(flow, inquiryId);
  for (const round of await flow.store.rounds.find({ inquiryId, status: 'open' })) await endRound(flow, round);
  await flow.store.rounds.update({ inquiryId, status: 'planned' }, { status: 'skipped' });
  await composeDigest(flow, inquiryId, { request: cause });
  await announce(flow, inquiry, 'inquiry.closed', cause);
  await flow.store.transaction(async (tables) => {
    const closed = { status: 'closed', closedAt: flow.clock.now() } as const;
    await tables.inquiries.update({ id: inquiryId, status: 'paused' }, closed);
    await tables.channels.update({ id: channels, inquiryId }, { inquiryId: null });
  });
  flow.changed(inquiryId);
}

async function announce(flow: Flow, inquiry: Inquiry, key: string, cause: string): Promise<void> {
  const text = flow.content.say(inquiry.language, key, { topic: asMarkdown(inquiry.topic) });
  await sayInChannels(flow, inquiry, `${key}:${cause}`, markdownMessage(inquiry.language, text));
  flow.changed(inquiry.id);
}
