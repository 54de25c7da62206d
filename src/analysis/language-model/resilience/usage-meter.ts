import type { TokenUsage } from '../../../ports/language-model.ts';

/** What a task has cost so far. */
export interface TaskUsage {
  /** Calls that were answered, well or badly, and those that were not. */
  calls: number;
  /** Of `calls`: those without an answer; what they may have cost is not known. */
  failed: number;
  tokensIn: number;
  cachedIn: number;
  tokensOut: number;
  reasoning: number;
}

export interface UsageMeter {
  answered(task: string, usage: TokenUsage): void;
  failed(task: string): void;
  /** A copy, by task, in the order in which tasks first came. */
  byTask(): Record<string, TaskUsage>;
}

export function createUsageMeter(): UsageMeter {
  const tasks = new Map<string, TaskUsage>();
  const of = (task: string): TaskUsage => {
    const usage = tasks.get(task) ?? { calls: 0, failed: 0, tokensIn: 0, cachedIn: 0, tokensOut: 0, reasoning: 0 };
    tasks.set(task, usage);
    usage.calls += 1;
    return usage;
  };
  return {
    answered(task, usage) {
      const sum = of(task);
      for (const part of ['tokensIn', 'cachedIn', 'tokensOut', 'reasoning'] as const) sum[part] += usage[part];
    },
    failed(task) {
      of(task).failed += 1;
    },
    byTask: () => Object.fromEntries([...tasks].map(([task, usage]) => [task, { ...usage }])),
  };
}
