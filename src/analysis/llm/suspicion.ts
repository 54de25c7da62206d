import { orderSigns } from './suspicion/order-signs.ts';
import { remember } from './suspicion/remember.ts';
import { readingsOf } from './suspicion/readings.ts';
import { shapeSigns } from './suspicion/shape-signs.ts';
import type { Sign } from './suspicion/sign.ts';

export interface Suspicion {
  /** From 0, nothing speaks for it; from `BAR` on a text is kept apart. */
  score: number;
  reasons: string[];
}

/**
 * From where on a text counts as suspicious. On talk at work that nothing here was tuned to, it lets about one in a
 * hundred be kept apart in vain; at 0.6 that would be three.
 */
const BAR = 0.8;
/** What a disguise adds to an order that shows only once it is taken off. */
const DISGUISED = 0.4;
/** Signs below this are chance in a text that only makes sense as it stands. */
const CHANCE = 0.6;

/**
 * Whether a text reads like an order to a machine, in whatever disguise: such a one is never put into a prompt together
 * with what others said, but read by rules. A false alarm costs it a better label, no more, so the bar is low.
 */
export const isSuspicious = (text: string): boolean => scoreOf(text) >= BAR;

/** A week's texts are asked about by every task that reads them. */
const scoreOf = remember((text) => suspicionOf(text).score);

/** What speaks for it, weighed: each reason counts once, by its heaviest sign. Time grows with the length of the text. */
export function suspicionOf(text: string): Suspicion {
  const { readings, surfaces, signs } = readingsOf(text);
  const all = [...signs, ...surfaces.flatMap(shapeSigns), ...readings.flatMap(readingSigns)];
  const heaviest = new Map<string, number>();
  for (const { reason, weight } of all) heaviest.set(reason, Math.max(weight, heaviest.get(reason) ?? 0));
  const score = [...heaviest.values()].reduce((sum, weight) => sum + weight, 0);
  return { score: Math.round(score * 100) / 100, reasons: [...heaviest.keys()] };
}

function readingSigns({ text, disguise }: { text: string; disguise: string | null }): Sign[] {
  const signs = orderSigns(text);
  if (disguise === null) return signs;
  const telling = signs.filter(({ weight }) => weight >= CHANCE);
  return telling.length === 0 ? [] : [...telling, { reason: disguise, weight: DISGUISED }];
}

interface Said {
  id: string;
  text: string;
  replyTo: string | null;
  /** The same for the same person; null when nobody knows. */
  speaker?: string | null;
}

/** The bar for two messages taken together: they have twice the words, and chance brings more of them together. */
const ACROSS = 1;
/** How much of a message an order that goes on in another can have begun in. */
const SEAM = 200;

/**
 * Ids of those that are suspicious by themselves, or that complete an order which began in the message that they answer
 * or in the same person's last one: half an order does nothing. Pass, oldest first, all that one prompt would hold.
 */
export function suspiciousAmong(messages: readonly Said[]): Set<string> {
  const suspicious = new Set(messages.filter(({ text }) => isSuspicious(text)).map(({ id }) => id));
  const byId = new Map(messages.map((message) => [message.id, message]));
  const lastOf = new Map<string, Said>();
  for (const message of messages) {
    const { id, text, replyTo, speaker } = message;
    const before = [byId.get(replyTo ?? ''), lastOf.get(speaker ?? '')].filter((each) => each !== undefined);
    const completes = before.some(
      (each) => !suspicious.has(each.id) && scoreOf(`${each.text.slice(-SEAM)} ${text.slice(0, SEAM)}`) >= ACROSS,
    );
    if (completes) suspicious.add(id);
    if (speaker) lastOf.set(speaker, message);
  }
  return suspicious;
}
