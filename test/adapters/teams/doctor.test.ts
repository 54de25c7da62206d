import { describe, expect, it } from 'vitest';
import { tokenError } from '../../../adapters/teams/client-credentials.ts';
import type { TeamsConfig } from '../../../adapters/teams/config.ts';
import { examineTeams } from '../../../adapters/teams/doctor.ts';
import { messageOf } from '../../../src/errors.ts';
import { readConfig } from '../../../src/config.ts';

const CONFIG: TeamsConfig = {
  appId: '11111111-2222-4333-8444-555555555555',
  appPassword: 'hush-hush',
  appType: 'SingleTenant',
  tenantId: '99999999-aaaa-4bbb-8ccc-dddddddddddd',
  openForDevelopment: false,
  publicUrl: 'https://porras.example.com',
};
const published = async () => Response.json({ jwks_uri: 'https://login.example.com/keys' });

async function look(config: Partial<TeamsConfig> = {}, refusal: Error | null = null, fetch = published) {
  const whole = { ...CONFIG, ...config };
  const tryToken = async () => {
    if (refusal) throw tokenError(whole, refusal);
  };
  const found: Record<string, string> = {};
  for (const check of examineTeams(whole, { tryToken, fetch }))
    found[check.what] = await check.look().catch((thrown: unknown) => `WRONG ${messageOf(thrown)}`);
  return found;
}

describe('porras doctor', () => {
  it('finds a bot that is well', async () => {
    expect(await look()).toEqual({
      'Teams: public address': "the bot's messaging endpoint has to be https://porras.example.com/teams/messages",
      'Teams: credentials': 'Microsoft gives 11111111-2222-4333-8444-555555555555 a token, by a secret, in one tenant',
      'Teams: keys of its requests': 'can be read',
    });
  });

  it.for([
    ['AADSTS7000215: Invalid client secret provided: hush-hush', 'value of a client secret, not its id'],
    ['AADSTS7000222: The provided client secret keys are expired', 'make a new one'],
    ['AADSTS700016: Application was not found in the directory', 'MICROSOFT_APP_TENANT_ID'],
    ['AADSTS90002: Tenant not found', 'MICROSOFT_APP_TENANT_ID is not a tenant'],
    ['ManagedIdentityCredential: no response from the endpoint', 'managed identity'],
  ])('says how credentials are mended: %s', async ([refusal, advice]) => {
    const { 'Teams: credentials': said = '' } = await look({}, new Error(refusal));
    expect(said).toContain('WRONG Microsoft gives no token');
    expect(said).toContain(advice);
    expect(said).not.toContain('hush-hush');
  });

  it('tells what is down from what is wrong', async () => {
    const found = await look({}, new Error('getaddrinfo ENOTFOUND login.microsoftonline.com'), async () => {
      throw new Error('getaddrinfo ENOTFOUND');
    });
    expect(found['Teams: credentials']).toMatch(/did not answer .*let this machine reach it/);
    expect(found['Teams: keys of its requests']).toContain('let this machine reach it');
  });

  it.for([null, 'http://porras.example.com', 'https://localhost', 'https://10.0.0.1'])(
    'wants an address that Teams reaches: %s',
    async (publicUrl) => {
      expect((await look({ publicUrl }))['Teams: public address']).toContain('PORRAS_PUBLIC_URL');
    },
  );

  it('says that anybody is let in', async () => {
    const found = await look({ appId: null, appPassword: null, openForDevelopment: true, publicUrl: null });
    expect(found['Teams: credentials']).toContain('anybody');
    expect(Object.keys(found)).toHaveLength(2);
  });
});

describe('settings', () => {
  const ID = { MICROSOFT_APP_ID: CONFIG.appId!, MICROSOFT_APP_TENANT_ID: CONFIG.tenantId! };

  it('are those of a bot with a secret, of many tenants, or of a managed identity', () => {
    expect(readConfig({ ...ID, MICROSOFT_APP_PASSWORD: 's' }).teams).toMatchObject({
      appType: 'SingleTenant',
      appPassword: 's',
    });
    expect(readConfig({ ...ID, MICROSOFT_APP_TYPE: 'UserAssignedMSI' }).teams).toMatchObject({ appPassword: null });
    const { MICROSOFT_APP_ID } = ID;
    const many = { MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD: 's', MICROSOFT_APP_TYPE: 'MultiTenant' };
    expect(readConfig(many).teams).toMatchObject({ tenantId: null });
    expect(readConfig({}).teams).toBeNull();
  });

  it.for<[Record<string, string>, string]>([
    [{ MICROSOFT_APP_PASSWORD: 's' }, 'MICROSOFT_APP_ID'],
    [ID, 'MICROSOFT_APP_PASSWORD'],
    [{ MICROSOFT_APP_ID: ID.MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD: 's' }, 'MICROSOFT_APP_TENANT_ID'],
    [{ ...ID, MICROSOFT_APP_PASSWORD: 's', PORRAS_TEAMS_OPEN: '1' }, 'PORRAS_TEAMS_OPEN'],
    [{ MICROSOFT_APP_ID: 'porras' }, 'MICROSOFT_APP_ID must be an id'],
  ])('that do not fit are refused before anything starts: %o', ([env, names]) => {
    expect(() => readConfig(env)).toThrow(names);
  });

  it('let everybody in only when asked to', () => {
    expect(readConfig({ PORRAS_TEAMS_OPEN: '1' }).teams).toMatchObject({ appId: null, openForDevelopment: true });
  });
});
