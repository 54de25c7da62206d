import { WebClient } from '@slack/web-api';
import { type ReceivingApp, startReceivingApp } from './receiving-app.ts';
import { type HttpConnection, type Slack, type SlackOptions, startSlack } from './start-slack.ts';

export const TEAM = 'T1';

/** Everyone is in C1, the bot too; C2 is without it, and nobody sees C3 but its two. */
const TEAMS: NonNullable<SlackOptions['teams']> = [
  {
    id: TEAM,
    channels: [
      { id: 'C1', name: 'kehitys' },
      { id: 'C2', name: 'hiljainen', members: ['maija'] },
      { id: 'C3', name: 'salainen', is_private: true, members: ['maija', 'pekka'] },
    ],
  },
];

export interface OpenGateway {
  slack: Slack;
  app: ReceivingApp;
  client: WebClient;
  clientWith: (token: string) => WebClient;
  close(): Promise<void>;
}

/** Slack with one workspace, an app that keeps what it is sent, and Slack's own client with the bot's token. */
export async function openGateway(
  options: SlackOptions = {},
  connection: Partial<HttpConnection> = {},
): Promise<OpenGateway> {
  const slack = await startSlack({ teams: TEAMS, ...options });
  const app = await startReceivingApp(slack.app.signingSecret);
  await slack.connectHttp({ url: app.url, ...connection });
  const clientWith = (token: string): WebClient =>
    new WebClient(token, {
      slackApiUrl: slack.apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: SILENT,
    });
  return {
    slack,
    app,
    client: clientWith(slack.teams[0]?.token ?? ''),
    clientWith,
    async close() {
      await slack.close();
      await app.close();
    },
  };
}

const ignore = () => undefined;
export const SILENT = {
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  setLevel: ignore,
  getLevel: () => 'error' as never,
  setName: ignore,
};

/** What Slack said when it refused a call; nothing when it did not. */
export async function refusal(call: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await call;
  } catch (error) {
    const { data, retryAfter, code } = error as { data?: Record<string, unknown>; retryAfter?: number; code?: string };
    return { ...(data ?? { code }), ...(retryAfter === undefined ? {} : { retryAfter }) };
  }
  return {};
}

export const button = (actionId: string, value = '1') => ({
  type: 'button' as const,
  action_id: actionId,
  value,
  text: { type: 'plain_text' as const, text: 'Go' },
});

export const buttons = (...elements: ReturnType<typeof button>[]) => [{ type: 'actions' as const, elements }];

export const form = (callbackId = 'form') => ({
  type: 'modal' as const,
  callback_id: callbackId,
  title: { type: 'plain_text' as const, text: 'A form' },
  submit: { type: 'plain_text' as const, text: 'Send' },
  private_metadata: 'kept',
  blocks: [
    {
      type: 'input' as const,
      block_id: 'topic',
      label: { type: 'plain_text' as const, text: 'Topic' },
      element: { type: 'plain_text_input' as const, action_id: 'value', max_length: 20 },
    },
    {
      type: 'input' as const,
      block_id: 'people',
      optional: true,
      label: { type: 'plain_text' as const, text: 'People' },
      element: { type: 'multi_users_select' as const, action_id: 'value' },
    },
  ],
});
