import { afterEach, describe, expect, it } from 'vitest';
import { startWorld, type World, type WorldOptions } from './inbound-world.ts';

const TEAMS: NonNullable<WorldOptions['teams']> = [
  { id: 'T1', name: 'Kaupunki', channels: [{ id: 'C1', name: 'kehitys' }] },
];
const APP_TOKEN = 'xapp-1-A0PORRAS-1-test';

let world: World | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});

async function begin(): Promise<World> {
  world = await startWorld({ teams: TEAMS, config: { signingSecret: null, appToken: APP_TOKEN } });
  await world.slack.connectSocket();
  await world.slack.sockets.connected();
  return world;
}

describe('Socket Mode', () => {
  it('brings events, commands and presses, and takes nothing over HTTP', async () => {
    const { slack, recorder, server, platform } = await begin();
    const maija = slack.as('T1', 'maija');
    expect((await maija.post('C1', '@porras an idea')).acknowledged).toBe(true);
    expect(recorder.last('message-posted')).toMatchObject({ text: '@Porras an idea', by: { name: 'Maija Mäkinen' } });
    expect((await maija.command('C1', 'help')).acknowledged).toBe(true);
    expect(recorder.last('command-invoked').text).toBe('help');
    const choices = [{ action: 'open-form', value: '1', label: 'Open' }];
    const message = { text: 'choose', markdown: 'choose', lang: 'en' as const, choices };
    const ref = await platform.post('slack:T1:C1', { message, picture: null, key: 'k' });
    const ts = ref.split(':').at(-1) ?? '';
    expect((await maija.press({ channel: 'C1', ts }, 'porras:open-form:0')).acknowledged).toBe(true);
    expect(recorder.last('choice-pressed')).toMatchObject({ action: 'open-form', value: '1', ref });
    expect((await fetch(`${server.url}/slack/events`, { method: 'POST', body: '{}' })).status).toBe(404);
  });

  it('acknowledges only what is stored; what was not comes again as the same event', async () => {
    const { slack, recorder, logged } = await begin();
    recorder.refuse(1);
    const act = await slack.as('T1', 'maija').post('C1', 'do not lose me');
    expect(act.acknowledged).toBe(false);
    expect(recorder.only('message-posted')).toEqual([]);
    await slack.redeliver();
    expect(recorder.only('message-posted').map(({ id }) => id)).toEqual(recorder.refused);
    expect(logged.join()).not.toContain('do not lose me');
  });

  it('goes on over another socket when Slack takes one back', async () => {
    const { slack, recorder } = await begin();
    slack.sockets.disconnect('refresh_requested');
    await expect.poll(() => slack.calls('apps.connections.open').length, { timeout: 20_000 }).toBe(2);
    await slack.sockets.connected();
    await slack.as('T1', 'maija').post('C1', 'after it');
    expect(recorder.last('message-posted').text).toBe('after it');
  });

  it('tells when Slack takes no other socket, and lives', async () => {
    const { slack, logged } = await begin();
    slack.fail('apps.connections.open', { how: { error: 'invalid_auth' } });
    slack.sockets.disconnect('link_disabled');
    await expect.poll(() => logged.join(), { timeout: 20_000 }).toContain('Slack takes no socket');
  });

  it('does not start with a token that opens none, and says what to do', async () => {
    const wrong = { teams: TEAMS, config: { signingSecret: null, appToken: 'xapp-wrong' } };
    await expect(startWorld(wrong)).rejects.toThrow(/SLACK_APP_TOKEN .*connections:write/);
  });
});
