import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLangchainModel } from '../../../src/analysis/language-model/index.ts';
import { readMessage } from '../../../src/analysis/language-model/langchain/read-message.ts';
import { type FakeOpenAi, startFakeOpenAi } from '../../support/fake-openai/index.ts';
import { aRequest } from './scripted-model.ts';

let fake: FakeOpenAi;
beforeAll(async () => {
  fake = await startFakeOpenAi({ brain: () => ({ text: 'yes' }) });
});
afterAll(() => fake.close());
beforeEach(() => {
  fake.reset();
  fake.setAbilities({});
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const open = (model = 'openai:test-model') => createLangchainModel({ model, baseUrl: fake.baseUrl, apiKey: 'k' });

describe('langchain', () => {
  it('tells a model without tools the schema in words, from then on', async () => {
    fake.setAbilities({ tools: false });
    const model = open();
    expect(await model.structured(aRequest())).toMatchObject({ kind: 'value', value: { text: 'yes' } });
    expect(await model.structured(aRequest())).toMatchObject({ kind: 'value' });
    expect(fake.exchanges().map(({ request }) => request.format)).toEqual(['tool', 'text', 'text']);
  });

  it('keeps limits of tokens apart', async () => {
    const model = open();
    await Promise.all(
      [undefined, 10, 20].map((maxOutputTokens) =>
        model.structured(aRequest(maxOutputTokens === undefined ? {} : { maxOutputTokens })),
      ),
    );
    expect(
      fake
        .exchanges()
        .map(({ request }) => String(request.maxOutputTokens))
        .sort(),
    ).toEqual(['10', '20', 'null']);
  });

  it('says which package a provider needs', async () => {
    await expect(open('anthropic:claude').structured(aRequest())).rejects.toMatchObject({
      code: 'model-package',
      message: expect.stringContaining('npm install @langchain/anthropic'),
      retryable: false,
    });
  });

  it.each(['nobody:model', 'gpt-5', 'constructor:x'])('refuses %s and names the providers', async (model) => {
    await expect(open(model).structured(aRequest())).rejects.toMatchObject({
      code: 'bad-setting',
      message: expect.stringMatching(/PROVIDER:MODEL.*openai, anthropic/),
    });
  });

  it('traces to nobody, even where the environment asks for it', async () => {
    let traces = 0;
    const tracer: Server = createServer((_, outgoing) => {
      traces += 1;
      outgoing.end('{}');
    });
    await new Promise<void>((resolve) => tracer.listen(0, '127.0.0.1', resolve));
    vi.stubEnv('LANGSMITH_TRACING', 'true');
    vi.stubEnv('LANGSMITH_API_KEY', 'ls-key');
    vi.stubEnv('LANGSMITH_ENDPOINT', `http://127.0.0.1:${(tracer.address() as AddressInfo).port}`);
    expect(await open().structured(aRequest())).toMatchObject({ kind: 'value' });
    // As long as the tracer's own batches wait.
    await wait(1_000);
    tracer.close();
    expect(traces).toBe(0);
  });
});

describe('messages of other providers', () => {
  const message = (parts: object) =>
    readMessage({ additional_kwargs: {}, response_metadata: {}, tool_calls: [], text: '', ...parts } as never);

  it.each([
    ['Anthropic', { response_metadata: { stop_reason: 'max_tokens' } }, 'truncated'],
    ['Gemini', { response_metadata: { finishReason: 'MAX_TOKENS' } }, 'truncated'],
    ['Gemini', { response_metadata: { finishReason: 'SAFETY' } }, 'content-filter'],
    ['Bedrock', { response_metadata: { stopReason: 'guardrail_intervened' } }, 'content-filter'],
    ['Ollama', { response_metadata: { done_reason: 'length' } }, 'truncated'],
    ['Mistral', { response_metadata: { finish_reason: 'tool_calls' } }, 'whole'],
  ])('%s %j ended %s', (_, parts, ended) => {
    expect(message(parts).ended).toBe(ended);
  });

  it('a refusal of Anthropic’s is one', () => {
    expect(message({ text: 'I would rather not.', response_metadata: { stop_reason: 'refusal' } }).refusal).toBe(
      'I would rather not.',
    );
  });

  it('read the one tool call, else the words', () => {
    expect(message({ tool_calls: [{ name: 'answer', args: { text: 'yes' } }], text: 'Let me see.' }).text).toBe(
      '{"text":"yes"}',
    );
    expect(message({ text: '{"text":"yes"}' }).text).toBe('{"text":"yes"}');
  });
});
