import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url)).replace(/\/$/, '');

/** Tests against a real PostgreSQL, of which each file has a database of its own. */
const onDatabase = {
  globalSetup: './tests/support/server/database-server.ts',
  pool: 'forks',
  // A file closes the pools that it opened, so that the next one in the same process finds its own database.
  isolate: false,
  maxWorkers: 3,
  sequence: { groupOrder: 1 },
  testTimeout: 120_000,
  hookTimeout: 60_000,
} as const;

export default defineConfig({
  resolve: { alias: { '@': here('.'), 'server-only': here('./tests/support/server-only-stand-in.ts') } },
  test: {
    environment: 'node',
    // A forgotten `.only` must not make the rest of a suite disappear.
    allowOnly: false,
    setupFiles: ['./tests/support/chance.ts'],
    projects: [
      // Rules keep nothing between files, so that what they import is made ready once: half the time.
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          // A limit for what hangs: on a busy machine the longest takes half a minute.
          testTimeout: 120_000,
          // Fonts are cut in one: two seconds, and many more on a busy machine.
          hookTimeout: 60_000,
          pool: 'threads',
          isolate: false,
          // Left alone, it keeps a core free, which of two is half.
          maxWorkers: Math.max(2, availableParallelism() - 1),
        },
      },
      { extends: true, test: { name: 'db', include: ['tests/db/**/*.test.ts'], ...onDatabase } },
      // The same road at full size: npm run test:storm.
      {
        extends: true,
        test: {
          name: 'storm',
          include: ['tests/storm/**/*.test.ts', 'tests/db/reading/workflow-model.test.ts'],
          ...onDatabase,
          maxWorkers: 1,
        },
      },
    ],
  },
});
