import { PATHS } from '../../adapters/slack/config.ts';
import { createSlackPlatform } from '../../adapters/slack/index.ts';
import { signed } from '../support/slack/sign.ts';
import { startSlack } from '../support/slack/start-slack.ts';
import { benchChat } from './bench-chat.ts';
import type { OpenChat } from './benched-chat.ts';
import { prepared } from './chat-load.ts';
import { startServerProcess } from './server-process.ts';

const TEAM = 'T1';
/** As the gateway has them: this many messages at once in a workspace, then evenly. */
const POSTS = { atOnce: 300, perSecond: 5 };

const openSlack: OpenChat = async (people, channels) => {
  const slack = await startSlack({
    teams: [
      {
        id: TEAM,
        users: people.map((name) => ({ name, real_name: name })),
        channels: channels.map((name) => ({ name })),
      },
    ],
  });
  const team = slack.team(TEAM);
  const ids = channels.map((name) => team.channels[name]!);
  const token = team.token ?? '';
  const { signingSecret } = slack.app;
  return {
    workspaceId: `slack:${TEAM}`,
    channels: ids.map((id) => `slack:${TEAM}:${id}`),
    settings: (databaseUrl) => ({
      DATABASE_URL: databaseUrl,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_BOT_TOKEN: token,
      SLACK_API_URL: slack.apiUrl,
      LOG_LEVEL: 'error',
    }),
    startPorras: (role, settings) =>
      startServerProcess(['src/cli.ts', 'start', '--role', role], { ready: '/readyz', events: PATHS.events }, settings),
    startBareBot: () =>
      startServerProcess(['test/load/bare-bolt.ts', slack.apiUrl, token, signingSecret], {
        ready: '/',
        events: PATHS.events,
      }),
    connect: ({ config, store, clock }) => createSlackPlatform({ config: config.slack!, store, clock }),
    prepare: (texts) =>
      texts.map((text, index) => {
        const body = slack.messageBody(TEAM, people[index % people.length]!, ids[0]!, text);
        return prepared(body, signed(signingSecret, body));
      }),
    posted: () => slack.calls('chat.postMessage').flatMap(({ status, at }) => (status === 200 ? [at] : [])),
    setLimited: (on) => (on ? slack.limits.on() : slack.limits.off()),
    forcedSeconds: (count) => Math.max(0, count - POSTS.atOnce) / POSTS.perSecond,
    close: () => slack.close(),
  };
};

/** Porras in Slack beside a bare Bolt app that hears messages and answers at once: see `bench-chat.ts`. */
export const benchSlack = (): Promise<object> => benchChat(openSlack);
