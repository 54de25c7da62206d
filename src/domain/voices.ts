import type { Contribution, Reaction } from './contribution.ts';
import { countWords } from './count-words.ts';
import type { Voices } from './digest.ts';
import type { Participant } from './inquiry.ts';
import { ROLES, type Role } from './words.ts';

/**
 * Gini index of amounts (none negative): 0 when all are even, towards 1 when one has all; at most 1 - 1/n.
 * 0 for nothing at all. Source: C. Gini, Variabilità e mutabilità, 1912; the formula over sorted values.
 */
export function gini(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const sum = sorted.reduce((total, value) => total + value, 0);
  if (sum === 0) return 0;
  const weighted = sorted.reduce((total, value, index) => total + (2 * (index + 1) - n - 1) * value, 0);
  return Math.max(0, weighted / (n * sum));
}

type Said = Pick<Contribution, 'id' | 'participantId' | 'text' | 'status' | 'replyTo'>;
type Person = Pick<Participant, 'id' | 'role' | 'leftAt'>;

export interface VoicesOptions {
  participants: readonly Person[];
  contributions: readonly Said[];
  reactions: readonly Pick<Reaction, 'contributionId' | 'participantId'>[];
  /** Least number of people behind a figure of a role. */
  threshold: number;
}

/**
 * How evenly the talk was shared. Silent participants count, those who left without a word do not. Live contributions
 * only; an anonymous one counts as a contribution, but is nobody's in what is counted by person or role.
 */
export function voicesOf({ participants, contributions, reactions, threshold }: VoicesOptions): Voices {
  const live = contributions.filter(isLive);
  const words = new Map<string, number>();
  const times = new Map<string, number>();
  for (const { participantId, text } of live) {
    if (participantId === null) continue;
    words.set(participantId, (words.get(participantId) ?? 0) + countWords(text));
    times.set(participantId, (times.get(participantId) ?? 0) + 1);
  }
  const people = participants.filter((person) => person.leftAt === null || times.has(person.id));
  return {
    participants: people.length,
    spoke: people.filter((person) => times.has(person.id)).length,
    contributions: live.length,
    gini: gini(people.map((person) => times.get(person.id) ?? 0)),
    giniWords: gini(people.map((person) => words.get(person.id) ?? 0)),
    shareByRole: shareByRole(people, words, threshold),
    responseCoverage: responseCoverage(contributions, reactions),
  };
}

/**
 * Share of words by role, all roles or none: shares add up to one, so leaving a small role out would tell its share by
 * subtraction. The threshold is of people who spoke: a share of zero would say of everyone in that role
 * that they were silent, and one of two speakers is almost a name.
 */
function shareByRole(
  people: readonly Person[],
  words: ReadonlyMap<string, number>,
  threshold: number,
): Voices['shareByRole'] {
  const total = people.reduce((sum, person) => sum + (words.get(person.id) ?? 0), 0);
  if (total === 0) return null;
  const share: Partial<Record<Role, number>> = {};
  for (const role of ROLES) {
    const group = people.filter((person) => person.role === role);
    if (group.length === 0) continue;
    const spoke = group.filter((person) => words.has(person.id));
    if (spoke.length < threshold) return null;
    share[role] = spoke.reduce((sum, person) => sum + (words.get(person.id) ?? 0), 0) / total;
  }
  return share;
}

const isLive = (said: Pick<Contribution, 'status'>): boolean => said.status === 'live';

/**
 * Share of live contributions that another person answered (with a live contribution) or reacted to; 0 when there are
 * none. Two anonymous ones may be one person's, so that is no response.
 */
export function responseCoverage(
  contributions: readonly Pick<Contribution, 'id' | 'participantId' | 'status' | 'replyTo'>[],
  reactions: readonly Pick<Reaction, 'contributionId' | 'participantId'>[],
): number {
  const live = new Map(contributions.filter(isLive).map((said) => [said.id, said]));
  const answers = [...live.values()].map((said) => ({ to: said.replyTo, by: said.participantId }));
  const responses = [
    ...answers,
    ...reactions.map((reaction) => ({ to: reaction.contributionId, by: reaction.participantId })),
  ];
  const heard = new Set<string>();
  for (const { to, by } of responses) {
    const said = to === null ? undefined : live.get(to);
    if (said && said.participantId !== by) heard.add(said.id);
  }
  return live.size === 0 ? 0 : heard.size / live.size;
}
