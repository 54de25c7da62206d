import type { Address, Inquiry } from '../../domain/inquiry.ts';
import type { EventOf, Person } from '../../domain/platform-event.ts';
import { may } from '../../domain/rights.ts';
import type { Pressed } from '../say/choice.ts';
import type { Flow } from '../context.ts';
import { inquiryIn, membersIn, namedRole, openRoundOf, participantId, participantOf } from '../who/find-inquiry.ts';
import { holdInquiry } from './hold-inquiry.ts';
import { openForm } from '../form/open-form.ts';
import { askLeadingToListen } from '../ask/open-round.ts';
import type { Handled } from '../receive-event.ts';
import { answersFor, type NamedRole, roleFields, rolesIn } from './role-fields.ts';
import { refuse, tellPrivately } from '../say/tell-privately.ts';
import { workspaceAt } from '../who/workspaces.ts';

/** In a channel that has joined, who is who is asked as when an inquiry is created; the button's value is the channel. */
export async function openRolesForm(flow: Flow, event: Pressed): Promise<void> {
  const inquiry = await inquiryLedIn(flow, event, event.value);
  if (!inquiry) return refuse(flow, event, 'choice.expired');
  const people = await peopleOf(flow, inquiry, event.value);
  const now = answersFor(await rolesOf(flow, inquiry, people));
  await openForm(flow, event, (say) => ({
    id: 'name-roles',
    title: say('roles.title'),
    intro: say('roles.intro', { topic: inquiry.topic }),
    fields: roleFields(say).map((field) => ({ ...field, initial: now[field.name] ?? '' })),
    submit: say('settings.submit'),
    context: event.value,
  }));
}

/** The people of that channel have from now on the roles that the form says, whoever is not named none. */
export async function nameRoles(flow: Flow, event: Handled<EventOf<'form-submitted'>>): Promise<void> {
  const channel = event.context;
  const inquiry = await inquiryLedIn(flow, event, channel);
  if (!inquiry) return refuse(flow, event, 'form.expired');
  const people = await peopleOf(flow, inquiry, channel);
  const named = rolesIn(event.answers, people);
  const theirs = new Set(people.map((each) => each.address));
  await flow.store.transaction(async (tables) => {
    const held = await holdInquiry(tables, inquiry.id);
    if (!held) return;
    const merged = (role: NamedRole): Address[] => [
      ...held.roles[role].filter((each) => !theirs.has(each)),
      ...named[role].filter((each) => theirs.has(each)),
    ];
    const roles = { leader: merged('leader'), supervisor: merged('supervisor'), stakeholder: merged('stakeholder') };
    await tables.inquiries.update({ id: held.id }, { roles });
    for (const person of theirs) {
      const role = namedRole({ roles: named }, person) ?? 'specialist';
      await tables.participants.update({ id: participantId(held.id, person) }, { role });
    }
  });
  if ((await openRoundOf(flow, inquiry.id))?.setting === 'channel') await askLeadingToListen(flow, inquiry);
  await tellPrivately(flow, event, 'settings.saved', {});
}

/** The inquiry of a channel, for those who facilitate it. */
async function inquiryLedIn(
  flow: Flow,
  event: Pressed | EventOf<'form-submitted'>,
  channel: Address,
): Promise<Inquiry | null> {
  const inquiry = await inquiryIn(flow, channel);
  if (inquiry?.status !== 'running' && inquiry?.status !== 'paused') return null;
  const person = event.by.address;
  const participant = await participantOf(flow, inquiry, person);
  return may('connect-channel', { person, inquiry, participant }) ? inquiry : null;
}

/** Those in the channel; where its platform does not tell, those of its workspace who take part. */
async function peopleOf(flow: Flow, inquiry: Inquiry, channel: Address): Promise<Person[]> {
  const members = await membersIn(flow, channel);
  if (members) return members;
  const participants = await flow.store.participants.find({ inquiryId: inquiry.id, leftAt: null });
  return participants
    .filter(({ person }) => workspaceAt(flow, person) === workspaceAt(flow, channel))
    .map(({ person, name }) => ({ address: person, name, isBot: false }));
}

async function rolesOf(flow: Flow, { id }: Inquiry, people: readonly Person[]): Promise<Inquiry['roles']> {
  const ids = people.map((each) => participantId(id, each.address));
  const participants = await flow.store.participants.find({ id: ids });
  const having = (role: NamedRole) => participants.filter((each) => each.role === role).map((each) => each.person);
  return { leader: having('leader'), supervisor: having('supervisor'), stakeholder: having('stakeholder') };
}
