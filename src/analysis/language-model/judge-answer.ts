import type { z } from 'zod';
import type { Reply, StructuredRequest, TokenUsage } from '../../ports/language-model.ts';
import { parseJson } from './parse-json.ts';

/** What a server answered, whichever way it speaks. */
export interface Answer {
  text: string;
  /** Words with which the model declined. */
  refusal: string | null;
  ended: 'whole' | 'truncated' | 'content-filter';
  /** Null when the server did not say. */
  usage: TokenUsage | null;
}

/** What nothing costs. */
export const NO_USAGE: TokenUsage = { tokensIn: 0, cachedIn: 0, tokensOut: 0, reasoning: 0 };

const MAX_ISSUES = 20;
/** Low for English, about right for Finnish and Swedish, so that a budget is not overspent. */
const CHARS_PER_TOKEN = 3;

/** Holds an answer to the schema of its request; never throws for what a model wrote. */
export function judgeAnswer<T>(answer: Answer, request: StructuredRequest<T>): Reply<T> {
  const text = answer.text.trim();
  const usage = answer.usage ?? estimate(request.instruction + request.data, text + (answer.refusal ?? ''));
  if (answer.refusal) return { kind: 'refusal', code: 'refused', text: answer.refusal, usage };
  if (answer.ended === 'content-filter') return { kind: 'refusal', code: 'content-filter', text, usage };
  const truncated = answer.ended === 'truncated';
  if (text === '')
    return { kind: 'invalid', code: truncated ? 'truncated' : 'empty', raw: '', issues: ['no answer'], usage };
  const parsed = parseJson(text);
  const checked = parsed && request.schema.safeParse(parsed.value);
  if (checked?.success) return { kind: 'value', value: checked.data, usage };
  return {
    kind: 'invalid',
    code: truncated ? 'truncated' : parsed ? 'wrong-schema' : 'not-json',
    raw: text,
    issues: truncated ? ['cut off at the limit of tokens'] : checked ? issuesOf(checked.error) : ['not JSON'],
    usage,
  };
}

const issuesOf = (error: z.ZodError): string[] =>
  error.issues.slice(0, MAX_ISSUES).map(({ path, message }) => `${path.join('.') || 'the answer'}: ${message}`);

function estimate(prompt: string, answer: string): TokenUsage {
  const tokens = (text: string) => Math.ceil(text.length / CHARS_PER_TOKEN);
  return { tokensIn: tokens(prompt), cachedIn: 0, tokensOut: tokens(answer), reasoning: 0, estimated: true };
}
