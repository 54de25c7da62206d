import { PorrasError } from '../../src/errors.ts';
import type { Capability } from '../../src/ports/chat-platform.ts';

export const unsupported = (platform: string, capability: Capability): PorrasError =>
  new PorrasError(
    'unsupported-capability',
    `The platform "${platform}" cannot do "${capability}": look at capabilities() first, as src/flow/say/deliver.ts does.`,
  );

export const unknownMessage = (ref: string): PorrasError =>
  new PorrasError(
    'unknown-message',
    `There is no message "${ref}" (or it was deleted): it cannot be changed or answered.`,
  );

export const unknownPlace = (what: string, known: Iterable<string>): PorrasError =>
  new PorrasError('unknown-place', `There is no ${what} here; known are: ${[...known].join(', ') || 'none'}.`);
