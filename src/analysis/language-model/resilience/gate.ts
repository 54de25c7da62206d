import { PorrasError } from '../../../errors.ts';

export type Gate = <T>(signal: AbortSignal | undefined, work: () => Promise<T>) => Promise<T>;

/** Lets `width` at a time do their work, in the order in which they came. Who is aborted while waiting leaves the line. */
export function createGate(width: number): Gate {
  let inside = 0;
  const line: (() => void)[] = [];

  function enter(signal: AbortSignal | undefined): Promise<void> {
    if (inside < width) {
      inside += 1;
      return Promise.resolve();
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const come = () => {
      signal?.removeEventListener('abort', leave);
      resolve();
    };
    const leave = () => {
      line.splice(line.indexOf(come), 1);
      reject(new PorrasError('model-aborted', 'the call was ended before its turn', { retryable: true }));
    };
    line.push(come);
    signal?.addEventListener('abort', leave, { once: true });
    return promise;
  }

  return async (signal, work) => {
    if (signal?.aborted)
      throw new PorrasError('model-aborted', 'the call was ended before its turn', { retryable: true });
    await enter(signal);
    try {
      return await work();
    } finally {
      const next = line.shift();
      // Who comes next takes over the place.
      if (next) next();
      else inside -= 1;
    }
  };
}
