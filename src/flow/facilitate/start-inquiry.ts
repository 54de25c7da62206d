import type { Inquiry } from '../../domain/inquiry.ts';
import { localDate } from '../../domain/local-time.ts';
import { digestCron, followUpCron, planRounds } from '../../domain/plan.ts';
import type { Round } from '../../domain/round.ts';
import type { Pressed } from '../say/choice.ts';
import type { Flow } from '../context.ts';
import { inquiryIn } from '../who/find-inquiry.ts';
import { holidaysOf, programmeOf } from '../theme/model-of.ts';
import { sayInChannels } from '../say/plan-delivery.ts';
import { refuse, tellPrivately } from '../say/tell-privately.ts';
import { inviteMembers, welcomeTo } from './welcome-channel.ts';
import { workspaceAt } from '../who/workspaces.ts';

/** The preview's "start": the draft begins to live in its channels. Pressing it again begins nothing again. */
export async function startInquiry(flow: Flow, event: Pressed): Promise<void> {
  const inquiry = await flow.store.inquiries.get(event.value);
  const mayStart = inquiry?.status === 'draft' || inquiry?.status === 'running';
  if (!mayStart || !inquiry.facilitators.includes(event.by.address)) {
    return refuse(flow, event, 'choice.expired');
  }
  for (const channel of inquiry.channels) {
    const other = await inquiryIn(flow, channel);
    if (other && other.id !== inquiry.id && other.status !== 'draft')
      return tellPrivately(flow, event, 'create.already', { topic: other.topic });
  }
  if (inquiry.status === 'draft' && inquiry.startsOn < localDate(flow.clock.now(), inquiry.timeZone))
    return tellPrivately(flow, event, 'create.bad-start', {});
  await beginInquiry(flow, inquiry);
  await tellPrivately(flow, event, 'create.started', { topic: inquiry.topic });
}

/**
 * Makes the people in the channels participants, plans the rounds, and says in the channels what is going to happen.
 * Everything that it writes has an id made from the inquiry's, so running it again completes a run that died.
 */
export async function beginInquiry(flow: Flow, inquiry: Inquiry): Promise<void> {
  for (const channel of inquiry.channels) {
    await flow.store.channels.insert({
      id: channel,
      workspaceId: workspaceAt(flow, channel),
      name: channel,
      inquiryId: inquiry.id,
    });
    await flow.store.channels.update({ id: channel }, { inquiryId: inquiry.id });
    await inviteMembers(flow, inquiry, channel);
  }
  await flow.store.rounds.insertMany(roundsOf(flow, inquiry, 1));
  await flow.store.inquiries.update({ id: inquiry.id, status: 'draft' }, { status: 'running' });
  await sayInChannels(flow, inquiry, `welcome:${inquiry.id}`, await welcomeTo(flow, inquiry));
  await scheduleInquiry(flow, { ...inquiry, status: 'running' });
  flow.changed(inquiry.id);
}

/** The rounds of one time through the inquiry's programme. */
export function roundsOf(flow: Flow, inquiry: Inquiry, cycle: number, from?: number): Round[] {
  return planRounds({
    inquiry,
    programme: programmeOf(flow, inquiry),
    questions: (round) => round.questions,
    isHoliday: holidaysOf(flow, inquiry),
    cycle,
    ...(from !== undefined && { from }),
  });
}

/** Queues what is ahead of a running inquiry. Jobs have keys, so doing it again (at each start) changes nothing. */
export async function scheduleInquiry(flow: Flow, inquiry: Inquiry): Promise<void> {
  const { timeZone, id: inquiryId } = inquiry;
  const { pace } = programmeOf(flow, inquiry);
  await flow.queue.schedule(
    `digest:${inquiryId}`,
    { pattern: digestCron(pace), timeZone },
    { name: 'compose-digest', inquiryId },
  );
  await flow.queue.schedule(
    `follow-up:${inquiryId}`,
    { pattern: followUpCron(pace), timeZone },
    { name: 'follow-up-commitments', inquiryId },
  );
  for (const round of await flow.store.rounds.find({ inquiryId, status: ['planned', 'open'] }))
    await scheduleRound(flow, round);
}

export async function scheduleRound(flow: Flow, round: Round): Promise<void> {
  const roundId = round.id;
  if (round.status === 'planned')
    await flow.queue.add({ name: 'open-round', roundId }, { at: round.opensAt, key: `open:${roundId}` });
  if (round.reflectAt)
    await flow.queue.add({ name: 'reflect-on-round', roundId }, { at: round.reflectAt, key: `reflect:${roundId}` });
  await flow.queue.add({ name: 'nudge-quiet', roundId }, { at: round.nudgeAt, key: `nudge:${roundId}` });
  await flow.queue.add({ name: 'close-round', roundId }, { at: round.closesAt, key: `close:${roundId}` });
}

export async function unscheduleInquiry(flow: Flow, inquiryId: string): Promise<void> {
  await flow.queue.unschedule(`digest:${inquiryId}`);
  await flow.queue.unschedule(`follow-up:${inquiryId}`);
}
