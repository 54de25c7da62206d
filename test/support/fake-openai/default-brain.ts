import { generateSync } from 'json-schema-faker';
import type { FakeRequest } from './fake-request.ts';

/** Answers a request with a value of the shape that it asks for. */
export type Brain = (request: FakeRequest) => unknown;

/** Any value of the schema; the same for the same request. */
export const defaultBrain: Brain = ({ schema, data, instruction }) =>
  generateSync(schema ?? { type: 'object' }, { seed: hash(instruction + data), minLength: 3 });

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
