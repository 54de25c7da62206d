import { SocketModeClient } from '@slack/socket-mode';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { form, type OpenGateway, openGateway, refusal, SILENT, TEAM } from '../../support/slack/open-gateway.ts';

interface Envelope {
  type: string;
  body: { event?: { text?: string }; event_id?: string; command?: string; trigger_id?: string };
  retry_num?: number;
  retry_reason?: string;
  accepts_response_payload: boolean;
  ack: (answer?: object) => Promise<void>;
}

let gateway: OpenGateway;
let socket: SocketModeClient;
let taken: Envelope[];
/** What the app does with what comes; acknowledges it unless told otherwise. */
let take: (envelope: Envelope) => Promise<void> | void;

beforeEach(async () => {
  gateway = await openGateway();
  const { slack } = gateway;
  await slack.connectSocket({ deadlineMs: 200 });
  taken = [];
  take = ({ ack }) => ack();
  socket = new SocketModeClient({
    appToken: slack.app.appToken,
    clientOptions: { slackApiUrl: slack.apiUrl },
    clientPingTimeout: 500,
    // It says more than once that it was cut off.
    logger: SILENT,
  });
  socket.on('slack_event', (envelope: Envelope) => {
    taken.push(envelope);
    void take(envelope);
  });
  await socket.start();
});
afterEach(async () => {
  await socket.disconnect();
  await gateway.close();
});

const maija = () => gateway.slack.as(TEAM, 'maija');

describe('Socket Mode', () => {
  it('carries events, interactions and commands, and their acknowledgements', async () => {
    const { slack, client } = gateway;
    expect(await maija().post('C1', 'hei')).toMatchObject({ acknowledged: true });
    expect(await maija().post('C1', 'ä'.repeat(40_000))).toMatchObject({ acknowledged: true });
    take = ({ ack }) => ack({ text: 'here I am' });
    await maija().command('C1', 'help');
    expect(taken.map((it) => [it.type, it.accepts_response_payload])).toEqual([
      ['events_api', false],
      ['events_api', false],
      ['slash_commands', true],
    ]);
    expect(taken[1]?.body.event?.text).toHaveLength(40_000);
    expect(slack.messages(TEAM, 'C1', maija().id).at(-1)).toMatchObject({ text: 'here I am', ephemeral: true });
    await client.views.open({ trigger_id: taken[2]?.body.trigger_id ?? '', view: form() });
    take = ({ ack }) => ack({ response_action: 'errors', errors: { topic: 'no' } });
    await maija().submit({ topic: 'x' });
    expect(taken.at(-1)?.type).toBe('interactive');
    expect(slack.modal(TEAM, maija().id)?.errors).toEqual({ topic: 'no' });
  });

  it('sends again what was not acknowledged', async () => {
    const { slack } = gateway;
    take = () => undefined;
    expect(await maija().post('C1', 'x')).toMatchObject({ acknowledged: false });
    take = ({ ack }) => ack();
    await slack.redeliver();
    await slack.redeliver();
    expect(taken.map((it) => [it.retry_num, it.retry_reason])).toEqual([
      [0, ''],
      [1, 'http_timeout'],
    ]);
    expect(new Set(taken.map((it) => it.body.event_id)).size).toBe(1);
  });

  it.for(['refresh_requested', 'cut'] as const)('goes on over another connection: %s', async (how) => {
    const { slack } = gateway;
    const again = new Promise((resolve) => socket.once('connected', resolve));
    if (how === 'cut') slack.sockets.cut();
    else slack.sockets.disconnect(how);
    await again;
    await slack.sockets.connected();
    expect(await maija().post('C1', 'still here')).toMatchObject({ acknowledged: true });
  });

  it('needs an app-level token', async () => {
    const { slack, clientWith, client } = gateway;
    expect(await refusal(client.apps.connections.open({}))).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await refusal(clientWith('xapp-wrong').apps.connections.open({}))).toMatchObject({ error: 'invalid_auth' });
    const { url = '' } = await clientWith(slack.app.appToken).apps.connections.open({});
    const opened = (where: string) =>
      new Promise<string>((resolve) => {
        const web = new WebSocket(where);
        web.onmessage = ({ data }) => {
          web.close();
          resolve((JSON.parse(String(data)) as { type: string }).type);
        };
        web.onerror = () => resolve('refused');
      });
    expect([await opened(url), await opened(url)]).toEqual(['hello', 'refused']);
  });
});
