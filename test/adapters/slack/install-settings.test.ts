import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';

const KEY = 'a secret that is long enough to seal tokens';
const ONE = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const MANY = {
  SLACK_SIGNING_SECRET: 's',
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'c',
  SLACK_STATE_SECRET: 'sixteen characters',
  PORRAS_SECRET_KEY: KEY,
  PORRAS_PUBLIC_URL: 'https://p.example.com/',
};

describe("Slack's settings", () => {
  it('are none where none is given, whatever else there is', () => {
    expect(readConfig({ PORRAS_SECRET_KEY: KEY, PORRAS_PUBLIC_URL: 'https://p.example.com' }).slack).toBeNull();
  });

  it('of one workspace by Socket Mode are two tokens', () => {
    expect(readConfig(ONE).slack).toEqual({
      signingSecret: null,
      botToken: 'xoxb-1',
      oauth: null,
      appToken: 'xapp-1',
      publicUrl: null,
      apiUrl: 'https://slack.com/api/',
    });
  });

  it('of many workspaces have a key, and may have the one before it', () => {
    const { slack } = readConfig({
      ...MANY,
      PORRAS_SECRET_KEY_OLD: `old ${KEY}`,
      SLACK_API_URL: 'https://slack-gov.com/api',
    });
    expect(slack).toMatchObject({
      signingSecret: 's',
      botToken: null,
      publicUrl: 'https://p.example.com',
      apiUrl: 'https://slack-gov.com/api/',
      oauth: { clientId: '1.2', secretKeys: [KEY, `old ${KEY}`] },
    });
  });

  it.for([
    ['how events come', { SLACK_BOT_TOKEN: 'xoxb-1' }, /SLACK_SIGNING_SECRET .* or SLACK_APP_TOKEN/],
    ['which workspace', { SLACK_SIGNING_SECRET: 's' }, /SLACK_BOT_TOKEN .* or SLACK_CLIENT_ID/],
    [
      'the companions of a client',
      { SLACK_APP_TOKEN: 'xapp-1', SLACK_CLIENT_ID: '1' },
      /needs SLACK_CLIENT_SECRET, SLACK_STATE_SECRET, PORRAS_SECRET_KEY, PORRAS_PUBLIC_URL too/,
    ],
    ['a key for tokens', { ...MANY, PORRAS_SECRET_KEY: '' }, /needs PORRAS_SECRET_KEY too/],
  ] as const)('that lack %s are refused by name', ([, env, says]) => {
    expect(() => readConfig(env)).toThrow(says);
  });

  it.for([
    ['one workspace and many', { ...MANY, SLACK_BOT_TOKEN: 'xoxb-1' }, /set one of them/],
    ['a short key', { ...MANY, PORRAS_SECRET_KEY: 'short-secret' }, /PORRAS_SECRET_KEY needs at least 32/],
    ['a short state secret', { ...MANY, SLACK_STATE_SECRET: 'short-secret' }, /SLACK_STATE_SECRET needs at least 16/],
    [
      'tokens that were mixed up',
      { SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' },
      /SLACK_BOT_TOKEN must begin with xoxb-/,
    ],
    [
      'an address without a protocol',
      { ...MANY, PORRAS_PUBLIC_URL: 'p.example.com' },
      /PORRAS_PUBLIC_URL must begin with/,
    ],
  ] as const)('with %s are refused', ([, env, says]) => {
    expect(() => readConfig(env)).toThrow(says);
    expect(() => readConfig(env)).not.toThrow(/short-secret/);
  });
});
