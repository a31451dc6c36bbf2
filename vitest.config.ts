import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { findMachinePostgres } from './packages/server/src/testing/machine-postgres.ts';
import { SkipsReporter } from './tools/skips-reporter.ts';

/** One project a package, so that what one package sets up (a database, say) delays no other. */
function project(name: string, folder: string, more: Record<string, unknown> = {}): object {
  return {
    extends: true,
    test: { name, include: [`${folder}/**/*.test.{ts,tsx}`], ...more },
  };
}

const MACHINE_POSTGRES_TEST = 'packages/server/src/testing/machine-postgres.test.ts';
const machinePostgres = findMachinePostgres();

/** A worker loads each module once, not once a test file: nothing in these packages keeps state in a module. */
const SHARING_MODULES = { isolate: false };

/** What opens a database, but asks it little. */
const ASKS_LITTLE = /\/(static-files|checks|divisions|passkeys|second-factor|single-sign-on|tokens)\.test\.ts$/;

/** What asks the database: decisions need not be tested again. */
const DATABASE_TESTS = globSync('packages/server/src/{features/**,platform}/*.test.ts').filter(
  (file) => !ASKS_LITTLE.test(file) && /\buseTest(App|Db)\b/.test(readFileSync(file, 'utf8')),
);

export default defineConfig({
  test: {
    reporters: ['default', new SkipsReporter()],
    // Left to itself Vitest keeps a core free, which on two cores halves it; much of a run waits for a database.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      project('analysis', 'packages/analysis', SHARING_MODULES),
      project('readers', 'packages/readers', SHARING_MODULES),
      project('contract', 'packages/contract', SHARING_MODULES),
      project('server', 'packages/server', {
        ...SHARING_MODULES,
        globalSetup: 'packages/server/src/testing/postgres.ts',
        exclude: [MACHINE_POSTGRES_TEST],
        // Real programs and databases start and stop here, on whatever machine there is.
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
      // Once more over the database, as the oldest PostgreSQL answers that this machine has.
      project(`server-pg${machinePostgres?.major ?? ''}`, 'packages/server', {
        ...SHARING_MODULES,
        globalSetup: 'packages/server/src/testing/machine-postgres.ts',
        include: [MACHINE_POSTGRES_TEST, ...(machinePostgres === undefined ? [] : DATABASE_TESTS)],
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
      // Whole processes and threads.
      project('cli', 'packages/cli', { testTimeout: 30_000 }),
      project('web', 'packages/web/src'),
      // In a real browser, against the built pages.
      project('pages', 'packages/web/browser', {
        globalSetup: ['packages/web/pages.config.ts', 'packages/server/src/testing/postgres.ts'],
        testTimeout: 120_000,
        hookTimeout: 60_000,
      }),
      project('tools', 'tools'),
    ],
    coverage: {
      provider: 'v8',
      reporter: ['text-summary', 'html'],
      include: ['packages/*/src/**/*.{ts,tsx}'],
      exclude: ['**/*.test.{ts,tsx}', '**/testing/**', '**/*.gen.ts', '**/main.{ts,tsx}', '**/demo/**'],
      // Floors to notice a hole, no goals. A decision is a feature's noun file.
      thresholds: {
        statements: 85,
        branches: 85,
        functions: 85,
        lines: 85,
        'packages/analysis/src/**': { branches: 95 },
        'packages/server/src/features/*/!(store|operations|routes|index|worker).ts': { branches: 95 },
      },
    },
  },
});
