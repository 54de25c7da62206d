import OpenAI, { AzureOpenAI } from 'openai';
import { PorrasError } from '../../../errors.ts';
import { isOpenAi, OPENAI_URL, type OpenAiSettings } from './openai-settings.ts';

/**
 * The vendor's client: one request for one call, silent, and blind to the environment, which only src/config.ts reads.
 * @throws PorrasError `model-key-missing` | `bad-setting`
 */
export function openAiClient(settings: OpenAiSettings, timeoutMs: number): OpenAI {
  const { azure, baseUrl = OPENAI_URL, apiKey, keyName = 'OPENAI_API_KEY' } = settings;
  const address = azure ? azure.endpoint : baseUrl;
  if (!URL.canParse(address))
    throw new PorrasError('bad-setting', `the address of the language model is not a URL: ${shown(address)}`);
  if (!apiKey && (azure || isOpenAi(settings)))
    throw new PorrasError('model-key-missing', `${keyName} is not set: ${azure ? 'Azure OpenAI' : 'OpenAI'} needs it`);
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
  if (!azure) return new OpenAI({ ...shared, baseURL: baseUrl, apiKey: apiKey || 'none' });
  return new AzureOpenAI({
    ...shared,
    apiKey: apiKey ?? '',
    baseURL: `${azure.endpoint.replace(/\/+$/, '')}/openai`,
    apiVersion: azure.apiVersion,
    deployment: azure.deployment ?? settings.model,
  });
}

const shown = (address: string): string => address.replace(/\/\/[^/@]*@/, '//***@').slice(0, 80);
