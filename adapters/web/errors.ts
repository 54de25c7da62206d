import { messageOf, PorrasError } from '../../src/errors.ts';
import type { Capability } from '../../src/ports/chat-platform.ts';

export const foreignAddress = (address: string, kinds: readonly string[], cause?: unknown): PorrasError =>
  new PorrasError(
    'foreign-address',
    `"${address}" is not an address of ${kinds.join(' or ') || 'anything'} in the web chat: use the address that one of its events or lists gave.`,
    { cause },
  );

export const unsupported = (capability: Capability): PorrasError =>
  new PorrasError(
    'unsupported-capability',
    `The web chat cannot do "${capability}": look at capabilities() first, as src/flow/say/deliver.ts does.`,
  );

export const unknownPlace = (address: string): PorrasError =>
  new PorrasError('unknown-place', `There is no channel or person "${address}" in this web chat.`);

export const unknownMessage = (ref: string): PorrasError =>
  new PorrasError('unknown-message', `There is no message "${ref}" here (or it was deleted): reload the page.`);

export const notYours = (what: string): PorrasError =>
  new PorrasError('not-yours', `Only the person who wrote a message can ${what} it: choose that person first.`);

export const badRequest = (message: string): PorrasError => new PorrasError('bad-request', message);

export const tooLong = (length: number, limit: number): PorrasError =>
  new PorrasError(
    'too-long',
    `This message has ${length} characters, and at most ${limit} fit: shorten it or send it in parts.`,
  );

export const refusedOrigin = (message: string): PorrasError => new PorrasError('refused-origin', message);

/** What a person did could not be stored; the page tries again with the same id. */
export const notStored = (cause: unknown): PorrasError =>
  new PorrasError('not-stored', 'Porras could not store this just now; it is tried again.', {
    retryable: true,
    retryAfterMs: 1000,
    cause,
  });

const STATUS = {
  'bad-request': 400,
  'foreign-address': 400,
  'refused-origin': 403,
  'not-yours': 403,
  'unknown-place': 404,
  'unknown-message': 404,
  'too-long': 413,
  'not-stored': 503,
} as const;

export type ErrorStatus = (typeof STATUS)[keyof typeof STATUS] | 500;

/** What a browser is told; anything that we did not foresee stays in the log. */
export function toResponse(thrown: unknown): {
  status: ErrorStatus;
  body: { error: { code: string; message: string } };
} {
  const code = thrown instanceof PorrasError ? thrown.code : '';
  if (code in STATUS) {
    return { status: STATUS[code as keyof typeof STATUS], body: { error: { code, message: messageOf(thrown) } } };
  }
  return {
    status: 500,
    body: { error: { code: 'unexpected', message: 'Something went wrong on the server; its log says what.' } },
  };
}
