import { WEB_CAPABILITIES } from '../../adapters/web/index.ts';
import { chatPlatformContract } from '../contract/chat-platform.ts';
import { makeWebHarness } from './web/harness.ts';

chatPlatformContract({ name: 'web', capabilities: WEB_CAPABILITIES, dedupesByKey: true, make: makeWebHarness });
