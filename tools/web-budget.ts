/**
 * Builds the web pages and fails when what a first visit must load outgrows its budget: the entry script, what it
 * imports statically, gzipped. 250 kB is the limit of the architecture page.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET_BYTES = 250_000;
const DIST = 'packages/web/dist';

const build = spawnSync('npm', ['run', 'build', '-w', 'packages/web', '--silent'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (build.status === 0) {
  const scripts = listEntryScripts(readFileSync(join(DIST, 'index.html'), 'utf8'));
  const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(DIST, path))).length, 0);
  console.log(`web entry: ${(bytes / 1000).toFixed(1)} kB gzip of ${BUDGET_BYTES / 1000} kB (${scripts.join(', ')})`);
  process.exitCode = bytes <= BUDGET_BYTES ? 0 : 1;
} else {
  console.error('The web pages do not build.');
  process.exitCode = 1;
}

/** Paths, relative to the built folder, of the scripts that a page loads before it can show anything. */
function listEntryScripts(html: string): string[] {
  const found = html.matchAll(/<(?:script[^>]*\ssrc|link rel="modulepreload"[^>]*\shref)="\.?\/?([^"]+\.js)"/g);
  return [...found].map(([, path = '']) => path);
}
