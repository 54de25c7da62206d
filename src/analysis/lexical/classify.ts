import type { Label } from '../../domain/contribution.ts';
import { NONE } from '../../domain/words.ts';
import type { ClassifyRequest, Utterance } from '../../ports/analyst.ts';
import { chooseCross } from './choose-cross.ts';
import { chooseKind } from './choose-kind.ts';
import { chooseSignals } from './choose-signals.ts';
import { chooseStep, wordScores } from './choose-step.ts';
import { Sources } from './find-source.ts';
import type { Lexicons } from './load-lexicons.ts';
import type { Read } from './reading.ts';
import { sayWhy } from './say-why.ts';

interface Known {
  utterance: Utterance;
  label: Label;
}

/** How far up a thread a step is looked for. */
const DEEPEST = 50;

/** Labels a batch in the order in which it was said, so that a reply in it finds its thread's label. */
export function classify(
  { model, language, batch, context }: ClassifyRequest,
  read: Read,
  lexicons: Lexicons,
): Map<string, Label> {
  const known = new Map<string, Known>(
    context.map((earlier) => [earlier.id, { utterance: earlier, label: earlier.label }]),
  );
  const sources = new Sources();
  for (const earlier of context)
    sources.add({ utterance: earlier, label: earlier.label, reading: read(earlier.text, earlier.lang, model) });

  const later = repliesInBatch(batch, read, model);
  const labels = new Map<string, Label>();
  for (const utterance of batch) {
    const reading = read(utterance.text, utterance.lang, model);
    const parent = utterance.replyTo === null ? undefined : known.get(utterance.replyTo);
    const isReply = utterance.replyTo !== null;
    const answersOwn =
      parent !== undefined && parent.utterance.speaker !== null && parent.utterance.speaker === utterance.speaker;
    const chosen = chooseStep(reading, {
      model,
      thread: threadLabel(parent, known),
      isReply,
      others: isReply ? NOTHING : (later.get(utterance.id) ?? NOTHING),
      asked: utterance.question === null ? NOTHING : wordScores(read(utterance.question, language, model), model),
    });
    const { kind, likely } = chooseKind(reading, { isReply, answered: parent?.label.kind ?? null });
    const source = isReply || chosen.step === NONE ? null : sources.find(utterance, reading);
    const signals = chooseSignals(reading, {
      kind,
      answersAnother: isReply && !answersOwn,
      answersOwn,
      answered: parent?.label.kind ?? null,
      takesUp: source !== null,
    });
    const label: Label = {
      step: chosen.step,
      also: chosen.also,
      cross: chooseCross(reading, model, parent?.label.cross ?? []),
      kind,
      signals,
      buildsOn: signals.includes('build') ? (isReply ? utterance.replyTo : (source?.id ?? null)) : null,
      confidence: Math.round((chosen.confidence - (likely[kind] < 0.4 ? 0.05 : 0)) * 100) / 100,
      why: sayWhy(reading, chosen, model, lexicons[language]),
    };
    labels.set(utterance.id, label);
    known.set(utterance.id, { utterance, label });
    sources.add({ utterance, label, reading });
  }
  return labels;
}

/** The nearest label up the thread that has a step. */
function threadLabel(parent: Known | undefined, known: ReadonlyMap<string, Known>): Label | null {
  let at = parent;
  for (let depth = 0; at && depth < DEEPEST; depth++) {
    if (at.label.step !== NONE) return at.label;
    at = at.utterance.replyTo === null ? undefined : known.get(at.utterance.replyTo);
  }
  return null;
}

/** Of each contribution that begins a thread in the batch: what the words of those who answer in it say for each step. */
function repliesInBatch(
  batch: readonly Utterance[],
  read: Read,
  model: ClassifyRequest['model'],
): Map<string, Map<string, number>> {
  const rootOf = new Map<string, string>();
  const scores = new Map<string, Map<string, number>>();
  for (const { id, replyTo, text, lang } of batch) {
    const root = replyTo === null ? id : rootOf.get(replyTo);
    if (root === undefined) continue;
    rootOf.set(id, root);
    if (root === id) continue;
    const sum = scores.get(root) ?? new Map<string, number>();
    for (const [step, score] of wordScores(read(text, lang, model), model)) sum.set(step, (sum.get(step) ?? 0) + score);
    scores.set(root, sum);
  }
  return scores;
}

const NOTHING: ReadonlyMap<string, number> = new Map();
