import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTeamsPlatform } from '../../../adapters/teams/index.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { messageActivity } from '../../support/teams/activities.ts';
import { personalOf } from '../../support/teams/world.ts';
import { startWorld, type World } from './inbound-world.ts';

const HOUR = 3_600;
const now = Math.floor(Date.now() / 1000);

describe('who sent a request', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const activity = (more: object = {}) => {
    const { teams } = world;
    const person = teams.world.people.get('maija')!;
    const conversation = personalOf(teams.world, 'maija');
    const scene = { world: teams.world, serviceUrl: teams.serviceUrl, conversation, person, root: null };
    return { ...messageActivity(scene, teams.world.nextId(), 'an idea'), ...more };
  };
  const send = async (token: string | null, body: unknown, path = '/teams/messages') => {
    const answer = await fetch(`http://127.0.0.1:${world.server.port}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token !== null && { authorization: token }) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.text() };
  };
  const REFUSED = { status: 401, body: '' };

  it.for(['/teams/messages', '/api/messages'])('is Teams, by its token: %s', async (path) => {
    const before = world.recorder.events.length;
    expect(await send(`Bearer ${world.teams.tokens.make()}`, activity(), path)).toEqual({ status: 200, body: '' });
    expect(world.logged).toEqual([]);
    expect(world.recorder.events).toHaveLength(before + 1);
  });

  const wrong: Record<string, () => string | null> = {
    'no token': () => null,
    'an empty one': () => 'Bearer ',
    'another scheme': () => `Basic ${world.teams.tokens.make()}`,
    'no JSON in it': () => 'Bearer bm8.bm8.bm8',
    'not signed': () => `Bearer ${world.teams.tokens.make({}, 'unsigned')}`,
    'signed by a stranger': () => `Bearer ${world.teams.tokens.make({}, 'stranger')}`,
    'its words changed after it was signed': () => {
      const [head, , signature] = world.teams.tokens.make().split('.');
      const [, body] = world.teams.tokens.make({ exp: now + 2 * HOUR }).split('.');
      return `Bearer ${head}.${body}.${signature}`;
    },
    expired: () => `Bearer ${world.teams.tokens.make({ exp: now - 301 })}`,
    'not valid yet': () => `Bearer ${world.teams.tokens.make({ nbf: now + HOUR })}`,
    'for ever': () => `Bearer ${world.teams.tokens.make({ exp: undefined as never })}`,
    'for another bot': () => `Bearer ${world.teams.tokens.make({ aud: '66666666-2222-4333-8444-555555555555' })}`,
    'of another issuer': () => `Bearer ${world.teams.tokens.make({ iss: 'https://sts.windows.net/common/' })}`,
    'of another serviceUrl': () => `Bearer ${world.teams.tokens.make({ serviceurl: 'https://evil.example.com/' })}`,
    'of no serviceUrl': () => `Bearer ${world.teams.tokens.make({ serviceurl: undefined as never })}`,
  };
  it.for(Object.entries(wrong))('is refused, and nothing else: %s', async ([, token]) => {
    const { recorder, store } = world;
    const before = [recorder.events.length, await store.conversations.count({})];
    expect(await send(token(), activity())).toEqual(REFUSED);
    expect([recorder.events.length, await store.conversations.count({})]).toEqual(before);
  });

  it.for([
    ['of another tenant', { channelData: { tenant: { id: 'somebody-else' } } }],
    ['of a channel for which the key does not vouch', { channelId: 'webchat' }],
    ['of no channel', { channelId: '' }],
  ] as const)('is refused though its token is right: %s', async ([, more]) => {
    expect(await send(`Bearer ${world.teams.tokens.make()}`, activity(more))).toMatchObject({ status: 401 });
  });

  it('is refused without a body that could be read', async () => {
    for (const body of ['', 'null', '{', '[]', '{"type":"message"}'])
      expect(await send(`Bearer ${world.teams.tokens.make()}`, body)).toEqual(REFUSED);
  });

  it('cannot be told while the keys cannot be read: Teams sends it again', async () => {
    const other = await startWorld({ config: { openIdMetadataUrl: 'http://127.0.0.1:1/openid' } });
    try {
      const delivery = await other.teams.as('maija').post('an idea');
      expect(delivery?.status).toBe(503);
      expect(other.recorder.events).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('is whoever likes only where a developer asked for it', () => {
    const config = {
      appId: null,
      appPassword: null,
      appType: 'SingleTenant' as const,
      tenantId: null,
      openForDevelopment: false,
      publicUrl: null,
    };
    const store = createMemoryStore();
    const create = (more: object) => createTeamsPlatform({ store, config: { ...config, ...more } });
    expect(() => create({})).toThrow('MICROSOFT_APP_ID');
    expect(() => create({ appId: 'a', openForDevelopment: true })).toThrow('PORRAS_TEAMS_OPEN');
    expect(create({ openForDevelopment: true }).name).toBe('teams');
  });
});
