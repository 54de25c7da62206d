import { setTimeout as after } from 'node:timers/promises';
import { type App, SocketModeReceiver } from '@slack/bolt';
import { messageOf, PorrasError } from '../../src/errors.ts';
import { codeOfThrown, quietLogger } from './client-logger.ts';
import type { SlackLog } from './config.ts';

export interface Socket {
  start(): Promise<void>;
  stop(): Promise<void>;
}

const AGAIN_MS = 60_000;
const GOODBYE_MS = 2_000;

/** Socket Mode: Porras opens the connection, so that nothing of it has to be reachable from outside. */
export function createSocket(appToken: string, apiUrl: string, app: App, log: SlackLog): Socket {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: quietLogger(log),
    installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
    // Not acknowledged: Slack sends it again.
    async processEventErrorHandler({ error }) {
      log('what Slack sent could not be stored', { code: codeOfThrown(error) });
      return false;
    },
  });
  receiver.init(app);
  const { client } = receiver;

  let open = false;
  let again: NodeJS.Timeout | undefined;
  const connect = client.start.bind(client);
  // Slack's library connects again by itself, and leaves an error of that to nobody, which would end the process.
  client.start = async () => {
    try {
      return await connect();
    } catch (thrown) {
      if (!open) throw thrown;
      log('Slack takes no socket: tried again in a minute', { code: codeOfThrown(thrown) });
      again = setTimeout(() => void client.start(), AGAIN_MS).unref();
      return { ok: false };
    }
  };

  return {
    async start() {
      try {
        await client.start();
      } catch (cause) {
        throw new PorrasError(
          'slack-socket',
          `Slack takes no socket (${messageOf(cause)}): SLACK_APP_TOKEN must be an app-level token (xapp-…) with the scope connections:write, and Socket Mode be on in the app's settings.`,
          { cause },
        );
      }
      open = true;
    },
    async stop() {
      open = false;
      clearTimeout(again);
      await Promise.race([client.disconnect(), after(GOODBYE_MS, undefined, { ref: false })]);
    },
  };
}
