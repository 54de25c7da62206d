import { describe, expect, it } from 'vitest';
import { retryAfter } from '../../src/domain/retry-after.ts';

describe('Retry-After', () => {
  const now = new Date('2026-03-02T09:00:00.500Z');
  const read = (headers: Record<string, string>) => retryAfter((name) => headers[name] ?? null, now);

  it.each([
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': ' 12 ' }, 12_000],
    [{ 'retry-after': '1.0004' }, 1_001],
    [{ 'retry-after-ms': '250', 'retry-after': '1' }, 250],
    [{ 'retry-after': 'Mon, 02 Mar 2026 09:00:10 GMT' }, 9_500],
    [{ 'retry-after': '-5' }, null],
    [{ 'retry-after': 'Monday, 02-Mar-26 09:00:10 GMT' }, 9_500],
    [{ 'retry-after': 'in 5' }, null],
    [{ 'retry-after': '' }, null],
    [{}, null],
  ])('%j: %s', (headers, ms) => {
    expect(read(headers as Record<string, string>)).toEqual(ms);
  });
});
