import type { Inquiry, Participant } from '../../domain/inquiry.ts';
import { localDate } from '../../domain/local-time.ts';
import type { Nudge } from '../../domain/nudge.ts';
import { mayNudge } from '../../domain/nudge-policy.ts';
import { asMarkdown, markdownMessage } from '../../domain/plain-text.ts';
import { nudgeReason, quietParticipants } from '../../domain/quiet.ts';
import type { Round } from '../../domain/round.ts';
import { answerChoices } from './ask-in-channel.ts';
import { choice } from '../say/choice.ts';
import type { Setting } from '../../ports/analyst.ts';
import type { Flow } from '../context.ts';
import { asKnown, knowPerson } from '../who/know-person.ts';
import { questionText, settingOf } from '../theme/labelled.ts';
import { holidaysOf } from '../theme/model-of.ts';
import { nudgeDeliveryId, sayInPrivate } from '../say/plan-delivery.ts';
import { withinReach } from '../who/workspaces.ts';

/**
 * Step 7. Invites those who have been quiet in a round, each in private, as far as the policy and their own settings
 * allow now; whoever may be asked later is looked at again then. Who is quiet is told to nobody else.
 */
export async function sendNudges(flow: Flow, roundId: string): Promise<void> {
  const round = await flow.store.rounds.get(roundId);
  const inquiry = round && (await flow.store.inquiries.get(round.inquiryId));
  // A private round is an invitation already; it is not repeated.
  if (round?.status !== 'open' || round.setting === 'private' || inquiry?.status !== 'running') return;
  const { id: inquiryId } = inquiry;
  const at = flow.clock.now();
  const [participants, rounds, answered, nudges] = await Promise.all([
    flow.store.participants.find({ inquiryId }),
    flow.store.rounds.find({ inquiryId }),
    flow.store.answered.find({ inquiryId }),
    flow.store.nudges.find({ inquiryId }),
  ]);
  const isHoliday = holidaysOf(flow, inquiry);
  const setting = await settingOf(flow, inquiry);
  const lately = await latelyInTouch(flow, inquiry, nudges);
  let again: Date | null = null;
  for (const quiet of quietParticipants({ participants: await withinReach(flow, participants), round, answered, at })) {
    const asked = { inquiry, round, nudges, answered, at, isHoliday };
    // The platform is asked only about those who would be written to.
    const byOurs = mayNudge({ ...asked, participant: quiet });
    const known = byOurs.ok && !lately.has(quiet.id) ? await knowPerson(flow, quiet.person) : null;
    const participant = known ? asKnown(quiet, known) : quiet;
    const verdict = known ? mayNudge({ ...asked, participant, awayUntil: known.awayUntil }) : byOurs;
    const rested = lately.get(participant.id);
    const notBefore = verdict.ok ? rested : verdict.notBefore;
    if (verdict.ok && !rested) {
      const shown = rounds.filter((each) => each.setting === 'channel' && !wasAwayAll(participant, each));
      const reason = nudgeReason({ participant, rounds: shown, answered, round });
      await nudge(flow, inquiry, setting, round, participant, reason, nudges);
    } else if (notBefore && notBefore < round.closesAt && (!again || notBefore < again)) again = notBefore;
  }
  if (again) await flow.queue.add({ name: 'nudge-quiet', roundId }, { at: again, key: `nudge:${roundId}` });
}

/** A round that somebody was away for from its first day to its last is none in which they were silent. */
const wasAwayAll = ({ absences, timeZone }: Participant, { opensAt, closesAt }: Round): boolean =>
  absences.some(({ from, to }) => from <= localDate(opensAt, timeZone) && localDate(closesAt, timeZone) <= to);

/** Whoever has just written, a late answer to an earlier question too, or was just invited, is left in peace so long. */
const REST_MS = 24 * 3_600_000;

/** Participant id -> when the rest after what they last wrote, or after their last nudge, is over; only if it is not. */
async function latelyInTouch(flow: Flow, inquiry: Inquiry, nudges: Nudge[]): Promise<Map<string, Date>> {
  const since = new Date(flow.clock.now().getTime() - REST_MS);
  const said = await flow.store.contributions.find({ inquiryId: inquiry.id, sentAt: { gt: since } });
  const touches = [
    ...said.map(({ participantId, sentAt }) => ({ participantId, at: sentAt })),
    ...nudges.filter((each) => each.outcome !== 'skipped' && each.at > since),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  return new Map(
    touches.flatMap(({ participantId, at }) =>
      participantId === null ? [] : [[participantId, new Date(at.getTime() + REST_MS)]],
    ),
  );
}

/** Wording takes its time: whoever answered, left or stopped invitations meanwhile gets none. */
async function isStillQuiet(flow: Flow, round: Round, participant: Participant): Promise<boolean> {
  const now = await flow.store.participants.get(participant.id);
  const wantsAsBefore =
    now?.nudges === participant.nudges && now.snoozedUntil?.getTime() === participant.snoozedUntil?.getTime();
  if (!wantsAsBefore || now.leftAt) return false;
  return (await flow.store.answered.count({ id: `${round.id}:${participant.id}` })) === 0;
}

async function nudge(
  flow: Flow,
  inquiry: Inquiry,
  setting: Setting,
  round: Round,
  participant: Participant,
  reason: string,
  nudges: Nudge[],
): Promise<void> {
  const theirs = nudges.filter((each) => each.participantId === participant.id);
  const earlier = theirs.filter((each) => each.roundId === round.id).length;
  // Whoever is invited again does not read the same words twice in a row.
  const isAgain = theirs.filter((each) => each.reason === reason && each.outcome !== 'skipped').length % 2 === 1;
  const id = `${round.id}:${participant.id}:${earlier + 1}`;
  const { lang } = participant;
  const say = (key: string, params = {}) => flow.content.say(lang, key, params);
  const manner = participant.role === 'leader' || participant.role === 'stakeholder' ? 'leading' : 'staff';
  const question = questionText(flow, { language: lang }, round);
  const { topic } = inquiry;
  const worded = await flow.analyst.wordNudge({
    ...setting,
    language: lang,
    topic,
    question,
    reason,
    role: participant.role,
  });
  if (!(await isStillQuiet(flow, round, participant))) return;
  const ours = isAgain ? `nudge.${reason}.again` : `nudge.${reason}`;
  const text = [
    worded === null ? say(ours, { topic: asMarkdown(inquiry.topic), manner }) : asMarkdown(worded),
    `> ${asMarkdown(question).replaceAll('\n', '\n> ')}`,
    say('nudge.how', { anonymous: inquiry.policy.allowAnonymous ? 'yes' : 'no' }),
  ].join('\n\n');
  const [anonymously] = answerChoices(flow, inquiry, round, lang);
  const message = {
    ...markdownMessage(lang, text),
    choices: [
      ...(inquiry.policy.allowAnonymous && anonymously ? [anonymously] : []),
      choice('contributed-elsewhere', round.id, say('choice.contributed-elsewhere')),
      choice('why-me', round.id, say('choice.why-me')),
      choice('snooze', round.id, say('choice.snooze')),
      choice('stop-nudges', round.id, say('choice.stop-nudges')),
    ],
  };
  const { id: inquiryId } = inquiry;
  // Planned before it is noted: one that is noted counts, and a run that died in between would owe it for ever.
  await sayInPrivate(flow, inquiry, participant, nudgeDeliveryId(id), message, { roundId: round.id });
  await flow.store.nudges.insert({
    id,
    inquiryId,
    roundId: round.id,
    participantId: participant.id,
    reason,
    text: message.text,
    lang,
    at: flow.clock.now(),
    outcome: 'sent',
  });
}
