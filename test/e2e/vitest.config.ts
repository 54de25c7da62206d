import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    globalSetup: ['test/e2e/build-page.ts'],
    include: ['test/e2e/**/*.test.ts'],
    // A browser on two cores: one file at a time, and time enough for a cold start.
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
