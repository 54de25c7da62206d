import { expect, it } from 'vitest';
import { groupCommit } from '../src/group-commit.ts';

/** Work that ends when told to, and what it was given. */
function slowly() {
  const groups: number[][] = [];
  const ends: (() => void)[] = [];
  const work = async (items: readonly number[]) => {
    groups.push([...items]);
    await new Promise<void>((resolve) => ends.push(resolve));
    return items.map((item) => item * 2);
  };
  const end = async () => {
    while (ends.length === 0) await new Promise(setImmediate);
    ends.shift()!();
  };
  return { groups, work, end };
}

it('what comes in while a write is under way is written together afterwards, and each gets its own answer', async () => {
  const { groups, work, end } = slowly();
  const commit = groupCommit(work);
  const first = commit(1);
  await new Promise(setImmediate);
  const others = [2, 3, 4].map(commit);
  await end();
  expect(await first).toBe(2);
  await end();
  expect(await Promise.all(others)).toEqual([4, 6, 8]);
  expect(groups).toEqual([[1], [2, 3, 4]]);
});

it('one that cannot be written spoils no other', async () => {
  const written: number[] = [];
  const commit = groupCommit(async (items: readonly number[]) => {
    if (items.includes(13)) throw new Error('bad luck');
    written.push(...items);
    return items;
  });
  const fates = await Promise.allSettled([1, 13, 2].map(commit));
  expect(fates.map((fate) => fate.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(written).toEqual([1, 2]);
});
