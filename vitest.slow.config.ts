import { defineConfig } from 'vitest/config';

// Suites that start the service as a process of its own and end it the hard way.
export default defineConfig({
  test: {
    include: ['test/slow/**/*.test.ts'],
    globalSetup: 'test/support/build-index.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
