import type { Model } from '../../domain/model.ts';
import type { Lang } from '../../domain/words.ts';
import type { ChosenStep } from './choose-step.ts';
import { fill } from './fill.ts';
import type { Lexicon } from './lexicon.ts';
import type { Reading } from './reading.ts';

const MARKS: Record<Lang, [string, string]> = { fi: ['”', '”'], sv: ['”', '”'], en: ['“', '”'] };
const WORDS = 3;
const LONGEST = 40;

/** One line in the inquiry's language on which words, or which thread, spoke for the step. */
export function sayWhy(reading: Reading, { step, by }: ChosenStep, model: Model, lexicon: Lexicon): string {
  const lang = lexicon.language;
  const [open, close] = MARKS[lang];
  const words = reading.concepts.filter((found) => found.step === step).flatMap((found) => found.words);
  const shown = [...new Set(words)]
    .filter((word) => word.length <= LONGEST)
    .slice(0, WORDS)
    .map((word) => `${open}${word}${close}`)
    .join(', ');
  const name = model.steps.find(({ key }) => key === step)?.shortName[lang] ?? step;
  const wordless = by === 'both' && shown === '' ? 'thread' : by;
  return fill(lexicon.phrases.why[wordless], lang, { words: shown, step: `${open}${name}${close}` });
}
