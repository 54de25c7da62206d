import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

describe('a setting of a certain shape', () => {
  it.each([
    [{ PORT: 'abc' }, 'PORT must be a whole number'],
    [{ PORT: '-1' }, 'PORT must be a whole number'],
    [{ PORT: '65536' }, 'PORT must be 65535 at most'],
    [{ PORRAS_MONTHLY_TOKENS: 'many' }, 'PORRAS_MONTHLY_TOKENS must be a whole number'],
    [{ PORRAS_MONTHLY_TOKENS: '0' }, 'PORRAS_MONTHLY_TOKENS must be more than 0'],
    [{ PORRAS_TEAMS_OPEN: 'yes' }, 'PORRAS_TEAMS_OPEN must be 1 or true'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be debug or info or warn or error or silent'],
  ])('%o is refused in words', (env, says) => {
    expect(() => readConfig(env)).toThrow(`${says}. See "Configuration"`);
  });

  it('is taken as it is written, or by its default', () => {
    expect(readConfig({ LOG_LEVEL: 'debug' }).logLevel).toBe('debug');
    expect(readConfig({ PORT: ' 0 ' }).port).toBe(0);
    expect(readConfig({ PORT: '' }).port).toBe(3000);
  });
});
