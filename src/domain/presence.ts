import type { Participant } from './inquiry.ts';
import { localDate } from './local-time.ts';
import type { Role } from './words.ts';

/** Whether a local date is within one of the person's absences. */
export const isAwayOn = (participant: Pick<Participant, 'absences'>, date: string): boolean =>
  participant.absences.some((absence) => absence.from <= date && date <= absence.to);

/** Whether the person had joined, has not left, and is not away on that day of their own time zone. */
export const isPresent = (
  participant: Pick<Participant, 'joinedAt' | 'leftAt' | 'absences' | 'timeZone'>,
  at: Date,
): boolean =>
  participant.joinedAt <= at &&
  (participant.leftAt === null || participant.leftAt > at) &&
  !isAwayOn(participant, localDate(at, participant.timeZone));

/** Those whose work the inquiry is about, and who fall silent when leaders and stakeholders speak first. */
export const isStaff = (participant: { role: Role }): boolean =>
  participant.role === 'specialist' || participant.role === 'supervisor';
