import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContributionStatus } from '../../src/domain/contribution.ts';
import { currentAssignments } from '../../src/domain/current-assignments.ts';
import { ledgerOf } from '../../src/domain/ledger.ts';
import { anAssignment } from './support.ts';

const BEFORE = new Date('2026-09-08T09:00:00Z');
const LATER = new Date('2026-09-08T10:00:00Z');

describe('the assignment that holds', () => {
  const holds = (...assignments: ReturnType<typeof anAssignment>[]) => currentAssignments(assignments).get('c')?.step;

  it('is the one that is not superseded', () => {
    expect(
      holds(anAssignment('c', { step: 'needs', supersededAt: LATER }), anAssignment('c', { step: 'information' })),
    ).toBe('information');
    expect(holds(anAssignment('c', { supersededAt: LATER }))).toBeUndefined();
  });

  it("of two, is a person's, else the later one, in whichever order they come", () => {
    const person = anAssignment('c', { step: 'needs', by: 'person:p', at: BEFORE });
    const analyst = anAssignment('c', { step: 'information', by: 'llm', at: LATER });
    const earlier = anAssignment('c', { step: 'processes', by: 'lexical', at: BEFORE });
    expect(holds(person, analyst)).toBe('needs');
    expect(holds(analyst, person)).toBe('needs');
    expect(holds(analyst, earlier)).toBe('information');
    expect(holds(earlier, analyst)).toBe('information');
  });
});

describe('the ledger', () => {
  it('says where each contribution ended', () => {
    const contributions = [
      { id: 'themed', status: 'live' },
      { id: 'small-talk', status: 'live' },
      { id: 'new', status: 'live' },
      { id: 'outdated', status: 'live' },
      { id: 'held', status: 'held' },
      { id: 'withheld', status: 'withheld' },
      { id: 'withdrawn', status: 'withdrawn' },
      { id: 'deleted', status: 'deleted' },
    ] as const;
    const assignments = [
      anAssignment('themed'),
      anAssignment('small-talk', { step: 'none' }),
      anAssignment('outdated', { supersededAt: LATER }),
      anAssignment('held'),
      anAssignment('withdrawn'),
      anAssignment('of-another-week'),
    ];
    expect(ledgerOf({ contributions, assignments })).toEqual({
      total: 8,
      themed: 1,
      none: 1,
      withheld: 2,
      withdrawn: 2,
      unprocessed: 2,
    });
  });

  it('adds up, whatever happened', () => {
    const ids = fc.nat(12).map((n) => `c${n}`);
    const statuses = fc.constantFrom<ContributionStatus>('live', 'held', 'withheld', 'withdrawn', 'deleted');
    const contributions = fc.uniqueArray(fc.record({ id: ids, status: statuses }), { selector: ({ id }) => id });
    const assignments = fc.array(
      fc
        .record({
          id: ids,
          step: fc.constantFrom('none', 'needs', 'information'),
          by: fc.constantFrom('lexical', 'llm', 'person:p'),
          supersededAt: fc.constantFrom(null, LATER),
        })
        .map(({ id, ...changes }) => anAssignment(id, changes)),
    );
    fc.assert(
      fc.property(contributions, assignments, (all, placed) => {
        const { total, ...parts } = ledgerOf({ contributions: all, assignments: placed });
        expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(total);
        expect(total).toBe(all.length);
        const live = all.filter(({ status }) => status === 'live').length;
        expect(parts.themed + parts.none + parts.unprocessed).toBe(live);
      }),
    );
  });
});
