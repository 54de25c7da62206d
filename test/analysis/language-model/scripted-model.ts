import { z } from 'zod';
import { PorrasError } from '../../../src/errors.ts';
import type { LanguageModel, Reply, StructuredRequest, TokenUsage } from '../../../src/ports/language-model.ts';

export const USAGE: TokenUsage = { tokensIn: 100, cachedIn: 40, tokensOut: 20, reasoning: 5 };

export const answer = z.object({ text: z.string() });
export type Answer = z.infer<typeof answer>;

export const aRequest = (more: Partial<StructuredRequest<Answer>> = {}): StructuredRequest<Answer> => ({
  task: 'classify',
  instruction: 'Answer.',
  data: 'a question',
  schema: answer,
  schemaName: 'answer',
  ...more,
});

export const good = (): Reply<unknown> => ({ kind: 'value', value: { text: 'yes' }, usage: USAGE });

export const failure = (code: string, options: { retryable?: boolean; retryAfterMs?: number } = {}): PorrasError =>
  new PorrasError(code, `it is ${code}`, { retryable: true, ...options });

type Step = Reply<unknown> | Error | ((request: StructuredRequest<unknown>) => Promise<Reply<unknown>>);

export interface ScriptedModel extends LanguageModel {
  requests: StructuredRequest<unknown>[];
}

/** A model that does one step after another, then the last one for ever. */
export function scriptedModel(...steps: Step[]): ScriptedModel {
  const requests: StructuredRequest<unknown>[] = [];
  return {
    requests,
    describe: () => 'scripted:model',
    async structured<T>(request: StructuredRequest<T>): Promise<Reply<T>> {
      requests.push(request);
      const step = steps.length > 1 ? steps.shift()! : steps[0]!;
      if (step instanceof Error) throw step;
      return (typeof step === 'function' ? await step(request) : step) as Reply<T>;
    },
  };
}
