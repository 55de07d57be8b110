import { defineConfig } from 'vitest/config';

// People who talk while services are killed: minutes of it, by a seed, for who changes turns, stores or channels.
export default defineConfig({
  test: {
    include: ['test/chaos/**/*.test.ts'],
    globalSetup: 'test/support/build-index.ts',
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
