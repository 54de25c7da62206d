import { createLangchainModel, createOpenAiModel } from '../../../src/analysis/language-model/index.ts';
import { type ModelSettings, testLanguageModel } from '../../contract/language-model.ts';

const shared = ({ baseUrl, apiKey, timeoutMs, now }: ModelSettings) => ({
  baseUrl,
  apiKey,
  timeoutMs,
  keyName: 'TEST_KEY',
  clock: { now: () => now },
});

testLanguageModel('openai, chat completions', (settings) =>
  createOpenAiModel({ model: 'test-model', api: 'chat', ...shared(settings) }),
);
testLanguageModel('openai, responses', (settings) =>
  createOpenAiModel({ model: 'test-model', api: 'responses', ...shared(settings) }),
);
testLanguageModel('openai, Azure', ({ baseUrl, ...settings }) =>
  createOpenAiModel({
    ...shared({ baseUrl, ...settings }),
    model: 'test-model',
    azure: { endpoint: baseUrl.replace('/v1', '/'), apiVersion: '2025-04-01-preview' },
  }),
);
testLanguageModel('langchain, chat completions', (settings) =>
  createLangchainModel({ model: 'openai:test-model', ...shared(settings) }),
);
testLanguageModel('langchain, responses', (settings) =>
  createLangchainModel({ model: 'openai:test-model', fields: { useResponsesApi: true }, ...shared(settings) }),
);
