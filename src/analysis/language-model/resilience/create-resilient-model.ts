import { PorrasError } from '../../../errors.ts';
import { type Clock, systemClock } from '../../../ports/clock.ts';
import type { LanguageModel, Reply, StructuredRequest } from '../../../ports/language-model.ts';
import { type BackoffOptions, backoff } from './backoff.ts';
import { type BreakerOptions, createBreaker } from './circuit-breaker.ts';
import { withDeadline } from './deadline.ts';
import { createGate } from './gate.ts';
import { type Sleep, systemSleep } from './sleep.ts';
import { type BudgetOptions, spendWithin } from './spend-within.ts';
import type { UsageMeter } from './usage-meter.ts';

export interface Retry {
  task: string;
  /** Which attempt failed, 1 the first. */
  attempt: number;
  code: string;
  waitMs: number;
}

export interface ResilienceOptions {
  clock?: Clock;
  sleep?: Sleep;
  /** 0 to 1, for jitter. */
  random?: () => number;
  backoff?: Partial<BackoffOptions>;
  /** How long one attempt may take. */
  callTimeoutMs?: number;
  /** How long a request may take in all from its first attempt on, waits included. */
  totalMs?: number;
  breaker?: Partial<BreakerOptions>;
  /** How many calls run at once. */
  concurrency?: number;
  budget?: BudgetOptions;
  meter?: UsageMeter;
  onRetry?: (retry: Retry) => void;
}

export interface ResilientModel extends LanguageModel {
  /** Whether a call would be tried now; false while the model rests after failing. */
  isAvailable(): boolean;
}

/** What is wrong with one request says nothing of the server. */
const OWN_FAULT = new Set(['model-bad-request', 'model-input-too-long', 'bad-schema', 'bad-setting', 'budget-spent']);

/**
 * The model with everything that a faulty network and a busy provider ask for: retries, a pause for all when the server
 * asks one to slow down, limits of time, of calls at once and of tokens a month, and a rest when it keeps failing. Bad
 * answers (`refusal`, `invalid`) are answers and are not asked for again.
 */
export function createResilientModel(model: LanguageModel, options: ResilienceOptions = {}): ResilientModel {
  const { clock = systemClock, sleep = systemSleep, random = Math.random, meter, onRetry } = options;
  const { callTimeoutMs = 120_000, totalMs = 300_000 } = options;
  const retries: BackoffOptions = { attempts: 4, baseMs: 1_000, longestMs: 30_000, ...options.backoff };
  const breaker = createBreaker({ failures: 5, restMs: 60_000, ...options.breaker }, clock);
  const gate = createGate(options.concurrency ?? 4);
  const spending = spendWithin(options.budget, clock);
  const now = () => clock.now().getTime();
  /** Until when the server asked to be left in peace. */
  let pausedUntil = 0;

  async function attempt<T>(request: StructuredRequest<T>, endsAt: () => number): Promise<Reply<T>> {
    const end = endsAt();
    if (pausedUntil > now()) {
      if (pausedUntil >= end) throw tooLong(pausedUntil - now());
      await rest(pausedUntil - now(), request.signal);
    }
    await spending.check(request.workspaceId);
    breaker.enter();
    let reply: Reply<T>;
    try {
      const ms = Math.max(1, Math.min(callTimeoutMs, end - now()));
      reply = await withDeadline(ms, request.signal, sleep, (signal) => model.structured({ ...request, signal }));
    } catch (thrown) {
      judge(thrown, request);
      throw thrown;
    }
    breaker.succeeded();
    meter?.answered(request.task, reply.usage);
    await spending.add(request.workspaceId, reply.usage);
    return reply;
  }

  function judge(thrown: unknown, { task, signal }: StructuredRequest<unknown>): void {
    const code = thrown instanceof PorrasError ? thrown.code : '';
    if (signal?.aborted || OWN_FAULT.has(code)) breaker.undecided();
    else breaker.failed();
    meter?.failed(task);
    if (thrown instanceof PorrasError && thrown.retryAfterMs !== null && thrown.retryable)
      pausedUntil = Math.max(pausedUntil, now() + thrown.retryAfterMs);
  }

  async function rest(ms: number, signal: AbortSignal | undefined): Promise<void> {
    try {
      await sleep(ms, signal);
    } catch {
      throw new PorrasError('model-aborted', 'the call was ended while it waited', { retryable: true });
    }
  }

  return {
    describe: () => model.describe(),
    isAvailable: () => breaker.state !== 'open',
    async structured<T>(request: StructuredRequest<T>): Promise<Reply<T>> {
      let end: number | undefined;
      // Waiting for one's turn is nobody's failure, so time counts from the first attempt.
      const endsAt = () => (end ??= now() + totalMs);
      for (let tried = 1; ; tried += 1) {
        try {
          return await gate(request.signal, () => attempt(request, endsAt));
        } catch (thrown) {
          const again = thrown instanceof PorrasError && thrown.retryable && thrown.code !== 'model-resting';
          if (!again || request.signal?.aborted || tried >= retries.attempts) throw thrown;
          const waitMs = backoff(tried, thrown.retryAfterMs, retries, random);
          if (now() + waitMs >= endsAt()) throw thrown;
          onRetry?.({ task: request.task, attempt: tried, code: thrown.code, waitMs });
          await rest(waitMs, request.signal);
        }
      }
    },
  };
}

const tooLong = (retryAfterMs: number): PorrasError =>
  new PorrasError('model-rate-limited', 'the language model asks to slow down', { retryable: true, retryAfterMs });
