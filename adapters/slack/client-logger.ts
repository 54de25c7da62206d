import { LogLevel, type webApi } from '@slack/bolt';
import { PorrasError } from '../../src/errors.ts';
import type { SlackLog } from './config.ts';

type Logger = NonNullable<webApi.WebClientOptions['logger']>;

/**
 * What Slack's libraries log goes to ours, warnings and errors only: below them they log whole payloads. They may
 * quote what was refused, so only the first line is kept.
 */
export function quietLogger(log: SlackLog): Logger {
  const nothing = (): void => undefined;
  const told = (...parts: unknown[]): void => {
    const [first] = parts;
    const text = first instanceof Error ? first.message : String(first);
    log('slack library', { said: (text.split('\n')[0] ?? '').slice(0, 200) });
  };
  return {
    debug: nothing,
    info: nothing,
    warn: told,
    error: told,
    setLevel: nothing,
    getLevel: () => LogLevel.WARN,
    setName: nothing,
  };
}

/** What of an error may be logged: never its message, which may quote what people wrote. */
export const codeOfThrown = (thrown: unknown): string =>
  thrown instanceof PorrasError ? thrown.code : thrown instanceof Error ? thrown.name : 'unexpected';
