import { setTimeout as after } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { HOSTILE } from '../../contract/chat-platform-harness.ts';
import { startWorld, type World, type WorldOptions } from './inbound-world.ts';

const TEAMS: NonNullable<WorldOptions['teams']> = [
  { id: 'T1', name: 'Kaupunki', channels: [{ id: 'C1', name: 'kehitys' }] },
];

const open: World[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((world) => world.close()));
});

async function begin(options: WorldOptions = {}): Promise<World> {
  const world = await startWorld({ teams: TEAMS, ...options });
  open.push(world);
  return world;
}

const messages = ({ recorder }: World) => recorder.only('message-posted');

describe('events', () => {
  it('arrive with the name of who caused them, and Porras by its own name', async () => {
    const world = await begin();
    const { users } = world.slack.team('T1');
    const act = await world.slack.as('T1', 'maija').post('C1', '@porras what does @pekka say & do?');
    expect(act.acknowledged).toBe(true);
    expect(new Set(messages(world).map(({ id }) => id)).size).toBe(1);
    expect(messages(world)[0]).toMatchObject({
      workspaceId: 'slack:T1',
      by: { address: `slack:T1:${users['maija']}`, name: 'Maija Mäkinen', isBot: false },
      place: { channel: 'slack:T1:C1', private: false },
      ref: `slack:T1:C1:${act.ts}`,
      text: '@Porras what does @Pekka Puro say & do?',
    });
  });

  it.for(Object.entries(HOSTILE))('have the text that was typed: %s', async ([, text]) => {
    const world = await begin();
    await world.slack.as('T1', 'maija').post('C1', text);
    expect(messages(world)[0]?.text).toBe(text);
    await world.slack.as('T1', 'maija').command('C1', text);
    expect(world.recorder.last('command-invoked').text).toBe(text);
  });

  it('ask Slack once who somebody is, also when many come at once', async () => {
    const world = await begin();
    const maija = world.slack.as('T1', 'maija');
    await Promise.all(Array.from({ length: 20 }, (_, at) => maija.post('C1', `idea ${at}`)));
    expect(messages(world)).toHaveLength(20);
    expect(new Set(messages(world).map(({ by }) => by.name))).toEqual(new Set(['Maija Mäkinen']));
    expect(world.slack.calls('users.info')).toHaveLength(1);
  });

  it('do not wait for a name that Slack does not tell', async () => {
    const world = await begin();
    world.slack.fail('users.info', { how: 'hang' });
    const maija = world.slack.as('T1', 'maija');
    expect((await maija.post('C1', 'an idea')).acknowledged).toBe(true);
    expect(messages(world)[0]?.by).toMatchObject({ name: '', isBot: false });
  });

  it('are acknowledged only once they are stored; what was not stored comes again as the same event', async () => {
    const world = await begin();
    world.recorder.refuse(2);
    const act = await world.slack.as('T1', 'maija').post('C1', 'do not lose me');
    expect(act.acknowledged).toBe(false);
    expect(act.deliveries[0]?.attempts.map(({ status }) => status)).toEqual([500]);
    expect(messages(world)).toEqual([]);
    await world.slack.redeliver();
    await world.slack.redeliver();
    expect(messages(world).map(({ text }) => text)).toEqual(['do not lose me']);
    expect(new Set([...world.recorder.refused, messages(world)[0]?.id]).size).toBe(1);
    expect(act.deliveries[0]?.attempts.map(({ status }) => status)).toEqual([500, 500, 200]);
    expect(world.logged.join()).not.toContain('do not lose me');
  });

  it('are not acknowledged before Porras listens, or after it has stopped', async () => {
    const world = await begin();
    await world.platform.stop();
    expect((await world.slack.as('T1', 'maija').post('C1', 'too late')).acknowledged).toBe(false);
    await world.platform.start(world.recorder.sink);
    await world.slack.redeliver();
    expect(messages(world).map(({ text }) => text)).toEqual(['too late']);
  });

  it('that take too long are not acknowledged, and do not end the process', async () => {
    const world = await begin();
    await world.platform.start(async () => after(3_300));
    const act = await world.slack.as('T1', 'maija').post('C1', 'slow');
    expect(act.acknowledged).toBe(false);
    await world.platform.start(world.recorder.sink);
    await world.slack.redeliver();
    expect(messages(world).map(({ text }) => text)).toEqual(['slow']);
  });

  it('of Porras itself, of bots, and such as it did not ask for are acknowledged and nothing else', async () => {
    const world = await begin();
    const before = world.recorder.events.length;
    await world.platform.post('slack:T1:C1', {
      message: { text: 'hi', markdown: 'hi', lang: 'en' },
      picture: null,
      key: 'k',
    });
    expect((await world.slack.as('T1', 'polly').openMessages()).acknowledged).toBe(true);
    const raw = { type: 'event_callback', event_id: 'Ev1', event_time: 1, team_id: 'T1', event: { type: 'pin_added' } };
    const answer = await world.slack.deliverRaw({ body: JSON.stringify(raw), sign: true });
    expect(answer.status).toBe(200);
    expect(world.recorder.events.length).toBe(before);
  });
});

describe('a request', () => {
  const event = (team = 'T1') =>
    JSON.stringify({
      type: 'event_callback',
      event_id: 'Ev1',
      event_time: 1_700_000_000,
      team_id: team,
      event: { type: 'message', user: 'U1', channel: 'C1', text: 'hello', ts: '1700000000.000100' },
    });
  const now = (): number => Math.floor(Date.now() / 1000);

  it.for([
    ['without a signature', {}],
    ['signed with another secret', { sign: { secret: 'wrong' } }],
    ['signed more than five minutes ago', { sign: { timestamp: now() - 301 } }],
    [
      'with a signature of another body',
      { headers: { 'X-Slack-Signature': 'v0=00', 'X-Slack-Request-Timestamp': `${now()}` } },
    ],
    ['with an empty signature', { headers: { 'X-Slack-Signature': '', 'X-Slack-Request-Timestamp': '' } }],
  ] as const)('%s gets 401 and nothing else', async ([, request]) => {
    const world = await begin();
    const before = world.recorder.events.length;
    const answer = await world.slack.deliverRaw({ body: event(), ...request });
    expect([answer.status, answer.body]).toEqual([401, '']);
    expect(world.recorder.events.length).toBe(before);
  });

  it('with a form hidden behind the check of the certificate changes nothing', async () => {
    const world = await begin();
    const before = world.recorder.events.length;
    const contentType = 'application/x-www-form-urlencoded';
    const smuggled = `ssl_check=1&payload=${encodeURIComponent(event())}`;
    expect((await world.slack.deliverRaw({ body: smuggled, contentType })).status).toBe(200);
    expect(world.recorder.events.length).toBe(before);
  });

  it('that is not JSON gets 400, one that is too large 413', async () => {
    const world = await begin();
    expect((await world.slack.deliverRaw({ body: '{"type":', sign: true })).status).toBe(400);
    expect((await world.slack.deliverRaw({ body: 'x'.repeat(5 * 1024 * 1024), sign: true })).status).toBe(413);
  });

  it('of a team where Porras is not installed changes nothing, and is logged', async () => {
    const world = await begin();
    const before = world.recorder.events.length;
    expect((await world.slack.deliverRaw({ body: event('T666'), sign: true })).status).toBe(200);
    expect(world.recorder.events.length).toBe(before);
    expect(world.logged.join()).toContain('"team":"T666"');
  });

  it('that Porras cannot read is acknowledged, since it would be the same again, and logged without its words', async () => {
    const world = await begin();
    const broken = event().replace('"C1"', '"nowhere"');
    expect((await world.slack.deliverRaw({ body: broken, sign: true })).status).toBe(200);
    expect(world.logged.join()).toContain('"type":"message"');
    expect(world.logged.join()).not.toContain('hello');
  });

  it('that proves the address is answered with the challenge', async () => {
    const world = await begin();
    await world.slack.connectHttp({ url: `${world.server.url}/slack/events`, verify: true });
    expect((await fetch(`${world.server.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${world.server.url}/slack/install`)).status).toBe(404);
  });

  it('that tells of too many events is logged', async () => {
    const world = await begin();
    const notice = JSON.stringify({
      type: 'app_rate_limited',
      team_id: 'T1',
      minute_rate_limited: 1,
      api_app_id: 'A1',
    });
    expect((await world.slack.deliverRaw({ body: notice, sign: true })).status).toBe(200);
    expect(world.logged.join()).toMatch(/30,000.*"team":"T1"/);
  });
});

describe('one workspace, by its token', () => {
  it('is told to be there at each start, as one event a token', async () => {
    const { recorder, platform } = await begin();
    await platform.stop();
    await platform.start(recorder.sink);
    const installed = recorder.only('installed');
    expect(installed).toMatchObject([{ workspaceId: 'slack:T1', name: 'Kaupunki' }, { name: 'Kaupunki' }]);
    expect(new Set(installed.map(({ id }) => id)).size).toBe(1);
  });

  it('does what its token may do', async () => {
    const scopes = ['chat:write', 'channels:history', 'users:read'];
    const { platform } = await begin({ teams: [{ ...TEAMS[0], scopes }] });
    const can = platform.capabilities('slack:T1');
    expect(
      ['edit', 'whisper', 'form', 'home', 'permalink', 'profile'].filter((each) => !can.has(each as never)),
    ).toEqual([]);
    expect(
      ['picture', 'react', 'direct-message', 'list-members', 'find-sent'].filter((each) => can.has(each as never)),
    ).toEqual([]);
  });

  it('does not start with a token that Slack refuses, and says what to do', async () => {
    await expect(startWorld({ teams: TEAMS, config: { botToken: 'xoxb-wrong' } })).rejects.toThrow(
      /SLACK_BOT_TOKEN .*Install App/,
    );
  });
});

describe('being removed', () => {
  it.for(['uninstall', 'revokeTokens'] as const)('by %s is heard', async (how) => {
    const world = await begin();
    expect((await world.slack[how]('T1')).acknowledged).toBe(true);
    expect(world.recorder.only('removed').length).toBeGreaterThan(0);
    expect(world.recorder.last('removed').workspaceId).toBe('slack:T1');
  });
});
