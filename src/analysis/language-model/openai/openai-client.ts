import type OpenAI from 'openai';
import { OPENAI_URL, type OpenAiSettings } from './openai-settings.ts';

/**
 * The vendor's client: one request for one call, silent, and blind to the environment, which only src/config.ts reads.
 * Loaded at the first call, so that who uses no language model does not wait for it.
 */
export async function loadOpenAiClient(settings: OpenAiSettings, timeoutMs: number): Promise<OpenAI> {
  const { azure, baseUrl = OPENAI_URL, apiKey } = settings;
  const { OpenAI: Client, AzureOpenAI: AzureClient } = await import('openai');
  const shared = {
    maxRetries: 0,
    // Ours ends the call first; this one is for what would ignore it.
    timeout: timeoutMs + 5_000,
    logLevel: 'off',
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
  } as const;
  if (!azure) return new Client({ ...shared, baseURL: baseUrl, apiKey: apiKey || 'none' });
  return new AzureClient({
    ...shared,
    apiKey: apiKey ?? '',
    baseURL: `${azure.endpoint.replace(/\/+$/, '')}/openai`,
    apiVersion: azure.apiVersion,
    deployment: azure.deployment ?? settings.model,
  });
}
