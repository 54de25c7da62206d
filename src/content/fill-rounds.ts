import type { Programme, ProgrammeRound, Question } from '../domain/programme.ts';
import { InputError } from '../errors.ts';
import type { Located } from './located.ts';

/**
 * Gives each round that lists no questions the first main question of its phase that no round has yet, best one on a
 * step of the round, and the first question that follows it. Only questions written for everybody are drawn.
 */
export const fillRounds = (
  { value, where }: Located<Programme>,
  questions: ReadonlyMap<string, Question>,
): Programme => {
  const used = new Set(value.rounds.flatMap((round) => round.questions));
  const rounds = value.rounds.map((round, i) => {
    if (round.questions.length > 0) return round;
    const drawn = draw(round, [...questions.values()], used);
    if (drawn.length === 0) {
      const path = ['rounds', i, 'questions'];
      throw new InputError(where(path), `the phase ${round.phase} has no unused main question left; list or write one`);
    }
    for (const id of drawn) used.add(id);
    return { ...round, questions: drawn };
  });
  return { ...value, rounds };
};

const draw = (round: ProgrammeRound, questions: readonly Question[], used: ReadonlySet<string>): string[] => {
  const open = questions.filter(
    ({ id, phase, roles }) => phase === round.phase && roles.includes('any') && !used.has(id),
  );
  const mains = open.filter((question) => question.follows === undefined);
  const onStep = mains.find(({ steps }) => round.steps.some((step) => steps.includes(step)));
  const main = onStep ?? mains[0];
  if (!main) return [];
  const reflection = open.find(({ follows }) => follows === main.id);
  return reflection ? [main.id, reflection.id] : [main.id];
};
