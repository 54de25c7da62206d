import type { Kind } from '../../domain/words.ts';
import type { Reading } from './reading.ts';

/** What a kind is told by, in this order; each about 0 to 1. `fit-kinds.ts` in test/analysis fits weights to them. */
export const KIND_FEATURES = [
  'always',
  'idea',
  'solution',
  'story',
  'concern',
  'question',
  'comment',
  'proposal',
  'agree',
  'dissent',
  'thank',
  'cheer',
  'raise',
  'interest',
  'social',
  'endsInQuestion',
  'shortQuestion',
  'laterQuestion',
  'questionOfIdea',
  'numbers',
  'list',
  'short',
  'long',
  'reply',
  'toConcern',
  'toQuestion',
  'toProposal',
] as const;
export type KindFeature = (typeof KIND_FEATURES)[number];

/** Sums of cues are squeezed: the third cue for a kind says less than the first. */
const squeeze = (sum: number): number => sum / (sum + 2);

export function kindFeatures(
  reading: Reading,
  { answered, isReply }: { answered: Kind | null; isReply: boolean },
): Record<KindFeature, number> {
  const kind = (key: Kind) => squeeze(reading.kinds.get(key) ?? 0);
  const stance = (key: string) => squeeze(reading.stance.get(key) ?? 0);
  const signal = (key: 'thank' | 'encourage' | 'raise' | 'interest') => squeeze(reading.signals.get(key) ?? 0);
  const ends = reading.endsInQuestion ? 1 : 0;
  return {
    always: 1,
    idea: kind('idea'),
    solution: kind('solution'),
    story: kind('story'),
    concern: kind('concern'),
    question: kind('question'),
    comment: kind('comment'),
    proposal: stance('proposal'),
    agree: stance('agree'),
    dissent: stance('dissent'),
    thank: signal('thank'),
    cheer: signal('encourage'),
    raise: signal('raise'),
    interest: signal('interest'),
    social: squeeze(Math.max(0, ...reading.social.values())),
    endsInQuestion: ends,
    shortQuestion: ends === 1 && reading.content <= 10 ? 1 : 0,
    laterQuestion: ends === 0 && reading.questions > 0 ? 1 : 0,
    questionOfIdea: ends * kind('idea'),
    numbers: Math.min(1, reading.numbers / 3),
    list: reading.listLines >= 2 ? 1 : 0,
    short: reading.content <= 5 ? 1 : 0,
    long: Math.min(1, reading.content / 40),
    reply: isReply ? 1 : 0,
    toConcern: answered === 'concern' ? 1 : 0,
    toQuestion: answered === 'question' ? 1 : 0,
    toProposal: answered === 'idea' || answered === 'solution' ? 1 : 0,
  };
}
