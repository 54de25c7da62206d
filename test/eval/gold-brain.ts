import { KINDS } from '../../src/domain/words.ts';
import type { GoldSet } from '../../eval/read-gold-set.ts';
import type { GoldLabel } from '../../eval/result.ts';
import type { Brain } from '../support/fake-openai/index.ts';
import { absurdityIn, stepsShownIn } from '../support/known-controls.ts';
import { createReadingBrain, type DataLine, linesOf } from '../support/reading-brain.ts';

/** Of a hundred, how many of each are got wrong. */
const WRONG = { step: 12, kind: 20, signals: 15, cross: 25, link: 15, theme: 15, claim: 30, judge: 15, momentum: 20 };

/**
 * A model that knows the gold labels of a set and errs now and then, always in the same places: what it says is as
 * plausible, and as imperfect, as a good model's. It knows texts again by their words, since names in them are masked.
 */
export function createGoldBrain({ messages, gold, momentums }: GoldSet): Brain {
  const known = messages.map(({ id, text }) => ({ id, words: wordsOf(text), label: gold.get(id)! }));
  const steps = [...new Set([...gold.values()].map(({ step }) => step))].filter((step) => step !== 'none');
  const recognise = ({ text }: DataLine) => {
    const words = wordsOf(text);
    return known.toSorted((a, b) => likeness(b.words, words) - likeness(a.words, words))[0]!;
  };
  const next = <T>(all: readonly T[], one: T): T => all[(all.indexOf(one) + 1) % all.length]!;
  const errs = (what: keyof typeof WRONG, seed: string) => hash(what + seed) % 100 < WRONG[what];

  function rowOf(line: DataLine, numberOf: ReadonlyMap<string, number>, shown: ReadonlyMap<string, string>) {
    const { id, label } = recognise(line);
    const example = shown.get(line.text);
    const source = label.buildsOn === null || errs('link', id) ? null : (numberOf.get(label.buildsOn) ?? null);
    return {
      n: Number(line.columns[0]),
      step: example ?? (errs('step', id) ? next(steps, label.step) : label.step),
      also: [],
      kind: errs('kind', id) ? next(KINDS, label.kind) : label.kind,
      signals: errs('signals', id) ? [] : label.signals,
      buildsOn: source,
      cross: errs('cross', id) ? [] : label.cross,
      confidence: 0.8,
      why: 'Its main point.',
    };
  }

  const themeOf = ({ id, label }: { id: string; label: GoldLabel }) => {
    const name = (errs('theme', id) ? known.find((each) => each.label.step === label.step)?.label : label)?.subtheme;
    return (name ?? 'the rest').replaceAll('-', ' ');
  };

  const honest = createReadingBrain({
    step: (text) => recognise({ title: '', columns: [], text }).label.step,
    matter: (text) => themeOf(recognise({ title: '', columns: [], text })),
  });

  return (request) => {
    const lines = linesOf(request.data);
    const numberOf = () => new Map(lines.map((line) => [recognise(line).id, Number(line.columns[0])]));
    switch (request.task) {
      case 'classify': {
        const numbers = numberOf();
        const shown = stepsShownIn(request.instruction);
        return { rows: lines.filter(({ title }) => title === 'Batch').map((line) => rowOf(line, numbers, shown)) };
      }
      case 'claims': {
        const { claims } = honest(request) as { claims: { text: string }[] };
        return {
          claims: claims.map((claim) => (errs('claim', claim.text) ? { ...claim, text: `${claim.text} 412` } : claim)),
        };
      }
      case 'judge': {
        const claims = lines.filter(({ title }) => title === 'Claims');
        return {
          verdicts: claims.map(({ columns, text }) => ({
            claim: Number(columns[0]),
            carried: absurdityIn(text) ? 'no' : errs('judge', text) ? 'partly' : 'yes',
            why: 'Read beside what it cites.',
          })),
        };
      }
      case 'repair':
        return {
          claims: lines
            .filter(({ title, text }) => title === 'Claims' && hash(text) % 2 === 0)
            .map(({ columns }) => ({
              claim: Number(columns[0]),
              text: 'People spoke of this.',
              citations: (columns[2] ?? '').split(',').map(Number),
              quotes: [],
            })),
        };
      case 'momentums': {
        const numbers = numberOf();
        const chains = momentums.wanted
          .map((chain) => chain.filter((id) => numbers.has(id)))
          .filter((chain) => chain.length > 1 && !errs('momentum', chain.join()));
        return {
          momentums: chains.map((chain) => ({
            contributions: chain.map((id) => numbers.get(id)),
            step: gold.get(chain[0]!)!.step,
            summary: 'Different views became one thought.',
          })),
        };
      }
      default:
        return honest(request);
    }
  };
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/\p{L}{3,}/gu));

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both / (a.size + b.size - both || 1);
}

/** FNV-1a, with its bits mixed so that the last digits differ for texts that begin alike. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}
