import { defineConfig } from 'vitest/config';

// The fast suites. Slower ones (browser, restart) name their own folder: see the scripts in package.json.
export default defineConfig({
  test: {
    include: ['test/{unit,contracts,transcripts,exports}/**/*.test.ts'],
    globalSetup: 'test/support/build-index.ts',
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
