/** The users' guide shows and links only what is there. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const PAGES = ['README.md', 'README.zh-CN.md', ...globSync('docs/guide/*.md', { cwd: ROOT })];
const MOST_IMAGE_BYTES = 200_000;
const MOST_BYTES = 3_000_000;

const links = PAGES.flatMap(listLinks);
const images = globSync('docs/guide/images/*', { cwd: ROOT });

test('what the guide and the readmes link to exists', () => {
  expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('every page and every picture of the guide is linked from another page', () => {
  const parts = [...images, ...globSync('docs/guide/*.md', { cwd: ROOT })];

  expect(parts.length).toBeGreaterThan(0);
  expect(parts.filter((path) => !links.includes(path))).toEqual([]);
});

test('the pictures of the guide stay small', () => {
  const sizes = images.map((path) => ({ path, bytes: statSync(join(ROOT, path)).size }));

  expect(sizes.filter(({ bytes }) => bytes > MOST_IMAGE_BYTES)).toEqual([]);
  expect(sizes.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(MOST_BYTES);
});

/** Where links and pictures of a page lead, seen from the root; addresses of the web are left out. */
function listLinks(page: string): string[] {
  const targets = readFileSync(join(ROOT, page), 'utf8').matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g);
  return [...targets]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) =>
      normalize(join(dirname(page), target))
        .split(sep)
        .join('/'),
    )
    .filter((target) => target !== page);
}
