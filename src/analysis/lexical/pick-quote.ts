import { holdsAddress } from '../../domain/holds-address.ts';
import { sentencesOf } from '../../domain/sentences.ts';
import { unquoted } from '../../domain/unquoted.ts';
import type { Model } from '../../domain/model.ts';
import type { Labelled } from '../../ports/analyst.ts';
import type { Read } from './reading.ts';
import { READ_AT_MOST } from './tokenise.ts';

export interface PickOptions {
  model: Model;
  read: Read;
  step: string;
  concept: string | null;
  /** In characters. */
  longest?: number;
}

export interface Picked {
  /** Letter for letter a part of the contribution. */
  text: string;
  /** As it is shown between quotation marks: with an ellipsis where it ends before its sentence does. */
  shown: string;
  score: number;
}

const SHORTEST = 12;
const SENTENCES = 40;
/** A sentence that has to be cut is quoted only if it says clearly more than the others. */
const CUT = 1.5;

/** The sentence of a contribution that tells most about a theme, letter for letter; null when none can be quoted. */
export function pickQuote(said: Labelled, { model, read, step, concept, longest = 220 }: PickOptions): Picked | null {
  let best: Picked | null = null;
  const lines = said.text.slice(0, READ_AT_MOST).split(/[\r\n]+/u);
  const sentences = lines.flatMap((line) => sentencesOf(line, said.lang)).slice(0, SENTENCES);
  for (const sentence of sentences) {
    const whole = sentence.replace(/^(?:[-*•]\s+)+/u, '');
    const text = cutAtWord(whole, longest);
    if (text === '' || unquoted(`”${text}”`, [text]) === null) continue;
    const reading = read(text, said.lang, model);
    const about = reading.concepts.filter((found) => found.step === step);
    const topic = about.reduce((sum, found) => sum + found.weight * (found.concept === concept ? 1 : 0.4), 0);
    const point = Math.max(
      reading.kinds.get('idea') ?? 0,
      reading.kinds.get('solution') ?? 0,
      (reading.kinds.get('story') ?? 0) * 0.6,
      (reading.kinds.get('concern') ?? 0) * 0.6,
    );
    const address = holdsAddress(text) ? 3 : 0;
    const length = text.length < SHORTEST ? -2 : text.length < 35 ? 0 : 1;
    const social = (reading.social.get('greeting') ?? 0) + (reading.social.get('logistics') ?? 0);
    const score =
      Math.min(topic, 5) +
      Math.min(point, 3) * 0.6 +
      length -
      social * 0.5 -
      address -
      (text.length < whole.length ? CUT : 0);
    const shown = text.length < whole.length ? `${text}…` : text;
    if (best === null || score > best.score) best = { text, shown, score };
  }
  return best;
}

/** At most `longest` characters, ending after a whole word; without a colon that announces what is not quoted. */
export function cutAtWord(sentence: string, longest: number): string {
  if (sentence.length <= longest) return sentence.replace(/\s*:$/u, '');
  const words = [...new Intl.Segmenter('fi', { granularity: 'word' }).segment(sentence.slice(0, longest + 80))].filter(
    (part) => part.isWordLike,
  );
  const last = words.filter((part) => part.index + part.segment.length <= longest).at(-1);
  return last ? sentence.slice(0, last.index + last.segment.length) : '';
}
