import type { ChannelInfo } from '../../src/ports/chat-platform.ts';
import { isSlackError } from './errors.ts';
import { described, read } from './outbound-answers.ts';
import type { SlackApi } from './slack-api.ts';

/** A private channel that Porras is not in does not exist for it; without the scope nothing is told. */
export async function channelInfoOf(api: SlackApi, team: string, channel: string): Promise<ChannelInfo> {
  try {
    const answer = await api.call(team, 'conversations.info', { channel });
    const { name = null, is_member: isMember = true } = read('conversations.info', described, answer).channel;
    return { name, isMember };
  } catch (thrown) {
    if (isSlackError(thrown, 'channel_not_found')) return { name: null, isMember: false };
    if (isSlackError(thrown, 'missing_scope')) return { name: null, isMember: true };
    throw thrown;
  }
}
