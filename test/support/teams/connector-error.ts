/** An answer of the Connector's that refuses. */
export class ConnectorRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly retryAfter: number | null;

  constructor({
    status = 500,
    code = 'ServiceError',
    message = 'Something went wrong.',
    retryAfter,
  }: {
    status?: number;
    code?: string;
    message?: string;
    retryAfter?: number;
  }) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter ?? null;
  }

  get body(): Record<string, unknown> {
    return { error: { code: this.code, message: this.message } };
  }
}
