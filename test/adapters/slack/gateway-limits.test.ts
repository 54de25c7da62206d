import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVirtualClock, type VirtualClock } from '../../../src/jobs/virtual-clock.ts';
import { type OpenGateway, openGateway, refusal, TEAM } from '../../support/slack/open-gateway.ts';

let gateway: OpenGateway;
let clock: VirtualClock;
beforeEach(async () => {
  clock = createVirtualClock(new Date('2026-03-02T07:00:00Z'));
  gateway = await openGateway({ clock });
});
afterEach(() => gateway.close());

const later = (ms: number) => clock.moveTo(new Date(clock.now().getTime() + ms));
const post = (channel = 'C1') => refusal(gateway.client.chat.postMessage({ channel, text: 'x' }));
const limited = { code: 'slack_webapi_rate_limited_error' };
const count = () => gateway.slack.messages(TEAM, 'C1').length;

describe('rate limits', () => {
  it('take one message a second in a channel, after a small burst', async () => {
    const { slack, client } = gateway;
    slack.limits.on({ burst: 2 });
    expect([await post(), await post()]).toEqual([{}, {}]);
    expect(await post()).toMatchObject({ ...limited, retryAfter: 1 });
    const { maija = '' } = slack.team(TEAM).users;
    await client.chat.postMessage({ channel: maija, text: 'elsewhere' });
    later(1_000);
    expect(await post()).toEqual({});
    expect(await post()).toMatchObject(limited);
    slack.limits.off();
    expect(await post()).toEqual({});
    expect(slack.calls('chat.postMessage').map((it) => it.status)).toEqual([200, 200, 429, 200, 200, 429, 200]);
  });

  it('count by method and workspace', async () => {
    const { slack, client, clientWith } = gateway;
    slack.limits.on();
    for (let times = 0; times < 20; times += 1) await client.users.list({});
    expect(await refusal(client.users.list({}))).toMatchObject({ ...limited, retryAfter: 3 });
    await client.team.info({});
    const other = slack.addTeam({ id: 'T2' });
    await clientWith(other.token ?? '').users.list({});
  });

  it('let an app outside the Marketplace look back once a minute', async () => {
    const { slack, client } = gateway;
    slack.limits.on({ nonMarketplace: true });
    await client.conversations.history({ channel: 'C1' });
    expect(await refusal(client.conversations.history({ channel: 'C1' }))).toMatchObject({ retryAfter: 60 });
  });
});

describe('faults', () => {
  it('a call may fail before it did anything', async () => {
    const { slack } = gateway;
    for (const how of ['error-500', 'reset', 'ratelimited'] as const) {
      slack.fail('chat.postMessage', { how, retryAfter: 7 });
      expect(await post()).toHaveProperty('code');
    }
    slack.fail('chat.postMessage', { how: { error: 'fatal_error' } });
    expect(await post()).toMatchObject({ error: 'fatal_error' });
    expect(count()).toBe(0);
    expect(await post()).toEqual({});
  });

  it('a call may look as if it had failed, and have done its work', async () => {
    const { slack } = gateway;
    slack.fail('chat.postMessage', { how: 'error-500', when: 'after' });
    slack.fail('chat.postMessage', { how: 'reset', when: 'after' });
    expect(await post()).toMatchObject({ code: 'slack_webapi_http_error' });
    expect(await post()).toMatchObject({ code: 'slack_webapi_request_error' });
    expect(count()).toBe(2);
  });

  it('a call may hang, as often as told, for one workspace', async () => {
    const { slack } = gateway;
    slack.fail('*', { how: 'hang', when: 'after', team: TEAM, times: 2 });
    const call = () =>
      fetch(`${slack.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${slack.team(TEAM).token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ channel: 'C1', text: 'x' }),
        signal: AbortSignal.timeout(100),
      }).then(
        (response) => response.status,
        () => 'gave up',
      );
    expect([await call(), await call(), await call()]).toEqual(['gave up', 'gave up', 200]);
    expect(count()).toBe(3);
    slack.fail('*', { how: 'error-500' });
    slack.mend();
    expect(await call()).toBe(200);
  });
});
