import type { Answered } from './contribution.ts';
import type { Participant } from './inquiry.ts';
import { isPresent } from './presence.ts';
import type { Round } from './round.ts';

export interface QuietOptions<P> {
  participants: readonly P[];
  round: Pick<Round, 'id'>;
  /** Marks of any rounds. */
  answered: readonly Pick<Answered, 'roundId' | 'participantId'>[];
  at: Date;
}

/**
 * Those present at `at` who have not answered the round, in any way. Leaders and stakeholders can be quiet too; a
 * nudge words it differently for them. Whoever turned nudges off is also here: that is for `mayNudge` to heed. The list
 * is for Porras's own use and is shown to nobody.
 */
export function quietParticipants<P extends Participant>({ participants, round, answered, at }: QuietOptions<P>): P[] {
  const spoke = new Set(answered.filter((mark) => mark.roundId === round.id).map((mark) => mark.participantId));
  return participants.filter((participant) => !spoke.has(participant.id) && isPresent(participant, at));
}

export type NudgeReason = 'never-yet' | 'quiet-for-a-while' | 'not-yet-this-round';

export interface NudgeReasonOptions {
  participant: Pick<Participant, 'id' | 'joinedAt'>;
  /** The inquiry's rounds; those that have not opened, or were skipped, do not count. */
  rounds: readonly Pick<Round, 'id' | 'number' | 'status' | 'openedAt' | 'closesAt'>[];
  answered: readonly Pick<Answered, 'roundId' | 'participantId'>[];
  /** The round that the nudge is about; by default the one that opened last. */
  round?: Pick<Round, 'number'>;
}

/**
 * Why this person is nudged in a round. `not-yet-this-round` if they answered the one before, or
 * were not there for it; else `quiet-for-a-while`, or `never-yet` if they have answered none at all. So nobody is told
 * in their first round that they have been silent.
 */
export function nudgeReason({ participant, rounds, answered, round }: NudgeReasonOptions): NudgeReason {
  const asked = rounds
    .filter((each) => each.openedAt !== null && each.status !== 'skipped' && each.closesAt > participant.joinedAt)
    .sort((a, b) => a.number - b.number);
  const before = round ? asked.findLast((each) => each.number < round.number) : asked.at(-2);
  const own = new Set(answered.filter((mark) => mark.participantId === participant.id).map((mark) => mark.roundId));
  if (!before || own.has(before.id)) return 'not-yet-this-round';
  return own.size === 0 ? 'never-yet' : 'quiet-for-a-while';
}
