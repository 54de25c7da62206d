import { AuthenticationConfiguration, ChannelValidation, SimpleCredentialProvider } from 'botframework-connector';

export type Claims = ReadonlyMap<string, unknown>;

/** What a token says, once its signature, issuer, audience, algorithm, key's endorsement and time are as they must be. */
export type ReadToken = (authorization: string, activity: { channelId: string; serviceUrl: string }) => Promise<Claims>;

/**
 * The Connector's own validation, of tokens that its service signs. Its general one also takes tokens of other issuers,
 * and everything where no app id is set.
 */
export function createTokenReader(appId: string, openIdMetadataUrl: string): ReadToken {
  const credentials = new SimpleCredentialProvider(appId, '');
  const configuration = new AuthenticationConfiguration();
  return async (authorization, { channelId, serviceUrl }) => {
    // It is read before anything is waited for, so that several bots in a process do not mix.
    ChannelValidation.OpenIdMetadataEndpoint = openIdMetadataUrl;
    const identity = await ChannelValidation.authenticateChannelTokenWithServiceUrl(
      authorization,
      credentials,
      serviceUrl,
      channelId,
      configuration,
    );
    return new Map(identity.claims.map(({ type, value }) => [type, value]));
  };
}

/** Whether it was a token that was wrong, not that its keys could not be got. */
export function isWrongToken(thrown: unknown): boolean {
  const { name, statusCode } = thrown as { name?: string; statusCode?: number };
  if (statusCode !== undefined) return statusCode < 500;
  return ['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError', 'SyntaxError'].includes(name ?? '');
}
