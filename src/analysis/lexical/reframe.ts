import type { ReframeRequest } from '../../ports/analyst.ts';
import { conceptNamed } from './concept-of.ts';
import { fill } from './fill.ts';
import type { Lexicon } from './lexicon.ts';
import type { Read } from './reading.ts';

const WORDS = 4;

/**
 * An appreciative question on a concern: towards the wish of the concept that it is about, else towards what the person
 * would have instead. The same concern always gets the same question; different ones vary.
 */
export function reframe({ language, concern, model }: ReframeRequest, read: Read, lexicon: Lexicon): string {
  const reading = read(concern.text, concern.lang, model);
  const own = reading.concepts.filter((found) => found.step === concern.label.step);
  const { wish: towards, open } = lexicon.phrases.reframe;
  const pick = (list: readonly string[]): string => list[hash(concern.id) % list.length]!;
  for (const { concept } of [...own, ...reading.concepts]) {
    const wish = conceptNamed(model, concept)?.wish?.[language];
    if (wish !== undefined) return fill(pick(towards), language, { wish });
  }
  const words = own.flatMap((found) => found.words).find((each) => each.split(/\s+/).length <= WORDS);
  return words === undefined
    ? fill(pick(open.filter((template) => !template.includes('{words}'))), language, {})
    : fill(pick(open), language, { words });
}

/** Spreads ids over a list, the same each time. */
const hash = (id: string): number => id.split('').reduce((sum, unit) => (sum * 31 + unit.charCodeAt(0)) % 1_000_003, 7);
