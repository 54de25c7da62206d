import fc from 'fast-check';
import OpenAI from 'openai';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { strictSchema } from '../../../src/analysis/language-model/strict-schema.ts';
import { drawFaults } from '../../support/fake-openai/fault.ts';
import { defaultBrain, type FakeOpenAi, type FakeRequest, startFakeOpenAi } from '../../support/fake-openai/index.ts';

/** Any schema of the kind that providers enforce, with what its answers must be. */
const { shape } = fc.letrec<{ leaf: z.ZodType; node: z.ZodType; shape: z.ZodObject }>((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom<z.ZodType>(
      z.string(),
      z.string().nullable(),
      z.string().min(1).max(12),
      z.string().regex(/^c\d{1,3}$/),
      z.number().min(0).max(1),
      z.int().min(3).max(9),
      z.boolean(),
      z.literal('fixed'),
      z.iso.date(),
    ),
    fc
      .uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 5 })
      .map((values) => z.enum(values as [string, ...string[]])),
  ),
  node: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    tie('leaf'),
    tie('shape'),
    tie('node').map((item) => z.array(item)),
    tie('node').map((item) => z.array(item).min(2).max(4)),
    tie('node').map((item) => item.nullable()),
  ),
  shape: fc
    .dictionary(fc.stringMatching(/^[a-z][A-Za-z]{0,8}$/), tie('node'), { minKeys: 1, maxKeys: 5 })
    .map((parts) => z.object(parts)),
}));

describe('the default brain', () => {
  const request = async (schema: z.ZodType, data: string) =>
    ({ schema: await strictSchema(schema, 'any'), data, instruction: '' }) as FakeRequest;

  it('has a valid answer for any schema, the same for the same words', async () => {
    await fc.assert(
      fc.asyncProperty(shape, fc.string(), async (schema, data) => {
        const asked = await request(schema, data);
        const value = defaultBrain(asked);
        expect(schema.safeParse(value).error?.issues ?? []).toEqual([]);
        expect(defaultBrain(asked)).toEqual(value);
      }),
      { numRuns: 200 },
    );
  });

  it('has other answers for other words', async () => {
    const schema = z.object({ text: z.string() });
    const asked = await Promise.all(['a', 'b', 'c', 'd'].map((data) => request(schema, data)));
    const values = asked.map((each) => JSON.stringify(defaultBrain(each)));
    expect(new Set(values).size).toBe(4);
  });
});

describe('the fake server', () => {
  let fake: FakeOpenAi;
  let client: OpenAI;
  const VALUE = { items: [{ id: 'a' }, { id: 'b' }], note: 'a text that is longer than one piece of a stream' };
  const messages = [
    { role: 'system' as const, content: 'Do it.' },
    { role: 'user' as const, content: 'to this' },
  ];
  const call = (task = 'classify') =>
    client.chat.completions.create({ model: 'm', messages }, { headers: { 'x-porras-task': task } }).then(
      ({ choices }) => choices[0]?.message.content ?? '',
      (thrown: { status?: number }) => thrown.status ?? 'broken',
    );

  beforeAll(async () => {
    fake = await startFakeOpenAi({ brain: () => VALUE, keep: 5 });
    client = new OpenAI({ baseURL: fake.baseUrl, apiKey: 'k', maxRetries: 0 });
  });
  afterAll(() => fake.close());
  beforeEach(() => fake.reset());

  it('streams chat completions, with usage if asked', async () => {
    const stream = await client.chat.completions.create({
      model: 'm',
      messages,
      stream: true,
      stream_options: { include_usage: true },
    });
    let text = '';
    let tokens: number | undefined;
    let reason: string | null | undefined;
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta.content ?? '';
      reason = chunk.choices[0]?.finish_reason ?? reason;
      tokens = chunk.usage?.prompt_tokens ?? tokens;
    }
    expect(JSON.parse(text)).toEqual(VALUE);
    expect([reason, tokens]).toEqual(['stop', Math.ceil('Do it.to this'.length / 4)]);
  });

  it('streams the call of a tool', async () => {
    const tool = { type: 'function' as const, function: { name: 'answer', parameters: { type: 'object' } } };
    const stream = client.chat.completions.stream({ model: 'm', messages, tools: [tool] });
    const { choices } = await stream.finalChatCompletion();
    const called = choices[0]?.message.tool_calls?.[0];
    expect(called?.type === 'function' && JSON.parse(called.function.arguments)).toEqual(VALUE);
    expect(choices[0]?.finish_reason).toBe('tool_calls');
  });

  it('streams responses, with usage', async () => {
    const stream = client.responses.stream({ model: 'm', instructions: 'Do it.', input: 'to this' });
    let text = '';
    for await (const event of stream) if (event.type === 'response.output_text.delta') text += event.delta;
    const { output_text, usage } = await stream.finalResponse();
    expect(JSON.parse(text)).toEqual(VALUE);
    expect(JSON.parse(output_text)).toEqual(VALUE);
    expect(usage?.output_tokens_details.reasoning_tokens).toBe(8);
  });

  it('counts calls and characters by task, refused ones too', async () => {
    fake.script(null, 'failing', null);
    for (const task of ['classify', 'classify', 'digest']) await call(task);
    const [charsIn, charsOut] = ['Do it.to this'.length, JSON.stringify(VALUE).length];
    expect(fake.tally()).toEqual({
      calls: 3,
      charsIn: charsIn * 3,
      charsSchema: 0,
      charsOut: charsOut * 2,
      byTask: {
        classify: { calls: 2, charsIn: charsIn * 2, charsSchema: 0, charsOut },
        digest: { calls: 1, charsIn, charsSchema: 0, charsOut },
      },
    });
  });

  it('names a task by its schema when nothing else does', async () => {
    const json_schema = { name: 'labels', strict: true, schema: { type: 'object' } };
    const response_format = { type: 'json_schema' as const, json_schema };
    await client.chat.completions.create({ model: 'm', messages, response_format });
    expect(fake.tally().byTask).toEqual({ labels: expect.objectContaining({ calls: 1, charsSchema: 17 }) });
  });

  it('keeps the last requests', async () => {
    for (let at = 0; at < 7; at += 1) await call(`task-${at}`);
    expect(fake.exchanges().map(({ request, fate }) => `${request.task} ${fate}`)).toEqual(
      [2, 3, 4, 5, 6].map((at) => `task-${at} answered`),
    );
  });

  it('draws the same faults from the same seed, about as often as told', () => {
    const draw = (seed: number) => {
      const next = drawFaults({ failing: 0.2, 'rate-limited': 0.1 }, seed);
      return Array.from({ length: 1_000 }, () => next()?.kind ?? 'none');
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(8)).not.toEqual(draw(7));
    const share = (kind: string) => draw(7).filter((one) => one === kind).length / 1_000;
    expect(share('failing')).toBeCloseTo(0.2, 1);
    expect(share('rate-limited')).toBeCloseTo(0.1, 1);
  });

  it('spoils what it is told to spoil, and the script goes first', async () => {
    fake.faultWhen(({ task }) => (task === 'digest' ? 'missing-ids' : null));
    fake.script('duplicate-ids');
    expect(await call('digest')).toBe(JSON.stringify({ ...VALUE, items: [{ id: 'a' }, { id: 'b' }, { id: 'a' }] }));
    expect(await call('digest')).toBe(JSON.stringify({ ...VALUE, items: [{ id: 'b' }] }));
    expect(await call('classify')).toBe(JSON.stringify(VALUE));
  });
});
