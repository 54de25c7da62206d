import { createHash } from 'node:crypto';

const KEPT = 20_000;

/** The same function, worked out once for each text; what is kept of a text is a hash, so that nothing outlives a withdrawal. */
export function remember<R>(work: (text: string) => R): (text: string) => R {
  const known = new Map<string, R>();
  return (text) => {
    const key = createHash('sha256').update(text).digest('base64');
    const found = known.get(key);
    if (found !== undefined) return found;
    const result = work(text);
    const [oldest] = known.keys();
    if (known.size >= KEPT && oldest !== undefined) known.delete(oldest);
    known.set(key, result);
    return result;
  };
}
