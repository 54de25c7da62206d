import type { Address, Inquiry } from '../../domain/inquiry.ts';
import type { Field } from '../../domain/message.ts';
import type { Person } from '../../domain/platform-event.ts';

export type NamedRole = keyof Inquiry['roles'];
/** Field of a form -> the role that it names people for. */
const FIELDS = { leaders: 'leader', supervisors: 'supervisor', stakeholders: 'stakeholder' } as const;

/** Who is who, as it is asked when an inquiry is created and when a channel has joined one. */
export const roleFields = (say: (key: string) => string): Field[] =>
  [
    { name: 'leaders', label: say('create.leaders'), hint: say('create.leaders-hint') },
    { name: 'supervisors', label: say('create.supervisors') },
    { name: 'stakeholders', label: say('create.stakeholders') },
  ].map((field) => ({ ...field, type: 'people', many: true, required: false }));

/** @param members whom it can be; with nobody at hand, what was typed is taken as it is */
export const rolesIn = (answers: Record<string, string>, members: readonly Person[]): Inquiry['roles'] => ({
  leader: peopleIn(answers['leaders'], members),
  supervisor: peopleIn(answers['supervisors'], members),
  stakeholder: peopleIn(answers['stakeholders'], members),
});

/** What the fields say when these are the roles. */
export const answersFor = (roles: Inquiry['roles']): Record<string, string> =>
  Object.fromEntries(Object.entries(FIELDS).map(([field, role]) => [field, roles[role].join(',')]));

/**
 * Addresses of a people field have a comma between them; where the platform has no forms, names are typed. With a list of
 * members at hand, who is not among them is left out.
 */
export function peopleIn(answer: string | undefined, members: readonly Person[]): Address[] {
  const named = (answer ?? '')
    .split(/[,\n]/)
    .map((each) => each.trim())
    .filter(Boolean);
  const addressOf = (each: string): string | undefined =>
    members.find(({ address, name }) => address === each || name.toLowerCase() === each.toLowerCase())?.address;
  return [...new Set(members.length === 0 ? named : named.flatMap((each) => addressOf(each) ?? []))];
}
