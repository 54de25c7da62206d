import type { TeamsPerson, TeamsWorld } from './world.ts';

/** A person by the id of their directory. */
export function personByObjectId({ people }: TeamsWorld, objectId: string): TeamsPerson {
  const person = [...people.values()].find((each) => each.aadObjectId === objectId);
  if (!person) throw new Error(`no person with the object id "${objectId}"`);
  return person;
}
