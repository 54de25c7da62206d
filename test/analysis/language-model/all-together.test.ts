import { describe, expect, it } from 'vitest';
import {
  createMemoryBudget,
  createOpenAiModel,
  createResilientModel,
  createUsageMeter,
} from '../../../src/analysis/language-model/index.ts';
import { PorrasError } from '../../../src/errors.ts';
import { type Chances, FAULTS, type FaultKind, startFakeOpenAi } from '../../support/fake-openai/index.ts';
import { aRequest } from './scripted-model.ts';

const KEY = 'sk-porras-0123456789abcdef';
const REQUESTS = 120;
const ATTEMPTS = 3;

describe.each(['chat', 'responses'] as const)('a model in a storm of faults (%s)', (api) => {
  it('ends every request in an answer or an error of the family, tries no more than told, and counts the rest', async () => {
    const fake = await startFakeOpenAi({ brain: () => ({ text: 'yes' }), apiKey: KEY, keep: REQUESTS * ATTEMPTS });
    // Those that only time ends are seen elsewhere.
    const kinds: FaultKind[] = FAULTS.filter((kind) => kind !== 'hang' && kind !== 'slow-drip');
    fake.chance(Object.fromEntries(kinds.map((kind) => [kind, 0.6 / kinds.length])) as Chances, 20_260_302);
    const meter = createUsageMeter();
    const book = createMemoryBudget();
    const lines: string[] = [];
    const model = createResilientModel(
      createOpenAiModel({ model: 'm', baseUrl: fake.baseUrl, apiKey: KEY, api, timeoutMs: 20_000 }),
      {
        backoff: { attempts: ATTEMPTS, baseMs: 1, longestMs: 2 },
        breaker: { failures: 1_000 },
        budget: { book, monthlyTokens: null },
        clock: { now: () => new Date('2026-03-02T09:00:00Z') },
        meter,
        onRetry: (retry) => lines.push(JSON.stringify(retry)),
      },
    );
    let tokens = 0;
    const outcomes = await Promise.all(
      Array.from({ length: REQUESTS }, async (_, index) => {
        const data = `what person number ${index} said in confidence`;
        try {
          const reply = await model.structured(aRequest({ data, workspaceId: 'w1' }));
          tokens += reply.usage.tokensIn + reply.usage.tokensOut;
          return reply.kind === 'value' ? `value ${reply.value.text}` : reply.kind;
        } catch (thrown) {
          lines.push(String((thrown as Error).stack));
          return thrown instanceof PorrasError ? 'error' : 'stranger';
        }
      }),
    );
    await fake.close();
    const { classify } = meter.byTask();
    expect(new Set(outcomes)).toEqual(new Set(['value yes', 'invalid', 'refusal', 'error']));
    expect(fake.tally().calls).toBe(classify?.calls);
    expect(classify?.calls).toBeLessThanOrEqual(REQUESTS * ATTEMPTS);
    expect((classify?.calls ?? 0) - (classify?.failed ?? 0)).toBe(outcomes.filter((one) => one !== 'error').length);
    expect((classify?.tokensIn ?? 0) + (classify?.tokensOut ?? 0)).toBe(tokens);
    expect(await book.spent('w1', '2026-03')).toBe(tokens);
    expect(lines.join('\n')).not.toMatch(/0123456789abcdef|in confidence/);
  });
});
