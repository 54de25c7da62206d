import { defineConfig } from 'vitest/config';

/** Long enough for two busy cores; no test waits for them. */
const TIMEOUTS = { testTimeout: 60_000, hookTimeout: 120_000 };

/**
 * Tests of `test/integration` get a PostgreSQL (test/support/global-setup.ts); the browser's have a configuration of
 * their own. Those of `test/kill` take minutes, since each of 20 kills needs a start of the whole demo: `npm test` leaves
 * them to `npm run test:kill`, and `.ci/run` runs both.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...TIMEOUTS,
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/integration/**', 'test/e2e/**', 'test/kill/**'],
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
      {
        test: { name: 'kill', environment: 'node', include: ['test/kill/**/*.test.ts'], testTimeout: 1_800_000 },
      },
    ],
  },
});
