import type { Address } from '../../domain/inquiry.ts';
import { PorrasError } from '../../errors.ts';
import type { Capability } from '../../ports/chat-platform.ts';
import { findPlatform, type Flow } from '../context.ts';

/*
 * An inquiry may live in several workspaces. What can be done, and whether Porras is still there, goes by the workspace of
 * the address in question, whichever the inquiry was begun in.
 */

/** The workspace that a channel, a person or a message is in; empty where no connected platform knows the address. */
export function workspaceAt(flow: Flow, address: Address): string {
  try {
    return findPlatform(flow, address)?.workspaceOf(address) ?? '';
  } catch (thrown) {
    if (thrown instanceof PorrasError) return '';
    throw thrown;
  }
}

const NOTHING: ReadonlySet<Capability> = new Set();

/** What can be done where this is; nothing where no connected platform knows the address. */
export function capabilitiesAt(flow: Flow, address: Address): ReadonlySet<Capability> {
  const workspaceId = workspaceAt(flow, address);
  return workspaceId === '' ? NOTHING : (findPlatform(flow, address)?.capabilities(workspaceId) ?? NOTHING);
}

export const can = (flow: Flow, address: Address, capability: Capability): boolean =>
  capabilitiesAt(flow, address).has(capability);

/** Whether Porras was removed from the workspace that this is in. */
export const isRemoved = async (flow: Flow, address: Address): Promise<boolean> =>
  (await flow.store.workspaces.get(workspaceAt(flow, address)))?.removedAt instanceof Date;

/** Those of these people in whose workspace Porras still is. */
export async function withinReach<P extends { person: Address }>(flow: Flow, people: readonly P[]): Promise<P[]> {
  const ids = [...new Set(people.map((each) => workspaceAt(flow, each.person)))];
  const removed = await flow.store.workspaces.find({ id: ids, removedAt: { gt: new Date(0) } });
  return people.filter((each) => !removed.some(({ id }) => id === workspaceAt(flow, each.person)));
}
