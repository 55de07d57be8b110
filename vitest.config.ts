import { defineConfig } from 'vitest/config';

// The fast suites. Slower ones (documents, properties, restart, browser) name their own folders: see the scripts in
// package.json.
export default defineConfig({
  test: {
    include: ['test/{unit,contracts,transcripts}/**/*.test.ts'],
    globalSetup: 'test/support/build-index.ts',
    // Files share a worker's modules: loading them anew for each of some 190 files took longer than the tests. A test
    // must leave no state behind.
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
