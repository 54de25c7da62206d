import { afterEach, describe, expect, it } from 'vitest';
import { examineSlack } from '../../../adapters/slack/doctor.ts';
import type { SlackConfig } from '../../../adapters/slack/index.ts';
import { createInstallationStore } from '../../../adapters/slack/installation-store.ts';
import { createSeal } from '../../../adapters/slack/seal.ts';
import { SCOPE_NAMES } from '../../../adapters/slack/scopes.ts';
import type { Installation as Row } from '../../../src/domain/installation.ts';
import { systemClock } from '../../../src/ports/clock.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { type Slack, startSlack } from '../../support/slack/start-slack.ts';
import { OAUTH, SECRET_KEY } from './inbound-world.ts';

let slack: Slack;
afterEach(() => slack.close());

async function begin(scopes: readonly string[] = SCOPE_NAMES): Promise<Slack> {
  slack = await startSlack({ teams: [{ id: 'T1', name: 'Kaupunki', scopes: [...scopes] }] });
  return slack;
}

const configOf = (fields: Partial<SlackConfig>): SlackConfig => ({
  signingSecret: 's',
  botToken: null,
  oauth: null,
  appToken: null,
  publicUrl: null,
  apiUrl: slack.apiUrl,
  ...fields,
});

/** What is found, by what is looked at; what is wrong begins with `WRONG`. */
async function examine(
  fields: Partial<SlackConfig>,
  rows: readonly Row[] | null = null,
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { what, look } of examineSlack(configOf(fields), rows)) {
    found[what] = await look().catch((thrown: unknown) => `WRONG ${String(thrown)}`);
  }
  return found;
}

async function installed(...fields: { team: string; token: string; expiresAt?: number }[]): Promise<Row[]> {
  const { installations } = createMemoryStore();
  const store = createInstallationStore(installations, createSeal([SECRET_KEY]), systemClock);
  for (const each of fields) {
    await store.put({
      name: '',
      appId: null,
      botUserId: 'U1',
      scopes: null,
      refreshToken: null,
      expiresAt: null,
      installedAt: 0,
      ...each,
    });
  }
  return installations.find({});
}

describe('the doctor', () => {
  it('says which workspace a token is for, when all is well', async () => {
    const { teams } = await begin();
    expect(await examine({ botToken: teams[0]?.token ?? '' })).toEqual({
      'Slack: workspace': 'Kaupunki (T1) answers and grants every scope',
    });
  });

  it('names each scope that is missing, what is off without it, and how to mend it', async () => {
    const { teams } = await begin(SCOPE_NAMES.filter((name) => name !== 'files:write' && name !== 'dnd:read'));
    const { 'Slack: workspace': says } = await examine({ botToken: teams[0]?.token ?? '' });
    expect(says).toMatch(/^WRONG .*files:write \(digests have a table instead of the picture\)/);
    expect(says).toMatch(/dnd:read \(.*porras manifest slack.*install it again/);
    expect(says).not.toContain('chat:write');
  });

  it('says when a token does not work, without telling it', async () => {
    await begin();
    const { 'Slack: workspace': says } = await examine({ botToken: 'xoxb-secret-token' });
    expect(says).toMatch(/^WRONG .*refuses SLACK_BOT_TOKEN .*invalid-auth.*Install App/);
    expect(says).not.toContain('secret-token');
  });

  it('says when Slack cannot be reached', async () => {
    const { teams } = await begin();
    slack.fail('auth.test', { how: 'error-500' });
    slack.fail('apps.connections.open', { how: 'error-500' });
    const found = await examine({ botToken: teams[0]?.token ?? '', appToken: 'xapp-any' });
    expect(found['Slack: workspace']).toMatch(/^WRONG .*did not answer auth.test .*let this machine reach it/);
    expect(found['Slack: Socket Mode']).toMatch(/^WRONG .*did not answer apps.connections.open/);
    expect(found['Slack: Socket Mode']).not.toContain('SLACK_APP_TOKEN');
  });

  it.for([
    ['https://porras.example.com', /^https:\/\/porras.example.com, for events/],
    ['http://porras.example.com', /^WRONG/],
    ['https://localhost', /^WRONG/],
    ['https://192.168.1.7', /^WRONG .*PORRAS_PUBLIC_URL/],
  ] as const)('looks whether Slack could reach %s', async ([publicUrl, says]) => {
    const { teams } = await begin();
    const found = await examine({ publicUrl, botToken: teams[0]?.token ?? '' });
    expect(found['Slack: public address']).toMatch(says);
  });

  it('looks at every installation in the store, up to twenty', async () => {
    const { teams } = await begin();
    const token = teams[0]?.token ?? '';
    const found = await examine(
      { oauth: OAUTH },
      await installed(
        { team: 'T1', token },
        { team: 'T2', token: 'xoxb-gone' },
        { team: 'T3', token: 'x', expiresAt: 1 },
      ),
    );
    expect(found['Slack: slack:T1']).toBe('Kaupunki (T1) answers and grants every scope');
    expect(found['Slack: slack:T2']).toMatch(/^WRONG .*install Porras again/);
    expect(found['Slack: slack:T3']).toMatch(/renewed at the next call/);
    const many = await installed(...Array.from({ length: 22 }, (_, at) => ({ team: `T1${at}`, token })));
    const asked = examineSlack(configOf({ oauth: OAUTH }), many);
    expect(asked).toHaveLength(21);
    expect(await asked.at(-1)?.look()).toBe('2 more, not looked at');
  });

  it('says when the key has changed, where nobody has installed Porras yet, and when it cannot look', async () => {
    await begin();
    const rows = await installed({ team: 'T1', token: 'x' });
    const oauth = { ...OAUTH, secretKeys: ['another secret that is long enough to seal'] as const };
    expect((await examine({ oauth }, rows))['Slack: slack:T1']).toMatch(/^WRONG .*PORRAS_SECRET_KEY_OLD/);
    const publicUrl = 'https://p.example.com';
    expect((await examine({ oauth, publicUrl }, []))['Slack: workspaces']).toContain(`${publicUrl}/slack/install`);
    expect((await examine({ oauth }))['Slack: workspaces']).toMatch(/DATABASE_URL/);
  });

  it('says when Slack would open no socket', async () => {
    const { teams } = await begin();
    const settings = { botToken: teams[0]?.token ?? '', appToken: slack.app.appToken };
    expect((await examine(settings))['Slack: Socket Mode']).toBe('Slack would open a socket');
    slack.fail('apps.connections.open', { how: { error: 'not_allowed_token_type' } });
    expect((await examine(settings))['Slack: Socket Mode']).toMatch(/^WRONG .*connections:write/);
  });
});
