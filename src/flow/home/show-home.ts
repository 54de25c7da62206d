import type { Address } from '../../domain/inquiry.ts';
import type { EventOf } from '../../domain/platform-event.ts';
import { PorrasError } from '../../errors.ts';
import { platformOf, type Flow } from '../context.ts';
import { inquiryMeant } from '../who/find-inquiry.ts';
import { helpText } from './help.ts';
import { homeOf } from './home-of.ts';
import { knowPerson } from '../who/know-person.ts';
import type { Handled } from '../receive-event.ts';
import { can, isRemoved } from '../who/workspaces.ts';

/** Several things that somebody does at once change their home once, after so many milliseconds. */
const AFTER_MS = 1_000;

/** Somebody opened Porras by itself: they find what is theirs. */
export async function openHome(flow: Flow, event: Handled<EventOf<'home-opened'>>): Promise<void> {
  const { by } = event;
  if (by.isBot) return;
  if (!can(flow, by.address, 'home')) return greet(flow, event);
  const known = await knowPerson(flow, by.address);
  if (!known.homeSince) {
    const homeSince = flow.clock.now();
    await flow.store.people.insert({ ...known, homeSince });
    await flow.store.people.update({ id: by.address, homeSince: null }, { homeSince });
  }
  await showHome(flow, by.address);
}

/** Shows anew what a person finds there. */
export async function showHome(flow: Flow, person: Address): Promise<void> {
  const known = await flow.store.people.get(person);
  if (!known || !can(flow, person, 'home') || (await isRemoved(flow, person))) return;
  try {
    await platformOf(flow, person).showHome(person, await homeOf(flow, person));
  } catch (thrown) {
    if (!(thrown instanceof PorrasError) || thrown.retryable) throw thrown;
    flow.warn('a home could not be shown', { code: thrown.code });
  }
}

/** Has a person's home follow what changed, soon; one look-up for those who have none. */
export async function keepHome(flow: Flow, person: Address): Promise<void> {
  if (!can(flow, person, 'home')) return;
  if ((await flow.store.people.get(person))?.homeSince) await queueHome(flow, person);
}

/** The same for participants of an inquiry, by their ids. */
export async function keepHomesOf(flow: Flow, inquiryId: string, participantIds: readonly string[]): Promise<void> {
  if (participantIds.length === 0) return;
  const people = participantIds.map((id) => id.slice(inquiryId.length + 1));
  const looking = await flow.store.people.find({ id: people, homeSince: { gt: new Date(0) } });
  for (const { id } of looking) if (can(flow, id, 'home')) await queueHome(flow, id);
}

const queueHome = (flow: Flow, person: Address): Promise<void> =>
  flow.queue.add(
    { name: 'show-home', person },
    { at: new Date(flow.clock.now().getTime() + AFTER_MS), key: `home:${person}` },
  );

/** Where the platform has no home for Porras to fill, help is what one finds, once. */
async function greet(flow: Flow, event: Handled<EventOf<'home-opened'>>): Promise<void> {
  const known = await flow.store.deliveries.count({ recipient: event.by.address });
  if (known === 0) await helpText(flow, event, await inquiryMeant(flow, null, event.by.address));
}
