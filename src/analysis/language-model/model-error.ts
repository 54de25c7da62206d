import { type ReadHeader, retryAfter } from '../../domain/retry-after.ts';
import { PorrasError } from '../../errors.ts';
import { safeWords } from './safe-words.ts';

/** What an error's words may not show, and how to speak of where it came from. */
export interface Circumstances {
  /** As `describe()` says it. */
  model: string;
  /** The setting that holds the key, for advice. */
  keyName: string;
  secrets: readonly string[];
  data: string;
  now: Date;
  /** The caller's signal and our own deadline: which of them ended the call. */
  aborted: boolean;
  late: boolean;
}

/** What can be read off an error of openai's or langchain's, or of another provider's package. */
export interface Failure {
  status: number | null;
  code: string;
  words: string;
  header: ReadHeader;
}

const field = (from: unknown, ...names: string[]): unknown => {
  for (const name of names) {
    const value: unknown = typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined;
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export function readFailure(thrown: unknown): Failure {
  const response = field(thrown, 'response');
  const status = field(thrown, 'status', 'statusCode') ?? field(response, 'status');
  const headers = field(thrown, 'headers') ?? field(response, 'headers');
  return {
    status: typeof status === 'number' ? status : null,
    code: text(field(thrown, 'code') ?? field(field(thrown, 'error'), 'code', 'type')),
    words: text(field(thrown, 'message')),
    header: (name) => (headers instanceof Headers ? headers.get(name) : text(field(headers, name)) || null),
  };
}

const TOO_LONG =
  /context.?(?:length|window|size)|maximum context|too many tokens|prompt is too long|input is too long/i;
const UNPAID = /insufficient.?quota|billing|credit balance|out of credits/i;

export const isContentFilter = ({ code, words }: Failure): boolean =>
  /content.?(?:filter|policy)|responsibleai/i.test(`${code} ${words}`);

/** An error of the family from whatever a call threw. The original is not kept as its cause: it may hold the prompt. */
export function modelError(thrown: unknown, at: Circumstances): PorrasError {
  if (thrown instanceof PorrasError) return thrown;
  if (at.aborted) return retryable('model-aborted', 'the call was ended before there was an answer');
  if (at.late || field(thrown, 'name') === 'TimeoutError')
    return retryable('model-timeout', `no answer from ${at.model} in time`);
  const failure = readFailure(thrown);
  const { status, code } = failure;
  const said = safeWords(failure.words, at.secrets, at.data);
  const because = said ? ` (${said})` : '';
  const wait = retryAfter(failure.header, at.now);

  if (TOO_LONG.test(`${code} ${failure.words}`) || field(thrown, 'name') === 'ContextOverflowError' || status === 413)
    return final('model-input-too-long', `${at.model} cannot take this much at once: send less`);
  if (status === 402 || (status === 429 && UNPAID.test(`${code} ${failure.words}`)))
    return final('model-quota', `the account at ${at.model} has nothing left to spend: see its plan and billing`);
  if (status === 429) return retryable('model-rate-limited', `${at.model} asks to slow down`, wait);
  if (status === 401) return final('model-key-refused', `${at.keyName} was refused by ${at.model}: check it`);
  if (status === 403)
    return final('model-forbidden', `${at.keyName} may not use ${at.model}${because}: check the rights of the key`);
  if (status === 404)
    return final('model-unknown', `there is no ${at.model}${because}: check the model's name and the base URL`);
  if (status !== null && (status >= 500 || status === 408 || status === 409 || status === 425))
    return retryable('model-failed', `${at.model} failed with status ${status}${because}`, wait);
  if (status !== null)
    return final('model-bad-request', `${at.model} did not take the request, status ${status}${because}`);
  if (thrown instanceof SyntaxError)
    return retryable('model-garbled', `${at.model} answered with something that is not JSON`);
  return retryable('model-unreachable', `cannot reach ${at.model}${because}: check the base URL and the network`);
}

const retryable = (code: string, message: string, retryAfterMs: number | null = null): PorrasError =>
  new PorrasError(code, message, { retryable: true, retryAfterMs });

const final = (code: string, message: string): PorrasError => new PorrasError(code, message);
