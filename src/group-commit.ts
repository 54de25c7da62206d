import DataLoader from 'dataloader';

/** How many are written together at most. */
const MOST = 500;

/**
 * Writes what comes in while a write is under way together in the next one, so that many at once cost little more than
 * one. Each caller learns the fate of its own item: `work` answers for each, in order. When a group fails, each item is
 * tried alone, lest one spoil the others.
 */
export function groupCommit<T, R>(work: (items: readonly T[]) => Promise<readonly R[]>): (item: T) => Promise<R> {
  let underWay: Promise<unknown> = Promise.resolve();
  const alone = async (item: T): Promise<R | Error> => {
    try {
      return (await work([item]))[0]!;
    } catch (thrown) {
      return thrown instanceof Error ? thrown : new Error(String(thrown));
    }
  };
  const together = async (items: readonly T[]): Promise<(R | Error)[]> => {
    if (items.length === 1) return [await alone(items[0]!)];
    try {
      return [...(await work(items))];
    } catch {
      const fates: (R | Error)[] = [];
      for (const item of items) fates.push(await alone(item));
      return fates;
    }
  };
  const loader = new DataLoader<T, R>((items) => (underWay = together(items)) as Promise<(R | Error)[]>, {
    cache: false,
    maxBatchSize: MOST,
    batchScheduleFn: (write) => void underWay.then(write, write),
  });
  return (item) => loader.load(item);
}
