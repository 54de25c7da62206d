import type { ConfigurableModel } from 'langchain/chat_models/universal';
import { messageOf, PorrasError } from '../../../errors.ts';
import { type LangchainSettings, providerOf } from './langchain-settings.ts';

/** How a provider's package calls the limit of tokens. */
const LIMITS: Record<string, string> = {
  google: 'maxOutputTokens',
  'google-genai': 'maxOutputTokens',
  'google-vertexai': 'maxOutputTokens',
  'google-vertexai-web': 'maxOutputTokens',
  ollama: 'numPredict',
};

/**
 * A chat model of langchain's that retries nothing. Langchain takes most of a second and 190 MB to load, so that waits
 * for the first call. @throws PorrasError `model-package` | `bad-setting`
 */
export async function loadChatModel(
  settings: LangchainSettings,
  timeoutMs: number,
  maxOutputTokens: number | undefined,
): Promise<ConfigurableModel> {
  const provider = providerOf(settings);
  const { initChatModel, MODEL_PROVIDER_CONFIG } = await import('langchain/chat_models/universal');
  const config = Object.hasOwn(MODEL_PROVIDER_CONFIG, provider)
    ? MODEL_PROVIDER_CONFIG[provider as keyof typeof MODEL_PROVIDER_CONFIG]
    : undefined;
  if (!config || !settings.model.includes(':')) {
    const known = Object.keys(MODEL_PROVIDER_CONFIG).join(', ');
    throw new PorrasError('bad-setting', `model "${settings.model}" must be PROVIDER:MODEL, PROVIDER one of ${known}`);
  }
  try {
    await import(config.package);
  } catch (thrown) {
    throw new PorrasError(
      'model-package',
      `${provider} needs the package ${config.package}: npm install ${config.package}`,
      { cause: thrown },
    );
  }
  try {
    const model: ConfigurableModel = await initChatModel(settings.model, {
      ...settings.fields,
      maxRetries: 0,
      timeout: timeoutMs + 5_000,
      // Refusals stand only in the raw answer.
      ...(provider === 'openai' && { __includeRawResponse: true }),
      ...(settings.apiKey && { apiKey: settings.apiKey }),
      ...(settings.baseUrl && { baseUrl: settings.baseUrl, configuration: { baseURL: settings.baseUrl } }),
      ...(settings.temperature !== undefined && { temperature: settings.temperature }),
      ...(maxOutputTokens !== undefined && { [LIMITS[provider] ?? 'maxTokens']: maxOutputTokens }),
    });
    return model;
  } catch (thrown) {
    throw new PorrasError('bad-setting', `${provider} cannot be set up: ${messageOf(thrown).slice(0, 200)}`);
  }
}
