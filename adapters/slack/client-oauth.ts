import { HTTPReceiver, type Installation as SlackInstallation, type InstallationStore } from '@slack/bolt';
import { PorrasError } from '../../src/errors.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { CallWith } from './client.ts';
import { type SlackConfig, type SlackOAuth, PATHS } from './config.ts';
import { failedPage, installedPage, type InstallPage } from './install-pages.ts';
import { Installation } from './installation.ts';
import { SCOPE_NAMES } from './scopes.ts';

type OAuthOptions = Partial<ConstructorParameters<typeof HTTPReceiver>[0]>;
type Response = Parameters<HTTPReceiver['requestListener']>[1];

/** Options of Bolt's receiver that let people install Porras in their workspaces. Its checks of the state stay on. */
export function oauthOptions(
  config: SlackConfig,
  oauth: SlackOAuth,
  clock: Clock,
  onInstalled: (installation: Installation) => Promise<void>,
): OAuthOptions {
  const installationStore: InstallationStore = {
    storeInstallation: (installation) => onInstalled(fromSlack(installation, clock)),
    fetchInstallation: async () => {
      throw new PorrasError('not-here', 'Tokens are read by authorize.ts, which renews them.');
    },
  };
  return {
    clientId: oauth.clientId,
    clientSecret: oauth.clientSecret,
    stateSecret: oauth.stateSecret,
    scopes: [...SCOPE_NAMES],
    installationStore,
    ...(config.publicUrl && { redirectUri: `${config.publicUrl}${PATHS.redirect}` }),
    installerOptions: {
      installPath: PATHS.install,
      redirectUriPath: PATHS.redirect,
      directInstall: true,
      authorizationUrl: new URL('/oauth/v2/authorize', config.apiUrl).href,
      clientOptions: { slackApiUrl: config.apiUrl, retryConfig: { retries: 1 } },
      callbackOptions: {
        success: ({ team, enterprise }, _options, request, response) =>
          show(response, installedPage(team?.name ?? enterprise?.name ?? 'Slack', request.headers['accept-language'])),
        failure: ({ code }, _options, request, response) =>
          show(response, failedPage(code, request.headers['accept-language'], PATHS.install)),
      },
    },
  };
}

function show(response: Response, { status, html }: InstallPage): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  });
  response.end(html);
}

function fromSlack(installation: SlackInstallation, clock: Clock): Installation {
  const { team, enterprise, isEnterpriseInstall, bot, appId } = installation;
  const where = isEnterpriseInstall ? enterprise : team;
  if (!bot || !where) {
    throw new PorrasError(
      'slack-no-bot',
      'Slack gave no bot token: the app must ask for bot scopes, see the manifest.',
    );
  }
  const now = clock.now().getTime();
  return Installation.parse({
    team: where.id,
    name: where.name ?? '',
    appId: appId ?? null,
    botUserId: bot.userId,
    scopes: bot.scopes,
    token: bot.token,
    refreshToken: bot.refreshToken ?? null,
    // Slack's library counts from the machine's clock.
    expiresAt: bot.expiresAt === undefined ? null : now + (bot.expiresAt * 1000 - Date.now()),
    installedAt: now,
  });
}

/** Exchanges a refresh token. Source: https://docs.slack.dev/authentication/using-token-rotation */
export const renewWith =
  (callWith: CallWith, oauth: SlackOAuth, clock: Clock) =>
  async (installation: Installation): Promise<Installation> => {
    const answer = await callWith(null, 'oauth.v2.access', {
      client_id: oauth.clientId,
      client_secret: oauth.clientSecret,
      grant_type: 'refresh_token',
      refresh_token: installation.refreshToken,
    });
    const { access_token, refresh_token, expires_in } = answer;
    return Installation.parse({
      ...installation,
      token: access_token,
      refreshToken: refresh_token,
      expiresAt: clock.now().getTime() + Number(expires_in) * 1000,
    });
  };
