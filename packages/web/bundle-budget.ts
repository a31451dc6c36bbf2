/** Prints the sizes of the built pages and fails when the first view needs more script than the budget allows. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = join(import.meta.dirname, 'dist');
/** Kilobytes of gzipped script that the first view may load; 200 is the aim. */
const MOST_KILOBYTES = 250;

const page = readFileSync(join(DIST, 'index.html'), 'utf8');
const loadedAtOnce = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/gu)].map(([, path]) => path ?? '');
const scripts = loadedAtOnce.filter((path) => path.endsWith('.js'));
const entry = sum(scripts);
const later = readdirSync(join(DIST, 'assets'))
  .map((name) => `assets/${name}`)
  .filter((path) => path.endsWith('.js') && !loadedAtOnce.includes(path));

for (const path of loadedAtOnce) print(path, 'at once');
for (const path of later) print(path, 'when asked for');
process.stdout.write(`${entry.toFixed(1)} kB of script in the first view (gzip); budget ${MOST_KILOBYTES} kB\n`);
if (entry > MOST_KILOBYTES) process.exitCode = 1;

function print(path: string, when: string): void {
  process.stdout.write(`${sum([path]).toFixed(1).padStart(8)} kB  ${when.padEnd(14)}  ${path}\n`);
}

function sum(paths: readonly string[]): number {
  return paths.reduce((total, path) => total + gzipSync(readFileSync(join(DIST, path))).length / 1000, 0);
}
