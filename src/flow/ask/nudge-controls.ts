import type { Participant } from '../../domain/inquiry.ts';
import { choice, type Pressed } from '../say/choice.ts';
import type { Flow } from '../context.ts';
import { participantOf } from '../who/find-inquiry.ts';
import { markAnswered, stopPlanned } from '../contribute/record-contribution.ts';
import { languageOf, refuse, tellPrivately } from '../say/tell-privately.ts';

const SNOOZE_DAYS = 7;

/** A nudge can be contested, put off, and stopped for good with one press. */
export async function contributedElsewhere(flow: Flow, event: Pressed): Promise<void> {
  const found = await participantInRound(flow, event);
  if (!found?.isOpen) return refuse(flow, event, 'choice.expired');
  await markAnswered(flow, found.participant, found.roundId, 'elsewhere', flow.clock.now());
  await tellPrivately(flow, event, 'nudge.elsewhere', {});
}

export async function snoozeNudges(flow: Flow, event: Pressed): Promise<void> {
  const snoozedUntil = new Date(flow.clock.now().getTime() + SNOOZE_DAYS * 86_400_000);
  await changeNudges(flow, event, { snoozedUntil }, 'snoozed');
  await tellPrivately(flow, event, 'nudge.snoozed', {});
}

export async function stopNudges(flow: Flow, event: Pressed): Promise<void> {
  await changeNudges(flow, event, { nudges: 'stopped' }, 'stopped');
  const lang = await languageOf(flow, event.by.address);
  const again = choice('resume-nudges', event.value, flow.content.say(lang, 'choice.resume-nudges'));
  await tellPrivately(flow, event, 'nudge.stopped', {}, { choices: [again] });
}

export async function resumeNudges(flow: Flow, event: Pressed): Promise<void> {
  await changeNudges(flow, event, { nudges: 'on', snoozedUntil: null }, null);
  await tellPrivately(flow, event, 'nudge.resumed', {});
}

/** Says why this person was written to, from what is stored about them and nothing else. */
export async function explainNudge(flow: Flow, event: Pressed): Promise<void> {
  const found = await participantInRound(flow, event);
  const nudge =
    found && (await flow.store.nudges.find({ roundId: found.roundId, participantId: found.participant.id }))[0];
  if (!found || !nudge) return refuse(flow, event, 'choice.expired');
  const { policy } = found.inquiry;
  await tellPrivately(flow, event, `why.${nudge.reason}`, {
    perRound: policy.nudge.perRound,
    perFortnight: policy.nudge.perFortnight,
  });
}

/** Settings of nudges are the person's, not the inquiry's: they hold wherever the person takes part. */
async function changeNudges(
  flow: Flow,
  event: Pressed,
  patch: Partial<Pick<Participant, 'nudges' | 'snoozedUntil'>>,
  outcome: 'snoozed' | 'stopped' | null,
): Promise<void> {
  await flow.store.participants.update({ person: event.by.address }, patch);
  if (outcome) await stopPlanned(flow, { recipient: event.by.address }, outcome);
  const found = await participantInRound(flow, event);
  if (!found || !outcome) return;
  await flow.store.nudges.update(
    { roundId: found.roundId, participantId: found.participant.id, outcome: 'sent' },
    { outcome },
  );
}

/** The value of a nudge's buttons is the id of its round. */
async function participantInRound(flow: Flow, event: Pressed) {
  const round = await flow.store.rounds.get(event.value);
  const inquiry = round && (await flow.store.inquiries.get(round.inquiryId));
  const participant = inquiry && (await participantOf(flow, inquiry, event.by.address));
  const isOpen = round?.status === 'open';
  return round && inquiry && participant ? { roundId: round.id, isOpen, inquiry, participant } : null;
}
