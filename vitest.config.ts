import { defineConfig } from 'vitest/config';

// The file name says what a test needs: `.test.ts` nothing, `.pg.test.ts` a real Postgres, `.redis.test.ts` a real Redis.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/contract/**/*.test.ts'],
          exclude: ['**/*.pg.test.ts', '**/*.redis.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/**/*.pg.test.ts', 'tests/**/*.redis.test.ts', 'tests/fault/**/*.test.ts'],
          globalSetup: ['tests/integration/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
