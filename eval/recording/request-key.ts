import { createHash } from 'node:crypto';
import type { StructuredRequest } from '../../src/ports/language-model.ts';

/** What the boundaries around data, and other nonces, look like: they differ from run to run. */
const NONCE = /\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,})\b/gi;

type Asked = Pick<StructuredRequest<unknown>, 'task' | 'instruction' | 'data'>;

/** Names a request by what it asks: the same task, instruction and data have the same key in every run. */
export const requestKey = ({ task, instruction, data }: Asked): string =>
  createHash('sha256')
    .update(JSON.stringify([task, instruction, data].map((text) => text.replace(NONCE, ''))))
    .digest('hex')
    .slice(0, 20);
