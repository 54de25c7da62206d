import type { Kind } from '../../domain/words.ts';
import type { Reading } from './reading.ts';

export interface ChosenKind {
  kind: Kind;
  margin: number;
}

/** How common each kind is, and how much one cue of it says. Fitted by hand on labelled inquiries. */
const WEIGHTS = {
  idea: { prior: 0, cue: 1 },
  solution: { prior: 0, cue: 0.85 },
  story: { prior: 0, cue: 0.55 },
  concern: { prior: 0.1, cue: 0.65 },
  question: { prior: -0.6, cue: 0.3 },
  comment: { prior: 1.1, cue: 0.7 },
} as const;

/** What a contribution does in the talk (MODEL.md section 4): the point of it, not its form. */
export function chooseKind(reading: Reading, { isReply }: { isReply: boolean }): ChosenKind {
  if (isOnlyAppreciation(reading)) return { kind: 'appreciation', margin: 1 };
  const scores = new Map<Kind, number>();
  for (const [kind, { prior, cue }] of Object.entries(WEIGHTS) as [
    keyof typeof WEIGHTS,
    { prior: number; cue: number },
  ][]) {
    scores.set(kind, prior + cue * (reading.kinds.get(kind) ?? 0));
  }
  const add = (kind: Kind, by: number) => scores.set(kind, (scores.get(kind) ?? 0) + by);
  const idea = reading.kinds.get('idea') ?? 0;
  if (reading.endsInQuestion) {
    // A question that opens a possibility is an idea; one at the end of a long turn is an invitation, not its point.
    add('question', idea >= 1.5 ? 0.6 : reading.content <= 14 ? 2.2 : 0.8);
    if (idea >= 1.5) add('idea', 0.8);
  } else if (reading.questions > 0) add('question', reading.content <= 8 ? 1.2 : 0.3);
  if (reading.listLines >= 2) add('solution', 1.5);
  if (reading.numbers >= 1 && (reading.kinds.get('story') ?? 0) > 0) add('story', 0.25);
  if (reading.content > 12) add('story', 0.3);
  if (isReply && reading.content <= 6) add('comment', 0.4);
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1]);
  return { kind: first![0], margin: first![1] - second![1] };
}

/** Nothing but a signal: thanks or cheers, and next to nothing else. */
function isOnlyAppreciation(reading: Reading): boolean {
  const { signals, content } = reading;
  const warm = Math.max(signals.get('thank') ?? 0, signals.get('raise') ?? 0, (signals.get('encourage') ?? 0) * 0.8);
  if (warm < 1.5 || reading.questions > 0) return false;
  const point = Math.max(reading.kinds.get('idea') ?? 0, reading.kinds.get('solution') ?? 0);
  return content <= 4 && point < 1.5;
}
