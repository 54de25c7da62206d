import { InputError } from '../../src/errors.ts';
import type { LanguageModel, Reply, StructuredRequest } from '../../src/ports/language-model.ts';
import type { Recording } from './recording.ts';
import { requestKey } from './request-key.ts';

export interface ReplayingModel extends LanguageModel {
  /** @throws InputError naming the first request that could not be answered, even where the caller went on without it */
  check(): void;
}

/**
 * Answers from a recording, without a network. The same request again gets the next of its replies, and the last one
 * from then on.
 */
export function createReplayingModel(recording: Recording, file: string): ReplayingModel {
  const asked = new Map<string, number>();
  let problem: InputError | null = null;

  /** Rules would stand in for an error that Porras knows, and the scores would be theirs: this one ends the run. */
  const fail = (request: StructuredRequest<unknown>, what: string): never => {
    problem ??= new InputError(
      file,
      `${what} request ${requestKey(request)} for the task "${request.task}", whose data begins ${beginningOf(request.data)}; instructions, model or gold set have changed: record it anew with --record`,
    );
    throw new Error(problem.message);
  };

  return {
    describe: () => recording.model,
    async structured<T>(request: StructuredRequest<T>): Promise<Reply<T>> {
      const key = requestKey(request);
      const found = recording.requests.get(key);
      if (!found) return fail(request, 'holds no reply to');
      const turn = asked.get(key) ?? 0;
      asked.set(key, turn + 1);
      const reply = found.replies[Math.min(turn, found.replies.length - 1)]!;
      if (reply.kind === 'value') {
        const parsed = request.schema.safeParse(reply.value);
        if (!parsed.success) return fail(request, 'holds a reply of another shape to');
        return { kind: 'value', value: parsed.data, usage: usageOf(reply.usage) };
      }
      return { ...reply, usage: usageOf(reply.usage) };
    },
    check() {
      if (problem) throw problem;
    },
  };
}

/** The first line of data that a person could recognise: what follows the boundary and the block's title. */
function beginningOf(data: string): string {
  const line = data.split('\n').find((each) => each.includes('|"')) ?? data;
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}

const usageOf = ({
  estimated,
  ...usage
}: { estimated?: true | undefined } & Omit<Reply<unknown>['usage'], 'estimated'>) => ({
  ...usage,
  ...(estimated && { estimated }),
});
