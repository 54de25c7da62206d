import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PorrasError } from '../../src/errors.ts';
import type { LanguageModel, Reply, StructuredRequest } from '../../src/ports/language-model.ts';
import { type FakeOpenAi, type FaultKind, startFakeOpenAi } from '../support/fake-openai/index.ts';

export interface ModelSettings {
  baseUrl: string;
  apiKey: string;
  timeoutMs: number;
  now: Date;
}

const KEY = 'sk-porras-0123456789abcdef';
const NOW = new Date('2026-03-02T09:00:00Z');
const SECRET_WORDS = 'Pasi said that the archive key is hidden under the third flower pot';

const labels = z.object({
  labels: z.array(
    z.object({
      id: z.string(),
      step: z.enum(['needs', 'processes']),
      buildsOn: z.string().nullable(),
      sure: z.number(),
    }),
  ),
});
type Labels = z.infer<typeof labels>;
const VALUE: Labels = {
  labels: [
    { id: 'c1', step: 'needs', buildsOn: null, sure: 0.9 },
    { id: 'c2', step: 'processes', buildsOn: 'c1', sure: 0.4 },
  ],
};

/** What every implementation of `LanguageModel` must do, against a server of OpenAI's kind. */
export function testLanguageModel(name: string, open: (settings: ModelSettings) => LanguageModel): void {
  describe(`language model: ${name}`, () => {
    let fake: FakeOpenAi;
    let model: LanguageModel;
    const settings = (): ModelSettings => ({ baseUrl: fake.baseUrl, apiKey: KEY, timeoutMs: 20_000, now: NOW });

    beforeAll(async () => {
      fake = await startFakeOpenAi({ apiKey: KEY });
    });
    afterAll(() => fake.close());
    beforeEach(() => {
      fake.reset();
      fake.setAbilities({});
      fake.setBrain(() => VALUE);
      model = open(settings());
    });

    const ask = (more: Partial<StructuredRequest<Labels>> = {}, asked = model): Promise<Reply<Labels>> =>
      asked.structured({
        task: 'classify',
        instruction: 'Label each contribution.',
        data: SECRET_WORDS,
        schema: labels,
        schemaName: 'labels',
        ...more,
      });
    const askWith = (fault: FaultKind) => {
      fake.script(fault);
      return ask();
    };
    const errorOf = async (asked: Promise<unknown>): Promise<PorrasError> => {
      const thrown: unknown = await asked.then(
        () => null,
        (error: unknown) => error,
      );
      expect(thrown).toBeInstanceOf(PorrasError);
      return thrown as PorrasError;
    };

    it('answers with a value of the schema and what it cost', async () => {
      const reply = await ask();
      const prompt = 'Label each contribution.'.length + SECRET_WORDS.length;
      const tokensIn = Math.ceil(prompt / 4);
      expect(reply).toEqual({
        kind: 'value',
        value: VALUE,
        usage: {
          tokensIn,
          cachedIn: Math.floor(tokensIn / 2),
          tokensOut: Math.ceil(JSON.stringify(VALUE).length / 4) + 8,
          reasoning: 8,
        },
      });
    });

    it('sends instruction, data, schema, task and limit, and nothing is mixed up', async () => {
      await ask({ maxOutputTokens: 321 });
      const { request } = fake.exchanges()[0]!;
      expect(request).toMatchObject({
        task: 'classify',
        instruction: 'Label each contribution.',
        data: SECRET_WORDS,
        schemaName: 'labels',
        maxOutputTokens: 321,
      });
      expect(request.schema).toMatchObject({
        required: ['labels'],
        additionalProperties: false,
        properties: {
          labels: { items: { required: ['id', 'step', 'buildsOn', 'sure'], additionalProperties: false } },
        },
      });
    });

    it('describes itself by its model, without secrets', () => {
      expect(model.describe()).toContain('test-model');
      expect(model.describe()).not.toContain(KEY);
    });

    it.each([
      ['truncated', 'invalid', 'truncated'],
      ['empty-choices', 'invalid', 'empty'],
      ['empty-text', 'invalid', 'empty'],
      ['not-json', 'invalid', 'not-json'],
      ['wrong-schema', 'invalid', 'wrong-schema'],
      ['invented-enum', 'invalid', 'wrong-schema'],
      ['refusal', 'refusal', 'refused'],
      ['content-filter', 'refusal', 'content-filter'],
    ] as const)('takes %s for %s: %s, and counts what it cost', async (fault, kind, code) => {
      const reply = await askWith(fault);
      expect(reply).toMatchObject({ kind, code });
      expect(reply.usage.tokensIn).toBeGreaterThan(20);
      expect(reply.usage.tokensOut).toBeGreaterThan(0);
      expect(reply.usage.estimated).toBeUndefined();
      expect(fake.tally().calls).toBe(1);
    });

    it('says where an answer breaks the schema', async () => {
      const reply = await askWith('invented-enum');
      expect(reply).toMatchObject({ kind: 'invalid', raw: expect.stringContaining('invented-value') });
      expect(reply.kind === 'invalid' && reply.issues.join()).toMatch(/^labels\.0\.step: /);
    });

    it.each(['duplicate-ids', 'missing-ids', 'invented-ids'] as const)(
      'leaves %s to those who know the ids',
      async (fault) => {
        const reply = await askWith(fault);
        expect(reply.kind === 'value' && reply.value.labels.map(({ id }) => id)).toEqual(
          { 'duplicate-ids': ['c1', 'c2', 'c1'], 'missing-ids': ['c2'], 'invented-ids': ['c1', 'c2', 'invented-id'] }[
            fault
          ],
        );
      },
    );

    it('takes a prompt that the provider filters for a refusal that cost nothing', async () => {
      expect(await askWith('prompt-filtered')).toEqual({
        kind: 'refusal',
        code: 'content-filter',
        text: '',
        usage: { tokensIn: 0, cachedIn: 0, tokensOut: 0, reasoning: 0 },
      });
    });

    it('estimates what the server does not count', async () => {
      const reply = await askWith('usage-missing');
      expect(reply).toMatchObject({ kind: 'value', usage: { estimated: true } });
      expect(reply.usage.tokensIn).toBeGreaterThanOrEqual(SECRET_WORDS.length / 4);
      expect(reply.usage.tokensOut).toBeGreaterThanOrEqual(JSON.stringify(VALUE).length / 4);
    });

    it.each([
      ['rate-limited', 'model-rate-limited', true],
      ['out-of-quota', 'model-quota', false],
      ['failing', 'model-failed', true],
      ['overloaded', 'model-failed', true],
      ['reset', 'model-unreachable', true],
      ['cut-body', 'model-unreachable', true],
      ['wrong-key', 'model-key-refused', false],
      ['forbidden', 'model-forbidden', false],
      ['unknown-model', 'model-unknown', false],
      ['bad-request', 'model-bad-request', false],
      ['too-long', 'model-input-too-long', false],
    ] as const)('turns %s into %s, retryable: %s, and does not retry', async (fault, code, retryable) => {
      const error = await errorOf(askWith(fault));
      expect(error).toMatchObject({ code, retryable, retryAfterMs: null });
      expect(fake.tally().calls).toBe(1);
    });

    it.each([
      ['7', 7_000],
      ['0.5', 500],
      ['Mon, 02 Mar 2026 09:01:30 GMT', 90_000],
      ['Mon, 02 Mar 2026 08:00:00 GMT', 0],
      ['soon', null],
    ])('hands on Retry-After: %s', async (retryAfter, retryAfterMs) => {
      fake.script({ kind: 'rate-limited', retryAfter });
      expect(await errorOf(ask())).toMatchObject({ code: 'model-rate-limited', retryAfterMs });
      fake.script({ kind: 'overloaded', retryAfter });
      expect(await errorOf(ask())).toMatchObject({ code: 'model-failed', retryAfterMs });
    });

    it.each(['hang', 'slow-drip'] as const)('gives up on %s in time, at the server too', async (fault) => {
      fake.script({ kind: fault, everyMs: 200 });
      const error = await errorOf(ask({}, open({ ...settings(), timeoutMs: 300 })));
      expect(error).toMatchObject({ code: 'model-timeout', retryable: true });
      await expect.poll(() => fake.exchanges()[0]?.fate).toBe('aborted');
      expect(fake.tally().calls).toBe(1);
    });

    it('ends the call at the server when the caller ends it', async () => {
      fake.script('hang');
      const controller = new AbortController();
      const asked = errorOf(ask({ signal: controller.signal }));
      await expect.poll(() => fake.exchanges().length, { timeout: 10_000 }).toBe(1);
      controller.abort();
      expect(await asked).toMatchObject({ code: 'model-aborted', retryable: true });
      await expect.poll(() => fake.exchanges()[0]?.fate).toBe('aborted');
    });

    it('sends nothing for a caller that has gone', async () => {
      expect(await errorOf(ask({ signal: AbortSignal.abort() }))).toMatchObject({ code: 'model-aborted' });
      expect(fake.tally().calls).toBe(0);
    });

    it('says that nobody is there', async () => {
      const gone = await startFakeOpenAi();
      await gone.close();
      const error = await errorOf(ask({}, open({ ...settings(), baseUrl: gone.baseUrl })));
      expect(error).toMatchObject({ code: 'model-unreachable', retryable: true });
    });

    it('never takes a page of HTML for an answer', async () => {
      expect(await errorOf(askWith('html'))).toMatchObject({ retryable: true });
    });

    it('shows no key and no words of people in an error, whatever the server repeats', async () => {
      const other = open({ ...settings(), apiKey: 'sk-porras-someoneelse99999' });
      const error = await errorOf(ask({}, other));
      expect(error).toMatchObject({ code: 'model-key-refused', retryable: false });
      expect(error.message).toContain('TEST_KEY was refused');
      fake.setBrain(() => {
        throw new Error(`key ${KEY} and input ${SECRET_WORDS}`);
      });
      const echo = await errorOf(ask());
      for (const each of [error, echo]) {
        const shown = [each.message, each.stack, JSON.stringify(each), String(each.cause)].join('\n');
        expect(shown).not.toContain('sk-porras');
        expect(shown).not.toContain('flower pot');
      }
    });

    it('refuses a schema that no provider enforces, before anything is sent', async () => {
      const loose = z.object({ a: z.string().optional() });
      const error = await errorOf(
        model.structured({ task: 't', instruction: 'i', data: 'd', schema: loose, schemaName: 'loose' }),
      );
      expect(error).toMatchObject({ code: 'bad-schema', retryable: false });
      expect(fake.tally().calls).toBe(0);
    });

    it('answers many at once, each with its own', async () => {
      fake.setBrain(({ data }) => ({ labels: [{ id: data, step: 'needs', buildsOn: null, sure: 1 }] }));
      const ids = Array.from({ length: 12 }, (_, index) => `contribution-${index}`);
      const replies = await Promise.all(ids.map((data) => ask({ data })));
      expect(replies.map((reply) => reply.kind === 'value' && reply.value.labels[0]?.id)).toEqual(ids);
    });
  });
}
