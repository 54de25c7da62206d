import { PorrasError } from '../../../errors.ts';
import type { Sleep } from './sleep.ts';

/**
 * Does `work` and ends it after `ms`, or when `signal` says so, whether or not it listens to the signal that it is given.
 * @throws PorrasError `model-timeout` | `model-aborted`, both retryable
 */
export async function withDeadline<T>(
  ms: number,
  signal: AbortSignal | undefined,
  sleep: Sleep,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const call = new AbortController();
  const timer = new AbortController();
  const { promise: ended, reject: end } = Promise.withResolvers<never>();
  const stop = (code: string, message: string) => {
    end(new PorrasError(code, message, { retryable: true }));
    call.abort();
  };
  const onAbort = () => stop('model-aborted', 'the call was ended before there was an answer');
  sleep(ms, timer.signal).then(
    () => stop('model-timeout', `no answer from the language model in ${Math.round(ms / 1000)} s`),
    () => undefined,
  );
  signal?.addEventListener('abort', onAbort, { once: true });
  if (signal?.aborted) onAbort();
  try {
    return await Promise.race([ended, work(call.signal)]);
  } finally {
    timer.abort();
    signal?.removeEventListener('abort', onAbort);
  }
}
