import { randomUUID } from 'node:crypto';
import { createLangchainModel } from './analysis/language-model/langchain/create-langchain-model.ts';
import { createOpenAiModel } from './analysis/language-model/openai/create-openai-model.ts';
import { createResilientModel } from './analysis/language-model/resilience/create-resilient-model.ts';
import { createUsageMeter } from './analysis/language-model/resilience/usage-meter.ts';
import { loadAbsurdities } from './analysis/llm/absurdities.ts';
import { loadInstructions } from './analysis/llm/instruction.ts';
import { createLlmAnalyst } from './analysis/llm/llm-analyst.ts';
import type { LanguageModelConfig } from './config.ts';
import { PROMPTS } from './paths.ts';
import type { Analyst } from './ports/analyst.ts';
import type { Clock } from './ports/clock.ts';
import type { LanguageModel } from './ports/language-model.ts';
import { createStoredTokenBudget } from './store/token-budget.ts';
import type { Store } from './ports/store.ts';

export interface AnalystChoice {
  /** Null: contributions are read by rules. */
  config: LanguageModelConfig | null;
  lexical: Analyst;
  store: Store;
  /** The real one even in a replay: calls take real time. */
  clock: Clock;
  onAway: (code: string) => void;
  /** What is asked; by default what `config` says. */
  model?: LanguageModel;
}

/** The analyst that is configured; the one by rules stands in for the other whenever that cannot be had. */
export async function chooseAnalyst(choice: AnalystChoice): Promise<Analyst> {
  const { config, lexical, store, clock, onAway } = choice;
  const bare = choice.model ?? (config && bareModel(config, clock));
  if (!bare) return lexical;
  const meter = createUsageMeter();
  const budget = { book: createStoredTokenBudget(store, clock), monthlyTokens: config?.monthlyTokens ?? null };
  const model = createResilientModel(bare, { clock, budget, meter });
  return createLlmAnalyst({
    model,
    lexical,
    instructions: await loadInstructions(`${PROMPTS}/instructions`),
    examplesDir: `${PROMPTS}/examples`,
    absurdities: await loadAbsurdities(`${PROMPTS}/controls.yaml`),
    secret: randomUUID(),
    isAvailable: () => model.isAvailable(),
    usage: () => meter.byTask(),
    onAway,
  });
}

/** The model without retries, limits or a budget: what `porras doctor` tries once. */
export function bareModel(
  { by, model, apiKey, baseUrl, azure, keyName }: LanguageModelConfig,
  clock: Clock,
): LanguageModel {
  if (by === 'langchain') return createLangchainModel({ model, clock, keyName });
  return createOpenAiModel({
    model,
    clock,
    keyName,
    ...(apiKey && { apiKey }),
    ...(baseUrl && { baseUrl }),
    ...(azure && { azure }),
  });
}
