import { describe, expect, it } from 'vitest';
import { heldUntil } from '../../src/domain/hold.ts';
import type { Role } from '../../src/domain/words.ts';
import { answer, aParticipant, aPolicy, aRound } from './support.ts';

/** Three specialists, a supervisor, a leader and a stakeholder; one specialist is away. */
const participants = [
  aParticipant('s1'),
  aParticipant('s2'),
  aParticipant('s3'),
  aParticipant('away', { absences: [{ from: '2026-09-07', to: '2026-09-11' }] }),
  aParticipant('sup', { role: 'supervisor' }),
  aParticipant('lead', { role: 'leader' }),
  aParticipant('stake', { role: 'stakeholder' }),
];
const AN_HOUR_IN = new Date('2026-09-07T07:00:00Z');
const A_DAY_IN = new Date('2026-09-08T06:00:00Z');

const held = (role: Role, spoke: string[] = [], at = AN_HOUR_IN, holdLeadersHours = 24, people = participants) =>
  heldUntil({
    participant: { role },
    round: aRound(1),
    answered: [
      ...spoke.map((id) => answer('inq-r1', id)),
      answer('inq-r0', 's1'),
      answer('inq-r0', 's2'),
      answer('inq-r0', 's3'),
    ],
    participants: people,
    policy: aPolicy({ holdLeadersHours }),
    at,
  });

describe('leaders and stakeholders listen first', () => {
  it('their answers wait, at most so many hours from the opening of the round', () => {
    expect(held('leader')).toEqual(A_DAY_IN);
    expect(held('stakeholder')).toEqual(A_DAY_IN);
    expect(held('leader', [], A_DAY_IN)).toBeNull();
  });

  it("staff's answers never wait", () => {
    expect(held('specialist')).toBeNull();
    expect(held('supervisor')).toBeNull();
  });

  it('they are free as soon as more than half of the staff present have answered', () => {
    expect(held('leader', ['s1', 's2'])).toEqual(A_DAY_IN);
    expect(held('leader', ['s1', 's2', 'sup'])).toBeNull();
    expect(held('leader', ['s1', 's2', 'lead', 'stake', 'away'])).toEqual(A_DAY_IN);
  });

  it('nothing waits for longer than the round is open, for staff who are not there, or without the policy', () => {
    expect(held('leader', [], AN_HOUR_IN, 1000)).toEqual(aRound(1).closesAt);
    expect(held('leader', [], AN_HOUR_IN, 24, [aParticipant('lead', { role: 'leader' })])).toBeNull();
    expect(held('leader', [], AN_HOUR_IN, 0)).toBeNull();
  });
});
