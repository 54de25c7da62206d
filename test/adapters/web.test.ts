import { CAPABILITIES } from '../../src/ports/chat-platform.ts';
import { chatPlatformContract } from '../contract/chat-platform.ts';
import { makeWebHarness } from './web/harness.ts';

chatPlatformContract({ name: 'web', capabilities: CAPABILITIES, dedupesByKey: true, make: makeWebHarness });
