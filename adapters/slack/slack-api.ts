export type SlackAnswer = Record<string, unknown> & { ok: true };

/** Slack's Web API as this adapter uses it: one try a call, the outbox and `pace` decide about more. */
export interface SlackApi {
  /**
   * @param team id of the team whose token is used.
   * @throws PorrasError made by `slackError` for what Slack refuses, by `unreachable` where it did not answer.
   */
  call(team: string, method: string, args: Record<string, unknown>): Promise<SlackAnswer>;
  /**
   * Sends a file's bytes to the address that `files.getUploadURLExternal` gave: a bare POST of the bytes, without a
   * token. @throws PorrasError `slack-unreachable` unless the answer is 200.
   */
  putBytes(url: string, bytes: Uint8Array): Promise<void>;
}
