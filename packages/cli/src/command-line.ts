import { EXIT, type ExitCode, UsageError } from './failures.ts';
import { findNearest } from './nearest.ts';
import type { Terminal } from './terminal.ts';

/** A command's file exports `run`; it is loaded only when it is called. */
interface Command {
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

interface CommandEntry {
  readonly help: string;
  load(): Promise<Command>;
}

const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  check: { help: '检查文件给基层添了多少负担', load: () => import('./commands/check.ts') },
  compare: { help: '与上级文件比对：照抄了多少，照抄在哪里', load: () => import('./commands/compare.ts') },
  match: { help: '看一张表哪些栏数据目录里已经有，不必再填', load: () => import('./commands/match.ts') },
  library: { help: '文库：library build 建立，library search 查出处', load: () => import('./commands/library.ts') },
  rules: { help: '列出规则；给出编号时说明一条规则', load: () => import('./commands/rules.ts') },
  serve: { help: '启动网页服务', load: () => import('./commands/serve.ts') },
  migrate: { help: '把数据库升级到当前版本', load: () => import('./commands/migrate.ts') },
  county: { help: '建立一个县和它的第一位管理员', load: () => import('./commands/county.ts') },
  audit: { help: '验证或导出审计日志：audit verify、audit export', load: () => import('./commands/audit.ts') },
  code: { help: '离线核对事项码或二维码：code verify', load: () => import('./commands/code.ts') },
  seals: { help: '更换封存密钥：seals rotate', load: () => import('./commands/seals.ts') },
  openapi: { help: '输出 HTTP 接口说明（OpenAPI 3.1）', load: () => import('./commands/openapi.ts') },
  doctor: { help: '检查运行环境', load: () => import('./commands/doctor.ts') },
};

/** Runs one command and answers its exit code. Never throws: a failure of the program is exit code 3. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.err(`qingzhuang: ${error.message}\n`);
      return EXIT.usage;
    }
    terminal.err(`qingzhuang: 内部错误：${error instanceof Error ? error.message : String(error)}\n`);
    if (terminal.environment['QINGZHUANG_DEBUG'] !== undefined && error instanceof Error) {
      terminal.err(`${error.stack ?? ''}\n`);
    }
    return EXIT.internal;
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined) {
    terminal.err(describeCommands());
    return EXIT.usage;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    await terminal.out(describeCommands());
    return EXIT.clean;
  }
  if (name === '--version' || name === '-V') {
    const { version } = await import('./version.ts');
    await terminal.out(`${version}\n`);
    return EXIT.clean;
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry === undefined) throw new UsageError(describeUnknown(name));
  const command = await entry.load();
  return command.run(rest, terminal);
}

function describeUnknown(name: string): string {
  const nearest = findNearest(name, Object.keys(COMMANDS));
  return `没有命令 ${name}。${nearest === null ? '用 --help 查看全部命令。' : `是不是 ${nearest}？`}`;
}

function describeCommands(): string {
  const lines = Object.entries(COMMANDS).map(([name, { help }]) => `  ${name.padEnd(10)}${help}`);
  return [
    '轻装 qingzhuang：文件还没发出，先算清它让基层多花多少小时。',
    '',
    '用法：qingzhuang <命令> [选项]',
    '',
    ...lines,
    '',
    '每个命令都有 --help。例：qingzhuang check 通知.docx',
    '退出码：0 没有问题 · 1 有问题 · 2 用法、配置有误或文件读不了 · 3 程序内部错误',
    '',
  ].join('\n');
}
