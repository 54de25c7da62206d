import {
  AppCredentials,
  JwtTokenProviderFactory,
  ManagedIdentityAppCredentials,
  MicrosoftAppCredentials,
} from 'botframework-connector';
import { messageOf, PorrasError } from '../../src/errors.ts';
import type { TeamsConfig } from './config.ts';
import { unreachable } from './errors.ts';

const SCOPE = 'https://api.botframework.com';

/** What signs requests to Teams. */
export function credentialsOf({ appId, appPassword, appType, tenantId }: TeamsConfig): AppCredentials {
  if (appId === null) return MicrosoftAppCredentials.Empty as AppCredentials;
  if (appType === 'UserAssignedMSI')
    return new ManagedIdentityAppCredentials(appId, SCOPE, new JwtTokenProviderFactory());
  return new MicrosoftAppCredentials(
    appId,
    appPassword ?? '',
    appType === 'SingleTenant' ? (tenantId ?? undefined) : undefined,
    SCOPE,
  );
}

/** Where tokens come from, if not from Microsoft's own login. */
export type GetToken = () => Promise<string>;

export function givenToken(token: GetToken): AppCredentials {
  class Given extends AppCredentials {
    override getToken = token;
    protected override refreshToken(): never {
      throw new Error('it is got by getToken');
    }
  }
  return new Given('given');
}

/** A token, got anew: whether the settings are right. @throws PorrasError saying what to mend */
export async function tryToken(config: TeamsConfig): Promise<void> {
  try {
    await credentialsOf(config).getToken(true);
  } catch (thrown) {
    throw tokenError(config, thrown);
  }
}

/** Errors of Entra's by their number. @source learn.microsoft.com/entra/identity-platform/reference-error-codes */
const ADVICE: readonly [pattern: RegExp, advice: string][] = [
  [
    /AADSTS7000215|AADSTS7000216|invalid_client_secret/i,
    'MICROSOFT_APP_PASSWORD is wrong: it must be the value of a client secret, not its id',
  ],
  [
    /AADSTS7000222/,
    'the client secret has ended: make a new one (App registration, Certificates & secrets) and set MICROSOFT_APP_PASSWORD',
  ],
  [
    /AADSTS700016|unauthorized_client/i,
    'the app is not in that tenant: check MICROSOFT_APP_ID, MICROSOFT_APP_TENANT_ID and MICROSOFT_APP_TYPE',
  ],
  [/AADSTS90002|AADSTS900023|tenant_not_found|invalid_tenant/i, 'MICROSOFT_APP_TENANT_ID is not a tenant'],
  [
    /ManagedIdentity|IMDS|CredentialUnavailable/i,
    'there is no such managed identity here: assign it to what Porras runs on, or use a client secret',
  ],
];

/** What kept a token from us; what it says never holds the secret. */
export function tokenError({ appPassword }: TeamsConfig, thrown: unknown): PorrasError {
  const said = appPassword ? messageOf(thrown).replaceAll(appPassword, '…') : messageOf(thrown);
  const code = /AADSTS\d+/.exec(said)?.[0];
  const known = ADVICE.find(([pattern]) => pattern.test(`${said} ${thrown instanceof Error ? thrown.name : ''}`));
  if (!known && !code) return unreachable('the request for a token', firstLine(said));
  return new PorrasError(
    'teams-credentials',
    `Microsoft gives no token${code ? ` (${code})` : ''}: ${known?.[1] ?? 'check MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD and MICROSOFT_APP_TENANT_ID'}.`,
  );
}

const firstLine = (text: string): string => (text.split('\n')[0] ?? '').slice(0, 200);
