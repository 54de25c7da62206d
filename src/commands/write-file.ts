import { writeFileSync } from 'node:fs';
import { InputError, messageOf } from '../errors.ts';

/** Writes the file that a command was told to write. @throws InputError where that cannot be done. */
export function writeFile(file: string, data: string | Uint8Array): void {
  try {
    writeFileSync(file, data);
  } catch (cause) {
    throw new InputError(file, `cannot be written (${messageOf(cause)})`, { cause });
  }
}
