import type { Installation as Row } from '../../src/domain/installation.ts';
import { messageOf, PorrasError } from '../../src/errors.ts';
import { installationFrom, lookAtToken } from './authorize-one.ts';
import { type CallWith, createCaller } from './client.ts';
import type { SlackConfig } from './config.ts';
import type { Installation } from './installation.ts';
import { openRow } from './installation-store.ts';
import { missingScopes } from './scopes.ts';
import { createSeal } from './seal.ts';

export interface SlackCheck {
  what: string;
  /** Says what it found; throws what is wrong and how to mend it. */
  look: () => Promise<string>;
}

/** As many are asked, the longest-standing ones first. */
const MOST = 20;

/**
 * What `porras doctor` looks at in Slack. It sends nothing and changes nothing.
 * @param rows the installations in the store, where they could be read
 */
export function examineSlack(config: SlackConfig, rows: readonly Row[] | null): SlackCheck[] {
  const callWith = createCaller(config.apiUrl, () => undefined);
  return [
    ...(config.publicUrl === null ? [] : [{ what: 'Slack: public address', look: async () => publicUrl(config) }]),
    ...(config.appToken === null
      ? []
      : [{ what: 'Slack: Socket Mode', look: () => socketMode(callWith, config.appToken!) }]),
    ...(config.botToken === null
      ? workspaces(config, callWith, rows)
      : [{ what: 'Slack: workspace', look: () => oneWorkspace(callWith, config.botToken!) }]),
  ];
}

function publicUrl({ publicUrl: address, appToken }: SlackConfig): string {
  const { protocol, hostname } = new URL(address!);
  if (protocol !== 'https:' || hostname === 'localhost' || /^[\d.]+$|^\[/.test(hostname)) {
    throw new PorrasError(
      'public-url',
      `Slack reaches only https addresses with a name, not ${address}: set PORRAS_PUBLIC_URL to the one that leads to this server, or use Socket Mode (SLACK_APP_TOKEN)`,
    );
  }
  return `${address}${appToken === null ? ', for events and for installing' : ', for installing'}`;
}

async function socketMode(callWith: CallWith, appToken: string): Promise<string> {
  try {
    await callWith(appToken, 'apps.connections.open', {});
    return 'Slack would open a socket';
  } catch (thrown) {
    // Slack has not said anything against the token yet.
    if (thrown instanceof PorrasError && thrown.retryable) throw thrown;
    throw new PorrasError(
      'slack-socket',
      `${messageOf(thrown)} SLACK_APP_TOKEN must be an app-level token (xapp-…) with the scope connections:write, and Socket Mode be on in the app's settings`,
      { cause: thrown },
    );
  }
}

const oneWorkspace = async (callWith: CallWith, botToken: string): Promise<string> =>
  grants(await lookAtToken(botToken, (token) => callWith(token, 'auth.test', {})));

function grants({ name, team, scopes }: Installation): string {
  const missing = missingScopes(scopes);
  if (missing.length === 0) return `${name} (${team}) answers and grants every scope`;
  const off = missing.map((scope) => `${scope.name} (${scope.without})`).join('; ');
  throw new PorrasError(
    'slack-scopes',
    `${name} (${team}) did not grant: ${off}. Update the app with \`porras manifest slack\` and install it again there`,
  );
}

function workspaces(config: SlackConfig, callWith: CallWith, rows: readonly Row[] | null): SlackCheck[] {
  const what = 'Slack: workspaces';
  if (rows === null)
    return [
      { what, look: async () => 'looked at only with DATABASE_URL, since the built-in database runs with Porras' },
    ];
  if (rows.length === 0)
    return [{ what, look: async () => `installed in none yet: open ${config.publicUrl ?? ''}/slack/install` }];
  const seal = createSeal(config.oauth!.secretKeys);
  const asked = rows.slice(0, MOST).map((row) => ({
    what: `Slack: ${row.id}`,
    async look() {
      const { token, scopes, expiresAt } = openRow(seal, row);
      if (expiresAt !== null && expiresAt < Date.now()) return 'its token has ended and is renewed at the next call';
      const found = installationFrom(token, await callWith(token, 'auth.test', {}));
      // Slack says what a token may do; if it does not, what was granted at installation holds.
      return grants({ ...found, scopes: found.scopes ?? scopes });
    },
  }));
  const rest = rows.length - asked.length;
  return rest === 0 ? asked : [...asked, { what, look: async () => `${rest} more, not looked at` }];
}
