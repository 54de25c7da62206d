import { SLACK_CAPABILITIES } from '../../../adapters/slack/scopes.ts';
import { chatPlatformContract } from '../../contract/chat-platform.ts';
import { makeSlackHarness } from './contract-harness.ts';

chatPlatformContract({
  name: 'slack in Socket Mode',
  capabilities: SLACK_CAPABILITIES,
  dedupesByKey: false,
  happens: ['message-picked', 'person-left', 'channel-renamed', 'channel-gone'],
  make: () => makeSlackHarness({ socket: true, gone: 'deleteChannel' }),
});
