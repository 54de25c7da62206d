import { PorrasError } from '../../src/errors.ts';
import { type Authorize, notInstalled } from './authorize.ts';
import { isSlackError } from './errors.ts';
import { Installation } from './installation.ts';
import type { SlackAnswer } from './slack-api.ts';

/** One workspace, by the bot token of the settings: Slack says which it is. */
export function createAuthorizeOne(token: string, authTest: (token: string) => Promise<SlackAnswer>): Authorize {
  let asked: Promise<Installation> | null = null;
  let seen: Installation | null = null;

  const installation = (): Promise<Installation> => {
    asked ??= lookAtToken(token, authTest).then(
      (found) => {
        seen = found;
        return seen;
      },
      (thrown: unknown) => {
        asked = null;
        throw thrown;
      },
    );
    return asked;
  };

  const find = async (team: string): Promise<Installation | null> => {
    const only = await installation();
    return only.team === team ? only : null;
  };

  return {
    async authorize(team) {
      const found = await find(team);
      if (!found) throw notInstalled(team);
      return found;
    },
    find,
    seen: (team) => (seen?.team === team ? seen : null),
    forget: () => undefined,
    load: async () => [await installation()],
    add: async () => {
      throw new PorrasError('slack-one-workspace', 'SLACK_BOT_TOKEN serves one workspace: nothing is installed here.');
    },
    remove: async () => undefined,
  };
}

/** @throws PorrasError `slack-token` for one that Slack refuses. */
export async function lookAtToken(
  token: string,
  authTest: (token: string) => Promise<SlackAnswer>,
): Promise<Installation> {
  try {
    return installationFrom(token, await authTest(token));
  } catch (thrown) {
    if (!isSlackError(thrown, 'invalid_auth', 'token_revoked', 'token_expired', 'account_inactive')) throw thrown;
    throw new PorrasError(
      'slack-token',
      `Slack refuses SLACK_BOT_TOKEN (${thrown instanceof PorrasError ? thrown.code : ''}): copy the "Bot User OAuth Token" from "Install App" in the app's settings; where tokens rotate, which such a token cannot, make the app from \`porras manifest slack --workspaces one\`.`,
      { cause: thrown },
    );
  }
}

/** What `auth.test` says of a token. Source: https://docs.slack.dev/reference/methods/auth.test */
export function installationFrom(token: string, answer: SlackAnswer): Installation {
  const { is_enterprise_install: isOrgWide, enterprise_id: enterprise, team_id: team } = answer;
  const metadata = answer['response_metadata'] as { scopes?: string[] } | undefined;
  return Installation.parse({
    team: isOrgWide === true && typeof enterprise === 'string' ? enterprise : team,
    name: typeof answer['team'] === 'string' ? answer['team'] : '',
    appId: null,
    botUserId: answer['user_id'],
    scopes: metadata?.scopes ?? null,
    token,
    refreshToken: null,
    expiresAt: null,
    installedAt: 0,
  });
}
