import { openStore } from '../../src/store/open-store.ts';
import { testStore } from '../contract/store.ts';
import { freshDatabase } from '../support/database.ts';

testStore('in PostgreSQL', async () => openStore({ databaseUrl: await freshDatabase(), dataDir: '' }));
