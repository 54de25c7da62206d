import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export interface Claims {
  iss?: string;
  aud?: string;
  serviceurl?: string;
  /** Seconds since 1970. */
  nbf?: number;
  exp?: number;
}

export interface TokenMaker {
  /** The key set as the Connector publishes it. */
  jwks: Record<string, unknown>;
  /** A token of the Connector's; `stranger` signs with a key that is in no set, `unsigned` not at all. */
  make(claims?: Claims, by?: 'connector' | 'stranger' | 'unsigned'): string;
}

export const ISSUER = 'https://api.botframework.com';
const HOUR_S = 3_600;

const pair = (): KeyObject => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
};

/** Tokens by which the Connector says who it is, as RFC 7519 has them; keys are made anew each time. */
export function createTokens(appId: string, serviceUrl: () => string, now: () => Date): TokenMaker {
  const own = pair();
  let stranger: KeyObject | null = null;
  const keyId = 'connector-key-1';
  const publicKey = createPublicKey(own).export({ format: 'jwk' });
  return {
    jwks: {
      keys: [{ ...publicKey, kid: keyId, use: 'sig', alg: 'RS256', x5t: keyId, endorsements: ['msteams'] }],
    },
    make(claims = {}, by = 'connector') {
      const at = Math.floor(now().getTime() / 1000);
      const payload = {
        iss: ISSUER,
        aud: appId,
        serviceurl: serviceUrl(),
        nbf: at - 300,
        exp: at + HOUR_S,
        ...claims,
      };
      const header = { typ: 'JWT', alg: by === 'unsigned' ? 'none' : 'RS256', kid: keyId, x5t: keyId };
      const body = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
      if (by === 'unsigned') return `${body}.`;
      const key = by === 'connector' ? own : (stranger ??= pair());
      return `${body}.${sign('RSA-SHA256', Buffer.from(body), key).toString('base64url')}`;
    },
  };
}
