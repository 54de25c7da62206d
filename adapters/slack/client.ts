import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
} from '@slack/web-api';
import { messageOf, type PorrasError } from '../../src/errors.ts';
import type { Authorize } from './authorize.ts';
import { quietLogger } from './client-logger.ts';
import type { SlackLog } from './config.ts';
import { isSlackError, rateLimited, slackError, unreachable } from './errors.ts';
import type { SlackAnswer, SlackApi } from './slack-api.ts';

/** Longer than Slack takes on a bad day; nothing waits for a call but a job. */
const TIMEOUT_MS = 20_000;
const UPLOAD_TIMEOUT_MS = 60_000;

/** One call with a given token, or with none. */
export type CallWith = (token: string | null, method: string, args: Record<string, unknown>) => Promise<SlackAnswer>;

/** Slack's own client, told to try once: what to do after a failure is the outbox's to decide. */
export function createCaller(apiUrl: string, log: SlackLog): CallWith {
  const client = new WebClient(undefined, {
    slackApiUrl: apiUrl,
    logger: quietLogger(log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    timeout: TIMEOUT_MS,
  });
  return async (token, method, args) => {
    try {
      const answer = await client.apiCall(method, token === null ? args : { ...args, token });
      return answer as unknown as SlackAnswer;
    } catch (thrown) {
      throw toPorrasError(method, thrown);
    }
  };
}

const REFUSED_TOKEN = ['token_expired', 'invalid_auth', 'token_revoked', 'account_inactive', 'not_authed'] as const;

export function createSlackApi(callWith: CallWith, installed: Authorize): SlackApi {
  return {
    async call(team, method, args) {
      const { token } = await installed.authorize(team);
      try {
        return await callWith(token, method, args);
      } catch (thrown) {
        if (!isSlackError(thrown, ...REFUSED_TOKEN)) throw thrown;
        // Another process may have renewed it, or somebody installed Porras again. Slack did nothing so far.
        installed.forget(team);
        const again = await installed.authorize(team);
        if (again.token === token) throw thrown;
        return callWith(again.token, method, args);
      }
    },
    async putBytes(url, bytes) {
      const what = 'the upload of a picture';
      let response: Response;
      try {
        response = await fetch(url, {
          method: 'POST',
          headers: { 'Content-Type': 'application/octet-stream' },
          body: Uint8Array.from(bytes),
          signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MS),
        });
      } catch (cause) {
        throw unreachable(what, messageOf(cause), cause);
      }
      if (!response.ok) throw unreachable(what, `status ${response.status}`);
    },
  };
}

function toPorrasError(method: string, thrown: unknown): PorrasError {
  const cause = withoutAnswer(thrown);
  if (thrown instanceof WebAPIRateLimitedError) return rateLimited(method, thrown.retryAfter * 1000);
  if (thrown instanceof WebAPIHTTPError) return unreachable(method, `status ${thrown.statusCode}`, cause);
  if (thrown instanceof WebAPIRequestError) return unreachable(method, thrown.original.message, cause);
  if (!(thrown instanceof WebAPIPlatformError)) return unreachable(method, messageOf(thrown), cause);
  const { error, response_metadata: metadata, ...rest } = thrown.data as typeof thrown.data & { needed?: string };
  // An answer that is not JSON comes here as the "error": a proxy's page, for one.
  if (typeof error !== 'string' || !/^[\w.:-]{1,80}$/.test(error)) return unreachable(method, 'no JSON', cause);
  const retryAfterMs = metadata?.retryAfter === undefined ? undefined : metadata.retryAfter * 1000;
  return slackError(method, error, { needed: rest.needed, messages: metadata?.messages, retryAfterMs, cause });
}

/** Whatever Slack answered may quote what was sent: what people wrote stays out of errors, and so out of logs. */
const withoutAnswer = (thrown: unknown): Error => new Error(thrown instanceof Error ? thrown.name : 'unknown');
