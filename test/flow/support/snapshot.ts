import { PEOPLE, type World } from '../world.ts';

/** What a try more or an hour later may change. */
const FLEETING = new Set(['attempts', 'error', 'at', 'ref', 'receivedAt', 'editedAt', 'png']);

/**
 * A world as one would find it, whatever happened on the way and however long it took: what is stored and what people
 * see, a line each, in a fixed order, without instants and the references that a platform gives.
 */
export async function snapshotOf(world: World): Promise<string[]> {
  const rows = Object.entries(await world.rows()).flatMap(([name, all]) => all.map((row) => `${name} ${lasting(row)}`));
  const seen = world.platform
    .messages()
    .map(({ conversation, by, text, markdown, choices, picture, reactions }) =>
      lasting({ seenIn: conversation, by, text, markdown, choices, reactions, hasPicture: picture !== null }),
    );
  const homes = PEOPLE.flatMap(({ id }) => {
    const home = world.platform.homeFor(id);
    return home ? [lasting({ homeOf: id, ...home })] : [];
  });
  return [...rows, ...seen, ...homes].sort();
}

const lasting = (row: object): string =>
  JSON.stringify(row, (key, value: unknown) =>
    FLEETING.has(key) || (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) ? undefined : value,
  );
