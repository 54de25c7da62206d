import { createMemoryStore } from '../../src/store/memory-store.ts';
import { testStore } from '../contract/store.ts';

testStore('in memory', async () => ({ store: createMemoryStore(), close: async () => {} }));
