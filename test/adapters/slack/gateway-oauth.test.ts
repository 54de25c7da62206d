import { afterEach, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../../src/jobs/virtual-clock.ts';
import { type OpenGateway, openGateway, refusal } from '../../support/slack/open-gateway.ts';
import type { SlackOptions } from '../../support/slack/start-slack.ts';

const BACK = 'https://porras.example.com/slack/oauth_redirect';
const CORPORATION = { id: 'E1', name: 'Corporation' };
const TEAMS: NonNullable<SlackOptions['teams']> = [
  { id: 'T1', enterprise: CORPORATION, installed: false, channels: [{ id: 'C1', name: 'first' }] },
  { id: 'T2', enterprise: CORPORATION, installed: false, channels: [{ id: 'C2', name: 'second' }] },
  { id: 'T3', installed: false },
];

let gateway: OpenGateway;
afterEach(() => gateway.close());

const authorizeUrl = (more: Record<string, string> = {}): string => {
  const { slack } = gateway;
  const query = new URLSearchParams({
    client_id: slack.app.clientId,
    scope: 'chat:write,channels:history,channels:read',
    state: 'a state',
    redirect_uri: BACK,
    ...more,
  });
  return `${slack.url}/oauth/v2/authorize?${query}`;
};

const access = (more: Record<string, string>) =>
  gateway.clientWith('').oauth.v2.access({
    client_id: gateway.slack.app.clientId,
    client_secret: gateway.slack.app.clientSecret,
    ...more,
  });

const codeOf = (url: string): string => new URL(url).searchParams.get('code') ?? '';

describe('installing', () => {
  it('sends the browser back with a code and the state; the code is good once', async () => {
    gateway = await openGateway({ teams: TEAMS });
    const { slack, clientWith } = gateway;
    const page = await fetch(authorizeUrl(), { redirect: 'manual' });
    expect(await page.text()).toContain('team=T3');
    const sent = await fetch(authorizeUrl({ team: 'T3' }), { redirect: 'manual' });
    const back = new URL(sent.headers.get('location') ?? '');
    expect([sent.status, back.origin + back.pathname, back.searchParams.get('state')]).toEqual([302, BACK, 'a state']);
    const answer = await access({ code: codeOf(back.href), redirect_uri: BACK });
    expect(answer).toMatchObject({
      app_id: slack.app.id,
      scope: 'chat:write,channels:history,channels:read',
      token_type: 'bot',
      bot_user_id: slack.team('T3').botUserId,
      team: { id: 'T3' },
      enterprise: null,
      is_enterprise_install: false,
      authed_user: { id: slack.as('T3', 'maija').id },
    });
    expect(answer).not.toHaveProperty('refresh_token');
    expect(await clientWith(answer.access_token ?? '').auth.test()).toMatchObject({ team_id: 'T3' });
    expect(await refusal(access({ code: codeOf(back.href) }))).toMatchObject({ error: 'code_already_used' });
  });

  it('says what is wrong with a request', async () => {
    gateway = await openGateway({ teams: TEAMS, app: { redirectUris: [BACK] } });
    const { slack } = gateway;
    const code = codeOf(slack.consent(authorizeUrl(), { team: 'T1' }));
    expect(await refusal(access({ code, client_secret: 'wrong' }))).toMatchObject({ error: 'bad_client_secret' });
    expect(await refusal(access({ code, client_id: 'wrong' }))).toMatchObject({ error: 'invalid_client_id' });
    expect(await refusal(access({ code: 'wrong' }))).toMatchObject({ error: 'invalid_code' });
    expect(await refusal(access({ code, redirect_uri: 'https://x.fi' }))).toMatchObject({ error: 'bad_redirect_uri' });
    expect(() => slack.consent(authorizeUrl({ redirect_uri: 'https://x.fi' }), { team: 'T1' })).toThrow(
      'bad_redirect_uri',
    );
    const denied = new URL(slack.consent(authorizeUrl(), { team: 'T1', deny: true }));
    expect(denied.searchParams.get('error')).toBe('access_denied');
    expect(denied.searchParams.get('code')).toBeNull();
  });

  it('for a whole organization gives one token for all its workspaces', async () => {
    gateway = await openGateway({ teams: TEAMS });
    const { slack, app, clientWith } = gateway;
    const answer = await access({ code: codeOf(slack.consent(authorizeUrl(), { team: 'T1', orgWide: true })) });
    expect(answer).toMatchObject({ team: null, enterprise: CORPORATION, is_enterprise_install: true });
    const client = clientWith(answer.access_token ?? '');
    expect(await client.auth.test()).toMatchObject({ enterprise_id: 'E1', is_enterprise_install: true });
    await client.chat.postMessage({ channel: 'C2', text: 'hei' });
    expect(slack.messages('T2', 'C2').map((it) => it.text)).toEqual(['hei']);
    await slack.as('T2', 'maija').post('C2', 'moi');
    expect(app.received.at(-1)?.payload).toMatchObject({
      team_id: 'T2',
      enterprise_id: 'E1',
      authorizations: [{ enterprise_id: 'E1', team_id: 'T2', is_enterprise_install: true }],
    });
    await slack.as('T2', 'maija').command('C2', 'help');
    expect(app.received.at(-1)?.payload).toMatchObject({ enterprise_id: 'E1', is_enterprise_install: 'true' });
  });

  it('tokens that rotate expire after twelve hours, and are renewed by a refresh token that is good once', async () => {
    const clock = createVirtualClock(new Date('2026-03-02T07:00:00Z'));
    gateway = await openGateway({ teams: TEAMS, clock, app: { tokenRotation: true } });
    const { slack, clientWith } = gateway;
    const first = await access({ code: codeOf(slack.consent(authorizeUrl(), { team: 'T1' })) });
    expect(first).toMatchObject({
      access_token: expect.stringMatching(/^xoxe\.xoxb-/),
      refresh_token: expect.stringMatching(/^xoxe-1-/),
      expires_in: 43_200,
    });
    const renew = (token = '') => access({ grant_type: 'refresh_token', refresh_token: token });
    const second = await renew(first.refresh_token);
    expect(await refusal(renew(first.refresh_token))).toMatchObject({ error: 'invalid_refresh_token' });
    expect(await clientWith(first.access_token ?? '').auth.test()).toMatchObject({ ok: true });
    clock.moveTo(new Date('2026-03-02T19:00:00Z'));
    expect(await refusal(clientWith(second.access_token ?? '').auth.test())).toMatchObject({ error: 'token_expired' });
    const third = await renew(second.refresh_token);
    expect(await clientWith(third.access_token ?? '').auth.test()).toMatchObject({ team_id: 'T1' });
  });
});
