import { PorrasError } from '../../src/errors.ts';
import { type Capability } from '../../src/ports/chat-platform.ts';

export const foreignAddress = (address: string, what: string): PorrasError =>
  new PorrasError(
    'foreign-address',
    `"${address}" is not the address of ${what} on the platform "slack": use the address that one of its events or lists gave.`,
  );

export const unsupported = (capability: Capability): PorrasError =>
  new PorrasError(
    'unsupported-capability',
    `The platform "slack" cannot do "${capability}" in this workspace: look at capabilities() first, as src/flow/say/deliver.ts does.`,
  );

export const unknownEmoji = (emoji: string): PorrasError =>
  new PorrasError('unknown-emoji', `Slack has no name for "${emoji}": use one of adapters/slack/emoji.json.`);

/** Slack did not answer, or answered with a status that is no answer. It may still have done what was asked. */
export const unreachable = (method: string, why: string, cause?: unknown): PorrasError =>
  new PorrasError(
    'slack-unreachable',
    `Slack did not answer ${method} (${why}): if that lasts, let this machine reach it.`,
    {
      retryable: true,
      cause,
    },
  );

/** @param retryAfterMs how long Slack, or our memory of what Slack said, asks to wait. */
export const rateLimited = (method: string, retryAfterMs: number): PorrasError =>
  new PorrasError(
    'slack-rate-limited',
    `Slack takes no more calls of ${method} for ${Math.ceil(retryAfterMs / 1000)} s: it is tried again then.`,
    { retryable: true, retryAfterMs },
  );

/** What Slack says beside the code of an error. */
export interface ErrorDetails {
  /** The scope that is missing. */
  needed?: string | undefined;
  /** `response_metadata.messages`: which block or argument was wrong. */
  messages?: readonly string[] | undefined;
  retryAfterMs?: number | undefined;
  cause?: unknown;
}

const RATE_LIMITED = new Set(['ratelimited', 'rate_limited']);
const TRIGGER = new Set([
  'expired_trigger_id',
  'exchanged_trigger_id',
  'invalid_trigger_id',
  'trigger_expired',
  'trigger_exchanged',
]);
const PASSING = new Set([
  'fatal_error',
  'internal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'accesslimited',
]);
const INSTALL_AGAIN = 'install Porras again in that workspace (its address ends in /slack/install)';

/** Code of Slack's -> what to do about it. */
const ADVICE: Record<string, string> = {
  channel_not_found: 'the channel is gone, or private and Porras is not in it: invite it there with "/invite @Porras"',
  not_in_channel: 'invite Porras to the channel with "/invite @Porras"',
  is_archived: 'the channel is archived: unarchive it, or close the inquiry',
  account_inactive: INSTALL_AGAIN,
  token_revoked: INSTALL_AGAIN,
  token_expired: INSTALL_AGAIN,
  invalid_auth: INSTALL_AGAIN,
  not_authed: INSTALL_AGAIN,
  org_login_required: 'the workspace is being moved to an organisation: install Porras again once it has moved',
  restricted_action: 'the workspace lets only some people post there: ask its administrators to let Porras',
  restricted_action_read_only_channel:
    'only some people may post in that channel: ask its administrators to let Porras',
  restricted_action_thread_locked: 'the thread is locked: unlock it',
  user_not_found: 'the person is not in this workspace any more',
  users_not_found: 'the person is not in this workspace any more',
  user_not_in_channel: 'the person has left the channel',
  user_disabled: 'the person has been deactivated',
  user_not_visible: 'Porras may not see this person',
  cannot_dm_bot: 'bots get no private messages',
  messages_tab_disabled: 'switch the Messages tab on in the App Home of the app at api.slack.com',
  msg_too_long: 'this is a fault of Porras, which has to split it: please report it',
  msg_blocks_too_long: 'this is a fault of Porras, which has to split it: please report it',
  invalid_blocks: 'this is a fault of Porras: please report it with what follows',
  cant_update_message: 'the message was not written by Porras',
  edit_window_closed: 'this workspace does not let messages be edited any more after some time',
  not_allowed_token_type: INSTALL_AGAIN,
};

/** Slack's `ok: false` as an error of ours: `not_in_channel` becomes `slack-not-in-channel`. */
export function slackError(method: string, error: string, details: ErrorDetails = {}): PorrasError {
  const { cause } = details;
  if (RATE_LIMITED.has(error)) return rateLimited(method, details.retryAfterMs ?? 30_000);
  if (TRIGGER.has(error)) {
    const message = `Slack opened nothing for ${method} (${error}): a press lets a form be opened once, within three seconds; press again.`;
    return new PorrasError('trigger-expired', message, { cause });
  }
  const advice =
    error === 'missing_scope'
      ? `the app lacks the scope "${details.needed ?? 'unknown'}": add it to the app's manifest, then ${INSTALL_AGAIN}`
      : ADVICE[error];
  const what = [error, ...(details.messages ?? [])].join('; ');
  return new PorrasError(codeOf(error), `Slack refused ${method} (${what})${advice ? `: ${advice}` : ''}.`, {
    retryable: PASSING.has(error),
    cause,
  });
}

/** Whether something thrown is one of these errors of Slack's, by Slack's own codes. */
export const isSlackError = (thrown: unknown, ...errors: string[]): boolean =>
  thrown instanceof PorrasError && errors.some((error) => thrown.code === codeOf(error));

const codeOf = (error: string): string => `slack-${error.replaceAll('_', '-')}`;
