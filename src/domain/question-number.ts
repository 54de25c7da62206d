import type { Round } from './round.ts';

/** The number that people know a round by: channel rounds are counted by themselves, private ones by themselves. */
export const questionNumber = (
  round: Pick<Round, 'number' | 'setting'>,
  rounds: readonly Pick<Round, 'number' | 'setting'>[],
): number => rounds.filter((other) => other.setting === round.setting && other.number <= round.number).length;
