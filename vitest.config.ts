import { defineConfig } from 'vitest/config';

// The file name says what a test needs: `.test.ts` nothing, `.long.test.ts` some seconds (whole programs, many random
// cases: `npm test` runs it, `npm run check` does not), `.pg.test.ts` a real Postgres, `.redis.test.ts` a real Redis.
export default defineConfig({
  test: {
    // Left alone one core of two would rest.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/contract/**/*.test.ts'],
          exclude: ['**/*.long.test.ts', '**/*.pg.test.ts', '**/*.redis.test.ts'],
          testTimeout: 20_000,
          // Files share the modules they read, which is most of what they cost; a test that leaves state behind is at fault.
          isolate: false,
        },
      },
      {
        test: { name: 'long', include: ['tests/unit/**/*.long.test.ts'], testTimeout: 60_000, isolate: false },
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
