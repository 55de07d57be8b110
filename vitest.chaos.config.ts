import { defineConfig } from 'vitest/config';

// People who talk while services are killed, by a seed: few of them here, `npm run chaos` is the whole of it.
export default defineConfig({
  test: {
    include: ['test/chaos/**/*.test.ts'],
    globalSetup: 'test/support/build-index.ts',
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
