/** The one family of errors. `code` is stable and safe to show; the message says what is wrong, where, and what to do. */
export class PorrasError extends Error {
  readonly code: string;
  readonly retryable: boolean;
  readonly retryAfterMs: number | null;

  constructor(
    code: string,
    message: string,
    options: { retryable?: boolean; retryAfterMs?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'PorrasError';
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

/** Bad input from outside: one line naming file and line and what to do; the command ends with exit code 2. */
export class InputError extends PorrasError {
  constructor(where: string, message: string, options: { cause?: unknown } = {}) {
    super('bad-input', `${where}: ${message}`, options);
    this.name = 'InputError';
  }
}

/** The message of whatever was thrown. */
export const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
