/** The conventions that no linter holds. */
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

interface Boundary {
  readonly name: string;
  readonly from: Reach;
  readonly to: Reach;
}

interface Reach {
  readonly path?: string;
  readonly pathNot?: string;
}

const ROOT = join(import.meta.dirname, '..');
const DRAWERS = /(^|\/)(utils?|helpers?|common|shared|misc|lib|types|constants)(\/|\.tsx?$)/;
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/;
const MIGRATION = /^(\d{4})_[a-z0-9_]+\.sql$/;

const cruiser = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: readonly Boundary[] };
const sources = globSync('packages/*/src/**/*', { cwd: ROOT }).filter((path) => !path.includes('node_modules'));
const files = sources.filter((path) => /\.[a-z]+$/.test(path));
const packages = globSync('{,packages/*/}node_modules/{*,@*/*}/package.json', { cwd: ROOT });

test('file and folder names are kebab-case', () => {
  const strays = sources
    .flatMap((path) => path.split('/').slice(3))
    .filter((name) => !KEBAB_CASE.test(name) && !MIGRATION.test(name));

  expect(strays).toEqual([]);
});

test('no file or folder is a drawer', () => {
  expect(sources.filter((path) => DRAWERS.test(path.replace(/^packages\//, '')))).toEqual([]);
});

test('migrations are numbered without a gap', () => {
  const numbers = globSync('packages/server/src/migrations/*.sql', { cwd: ROOT })
    .map((path) => Number(MIGRATION.exec(basename(path))?.[1]))
    .toSorted((a, b) => a - b);

  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});

test('the index of a feature exports at most ten names', () => {
  const indexes = globSync('packages/server/src/features/*/index.ts', { cwd: ROOT });

  expect(indexes.filter((path) => countExports(path) > 10)).toEqual([]);
});

test('dependencies are pinned to one version, and lock files name no registry', () => {
  const manifests = globSync('{,bench/,packages/*/}package.json', { cwd: ROOT }).map(readManifest);
  const ranges = manifests.flatMap((manifest) =>
    Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }),
  );
  const locks = globSync('{,bench/}package-lock.json', { cwd: ROOT });

  expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  expect(locks.filter((path) => /"resolved": "https?:/.test(readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
});

test.each(cruiser.forbidden.flatMap(listPatterns))('boundary %s matches a file that exists: %s', (_name, pattern) => {
  // `$1` is the feature that the other side captured.
  const expression = new RegExp(pattern.replaceAll('$1', '[^/]+'));

  expect([...files, ...packages].filter((path) => expression.test(path))).not.toEqual([]);
});

function listPatterns({ name, from, to }: Boundary): [name: string, pattern: string][] {
  return [from.path, from.pathNot, to.path, to.pathNot]
    .filter((pattern) => pattern !== undefined)
    .map((pattern) => [name, pattern]);
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Manifest;
}

function countExports(path: string): number {
  const blocks = readFileSync(join(ROOT, path), 'utf8').matchAll(/export (?:type )?\{([^}]*)\}/g);
  return [...blocks].flatMap(([, names = '']) => names.split(',')).filter((name) => name.trim() !== '').length;
}
