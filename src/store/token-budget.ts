import { randomUUID } from 'node:crypto';
import type { Clock } from '../ports/clock.ts';
import type { TokenBudget } from '../ports/language-model.ts';
import type { Tables } from '../ports/store.ts';

/** What workspaces have spent on language models, a row a call: workers that run side by side lose no count. */
export const createStoredTokenBudget = ({ modelCalls }: Pick<Tables, 'modelCalls'>, clock: Clock): TokenBudget => ({
  async spent(workspaceId, month) {
    const calls = await modelCalls.find({ workspaceId, month });
    return calls.reduce((sum, call) => sum + call.tokens, 0);
  },
  async add(workspaceId, month, tokens) {
    await modelCalls.insert({ id: randomUUID(), workspaceId, month, tokens, at: clock.now() });
  },
});
