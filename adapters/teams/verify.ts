import { z } from 'zod';
import { messageOf } from '../../src/errors.ts';
import { createTokenReader, isWrongToken } from './client-token.ts';
import { OPEN_ID_METADATA, type TeamsConfig } from './config.ts';
import { unreachable } from './errors.ts';

/** What of an activity the token has to vouch for. */
export interface Vouched {
  serviceUrl: string;
  channelId: string;
  tenantId: string;
}

export type Verdict = { ok: true } | { ok: false; why: string };

/** Whether Teams itself sent this. Rejects, retryable, when that cannot be told just now. */
export type Verify = (authorization: string | undefined, activity: Vouched) => Promise<Verdict>;

/** What of a token is looked at here before anything is fetched for it; `createTokenReader` then proves it. */
const Payload = z.object({
  iss: z.literal('https://api.botframework.com'),
  aud: z.string(),
  exp: z.number(),
  serviceurl: z.string(),
});

/** As much as clocks may differ. @source learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
const SKEW_S = 300;

const no = (why: string): Verdict => ({ ok: false, why });

/**
 * Every request carries a token by which Teams says that it sent it, to this bot, from that serviceUrl. The token says
 * nothing of tenants: a bot of one tenant takes in what comes from there only.
 */
export function createVerify(config: TeamsConfig, nowMs: () => number = Date.now): Verify {
  const { appId, appType, tenantId } = config;
  if (appId === null) return async (authorization) => (authorization ? no('a token, and no app id') : { ok: true });
  const read = createTokenReader(appId, config.openIdMetadataUrl ?? OPEN_ID_METADATA);
  return async (authorization, activity) => {
    const token = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/i.exec(authorization ?? '');
    if (!token) return no('no token');
    const payload = Payload.safeParse(jsonIn(token[2]!));
    if (!payload.success) return no(`claims: ${payload.error.issues.map(({ path }) => path.join('.')).join(', ')}`);
    const { aud, exp, serviceurl } = payload.data;
    if (aud !== appId) return no('another audience');
    if (exp + SKEW_S < nowMs() / 1000) return no('expired');
    if (serviceurl !== activity.serviceUrl) return no('another serviceUrl');
    if (appType !== 'MultiTenant' && tenantId !== null && activity.tenantId !== tenantId) return no('another tenant');
    try {
      await read(`Bearer ${token[0].slice(7)}`, activity);
      return { ok: true };
    } catch (thrown) {
      if (isWrongToken(thrown)) return no('not signed by Teams');
      throw unreachable('the request for its public keys', messageOf(thrown).slice(0, 200), thrown);
    }
  };
}

function jsonIn(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
