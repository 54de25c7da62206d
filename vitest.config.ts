import { defineConfig } from 'vitest/config';

const TIMEOUTS = { testTimeout: 30_000, hookTimeout: 60_000 };

/** Tests of `test/integration` get a PostgreSQL (test/support/global-setup.ts); the browser's have a configuration of their own. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...TIMEOUTS,
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/integration/**', 'test/e2e/**'],
        },
      },
      {
        test: {
          ...TIMEOUTS,
          name: 'integration',
          environment: 'node',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
        },
      },
    ],
  },
});
