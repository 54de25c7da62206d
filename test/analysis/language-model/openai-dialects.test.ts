import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOpenAiModel, type OpenAiSettings } from '../../../src/analysis/language-model/index.ts';
import { learn } from '../../../src/analysis/language-model/openai/dialect.ts';
import { apiOf } from '../../../src/analysis/language-model/openai/openai-settings.ts';
import type { LanguageModel } from '../../../src/ports/language-model.ts';
import { type FakeOpenAi, type FakeRequest, startFakeOpenAi } from '../../support/fake-openai/index.ts';
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

const open = (settings: Partial<OpenAiSettings> = {}): LanguageModel =>
  createOpenAiModel({ model: 'test-model', baseUrl: fake.baseUrl, ...settings });
const ask = (model: LanguageModel, more: Parameters<typeof aRequest>[0] = {}) => model.structured(aRequest(more));
const sent = (): FakeRequest[] => fake.exchanges().map(({ request }) => request);

describe('a server that lacks something', () => {
  it.each(['chat', 'responses'] as const)('is told the schema in words once it has refused it (%s)', async (api) => {
    fake.setAbilities({ jsonSchema: false });
    const model = open({ api });
    expect(await ask(model)).toMatchObject({ kind: 'value', value: { text: 'yes' } });
    expect(await ask(model)).toMatchObject({ kind: 'value' });
    expect(sent().map(({ format }) => format)).toEqual(['json_schema', 'json_object', 'json_object']);
    const [strict, ...told] = sent().map(({ instruction }) => instruction);
    expect(strict).toBe('Answer.');
    for (const instruction of told) {
      expect(instruction).toMatch(/^Answer\.\n\n/);
      expect(instruction).toContain('"required":["text"],"additionalProperties":false');
    }
  });

  it.each(['chat', 'responses'] as const)(
    'is asked in plain words when it refuses JSON altogether (%s)',
    async (api) => {
      fake.setAbilities({ jsonSchema: false, jsonObject: false });
      const model = open({ api });
      fake.script('fenced');
      expect(await ask(model)).toMatchObject({ kind: 'value', value: { text: 'yes' } });
      expect(sent().map(({ format }) => format)).toEqual(['json_schema', 'json_object', 'text']);
    },
  );

  it('is told the schema when it takes one and pays no heed to it', async () => {
    fake.setAbilities({ ignoresSchema: true });
    const model = open();
    const codes = [await ask(model), await ask(model), await ask(model)];
    expect(codes).toMatchObject([
      { kind: 'invalid', code: 'not-json' },
      { kind: 'invalid', code: 'not-json' },
      { kind: 'value' },
    ]);
  });

  it('is not told it for one slip', async () => {
    const model = open();
    fake.script('not-json', null, 'wrong-schema');
    for (let call = 0; call < 4; call += 1) await ask(model);
    expect(sent().map(({ instruction }) => instruction)).toEqual(Array(4).fill('Answer.'));
  });

  it('is given the limit by the name that it knows', async () => {
    fake.setAbilities({ refusedParams: ['max_tokens'] });
    const model = open();
    await ask(model, { maxOutputTokens: 50 });
    await ask(model, { maxOutputTokens: 60 });
    expect(sent().map(({ body }) => [body['max_tokens'], body['max_completion_tokens']])).toEqual([
      [50, undefined],
      [undefined, 50],
      [undefined, 60],
    ]);
  });

  it('is spared a temperature and an effort that it does not take', async () => {
    fake.setAbilities({ refusedParams: ['temperature', 'reasoning_effort'] });
    const model = open({ temperature: 0, reasoningEffort: 'low' });
    expect(await ask(model)).toMatchObject({ kind: 'value' });
    await ask(model);
    expect(fake.tally().calls).toBe(4);
    expect(sent().at(-1)?.body).not.toHaveProperty('temperature');
  });

  it('that refuses every word is not asked for ever', async () => {
    fake.setAbilities({ refusedParams: ['max_tokens', 'max_completion_tokens'] });
    await expect(ask(open(), { maxOutputTokens: 50 })).rejects.toMatchObject({ code: 'model-bad-request' });
    expect(fake.tally().calls).toBeLessThan(10);
  });

  const dialect = {
    format: 'json_schema',
    tellSchema: false,
    limit: 'max_tokens',
    temperature: true,
    reasoningEffort: true,
  } as const;
  const header = () => null;

  it.each([
    'This response_format type is unavailable now',
    'This model does not support response format `json_schema`.',
    "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
    "does not support 'json_schema' response format. Supported formats: json_object.",
    "Unsupported value: 'text.format' json_schema",
  ])('is understood: %s', (words) => {
    expect(learn(dialect, { status: 400, code: '', words, header })).toMatchObject({ format: 'json_object' });
  });

  it.each([
    [400, "Invalid schema for response_format 'labels': 'oneOf' is not permitted."],
    [400, "Invalid value for 'messages'."],
    [400, 'The tokens of response_format exceed the limit'],
    [500, 'This response_format type is unavailable now'],
    [429, 'json_schema is not supported'],
  ])('is not seen in status %i, %s', (status, words) => {
    expect(learn(dialect, { status, code: '', words, header })).toBeNull();
  });
});

describe('where requests go', () => {
  it.each<[Partial<OpenAiSettings>, 'responses' | 'chat', string]>([
    [{ apiKey: 'k' }, 'responses', 'openai:m'],
    [{ apiKey: 'k', baseUrl: 'https://eu.api.openai.com/v1' }, 'responses', 'openai:m'],
    [{ apiKey: 'k', api: 'chat' }, 'chat', 'openai:m'],
    [{ baseUrl: 'http://localhost:11434/v1' }, 'chat', 'localhost:11434:m'],
    [{ baseUrl: 'http://user:hidden@llm.example.fi/v1', api: 'responses' }, 'responses', 'llm.example.fi:m'],
    [{ apiKey: 'k', azure: { endpoint: 'https://x.openai.azure.com', apiVersion: 'v' } }, 'chat', 'azure:m'],
    [
      { apiKey: 'k', azure: { endpoint: 'https://x.openai.azure.com', apiVersion: 'v', deployment: 'd' } },
      'chat',
      'azure:d',
    ],
  ])('%j: %s, %s', (settings, api, described) => {
    expect(apiOf({ model: 'm', ...settings })).toBe(api);
    expect(createOpenAiModel({ model: 'm', ...settings }).describe()).toBe(described);
  });

  it('at Azure is the deployment, with version and key as Azure wants them', async () => {
    const endpoint = fake.baseUrl.replace('/v1', '/');
    const azure = { endpoint, apiVersion: '2025-04-01-preview', deployment: 'our deployment' };
    await ask(open({ azure, apiKey: 'azure-key' }), { maxOutputTokens: 9 });
    const { path, headers, body } = sent()[0]!;
    expect(path).toBe('/openai/deployments/our%20deployment/chat/completions');
    expect(headers['api-key']).toBe('azure-key');
    expect(body['max_completion_tokens']).toBe(9);
  });

  it('is decided by the settings and not by the environment', async () => {
    vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:1/v1');
    vi.stubEnv('OPENAI_API_KEY', 'sk-from-the-environment');
    vi.stubEnv('OPENAI_ORG_ID', 'org-from-the-environment');
    vi.stubEnv('AZURE_OPENAI_ENDPOINT', 'http://127.0.0.1:1');
    await ask(open());
    const azure = { endpoint: fake.baseUrl, apiVersion: 'v' };
    await ask(open({ azure, apiKey: 'azure-key' }));
    expect(sent()).toHaveLength(2);
    expect(JSON.stringify(sent().map(({ headers }) => headers))).not.toContain('from-the-environment');
  });

  it('asks the provider to keep nothing', async () => {
    await ask(open({ api: 'responses' }));
    expect(sent()[0]?.body['store']).toBe(false);
  });
});

describe('settings that cannot work', () => {
  it.each<[Partial<OpenAiSettings>, string, RegExp]>([
    [{}, 'model-key-missing', /OPENAI_API_KEY is not set/],
    [
      { azure: { endpoint: 'https://x.openai.azure.com', apiVersion: 'v' }, keyName: 'AZURE_KEY' },
      'model-key-missing',
      /AZURE_KEY/,
    ],
    [{ baseUrl: 'localhost' }, 'bad-setting', /not a URL: localhost/],
    [{ baseUrl: 'localhost:11434/v1' }, 'bad-setting', /not a URL/],
  ])('%j: %s', (settings, code, message) => {
    expect(() => createOpenAiModel({ model: 'm', ...settings })).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    );
  });
});

describe('answers that are none', () => {
  it.each<[OpenAiSettings['api'] & string, object]>([
    ['responses', { status: 'failed', error: { code: 'server_error', message: 'no' }, output: [] }],
    ['responses', { object: 'something else' }],
    ['chat', { object: 'something else' }],
  ])('%s %j can be asked for again', async (api, body) => {
    const server = createServer((_, outgoing) => {
      outgoing.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    const asked = ask(open({ api, baseUrl }));
    await expect(asked).rejects.toMatchObject({ code: 'model-garbled', retryable: true });
    server.closeAllConnections();
    server.close();
  });
});
