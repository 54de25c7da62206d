import type { Json, Problem } from './blocks/problem.ts';

/** An answer `{ok: false, error}`, with what goes beside it. */
export class SlackError extends Error {
  readonly code: string;
  readonly extra: Json;

  constructor(code: string, extra: Json = {}) {
    super(code);
    this.code = code;
    this.extra = extra;
  }
}

/** @source what Slack answers for blocks: `[ERROR] why [json-pointer:/blocks/0/text]` */
export function refuseProblems(code: string, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const messages = problems.map((it) => `[ERROR] ${it.message} [json-pointer:${it.path}]`);
  throw new SlackError(code, {
    errors: problems.map((it) => `${it.message} [json-pointer:${it.path}]`),
    response_metadata: { messages },
  });
}
