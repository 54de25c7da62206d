import { SCOPE_NAMES, SLACK_CAPABILITIES } from '../../../adapters/slack/scopes.ts';
import { chatPlatformContract, type ContractOptions } from '../../contract/chat-platform.ts';
import { makeSlackHarness } from './contract-harness.ts';

/** Slack has no idempotency key: a process that may have sent something looks with `findSent` first. */
const SLACK: Omit<ContractOptions, 'name' | 'make'> = {
  capabilities: SLACK_CAPABILITIES,
  dedupesByKey: false,
  happens: ['message-picked', 'person-left', 'channel-renamed', 'channel-gone'],
};

chatPlatformContract({ ...SLACK, name: 'slack over HTTP', make: () => makeSlackHarness() });

const SCARCE = SCOPE_NAMES.filter((each) => !['files:write', 'reactions:write', 'im:write', 'dnd:read'].includes(each));

chatPlatformContract({
  ...SLACK,
  name: 'slack with few scopes',
  capabilities: SLACK_CAPABILITIES.filter((each) => !['picture', 'react', 'direct-message'].includes(each)),
  make: () => makeSlackHarness({ scopes: SCARCE, gone: 'archive' }),
});
