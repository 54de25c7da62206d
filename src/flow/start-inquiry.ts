import type { Address, Inquiry } from '../domain/inquiry.ts';
import type { Message } from '../domain/message.ts';
import { asMarkdown, markdownMessage } from '../domain/plain-text.ts';
import { localDate } from '../domain/local-time.ts';
import { digestCron, followUpCron, planRounds } from '../domain/plan.ts';
import type { Round } from '../domain/round.ts';
import type { Role } from '../domain/words.ts';
import { howToAnswer } from './ask-in-channel.ts';
import type { Pressed } from './choice.ts';
import { platformOf, type Flow } from './context.ts';
import { ensureParticipant, inquiryIn, participantId } from './find-inquiry.ts';
import { holidaysOf, programmeOf } from './model-of.ts';
import { sayInChannels } from './plan-delivery.ts';
import { refuse, tellPrivately } from './tell-privately.ts';
import { can, workspaceAt } from './workspaces.ts';

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
  const participants = await flow.store.participants.count({ inquiryId: inquiry.id, leftAt: null });
  const small = participants < inquiry.policy.threshold;
  const say = (key: string, params = {}) => flow.content.say(inquiry.language, key, params);
  const welcome = (channel: Address): Message => {
    const sign = can(flow, channel, 'react') ? 'yes' : 'no';
    const words = [
      say('welcome', { topic: asMarkdown(inquiry.topic), how: howToAnswer(flow, channel), sign }),
      ...(small ? [say('welcome.small-group', { threshold: inquiry.policy.threshold })] : []),
    ];
    return markdownMessage(inquiry.language, words.join('\n\n'));
  };
  await sayInChannels(flow, inquiry, `welcome:${inquiry.id}`, welcome);
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

async function inviteMembers(flow: Flow, inquiry: Inquiry, channel: string): Promise<void> {
  if (!can(flow, channel, 'list-members')) return;
  for (const member of await platformOf(flow, channel).members(channel)) {
    await ensureParticipant(flow, inquiry, member);
    const role = namedRole(inquiry, member.address);
    if (role) await flow.store.participants.update({ id: participantId(inquiry.id, member.address) }, { role });
  }
}

const namedRole = (inquiry: Inquiry, person: string): Role | undefined =>
  (['leader', 'supervisor', 'stakeholder'] as const).find((role) => inquiry.roles[role].includes(person));
