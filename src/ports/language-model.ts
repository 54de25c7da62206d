import type { z } from 'zod';

/** What one call cost, in tokens. */
export interface TokenUsage {
  tokensIn: number;
  /** Of `tokensIn`: those that the provider had cached. */
  cachedIn: number;
  /** Those of reasoning included. */
  tokensOut: number;
  /** Of `tokensOut`: those spent on thinking. */
  reasoning: number;
  /** Set when the server did not say and the numbers were made from the length of the texts. */
  estimated?: true;
}

/** `refused`: the model declined in words. `content-filter`: the provider stopped prompt or answer. */
export type RefusalCode = 'refused' | 'content-filter';

/**
 * `truncated`: it ended at the limit of tokens. `empty`: no answer in it. `not-json`: no JSON in it. `wrong-schema`:
 * JSON of another shape.
 */
export type InvalidCode = 'truncated' | 'empty' | 'not-json' | 'wrong-schema';

/** What a model answered. Bad answers cost too, so each says what was spent. */
export type Reply<T> =
  | { kind: 'value'; value: T; usage: TokenUsage }
  | { kind: 'refusal'; code: RefusalCode; text: string; usage: TokenUsage }
  | {
      kind: 'invalid';
      code: InvalidCode;
      /** The answer as it came. */
      raw: string;
      /** Where and how it breaks the schema, a line each. */
      issues: string[];
      usage: TokenUsage;
    };

export interface StructuredRequest<T> {
  /** What the call is for, as usage is counted: `classify`, `digest-claims`... */
  task: string;
  /** Ours: what to do. */
  instruction: string;
  /** From people: what to do it to. */
  data: string;
  /**
   * The shape of the answer: an object, every field required (`nullable`, not `optional`), no transforms. Its issues
   * come back in `invalid`.
   */
  schema: z.ZodType<T>;
  /** Letters, digits, `_` and `-`, at most 64. */
  schemaName: string;
  /** Reasoning included. */
  maxOutputTokens?: number;
  /** Ends the call, at the server too. */
  signal?: AbortSignal;
  /** Whose monthly budget pays; nobody's if left out. */
  workspaceId?: string;
}

/** A language model that answers one request with one value of a given shape. It remembers nothing and runs nothing. */
export interface LanguageModel {
  /**
   * @throws PorrasError when there is no answer. Retryable, with `retryAfterMs` when the server said so:
   * `model-rate-limited`, `model-failed`, `model-garbled`, `model-timeout`, `model-aborted`, `model-unreachable`,
   * `model-resting`. Not retryable: `model-key-refused`, `model-forbidden`, `model-unknown`, `model-quota`,
   * `model-bad-request`, `model-input-too-long`, `model-package`, `bad-schema`, `budget-spent`.
   */
  structured<T>(request: StructuredRequest<T>): Promise<Reply<T>>;
  /** Where and which model, as digests record it. Holds no secret. */
  describe(): string;
}

/** What workspaces have spent, in tokens in and out together. */
export interface TokenBudget {
  /** @param month YYYY-MM, UTC */
  spent(workspaceId: string, month: string): Promise<number>;
  add(workspaceId: string, month: string, tokens: number): Promise<void>;
}
