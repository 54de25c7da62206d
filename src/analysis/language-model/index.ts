export { createLangchainModel } from './langchain/create-langchain-model.ts';
export type { LangchainSettings } from './langchain/langchain-settings.ts';
export { createOpenAiModel } from './openai/create-openai-model.ts';
export type { OpenAiSettings } from './openai/openai-settings.ts';
export {
  createResilientModel,
  type ResilienceOptions,
  type Retry,
} from './resilience/create-resilient-model.ts';
export { createMemoryBudget } from './resilience/memory-budget.ts';
export { type Sleep, systemSleep } from './resilience/sleep.ts';
export { createUsageMeter, type TaskUsage, type UsageMeter } from './resilience/usage-meter.ts';
