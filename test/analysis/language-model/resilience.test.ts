import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createMemoryBudget,
  createResilientModel,
  createUsageMeter,
  type ResilienceOptions,
  type Retry,
} from '../../../src/analysis/language-model/index.ts';
import { backoff } from '../../../src/analysis/language-model/resilience/backoff.ts';
import { PorrasError } from '../../../src/errors.ts';
import type { LanguageModel, Reply } from '../../../src/ports/language-model.ts';
import { aRequest, failure, good, type ScriptedModel, scriptedModel, USAGE } from './scripted-model.ts';
import { createVirtualTime, type VirtualTime } from './virtual-time.ts';

let time: VirtualTime;
let retries: Retry[];
beforeEach(() => {
  time = createVirtualTime();
  retries = [];
});

const wrap = (model: LanguageModel, options: ResilienceOptions = {}): LanguageModel =>
  createResilientModel(model, {
    clock: time.clock,
    sleep: time.sleep,
    random: () => 0.5,
    onRetry: (retry) => retries.push(retry),
    ...options,
  });
/** The kind of the answer, or the code of the error. */
const begin = (model: LanguageModel, more: Parameters<typeof aRequest>[0] = {}): Promise<string> =>
  model.structured(aRequest(more)).then(
    ({ kind }) => kind,
    (thrown: unknown) => (thrown instanceof PorrasError ? thrown.code : String(thrown)),
  );
const ask = (...args: Parameters<typeof begin>): Promise<string> => time.run(begin(...args));
/** Never answers, and does not listen either. */
const deaf = () => new Promise<Reply<unknown>>(() => {});

describe('retries', () => {
  it('come until there is an answer, ever later', async () => {
    const model = scriptedModel(
      failure('model-failed'),
      failure('model-timeout'),
      failure('model-unreachable'),
      good(),
    );
    expect(await ask(wrap(model))).toBe('value');
    expect(retries).toEqual([
      { task: 'classify', attempt: 1, code: 'model-failed', waitMs: 500 },
      { task: 'classify', attempt: 2, code: 'model-timeout', waitMs: 1_000 },
      { task: 'classify', attempt: 3, code: 'model-unreachable', waitMs: 2_000 },
    ]);
    expect(time.elapsed()).toBe(3_500);
  });

  it('are bounded', async () => {
    const model = scriptedModel(failure('model-failed'));
    expect(await ask(wrap(model, { backoff: { attempts: 3 } }))).toBe('model-failed');
    expect(model.requests).toHaveLength(3);
  });

  it('wait no less than the server asks', async () => {
    const model = scriptedModel(failure('model-rate-limited', { retryAfterMs: 20_000 }), good());
    expect(await ask(wrap(model))).toBe('value');
    expect(time.elapsed()).toBeGreaterThanOrEqual(20_000);
    expect(time.elapsed()).toBeLessThanOrEqual(21_000);
  });

  it('are not tried when the server asks for more time than there is', async () => {
    const model = scriptedModel(failure('model-rate-limited', { retryAfterMs: 600_000 }));
    const asked = wrap(model).structured(aRequest());
    await expect(time.run(asked)).rejects.toMatchObject({ code: 'model-rate-limited', retryAfterMs: 600_000 });
    expect(model.requests).toHaveLength(1);
    expect(time.elapsed()).toBe(0);
  });

  it('keep nobody else waiting for longer than there is time', async () => {
    const model = scriptedModel(failure('model-rate-limited', { retryAfterMs: 600_000 }), good());
    const resilient = wrap(model);
    await ask(resilient);
    await time.pass(1_000);
    await expect(time.run(resilient.structured(aRequest()))).rejects.toMatchObject({
      code: 'model-rate-limited',
      retryable: true,
      retryAfterMs: 599_000,
    });
    expect(model.requests).toHaveLength(1);
    await time.pass(599_000);
    expect(await ask(resilient)).toBe('value');
  });

  it('end when the time is spent', async () => {
    const model = scriptedModel(deaf);
    const resilient = wrap(model, { totalMs: 100_000, callTimeoutMs: 60_000 });
    expect(await ask(resilient)).toBe('model-timeout');
    expect(model.requests).toHaveLength(2);
    expect(time.elapsed()).toBeLessThanOrEqual(100_000);
  });

  it.each(['model-key-refused', 'model-bad-request', 'model-input-too-long', 'bad-schema'])(
    'are not for %s',
    async (code) => {
      const model = scriptedModel(failure(code, { retryable: false }));
      expect(await ask(wrap(model))).toBe(code);
      expect(model.requests).toHaveLength(1);
    },
  );

  it.each<Reply<unknown>>([
    { kind: 'invalid', code: 'wrong-schema', raw: '{}', issues: [], usage: USAGE },
    { kind: 'refusal', code: 'refused', text: 'no', usage: USAGE },
  ])('are not for an answer of kind $kind', async (reply) => {
    const model = scriptedModel(reply, good());
    expect(await ask(wrap(model))).toBe(reply.kind);
    expect(model.requests).toHaveLength(1);
  });

  it('stop when the caller leaves during a wait', async () => {
    const model = scriptedModel(failure('model-failed'));
    const controller = new AbortController();
    const asked = begin(wrap(model), { signal: controller.signal });
    await time.pass(0);
    controller.abort();
    expect(await time.run(asked)).toBe('model-aborted');
    expect(model.requests).toHaveLength(1);
  });

  it('spread a crowd over the whole wait, and never come before the server allows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.option(fc.integer({ min: 0, max: 1_000_000 })),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempt, retryAfterMs, random) => {
          const options = { attempts: 4, baseMs: 1_000, longestMs: 30_000 };
          const wait = backoff(attempt, retryAfterMs, options, () => random);
          const limit = Math.min(30_000, 1_000 * 2 ** (attempt - 1));
          const [least, most] = retryAfterMs === null ? [0, limit] : [retryAfterMs, retryAfterMs + 1_000];
          expect(wait).toBe(Math.ceil(least + random * (most - least)));
        },
      ),
    );
  });
});

describe('limits', () => {
  it('end one call that takes too long, and tell the model', async () => {
    const model = scriptedModel(deaf, good());
    expect(await ask(wrap(model, { callTimeoutMs: 10_000 }))).toBe('value');
    expect(model.requests[0]?.signal?.aborted).toBe(true);
    expect(retries).toEqual([{ task: 'classify', attempt: 1, code: 'model-timeout', waitMs: 500 }]);
  });

  it('hand on that the caller leaves', async () => {
    const model = scriptedModel(deaf);
    const controller = new AbortController();
    const asked = begin(wrap(model), { signal: controller.signal });
    await time.pass(1_000);
    controller.abort();
    expect(await time.run(asked)).toBe('model-aborted');
    expect(model.requests[0]?.signal?.aborted).toBe(true);
    expect(time.elapsed()).toBe(1_000);
  });

  it('let only so many at the model at once, in order, and lose nobody', async () => {
    let inside = 0;
    let most = 0;
    const model = scriptedModel(async () => {
      inside += 1;
      most = Math.max(most, inside);
      await time.sleep(1_000);
      inside -= 1;
      return good();
    });
    const resilient = wrap(model, { concurrency: 3 });
    const asked = Array.from({ length: 10 }, (_, index) => resilient.structured(aRequest({ data: String(index) })));
    await time.run(Promise.all(asked));
    expect(most).toBe(3);
    expect(model.requests.map(({ data }) => Number(data))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(time.elapsed()).toBe(4_000);
  });

  it('let those leave who wait for their turn, and keep the turn of others', async () => {
    const model = scriptedModel(async () => {
      await time.sleep(1_000);
      return good();
    });
    const resilient = wrap(model, { concurrency: 1 });
    const controller = new AbortController();
    const first = resilient.structured(aRequest({ data: 'first' }));
    const leaves = begin(resilient, { data: 'leaves', signal: controller.signal });
    const last = resilient.structured(aRequest({ data: 'last' }));
    await time.pass(10);
    controller.abort();
    expect(await time.run(leaves)).toBe('model-aborted');
    await time.run(Promise.all([first, last]));
    expect(model.requests.map(({ data }) => data)).toEqual(['first', 'last']);
  });

  it('count a wait for one’s turn as nobody’s failure', async () => {
    const model = scriptedModel(async () => {
      await time.sleep(50_000);
      return good();
    });
    const resilient = wrap(model, { concurrency: 1, totalMs: 60_000 });
    const asked = Array.from({ length: 5 }, () => resilient.structured(aRequest()));
    expect((await time.run(Promise.all(asked))).map(({ kind }) => kind)).toEqual(Array(5).fill('value'));
  });

  it('pause everybody when the server asks one to slow down', async () => {
    const at: number[] = [];
    const model = scriptedModel(failure('model-rate-limited', { retryAfterMs: 30_000 }), async () => {
      at.push(time.elapsed());
      return good();
    });
    const resilient = wrap(model, { concurrency: 1 });
    await time.run(Promise.all([resilient.structured(aRequest()), resilient.structured(aRequest())]));
    expect(at).toHaveLength(2);
    expect(Math.min(...at)).toBeGreaterThanOrEqual(30_000);
  });
});

describe('the breaker', () => {
  const options = { backoff: { attempts: 1 }, breaker: { failures: 3, restMs: 60_000 } };
  async function broken(
    ...after: Parameters<typeof scriptedModel>
  ): Promise<{ model: ScriptedModel; resilient: LanguageModel }> {
    const model = scriptedModel(failure('model-failed'), failure('model-timeout'), failure('model-failed'), ...after);
    const resilient = wrap(model, options);
    for (const code of ['model-failed', 'model-timeout', 'model-failed']) expect(await ask(resilient)).toBe(code);
    return { model, resilient };
  }

  it('opens after failures in a row and says how long it rests', async () => {
    const { model, resilient } = await broken(good());
    await time.pass(20_000);
    await expect(time.run(resilient.structured(aRequest()))).rejects.toMatchObject({
      code: 'model-resting',
      retryable: true,
      retryAfterMs: 40_000,
    });
    expect(model.requests).toHaveLength(3);
  });

  it('lets one call try after the rest, and closes when that is answered', async () => {
    const { model, resilient } = await broken(async () => {
      await time.sleep(1_000);
      return good();
    });
    await time.pass(60_000);
    const asked = [begin(resilient), begin(resilient), begin(resilient)];
    expect((await time.run(Promise.all(asked))).sort()).toEqual(['model-resting', 'model-resting', 'value']);
    expect(model.requests).toHaveLength(4);
    expect(await ask(resilient)).toBe('value');
  });

  it('rests again when the try fails', async () => {
    const { model, resilient } = await broken(failure('model-failed'));
    await time.pass(60_000);
    expect(await ask(resilient)).toBe('model-failed');
    expect(await ask(resilient)).toBe('model-resting');
    expect(model.requests).toHaveLength(4);
  });

  it('lets another call try when the caller of the first leaves', async () => {
    const { resilient } = await broken(deaf, good());
    await time.pass(60_000);
    const controller = new AbortController();
    const left = begin(resilient, { signal: controller.signal });
    await time.pass(10);
    controller.abort();
    expect(await time.run(left)).toBe('model-aborted');
    expect(await ask(resilient)).toBe('value');
  });

  it('forgets failures after an answer, a bad one too', async () => {
    const fails = failure('model-failed');
    const bad: Reply<unknown> = { kind: 'invalid', code: 'empty', raw: '', issues: [], usage: USAGE };
    const model = scriptedModel(fails, fails, bad, fails, fails, good());
    const resilient = wrap(model, options);
    const outcomes: string[] = [];
    for (let call = 0; call < 6; call += 1) outcomes.push(await ask(resilient));
    expect(outcomes).toEqual(['model-failed', 'model-failed', 'invalid', 'model-failed', 'model-failed', 'value']);
  });

  it.each(['model-bad-request', 'model-input-too-long'])('does not hold %s against the server', async (code) => {
    const resilient = wrap(scriptedModel(failure(code, { retryable: false })), options);
    for (let call = 0; call < 5; call += 1) expect(await ask(resilient)).toBe(code);
  });

  it('opens for a key that is refused again and again', async () => {
    const model = scriptedModel(failure('model-key-refused', { retryable: false }));
    const resilient = wrap(model, options);
    for (let call = 0; call < 5; call += 1) await ask(resilient);
    expect(model.requests).toHaveLength(3);
  });
});

describe('the budget', () => {
  it('is spent by each workspace for itself, and opens again with the month', async () => {
    time = createVirtualTime('2026-03-31T22:00:00Z');
    const model = scriptedModel(good());
    const resilient = wrap(model, { budget: { book: createMemoryBudget(), monthlyTokens: 200 } });
    const asked = (workspaceId: string) => ask(resilient, { workspaceId });
    expect([await asked('w1'), await asked('w1'), await asked('w1')]).toEqual(['value', 'value', 'budget-spent']);
    expect(await asked('w2')).toBe('value');
    expect(await ask(resilient)).toBe('value');
    expect(model.requests).toHaveLength(4);
    await time.pass(2 * 3_600_000);
    expect(await asked('w1')).toBe('value');
  });

  it('says when the next month starts', async () => {
    time = createVirtualTime('2026-12-31T12:00:00Z');
    const book = createMemoryBudget();
    await book.add('w1', '2026-12', 1_000);
    const resilient = wrap(scriptedModel(good()), { budget: { book, monthlyTokens: 1_000 } });
    await expect(time.run(resilient.structured(aRequest({ workspaceId: 'w1' })))).rejects.toMatchObject({
      code: 'budget-spent',
      retryable: false,
      retryAfterMs: 12 * 3_600_000,
      message: expect.stringContaining('2027-01-01'),
    });
  });

  it('counts bad answers too, and only counts where there is no limit', async () => {
    const book = createMemoryBudget();
    const bad: Reply<unknown> = { kind: 'refusal', code: 'refused', text: 'no', usage: USAGE };
    const resilient = wrap(scriptedModel(bad), { budget: { book, monthlyTokens: null } });
    await ask(resilient, { workspaceId: 'w1' });
    await ask(resilient, { workspaceId: 'w1' });
    expect(await book.spent('w1', '2026-03')).toBe(240);
  });

  it('spent does not open the breaker for others', async () => {
    const book = createMemoryBudget();
    await book.add('poor', '2026-03', 1);
    const resilient = wrap(scriptedModel(good()), { budget: { book, monthlyTokens: 1 }, breaker: { failures: 1 } });
    for (let call = 0; call < 3; call += 1) expect(await ask(resilient, { workspaceId: 'poor' })).toBe('budget-spent');
    expect(await ask(resilient, { workspaceId: 'rich' })).toBe('value');
  });
});

describe('the meter', () => {
  it('counts by task what was answered, well or badly, and what was not', async () => {
    const meter = createUsageMeter();
    const bad: Reply<unknown> = { kind: 'invalid', code: 'truncated', raw: '{', issues: [], usage: USAGE };
    const resilient = wrap(scriptedModel(failure('model-failed'), good(), bad, good()), { meter });
    await ask(resilient);
    await ask(resilient);
    await ask(resilient, { task: 'digest-claims' });
    expect(meter.byTask()).toEqual({
      classify: { calls: 3, failed: 1, tokensIn: 200, cachedIn: 80, tokensOut: 40, reasoning: 10 },
      'digest-claims': { calls: 1, failed: 0, tokensIn: 100, cachedIn: 40, tokensOut: 20, reasoning: 5 },
    });
  });
});

it('describes the model that it wraps', () => {
  expect(wrap(scriptedModel(good())).describe()).toBe('scripted:model');
});
