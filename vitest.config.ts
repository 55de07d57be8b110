import { defineConfig } from 'vitest/config';

// The fast suites. Slower ones (documents, properties, restart, browser) name their own folders: see the scripts in
// package.json.
export default defineConfig({
  test: {
    include: ['test/{unit,contracts,transcripts}/**/*.test.ts'],
    globalSetup: 'test/support/build-index.ts',
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
