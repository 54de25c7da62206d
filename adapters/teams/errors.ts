import { PorrasError } from '../../src/errors.ts';
import type { Capability } from '../../src/ports/chat-platform.ts';

export const foreignAddress = (address: string, what: string): PorrasError =>
  new PorrasError(
    'foreign-address',
    `"${address}" is not the address of ${what} on the platform "teams": use the address that one of its events or lists gave.`,
  );

export const unsupported = (capability: Capability): PorrasError =>
  new PorrasError(
    'unsupported-capability',
    `The platform "teams" cannot do "${capability}": look at capabilities() first, as src/flow/say/deliver.ts does.`,
  );

/** Nothing was heard from there since Porras was installed, so there is no way to write there. */
export const unknownConversation = (address: string): PorrasError =>
  new PorrasError(
    'teams-unknown-conversation',
    `Porras has no way to write to "${address}": nothing has been heard from there. Add the app there in Teams; if it is there, remove it and add it again.`,
  );

/** Teams did not answer, or answered with a status that is no answer. It may still have done what was asked. */
export const unreachable = (call: string, why: string, cause?: unknown): PorrasError =>
  new PorrasError(
    'teams-unreachable',
    `Teams did not answer ${call} (${why}): if that lasts, let this machine reach it.`,
    {
      retryable: true,
      cause,
    },
  );

/** @param retryAfterMs how long Teams, or our memory of what it takes, asks to wait. */
export const rateLimited = (call: string, retryAfterMs: number, cause?: unknown): PorrasError =>
  new PorrasError(
    'teams-rate-limited',
    `Teams takes no more of ${call} for ${Math.ceil(retryAfterMs / 1000)} s: it is tried again then.`,
    { retryable: true, retryAfterMs: Math.ceil(retryAfterMs), cause },
  );

/** What the Connector said. */
export interface Refusal {
  status: number;
  /** `error.code` of its answer. */
  code?: string | undefined;
  /** `error.message` of its answer. */
  message?: string | undefined;
  /** The header `Retry-After`, in milliseconds. */
  retryAfterMs?: number | null | undefined;
  cause?: unknown;
}

const ADD_AGAIN = 'add the app there again in Teams';
const NOT_THERE = `Porras is not installed there: ${ADD_AGAIN}, or have an administrator install it for the team`;

/** Code of the Connector's -> ours, and what to do about it. @source learn.microsoft.com, proactive messages and rate limits */
const BY_CODE: Record<string, [code: string, advice: string]> = {
  botnotinconversationroster: ['teams-not-installed', NOT_THERE],
  botnotinstalled: ['teams-not-installed', NOT_THERE],
  forbiddenoperationexception: ['teams-not-installed', NOT_THERE],
  conversationblockedbyuser: [
    'teams-blocked',
    'this person has blocked Porras; only they can lift it, in the chat with it',
  ],
  messagewritesblocked: [
    'teams-blocked',
    'this person has blocked or removed Porras; only they can let it write again',
  ],
  botdisabledbyadmin: [
    'teams-disabled',
    'an administrator has switched the app off: ask them to allow it in the Teams admin centre',
  ],
  notenoughpermissions: [
    'teams-forbidden',
    'the app lacks a permission: have an owner of the team consent to it, then add the app again',
  ],
  invalidbotapihost: [
    'teams-forbidden',
    'this address serves another cloud: check the tenant and the kind of bot with "porras doctor"',
  ],
  conversationnotfound: [
    'teams-not-found',
    'the conversation is gone: close the inquiry, or begin one in another channel',
  ],
  activitynotfoundinconversation: ['teams-message-gone', 'the message is gone'],
  messagesizetoobig: ['teams-too-large', 'this is a fault of Porras, which has to split it: please report it'],
  badsyntax: ['teams-invalid', 'this is a fault of Porras: please report it with what follows'],
  badargument: ['teams-invalid', 'this is a fault of Porras: please report it with what follows'],
};

const BY_STATUS: Record<number, [code: string, advice: string]> = {
  400: ['teams-invalid', 'this is a fault of Porras: please report it'],
  401: ['teams-unauthorized', 'check the app id, its secret and its tenant with "porras doctor"'],
  403: ['teams-forbidden', `Porras is blocked or not installed there: ${ADD_AGAIN}`],
  404: ['teams-not-found', `the conversation or message is gone, or Porras was removed: ${ADD_AGAIN}`],
  405: ['teams-not-found', 'the conversation does not take this'],
  413: ['teams-too-large', 'this is a fault of Porras, which has to split it: please report it'],
};

/** Statuses that pass by themselves. @source learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const PASSING = new Set([408, 412, 500, 502, 503, 504]);

/** Where Teams asks to wait and does not say how long. */
const WAIT_MS = 2_000;

/**
 * The Connector's refusal as an error of ours. What passes by itself is retryable, with a wait that is a little different
 * each time, so that many do not come back at once.
 */
export function connectorError(call: string, refusal: Refusal, random: () => number = Math.random): PorrasError {
  const { status, cause } = refusal;
  const jittered = (ms: number): number => Math.ceil(ms * (1 + random() / 2));
  if (status === 429) return rateLimited(call, jittered(refusal.retryAfterMs || WAIT_MS), cause);
  const what = [status, refusal.code, refusal.message].filter(Boolean).join('; ');
  if (PASSING.has(status))
    return new PorrasError('teams-unavailable', `Teams could not do ${call} just now (${what}): it is tried again.`, {
      retryable: true,
      retryAfterMs: jittered(refusal.retryAfterMs || WAIT_MS),
      cause,
    });
  const known = BY_CODE[(refusal.code ?? '').toLowerCase().replace(/[^a-z]/g, '')] ?? BY_STATUS[status];
  const [code, advice] = known ?? ['teams-refused', 'see what it says'];
  return new PorrasError(code, `Teams refused ${call} (${what}): ${advice}.`, { cause });
}

export const isTeamsError = (thrown: unknown, ...codes: string[]): boolean =>
  thrown instanceof PorrasError && codes.includes(thrown.code);
