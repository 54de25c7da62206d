import { hashReceipt } from '../../src/domain/receipt.ts';
import type { BoardView } from '../../src/ports/board-view.ts';
import type { Store } from '../../src/ports/store.ts';
import { privateWith, type Written } from './writers.ts';

/** The texts of everything on the board, as often as it shows them. */
export const textsOn = (board: BoardView): string[] =>
  [
    ...board.steps.flatMap((step) => [...step.subThemes.flatMap((each) => each.contributions), ...step.unplaced]),
    ...board.none,
  ].map((each) => each.text);

/** What is lost, doubled or left half done of all that was written; nothing if all is well. */
export async function faultsIn(store: Store, board: BoardView, written: readonly Written[]): Promise<string[]> {
  const ours = new Set(written.map((each) => each.text));
  const [contributions, chat, deliveries, events, openRounds] = await Promise.all([
    store.contributions.find({}).then((rows) => rows.filter((each) => ours.has(each.text))),
    store.chatMessages.find({}),
    store.deliveries.find({}),
    store.events.find({}),
    store.rounds.count({ status: 'open' }),
  ]);
  const said = chat.filter((row) => ours.has(row.text));
  const byPorras = chat.filter((row) => row.author === null);
  const labels = await store.assignments.find({
    contributionId: contributions.map((each) => each.id),
    supersededAt: null,
  });
  const of = (...how: Written['how'][]) => written.filter((each) => how.includes(each.how));
  const idOf = new Map(contributions.map((each) => [each.text, each.id]));

  const acknowledged = byPorras.flatMap((row) =>
    row.choices.filter((each) => each.action === 'withdraw').map((each) => `${row.conversation} ${each.value}`),
  );
  const codes = byPorras.flatMap((row) =>
    [...row.text.matchAll(/\b[0-9a-f]{4}-[0-9a-f]{4}\b/g)].map(([code]) => `${row.conversation} ${hashReceipt(code)}`),
  );
  const receiptOf = new Map(contributions.map((each) => [each.text, each.receipt]));
  const heard = said.flatMap((row) => row.reactions.filter((each) => each.by === null).map(() => row.text));

  return [
    ...unequal(
      'contribution',
      contributions.map((each) => each.text),
      written.map((each) => each.text),
    ),
    ...unequal(
      'line of the chat',
      said.map((row) => `${row.id} ${row.text}`),
      of('channel', 'thread', 'private').map((each) => `${each.ref} ${each.text}`),
    ),
    ...unequal(
      'on the board',
      textsOn(board).filter((text) => ours.has(text)),
      [...ours],
    ),
    ...unequal(
      'label',
      labels.map((each) => each.contributionId),
      contributions.map((each) => each.id),
    ),
    ...unequal(
      'sign in the channel',
      heard,
      of('channel', 'thread').map((each) => each.text),
    ),
    ...unequal(
      'private acknowledgement',
      acknowledged.filter((each) => [...idOf.values()].some((id) => each.endsWith(` ${id}`))),
      of('private').map((each) => `${privateWith(each.who)} ${idOf.get(each.text)}`),
    ),
    ...unequal(
      'receipt',
      codes,
      of('anonymous').map((each) => `${privateWith(each.who)} ${receiptOf.get(each.text)}`),
    ),
    ...unequal(
      'message of a delivery',
      byPorras.filter((row) => deliveries.some((each) => each.ref === row.id)).map((row) => row.id),
      deliveries.flatMap((each) => each.ref ?? []),
    ),
    ...deliveries
      .filter((each) => each.status !== 'sent' && each.status !== 'skipped')
      .map((each) => `delivery ${each.id} is ${each.status}`),
    ...events
      .filter((each) => each.handledAt === null || each.payload !== null)
      .map((each) => `event ${each.id} is not handled (${each.error})`),
    ...said.filter((row) => !row.heard).map((row) => `${row.id} was not heard`),
    ...(openRounds === 1 ? [] : [`${openRounds} rounds are open`]),
  ];
}

/** What is there too often or too seldom, with how often it is and should be. */
function unequal(what: string, found: readonly string[], expected: readonly string[]): string[] {
  const times = (all: readonly string[]) => Map.groupBy(all, (each) => each);
  const [is, should] = [times(found), times(expected)];
  return [...new Set([...is.keys(), ...should.keys()])]
    .filter((each) => is.get(each)?.length !== should.get(each)?.length)
    .map((each) => `${what}, ${is.get(each)?.length ?? 0} times instead of ${should.get(each)?.length ?? 0}: ${each}`);
}
