import { InputError, messageOf, PorrasError } from '../errors.ts';

/**
 * Prints what the command says. Bad input: one line on standard error and exit code 2. Anything else that Porras can
 * name: one line and exit code 1; what it cannot, with its stack, since somebody has to mend it.
 */
export async function runSafely(command: () => Promise<string>): Promise<void> {
  try {
    console.log(await command());
  } catch (thrown) {
    if (!(thrown instanceof PorrasError)) throw thrown;
    console.error(`porras: ${messageOf(thrown)}`);
    process.exitCode = thrown instanceof InputError ? 2 : 1;
  }
}
