import { createServer, type IncomingMessage } from 'node:http';
import { ActivityHandler, CallerIdConstants, CloudAdapter, MessageFactory } from 'botbuilder';
import {
  AuthenticationConfiguration,
  AuthenticationConstants,
  BotFrameworkAuthenticationFactory,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { givenToken } from '../../adapters/teams/client-credentials.ts';

/**
 * What Porras is held beside: the echo bot of Microsoft's samples, on `node:http`. It checks the token of each activity
 * as the SDK does, says what it heard, and answers Teams once that is said; it keeps nothing.
 */
const [appId = '', openIdMetadataUrl = '', token = ''] = process.argv.slice(2);

/** Microsoft's login is left out. */
class Credentials extends ServiceClientCredentialsFactory {
  isValidAppId = async (id: string): Promise<boolean> => id === appId;
  isAuthenticationDisabled = async (): Promise<boolean> => false;
  createCredentials = async () => givenToken(async () => token);
}

const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  const text = `Echo: ${context.activity.text}`;
  await context.sendActivity(MessageFactory.text(text, text));
  await next();
});

const adapter = new CloudAdapter(
  BotFrameworkAuthenticationFactory.create(
    '',
    true,
    AuthenticationConstants.ToChannelFromBotLoginUrl,
    AuthenticationConstants.ToChannelFromBotOAuthScope,
    AuthenticationConstants.ToBotFromChannelTokenIssuer,
    AuthenticationConstants.OAuthUrl,
    openIdMetadataUrl,
    AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
    CallerIdConstants.PublicAzureChannel,
    new Credentials(),
    new AuthenticationConfiguration(),
  ),
);

createServer((request, response) => {
  const { method = '', headers, socket } = request;
  const answer = {
    socket,
    status: (code: number) => (response.statusCode = code),
    header: (name: string, value: unknown) => response.setHeader(name, String(value)),
    send: (body: unknown) => response.write(typeof body === 'string' ? body : JSON.stringify(body)),
    end: () => response.end(),
  };
  void jsonOf(request).then((body) =>
    adapter.process({ method, headers, body }, answer, (context) => bot.run(context)),
  );
}).listen(Number(process.env.PORT), '127.0.0.1');

async function jsonOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}') as Record<string, unknown>;
}
