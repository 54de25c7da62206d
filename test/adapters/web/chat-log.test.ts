import { createMemoryChatLog } from '../../../adapters/web/index.ts';
import { createStoredChatLog } from '../../../src/store/chat-log.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { chatLogContract } from '../../contract/chat-log.ts';

chatLogContract('in memory', async () => createMemoryChatLog());
chatLogContract('over a store', async () => createStoredChatLog(createMemoryStore()));
