import type { Model } from '../../domain/model.ts';
import { NONE } from '../../domain/words.ts';
import type { Labelled } from '../../ports/analyst.ts';
import type { Reading } from './reading.ts';
import { fadingSum } from './sum-hits.ts';

export interface ChosenStep {
  step: string;
  also: string[];
  confidence: number;
  scores: Map<string, number>;
  /** What decided. */
  by: 'words' | 'thread' | 'both' | 'answers' | 'social' | 'nothing' | 'unclear';
}

export interface StepContext {
  model: Model;
  /** The label of what this one answers, of the nearest in the thread that has a step; null when there is none. */
  thread: Pick<Labelled['label'], 'step' | 'also' | 'confidence'> | null;
  isReply: boolean;
  /** What the words of others in the thread say for each step: people answer in the words that the first one lacked. */
  others: ReadonlyMap<string, number>;
  /** What the open question is about. */
  asked: ReadonlyMap<string, number>;
}

/** A thank-you with more words than this beside it speaks to the thread too. */
const REPLY_REST = 5;
/** Least evidence for a step: a plain cue, even of a concept that tells little of its step. */
const ENOUGH = 0.6;
/** What a thread says for its step, beside what the words say: as much as it is sure of it. */
const THREAD = 4.2;
const THREAD_ALSO = 0.4;
/** What the rest of a thread says, and what the question says, beside the contribution's own words. */
const OTHERS = 0.6;
const ASKED = 0.2;
/** Others within this share of the best would do as well. */
const NEAR = 0.72;

/**
 * Weighs a model's steps by the words and by the thread. A reply inherits its thread's step only where it speaks to
 * it; a bare thank-you, greeting or practical matter has no step (MODEL.md section 4).
 */
export function chooseStep(reading: Reading, { model, thread, isReply, others, asked }: StepContext): ChosenStep {
  const words = wordScores(reading, model);
  const best = Math.max(0, ...words.values());
  if (isSocial(reading, best, isReply)) return { step: NONE, also: [], confidence: 0.8, scores: words, by: 'social' };

  const scores = new Map(words);
  const inherits = thread !== null && thread.step !== NONE && speaksToThread(reading);
  if (inherits) {
    scores.set(thread.step, (scores.get(thread.step) ?? 0) + THREAD * thread.confidence);
    for (const step of thread.also) scores.set(step, (scores.get(step) ?? 0) + THREAD_ALSO);
  }
  // Neither decides alone: a contribution without a word on anything stays without a step.
  if (best > 0 || inherits || others.size > 0) {
    for (const [step, score] of others) scores.set(step, (scores.get(step) ?? 0) + Math.min(score, 10) * OTHERS);
    for (const [step, score] of asked) scores.set(step, (scores.get(step) ?? 0) + Math.min(score, 4) * ASKED);
  }
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1] || order(model, a[0]) - order(model, b[0]));
  if (!first || first[1] < ENOUGH)
    return { step: NONE, also: [], confidence: best > 0 ? 0.35 : 0.5, scores, by: best > 0 ? 'unclear' : 'nothing' };
  const also = [...scores]
    .filter(([step, score]) => step !== first[0] && score >= ENOUGH && score >= first[1] * NEAR)
    .map(([step]) => step);
  const margin = first[1] - (second?.[1] ?? 0);
  const said = words.get(first[0]) ?? 0;
  return {
    step: first[0],
    also,
    confidence: Math.round(Math.min(0.95, 0.4 + 0.12 * margin + 0.03 * first[1]) * 100) / 100,
    scores,
    by: inherits && thread.step === first[0] ? (said > 0.5 ? 'both' : 'thread') : said > 0 ? 'words' : 'answers',
  };
}

const order = (model: Model, key: string): number => model.steps.findIndex((step) => step.key === key);

/** What a contribution's own words say for each step. */
export function wordScores(reading: Reading, model: Model): Map<string, number> {
  const scores = new Map<string, number>();
  for (const { key } of model.steps) {
    const score = fadingSum(reading.concepts.filter((found) => found.step === key).map((found) => found.forStep));
    if (score > 0) scores.set(key, score);
  }
  return scores;
}

/** A thank-you, greeting, practical matter or joke with next to nothing else in it. */
function isSocial(reading: Reading, best: number, isReply: boolean): boolean {
  const { social, signals, content } = reading;
  const weight = Math.max(
    social.get('logistics') ?? 0,
    (social.get('greeting') ?? 0) * 0.75,
    (social.get('smalltalk') ?? 0) * 0.75,
    (signals.get('thank') ?? 0) * 0.75,
  );
  if (content === 0 && !(isReply && (reading.stance.has('agree') || reading.questions > 0))) return best < 1;
  if (weight >= 1 && (isReply ? reading.rest <= REPLY_REST : content <= 4) && best < 1.9) return true;
  if ((social.get('logistics') ?? 0) >= 2 && content <= 14 && best < 2.5) return true;
  return weight >= 1 && content <= 9 && best < 1.2 && !isReply;
}

/** Enough said to say something about the thread's matter, and not only to the person. */
function speaksToThread(reading: Reading): boolean {
  if (reading.content >= 3 || reading.rest > REPLY_REST) return true;
  return (
    reading.content >= 1 &&
    (reading.stance.size > 0 || reading.kinds.size > 0 || reading.concepts.length > 0 || reading.questions > 0)
  );
}
