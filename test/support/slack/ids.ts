import { randomBytes } from 'node:crypto';
import type { Clock } from '../../../src/ports/clock.ts';

export interface Ids {
  /** An id such as Slack's: a prefix, then capitals and digits. Never the same twice, in other runs neither. */
  next(prefix: string): string;
  /** A time stamp of a message: later than every earlier one. */
  ts(): string;
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export function createIds(clock: Clock): Ids {
  const run = Array.from(randomBytes(4), (byte) => ALPHABET.charAt(byte % 36)).join('');
  let count = 0;
  let last = 0;
  return {
    next(prefix) {
      count += 1;
      return `${prefix}${run}${count.toString(36).toUpperCase().padStart(5, '0')}`;
    },
    ts() {
      // Microseconds since 1970 are still whole numbers of a double.
      last = Math.max(clock.now().getTime() * 1000, last + 100);
      return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
    },
  };
}
