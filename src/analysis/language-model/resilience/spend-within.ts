import { PorrasError } from '../../../errors.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { TokenBudget, TokenUsage } from '../../../ports/language-model.ts';
import { monthOf, nextMonth } from './month.ts';

export interface BudgetOptions {
  book: TokenBudget;
  /** Tokens in and out that a workspace may spend in a calendar month (UTC); null for no limit, only a count. */
  monthlyTokens: number | null;
}

export interface Spending {
  /** @throws PorrasError `budget-spent`, not retryable, with when the next month starts. */
  check(workspaceId: string | undefined): Promise<void>;
  add(workspaceId: string | undefined, usage: TokenUsage): Promise<void>;
}

/**
 * Holds workspaces to their monthly budgets. The cost of a call is known only afterwards, so calls that run at once may
 * overspend by what they cost themselves.
 */
export function spendWithin(options: BudgetOptions | undefined, clock: Clock): Spending {
  return {
    async check(workspaceId) {
      if (!options || workspaceId === undefined || options.monthlyTokens === null) return;
      const now = clock.now();
      if ((await options.book.spent(workspaceId, monthOf(now))) < options.monthlyTokens) return;
      const starts = nextMonth(now);
      throw new PorrasError(
        'budget-spent',
        `the month's ${options.monthlyTokens} tokens of this workspace are spent: it goes on without a language model until ${starts.toISOString().slice(0, 10)}`,
        { retryAfterMs: starts.getTime() - now.getTime() },
      );
    },
    async add(workspaceId, usage) {
      if (!options || workspaceId === undefined) return;
      await options.book.add(workspaceId, monthOf(clock.now()), usage.tokensIn + usage.tokensOut);
    },
  };
}
