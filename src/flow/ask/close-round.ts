import type { Inquiry } from '../../domain/inquiry.ts';
import { asMarkdown, markdownMessage } from '../../domain/plain-text.ts';
import type { Round } from '../../domain/round.ts';
import type { Flow } from '../context.ts';
import { participantOf } from '../who/find-inquiry.ts';
import { holidaysOf, programmeOf } from '../theme/model-of.ts';
import { sayInPrivate } from '../say/plan-delivery.ts';
import { postponeMissed } from './postpone-missed.ts';
import { requestLabels } from '../contribute/record-contribution.ts';
import { releaseHeld } from '../contribute/release-held.ts';
import { roundsOf, scheduleRound } from '../facilitate/start-inquiry.ts';

/** Step 8. Closes a round at its time. It says nothing in the channel: the digest will. */
export async function closeRound(flow: Flow, roundId: string, when: 'at-its-time' | 'now'): Promise<void> {
  const round = await flow.store.rounds.get(roundId);
  const inquiry = round && (await flow.store.inquiries.get(round.inquiryId));
  if (!round || !inquiry || (when === 'at-its-time' && round.closesAt > flow.clock.now())) return;
  await endRound(flow, round);
  if (inquiry.status === 'running') await goOn(flow, inquiry);
}

/** Closes a round without a look at what comes after it. What was held in it is held no longer. */
export async function endRound(flow: Flow, { id, inquiryId }: Round): Promise<void> {
  await flow.store.rounds.update({ id, status: 'open' }, { status: 'closed', closedAt: flow.clock.now() });
  await releaseHeld(flow, inquiryId);
  await requestLabels(flow, inquiryId);
  flow.changed(inquiryId);
}

/**
 * After the last round of a running inquiry: the programme starts over, or the facilitators are asked what comes next.
 * While rounds are ahead it only makes sure that they will come; doing it again changes nothing.
 */
export async function goOn(flow: Flow, inquiry: Inquiry): Promise<void> {
  const rounds = await flow.store.rounds.find({ inquiryId: inquiry.id }, { by: 'number' });
  const ahead = rounds.filter((each) => each.status === 'planned' || each.status === 'open');
  if (programmeOf(flow, inquiry).repeats) {
    if (ahead.every(isExtra)) await flow.store.rounds.insertMany(nextCycle(flow, inquiry, rounds));
    const planned = await flow.store.rounds.find({ inquiryId: inquiry.id, status: 'planned' }, { by: 'number' });
    for (const round of planned) await scheduleRound(flow, round);
  } else if (ahead.length === 0) {
    await askWhatComesNext(flow, inquiry, rounds.at(-1)?.id ?? '');
  }
}

/** A round that a facilitator added is not the programme's. */
const isExtra = (round: Pick<Round, 'key'>): boolean => round.key === 'extra';

function nextCycle(flow: Flow, inquiry: Inquiry, rounds: Round[]): Round[] {
  const asPlanned = rounds.filter((each) => !isExtra(each)).length / programmeOf(flow, inquiry).rounds.length;
  const from = Math.max(0, ...rounds.map((each) => each.number)) + 1;
  return postponeMissed(roundsOf(flow, inquiry, Math.round(asPlanned) + 1, from), {
    now: flow.clock.now(),
    timeZone: inquiry.timeZone,
    isHoliday: holidaysOf(flow, inquiry),
  });
}

async function askWhatComesNext(flow: Flow, inquiry: Inquiry, lastRoundId: string): Promise<void> {
  for (const facilitator of inquiry.facilitators) {
    const participant = await participantOf(flow, inquiry, facilitator);
    if (!participant) continue;
    const { id, lang } = participant;
    const text = flow.content.say(lang, 'facilitator.last-round-closed', { topic: asMarkdown(inquiry.topic) });
    const cause = `last-round:${lastRoundId}:${id}`;
    await sayInPrivate(flow, inquiry, participant, cause, markdownMessage(lang, text));
  }
}
