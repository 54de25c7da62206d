import { vi } from 'vitest';
import { TEAMS_CAPABILITIES } from '../../../adapters/teams/outbound.ts';
import { chatPlatformContract } from '../../contract/chat-platform.ts';
import { makeTeamsHarness } from '../../support/teams/harness.ts';

vi.setConfig({ testTimeout: 20_000 });

chatPlatformContract({
  name: 'teams',
  make: () => makeTeamsHarness(),
  capabilities: [...TEAMS_CAPABILITIES],
  dedupesByKey: true,
  hidesAbsence: true,
  happens: ['message-picked', 'channel-renamed', 'channel-gone'],
});
