import type { TokenBudget } from '../../../ports/language-model.ts';

/** A budget's book that lasts as long as the process. */
export function createMemoryBudget(): TokenBudget {
  const spent = new Map<string, number>();
  const key = (workspaceId: string, month: string) => `${month} ${workspaceId}`;
  return {
    spent: (workspaceId, month) => Promise.resolve(spent.get(key(workspaceId, month)) ?? 0),
    add(workspaceId, month, tokens) {
      spent.set(key(workspaceId, month), (spent.get(key(workspaceId, month)) ?? 0) + tokens);
      return Promise.resolve();
    },
  };
}
