/** Prints the sizes of the built pages and fails when a first view needs more script than the budget allows. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = join(import.meta.dirname, 'dist');
/** Kilobytes of gzipped script that a first view may load. */
const MOST_KILOBYTES = 200;

/** What is loaded for a view besides the entry, by the names of its first chunks. */
const VIEWS: Readonly<Record<string, readonly string[]>> = {
  随手查: ['check-page'],
  一致性比对: ['compare-page'],
  规则: ['rules-page'],
  关于和隐私: ['about-page'],
  '查码 and 登记册': ['public-pages'],
  '我的清单 and 办理': ['signed-in', 'inbox-pages'],
  填表: ['signed-in', 'fill-page'],
  发起: ['signed-in', 'draft-page'],
  把关: ['signed-in', 'gate-page'],
  事项: ['signed-in', 'register-page'],
  一件事项: ['signed-in', 'demand-page'],
  一件事项的一致性比对: ['signed-in', 'chain-page'],
  上级来文: ['signed-in', 'documents-page'],
  统筹: ['signed-in', 'planning-page'],
  总量与计划: ['signed-in', 'caps-page'],
  一页: ['signed-in', 'leader-page'],
  管理: ['signed-in', 'administration-page'],
  账号: ['signed-in', 'account-page'],
};

const assets = readdirSync(join(DIST, 'assets')).filter((name) => name.endsWith('.js'));
const page = readFileSync(join(DIST, 'index.html'), 'utf8');
const entry = [...page.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/gu)].map(([, name]) => name ?? '');

for (const name of assets) {
  const when = entry.includes(name) ? 'at once' : 'when asked for';
  print(kilobytesOf(name), `${when.padEnd(14)}  ${name}`);
}
for (const [view, chunks] of Object.entries(VIEWS)) {
  const loaded = withImports([...entry, ...chunks.map(chunkNamed)]);
  const kilobytes = [...loaded].reduce((sum, name) => sum + kilobytesOf(name), 0);
  print(kilobytes, `of script to see ${view} (gzip); budget ${String(MOST_KILOBYTES)} kB`);
  if (kilobytes > MOST_KILOBYTES) process.exitCode = 1;
}

/** The chunk with this name. Throws when there is none or more than one: the budget would count something else. */
function chunkNamed(name: string): string {
  const found = assets.filter((asset) => asset.replace(/-[\w-]{8}\.js$/u, '') === name);
  const [chunk] = found;
  if (chunk === undefined || found.length > 1) throw new Error(`${String(found.length)} chunks are called ${name}`);
  return chunk;
}

/** The chunks with all that they import before they run; what they fetch later is not counted. */
function withImports(names: readonly string[]): ReadonlySet<string> {
  const loaded = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (loaded.has(name)) continue;
    loaded.add(name);
    const code = readFileSync(join(DIST, 'assets', name), 'utf8');
    for (const [, imported = ''] of code.matchAll(/(?:from|^import|;import)\s*["'`]\.\/([^"'`]+\.js)["'`]/gu)) {
      open.push(imported);
    }
  }
  return loaded;
}

function kilobytesOf(name: string): number {
  return gzipSync(readFileSync(join(DIST, 'assets', name))).length / 1000;
}

function print(kilobytes: number, words: string): void {
  process.stdout.write(`${kilobytes.toFixed(1).padStart(8)} kB  ${words}\n`);
}
