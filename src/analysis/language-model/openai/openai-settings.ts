import { PorrasError } from '../../../errors.ts';
import type { Clock } from '../../../ports/clock.ts';

export interface OpenAiSettings {
  /** As the server calls it; at Azure the deployment's name if that is not given apart. */
  model: string;
  /** None is needed by most local servers. */
  apiKey?: string;
  /** OpenAI's own if left out; else any that speaks like it, such as `http://localhost:11434/v1`. */
  baseUrl?: string;
  /** Azure OpenAI by resource and dated API version. Its undated API (`.../openai/v1`) needs only `baseUrl`. */
  azure?: { endpoint: string; apiVersion: string; deployment?: string };
  /** By default `responses` at OpenAI's own address and `chat` elsewhere, since few other servers speak both. */
  api?: 'responses' | 'chat';
  /** How long to wait for one answer, in milliseconds. */
  timeoutMs?: number;
  /** Left to the server if not given; dropped when the model takes none. */
  temperature?: number;
  reasoningEffort?: 'none' | 'minimal' | 'low' | 'medium' | 'high';
  /** The setting that the key came from, for advice in errors. */
  keyName?: string;
  clock?: Clock;
}

export const OPENAI_URL = 'https://api.openai.com/v1';
export const DEFAULT_TIMEOUT_MS = 120_000;

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'an unreadable address');

/** Whether requests go to OpenAI itself. */
export const isOpenAi = ({ azure, baseUrl }: OpenAiSettings): boolean =>
  !azure && hostOf(baseUrl ?? OPENAI_URL).endsWith('openai.com');

/** `openai:MODEL`, `azure:DEPLOYMENT`, or the host and the model. */
export function describeSettings(settings: OpenAiSettings): string {
  const { model, azure, baseUrl } = settings;
  if (azure) return `azure:${azure.deployment ?? model}`;
  return isOpenAi(settings) ? `openai:${model}` : `${hostOf(baseUrl ?? OPENAI_URL)}:${model}`;
}

export const apiOf = (settings: OpenAiSettings): 'responses' | 'chat' =>
  settings.api ?? (isOpenAi(settings) ? 'responses' : 'chat');

/** @throws PorrasError `model-key-missing` | `bad-setting` */
export function checkSettings(settings: OpenAiSettings): void {
  const { azure, baseUrl = OPENAI_URL, apiKey, keyName = 'OPENAI_API_KEY' } = settings;
  const address = azure?.endpoint ?? baseUrl;
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new PorrasError('bad-setting', `the address of the language model is not a URL: ${shown(address)}`);
  if (!apiKey && (azure || isOpenAi(settings)))
    throw new PorrasError('model-key-missing', `${keyName} is not set: ${azure ? 'Azure OpenAI' : 'OpenAI'} needs it`);
}

const shown = (address: string): string => address.replace(/\/\/[^/@]*@/, '//***@').slice(0, 80);
