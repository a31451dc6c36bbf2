import { resolve } from 'node:path';
import { EXIT, type ExitCode, systemCodeOf, UsageError } from '../failures.ts';
import { describeOptions, type OptionSpec, type ParsedOptions, parseOptions, single } from '../options.ts';
import { readKeys, readText } from '../published-keys.ts';
import type { Terminal } from '../terminal.ts';
import type { LogReport } from '@qingzhuang/server';

const OPTIONS: readonly OptionSpec[] = [
  { name: 'keys', value: 'FILE', help: '公钥文件（/api/v1/keys 的内容）；验证文件时用' },
  { name: 'checkpoint', value: 'FILE', help: '另存的检查点，可给多次；能发现日志被整段截短', many: true },
  { name: 'county', value: 'CODE', help: '导出哪个县；只有一个县时不必给' },
  { name: 'personal', help: '导出时连同个人信息（谁办的、理由原文）' },
  { name: 'json', help: '以 JSON 输出' },
  { name: 'help', short: 'h', help: '显示本页' },
];

const HELP = `用法：qingzhuang audit verify [FILE]   验证导出的日志文件；不给文件时验证数据目录，服务运行时也可以
      qingzhuang audit export FILE     把审计日志导出为文件

${describeOptions(OPTIONS)}
退出码：0 完好 · 1 有改动 · 2 用法有误或文件读不了 · 3 程序内部错误
`;

/** What each fault means, for people. */
const WORDS: Readonly<Record<LogReport['faults'][number]['kind'], string>> = {
  'malformed-checkpoint': '检查点格式有误',
  'other-origin': '检查点属于另一个日志',
  'unknown-key': '检查点不是已知密钥签的',
  forged: '检查点的签名是伪造的',
  'retired-key': '检查点是停用后的密钥签的',
  'malformed-line': '这一行读不懂',
  gap: '记录缺失，或位置不对',
  'entry-changed': '记录被改动过',
  'value-changed': '个人信息与摘要不符',
  'value-missing': '个人信息被删除，但没有删除登记',
  'row-missing': '原始事件被删除',
  'row-changed': '原始事件被改动过',
  'node-changed': '存放的散列被改动过',
  'root-differs': '自这一条起，记录与签名的检查点不符',
  truncated: '签名过的记录不见了',
  'size-differs': '检查点的条数被改动过',
  'not-signed': '自这一条起，没有签名的检查点',
  'not-logged': '有事件没有进入日志',
  'trigger-missing': '这张表的记录触发器被停用',
};

/** `qingzhuang audit`: verifies or exports the audit log. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = parseOptions(args, OPTIONS);
  if (options.values.has('help')) {
    await terminal.out(HELP);
    return EXIT.clean;
  }
  const [action, file, ...more] = options.operands;
  if (more.length > 0) throw new UsageError('参数太多。用 --help 查看用法。');
  if (action === 'verify') return verify(file, options, terminal);
  if (action === 'export' && file !== undefined) return exportTo(file, options, terminal);
  throw new UsageError('请写明 audit verify [FILE] 或 audit export FILE。');
}

async function verify(file: string | undefined, options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const known = await Promise.all((options.values.get('checkpoint') ?? []).map((one) => readText(one, terminal)));
  const reports =
    file === undefined ? await verifyData(known, terminal) : await verifyFile(file, known, options, terminal);
  if (options.values.has('json')) await terminal.out(`${JSON.stringify({ version: 1, logs: reports }, null, 2)}\n`);
  else for (const report of reports) await terminal.out(describe(report));
  return reports.every(({ faults }) => faults.length === 0) ? EXIT.clean : EXIT.findings;
}

async function verifyData(known: readonly string[], terminal: Terminal): Promise<LogReport[]> {
  const { CannotStart, readConfig, verifyAudit } = await import('@qingzhuang/server');
  try {
    return await verifyAudit(readConfig(terminal.environment, terminal.directory), known);
  } catch (error) {
    if (error instanceof CannotStart) throw new UsageError(error.message);
    throw error;
  }
}

async function verifyFile(
  file: string,
  known: readonly string[],
  options: ParsedOptions,
  terminal: Terminal,
): Promise<LogReport[]> {
  const { verifyLogFile } = await import('@qingzhuang/server');
  const keysFile = single(options, 'keys');
  const keys = keysFile === undefined ? undefined : await readKeys(keysFile, terminal);
  if (keys === undefined) terminal.err('没有给 --keys：按文件自带的公钥验证，只能说明文件前后一致。\n');
  const report = await verifyLogFile(resolve(terminal.directory, file), keys, known).catch((error: unknown) => {
    const code = systemCodeOf(error);
    if (code === null) throw error;
    throw new UsageError(`读不了 ${file}（${code}）。`);
  });
  if (report === undefined) throw new UsageError(`${file} 不是导出的审计日志。`);
  return [report];
}

function describe({ origin, size, checkpoints, faults }: LogReport): string {
  const [first] = faults;
  const head = `${origin}：${size} 条记录，${checkpoints} 个检查点`;
  if (first === undefined) return `${head}，完好。\n`;
  const lines = faults.map(({ kind, index, place }) => {
    const where = [index === null ? null : `第 ${index} 条`, place ?? null].filter((part) => part !== null).join(' ');
    return `  ${where === '' ? '' : `${where}：`}${WORDS[kind]}（${kind}）\n`;
  });
  return `${head}，有 ${faults.length} 处不符：\n${lines.join('')}`;
}

async function exportTo(file: string, options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const { CannotStart, exportAudit, readConfig } = await import('@qingzhuang/server');
  const config = readConfig(terminal.environment, terminal.directory);
  const what = { county: single(options, 'county'), personal: options.values.has('personal') };
  try {
    const entries = await exportAudit(config, resolve(terminal.directory, file), what);
    if (entries === undefined) throw new UsageError('请用 --county 指定一个已有的县。');
    terminal.err(`已导出 ${entries} 条记录到 ${file}。\n`);
    return EXIT.clean;
  } catch (error) {
    if (error instanceof CannotStart) throw new UsageError(error.message);
    if (systemCodeOf(error) === 'EEXIST') throw new UsageError(`${file} 已经存在，没有覆盖。`);
    if (systemCodeOf(error) === 'ENOENT') throw new UsageError(`${file} 所在的目录不存在。`);
    throw error;
  }
}
