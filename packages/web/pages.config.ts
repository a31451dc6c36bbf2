/** Global set-up of the browser tests: builds the pages when a source is newer than the last build. */
import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

const WEB = import.meta.dirname;
const PACKAGES = join(WEB, '..');
const SOURCES = [
  'web/src/**/*.{ts,tsx,css,txt}',
  'web/public/*',
  'web/index.html',
  'web/vite.config.ts',
  'analysis/src/**/*.ts',
  'contract/src/**/*.ts',
  'readers/src/**/*.ts',
];

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the built pages. */
    readonly pages: string;
  }
}

/** Vitest calls it once before the browser tests. Throws with the builder's words when the build fails. */
export function setup(project: TestProject): void {
  if (newest(SOURCES) > newest(['web/dist/index.html'])) build();
  project.provide('pages', join(WEB, 'dist'));
}

function build(): void {
  const vite = join(PACKAGES, '../node_modules/vite/bin/vite.js');
  // Vitest sets NODE_ENV to test, and the builder would then make development pages without a service worker.
  const env = { ...process.env, NODE_ENV: 'production' };
  const built = spawnSync(process.execPath, [vite, 'build'], { cwd: WEB, encoding: 'utf8', env });
  if (built.status !== 0) throw new Error(`The pages could not be built:\n${built.stderr}`);
}

function newest(patterns: readonly string[]): number {
  const files = globSync([...patterns], { cwd: PACKAGES }).filter((file) => !file.includes('.test.'));
  return Math.max(0, ...files.map((file) => statSync(join(PACKAGES, file)).mtimeMs));
}
