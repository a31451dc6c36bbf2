/**
 * Builds the web pages before `npm start`, unless they are newer than everything they are made from. Runs on Node 20:
 * after a first installation the shell still remembers the old one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const PINNED_NODE = path.join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
const BUILT = path.join(root, 'packages/web/dist/index.html');
const SOURCES = [
  'package-lock.json',
  'packages/web/index.html',
  'packages/web/package.json',
  'packages/web/public',
  'packages/web/src',
  'packages/web/vite.config.ts',
  'packages/analysis/src',
  'packages/contract/src',
  'packages/readers/src',
];

if (!isFresh()) {
  console.error('正在生成网页……\nBuilding the web pages…');
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const { status } = spawnSync(PINNED_NODE, [vite, 'build', '--logLevel', 'warn'], {
    cwd: path.join(root, 'packages/web'),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  process.exitCode = status ?? 1;
}

function isFresh() {
  if (!existsSync(BUILT)) return false;
  const built = statSync(BUILT).mtimeMs;
  return SOURCES.every((source) => listFiles(path.join(root, source)).every((file) => statSync(file).mtimeMs <= built));
}

/** The file itself, or every file below the directory and the directories, which change when a file goes. */
function listFiles(place) {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  const entries = readdirSync(place, { recursive: true });
  return [place, ...entries.map((entry) => path.join(place, entry.toString()))];
}
