import { defineConfig } from 'vitest/config';

// Suites that make whole documents, try the guide in every way, or start the service and end it the hard way.
export default defineConfig({
  test: {
    include: ['test/{slow,exports}/**/*.test.ts'],
    globalSetup: 'test/support/build-index.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
