import type { Answered } from './contribution.ts';
import type { Participant, Policy } from './inquiry.ts';
import { isPresent, isStaff } from './presence.ts';
import type { Round } from './round.ts';

export interface HeldUntilOptions {
  /** Whose answer it is. */
  participant: Pick<Participant, 'role'>;
  round: Pick<Round, 'id' | 'opensAt' | 'openedAt' | 'closesAt'>;
  answered: readonly Pick<Answered, 'roundId' | 'participantId'>[];
  participants: readonly Participant[];
  policy: Pick<Policy, 'holdLeadersHours'>;
  at: Date;
}

/**
 * Until when an answer is held back so that leaders and stakeholders listen first (MODEL.md section 6), null when it is
 * not. It is free when more than half of the staff present have answered the round, so many hours after the round opened,
 * or when the round closes, whichever comes first. Ask again when staff answer.
 */
export function heldUntil({ participant, round, answered, participants, policy, at }: HeldUntilOptions): Date | null {
  if (policy.holdLeadersHours <= 0 || isStaff(participant)) return null;
  const opened = round.openedAt ?? round.opensAt;
  const until = new Date(Math.min(opened.getTime() + policy.holdLeadersHours * 3_600_000, round.closesAt.getTime()));
  if (at >= until) return null;
  const spoke = new Set(answered.filter((mark) => mark.roundId === round.id).map((mark) => mark.participantId));
  const staff = participants.filter((person) => isStaff(person) && isPresent(person, at));
  const heard = staff.filter((person) => spoke.has(person.id)).length;
  return heard * 2 > staff.length || staff.length === 0 ? null : until;
}
