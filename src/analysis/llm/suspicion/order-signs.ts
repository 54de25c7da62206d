import type { Concept } from './concept.ts';
import { findConcepts, type Hit, type Hits } from './find-concepts.ts';
import { ORDERS, type Order } from './orders.ts';
import type { Sign } from './sign.ts';

/** How near to an order talk among people must be to make it one of theirs. */
const NEAR = 2;
const AMONG_PEOPLE = 0.5;

/** Orders in a text: concepts that stand close together. Of those that say the same, the heaviest counts. */
export function orderSigns(text: string): Sign[] {
  const hits = findConcepts(text);
  return ORDERS.map((order) => ({ reason: order.reason, weight: weigh(order, hits) })).filter(
    ({ weight }) => weight > 0,
  );
}

function weigh(order: Order, hits: Hits): number {
  const [anchors = [], ...others] = order.needs.map((need) => hitsOf(need, hits));
  let heaviest = 0;
  for (const anchor of anchors) {
    if (!completes(anchor, others, order)) continue;
    const among = order.amongPeople !== false && hits.among.some((hit) => Math.abs(hit.word - anchor.word) <= NEAR);
    heaviest = Math.max(heaviest, among ? order.weight * AMONG_PEOPLE : order.weight);
  }
  return heaviest;
}

const hitsOf = (need: Concept | readonly Concept[], hits: Hits): Hit[] =>
  typeof need === 'string' ? hits[need] : need.flatMap((each) => hits[each]);

/** Whether each further need is met near the anchor, and, unless the order may sit in one word, by words of its own. */
function completes(anchor: Hit, others: readonly Hit[][], order: Order): boolean {
  const taken = new Set([anchor.at]);
  return others.every((hits) => {
    const found = hits.find(
      (hit) => Math.abs(hit.word - anchor.word) <= order.within && (order.oneWord || !taken.has(hit.at)),
    );
    if (found) taken.add(found.at);
    return found !== undefined;
  });
}
