/**
 * Runs every package's `generate` script and fails when a generated file was stale. The fresh file stays in place, so
 * that only the commit is left to do.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';

const before = readGenerated();
const { status } = spawnSync('npm', ['run', 'generate', '--workspaces', '--if-present', '--silent'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
const after = readGenerated();
const stale = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
for (const path of stale) console.error(`${path} was stale and has been generated anew: commit it.`);
process.exitCode = status === 0 && stale.length === 0 ? 0 : 1;

function readGenerated(): Map<string, string> {
  const paths = [
    ...globSync('packages/*/{src,eval}/**/*.gen.*'),
    ...globSync('docs/**/*.gen.*'),
    ...globSync('docs/rules/*.md'),
    'docs/access.md',
  ];
  return new Map(paths.toSorted().map((path) => [path, readFileSync(path, 'utf8')]));
}
