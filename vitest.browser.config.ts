import { defineConfig } from 'vitest/config';

/** Journeys through the workbench in the system's Chromium, against a real server and a temporary ledger. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 1,
  },
});
