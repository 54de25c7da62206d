import type { Programme, Question } from '../domain/programme.ts';
import { InputError } from '../errors.ts';
import type { Located, Path } from './located.ts';

/** What a schema cannot see: references to questions, phases and steps, and the order of the rounds. */
export const checkProgramme = (
  { value, where }: Located<Programme>,
  known: { questions: ReadonlyMap<string, Question>; steps: ReadonlySet<string> | null },
): void => {
  const phases = new Set([...known.questions.values()].map((question) => question.phase));
  const keys = new Set<string>();
  for (const [i, round] of value.rounds.entries()) {
    const fail = (path: Path, message: string): never => {
      throw new InputError(where(['rounds', i, ...path]), message);
    };
    if (keys.has(round.key)) fail(['key'], `"${round.key}" is used already in this programme; choose another key`);
    keys.add(round.key);
    if (!phases.has(round.phase)) {
      fail(['phase'], `no question has the phase "${round.phase}"; there are ${[...phases].join(', ') || 'none'}`);
    }
    for (const [j, id] of round.questions.entries()) {
      if (!known.questions.has(id)) fail(['questions', j], `there is no question "${id}"; correct the id or write it`);
      if (round.questions.indexOf(id) < j) fail(['questions', j], `"${id}" stands twice; keep one`);
    }
    for (const [j, step] of round.steps.entries()) {
      if (known.steps !== null && !known.steps.has(step)) {
        fail(['steps', j], `"${step}" is a step of no model; there are ${[...known.steps].join(', ')}`);
      }
    }
    if (round.setting === 'channel' && round.questions.length > 2) {
      fail(['questions', 2], 'is never asked: in a channel a round has a main question and one reflection question');
    }
    if (round.opensOnDay < (value.rounds[i - 1]?.opensOnDay ?? 0)) {
      fail(['opensOnDay'], 'is earlier than that of the round before it; put rounds in the order of opening');
    }
    if (round.openForDays === 1 && value.pace.closeAt <= value.pace.openAt) {
      fail(['openForDays'], `must be at least 2, because pace.closeAt is not later than pace.openAt`);
    }
  }
};
