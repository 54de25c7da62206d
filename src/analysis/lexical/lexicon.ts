import { z } from 'zod';
import { KINDS, LANGUAGES, SIGNALS } from '../../domain/words.ts';

const cues = z.array(z.string().min(1));
const withNot = z.strictObject({ cues, not: cues.default([]) });

const kinds = KINDS.filter((kind) => kind !== 'appreciation');

/** `prompts/lexicons/{lang}.yaml`: what the analyst knows of a language besides the model's cues. */
export const lexiconSchema = z.strictObject({
  language: z.enum(LANGUAGES),
  version: z.number().int().positive(),
  kinds: z.record(z.enum(kinds), withNot),
  signals: z.record(z.enum(SIGNALS), withNot),
  social: z.strictObject({ greeting: cues, logistics: cues, smalltalk: cues }),
  stance: z.strictObject({ dissent: cues, agree: cues, proposal: cues }),
  /** Spoken and filler words that no sub-theme should be made of, beside those of the library. */
  stopwords: cues,
  /** Sentences that the analyst writes: ICU messages. */
  phrases: z.strictObject({
    /** Why a label: `words` is a list in quotation marks, `step` a short name. */
    why: z.strictObject({
      words: z.string(),
      thread: z.string(),
      both: z.string(),
      answers: z.string(),
      social: z.string(),
      nothing: z.string(),
      unclear: z.string(),
    }),
    claim: z.strictObject({
      first: z.string(),
      more: z.array(z.string()).min(2),
      anonymous: z.string(),
      dissent: z.string(),
      second: z.string(),
    }),
    momentum: z.strictObject({ solution: z.string(), thought: z.string() }),
    reframe: z.strictObject({ wish: z.array(z.string()).min(2), open: z.array(z.string()).min(2) }),
  }),
});
export type Lexicon = z.infer<typeof lexiconSchema>;
