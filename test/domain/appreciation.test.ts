import { expect, it } from 'vitest';
import { appreciationOf, appreciationTrend } from '../../src/domain/appreciation.ts';
import { anAssignment } from './support.ts';

it('counts contributions by the signals that they carry, as they are labelled now', () => {
  const counts = appreciationOf([
    anAssignment('a', { signals: ['thank', 'raise'] }),
    anAssignment('b', { signals: ['thank'] }),
    anAssignment('c', { signals: ['build'], supersededAt: new Date(0) }),
    anAssignment('d', { signals: [] }),
  ]);
  expect(Object.entries(counts)).toEqual([
    ['raise', 1],
    ['thank', 2],
  ]);
});

it('tells them week by week, quiet weeks too', () => {
  const inquiry = { startsOn: '2026-09-07', timeZone: 'Europe/Helsinki' };
  const contributions = [
    { id: 'early', sentAt: new Date('2026-09-01T09:00:00Z') },
    { id: 'first', sentAt: new Date('2026-09-08T09:00:00Z') },
    { id: 'third', sentAt: new Date('2026-09-22T09:00:00Z') },
  ];
  const assignments = [
    anAssignment('early', { signals: ['thank'] }),
    anAssignment('first', { signals: ['thank', 'build'] }),
    anAssignment('third', { signals: ['interest'] }),
    anAssignment('not-among-them', { signals: ['raise'] }),
  ];
  const trend = [
    { week: 1, signals: { thank: 2, build: 1 } },
    { week: 2, signals: {} },
    { week: 3, signals: { interest: 1 } },
  ];
  expect(appreciationTrend({ inquiry, contributions, assignments })).toEqual(trend);
  expect(appreciationTrend({ inquiry, contributions, assignments, untilWeek: 4 })).toEqual([
    ...trend,
    { week: 4, signals: {} },
  ]);
  expect(appreciationTrend({ inquiry, contributions: [], assignments })).toEqual([]);
});
