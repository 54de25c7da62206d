import type { Inquiry } from '../../domain/inquiry.ts';
import { participantId } from '../../flow/who/find-inquiry.ts';
import type { PersonRecord } from '../../transcripts/people/person-record.ts';
import type { Stage } from '../run-inquiry.ts';

/** A participant's id in the store -> the person's id in the people file. */
export type PersonIds = (participant: string) => string;

export function personIds(inquiry: Inquiry, stage: Stage, people: readonly PersonRecord[]): PersonIds {
  const ids = new Map(people.map((person) => [participantId(inquiry.id, stage.person(person.id)), person.id]));
  return (participant) => ids.get(participant) ?? participant;
}
