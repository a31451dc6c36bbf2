/**
 * Installs what is missing, before `npm start` and `npm test`. Runs on any Node from 20 on and needs no dependency:
 * on a fresh machine there is none yet.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const PINNED_NODE = path.join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

if (!isInstalled()) {
  say(
    '正在安装依赖（npm ci），首次约需一两分钟……',
    'Installing dependencies (npm ci), a minute or two the first time…',
  );
  // Without `--include=dev` a production environment would leave out Node itself.
  run(['ci', '--include=dev', '--no-audit', '--no-fund']);
}
if (!startsNode()) {
  say('正在补装 Node 24……', 'Fetching Node 24…');
  // A global `ignore-scripts` keeps the package from fetching its program.
  run(['rebuild', 'node', '--ignore-scripts=false', '--foreground-scripts']);
}
if (!startsNode()) {
  fail(
    '无法取得 Node 24：请允许 npm 运行 node 包的安装脚本。',
    'No Node 24: allow npm to run the install script of the package "node".',
  );
}

/** Whether everything that the lock file wants stands in node_modules, in its version. */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  return Object.entries(wanted)
    .filter(([place]) => place.startsWith('node_modules/'))
    .every(([place, { version, optional, devOptional, peer }]) => {
      const installed = present[place];
      // Optional packages are for other machines as a rule.
      return installed === undefined ? Boolean(optional || devOptional || peer) : installed.version === version;
    });
}

/** @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }>} */
function readPackages(file) {
  const lock = path.join(root, file);
  return existsSync(lock) ? JSON.parse(readFileSync(lock, 'utf8')).packages : {};
}

function startsNode() {
  const { stdout } = spawnSync(PINNED_NODE, ['--version'], { encoding: 'utf8' });
  return stdout?.startsWith('v24.') ?? false;
}

/** Runs the npm that runs this script, or the one in the path. */
function run(words) {
  const npm = process.env.npm_execpath;
  const [program, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const options = { cwd: root, stdio: 'inherit', shell: npm === undefined && process.platform === 'win32' };
  const { status } = spawnSync(program, [...first, ...words], options);
  if (status !== 0) {
    fail(`npm ${words[0]} 没有成功，原因见上。`, `npm ${words[0]} failed, see above.`);
  }
}

function say(chinese, english) {
  console.error(`${chinese}\n${english}`);
}

function fail(chinese, english) {
  say(chinese, english);
  process.exit(1);
}
