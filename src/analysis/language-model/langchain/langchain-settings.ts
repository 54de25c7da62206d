import type { Clock } from '../../../ports/clock.ts';

export interface LangchainSettings {
  /** `provider:model` as `initChatModel` takes it, such as `anthropic:claude-sonnet-5` or `google-genai:gemini-3-pro`. */
  model: string;
  /** If left out, the provider's package looks for its own (`ANTHROPIC_API_KEY`...). */
  apiKey?: string;
  baseUrl?: string;
  timeoutMs?: number;
  temperature?: number;
  /** Other settings of the provider's package, such as `azureOpenAIApiInstanceName`. */
  fields?: Record<string, unknown>;
  /** The setting that the key came from, for advice in errors. */
  keyName?: string;
  clock?: Clock;
}

export const providerOf = (settings: LangchainSettings): string => settings.model.split(':', 1)[0] ?? '';
