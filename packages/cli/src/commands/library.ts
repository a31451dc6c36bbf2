import { resolve } from 'node:path';
import { askIndex, createFingerprinter, readDocument, searchLibrary, type SourceText } from '@qingzhuang/analysis';
import { READABLE_EXTENSIONS } from '@qingzhuang/readers';
import { listInputs } from '../checking/inputs.ts';
import { createProgress, NO_PROGRESS } from '../checking/progress.ts';
import { readNamed } from '../checking/read-source.ts';
import { EXIT, type ExitCode, UsageError } from '../failures.ts';
import { type BuildReport, buildLibrary } from '../library/build-library.ts';
import { UnusableLibrary } from '../library/library-format.ts';
import { type Library, openNamed, refusalOf } from '../library/library-reader.ts';
import {
  choice,
  describeOptions,
  type OptionSpec,
  type ParsedOptions,
  parseOptions,
  single,
  threadCount,
  wholeNumber,
} from '../options.ts';
import { onOneLine } from '../printing/escaping.ts';
import { formatMatches, type MatchReport, prettyMatches } from '../printing/matches.ts';
import type { Terminal } from '../terminal.ts';

const MOST_MATCHES = 20;

const OPTIONS: readonly OptionSpec[] = [
  { name: 'out', short: 'o', value: '文件', help: 'build：文库文件；已有时只读有变化的文件，写完才替换' },
  { name: 'concurrency', value: 'auto|N', help: 'build：同时读取的线程数，默认 auto' },
  { name: 'quiet', short: 'q', help: 'build：不显示进度' },
  { name: 'library', short: 'l', value: '文件', help: 'search：用 library build 建立的文库文件' },
  { name: 'top', value: 'N', help: `search：最多列出几份，默认 ${MOST_MATCHES}` },
  { name: 'format', short: 'f', value: '格式', help: 'search：pretty | json，默认 pretty' },
  { name: 'no-color', help: 'search：不用颜色' },
  { name: 'help', short: 'h', help: '显示本页' },
];

const HELP = `用法：qingzhuang library build 文件夹 --out 文库文件
      qingzhuang library search 文件 --library 文库文件
      qingzhuang library rebuild

build 把文件夹里能读的文件收进一个文库文件；再次执行只读有变化的，去掉已删除的。
search 在文库里查一份文件的内容出自哪里，按照抄多少排列。
rebuild 由服务器数据库里各县文件的全文重做比对用的特征；服务运行时也可以做，中断后原来的还在。

选项：
${describeOptions(OPTIONS)}
退出码：0 完成 · 2 用法有误，或文件、文库读不了 · 3 程序内部错误
`;

/** `qingzhuang library`: builds a library of documents, and finds in it where a text was taken from. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = parseOptions(args, OPTIONS);
  if (options.values.has('help')) {
    await terminal.out(HELP);
    return EXIT.clean;
  }
  const [action, path, ...more] = options.operands;
  if (action === 'rebuild' && path === undefined) return rebuild(options, terminal);
  if (path !== undefined && more.length === 0) {
    if (action === 'build') return build(path, options, terminal);
    if (action === 'search') return search(path, options, terminal);
  }
  throw new UsageError('请写明 library build 文件夹 --out 文库文件，或 library search 文件 --library 文库文件。');
}

async function rebuild(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  refuse(options, 'rebuild', ['out', 'concurrency', 'quiet', 'library', 'top', 'format']);
  const { CannotStart, readConfig, rebuildLibrary } = await import('@qingzhuang/server');
  try {
    const documents = await rebuildLibrary(readConfig(terminal.environment, terminal.directory));
    await terminal.out(`已重做 ${documents} 份文件的特征。\n`);
    return EXIT.clean;
  } catch (error) {
    if (error instanceof CannotStart) throw new UsageError(error.message);
    throw error;
  }
}

async function build(folder: string, options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  refuse(options, 'build', ['library', 'top', 'format']);
  const out = required(options, 'out', 'library build 文件夹 --out 文库文件');
  const inputs = listInputs([folder], terminal.directory, new Set(READABLE_EXTENSIONS));
  // An empty or mistyped folder must not empty a library.
  if (!inputs.some((input) => !('ok' in input))) throw new UsageError(`${folder} 里没有可以读的文件。`);
  const isQuiet = options.values.has('quiet');
  let progress = NO_PROGRESS;
  const report = await buildLibrary({
    folder: resolve(terminal.directory, folder),
    inputs,
    out: resolve(terminal.directory, out),
    threads: threadCount(options),
    startProgress: (files) => (progress = isQuiet ? NO_PROGRESS : createProgress(files, terminal, { label: '读取中' })),
  }).catch((error: unknown) => {
    if (error instanceof UnusableLibrary) throw new UsageError(`没有改动 ${out}：${error.message}（${error.code}）。`);
    throw error;
  });
  progress.clear();
  for (const { path, error } of report.failures)
    terminal.err(`${onOneLine(path)}: ${error.message}（${error.code}）\n`);
  await terminal.out(describeBuild(report));
  return exitCodeOf(report);
}

function describeBuild({ documents, added, changed, removed, failures }: BuildReport): string {
  const unread = failures.length === 0 ? '' : `，${failures.length} 份读不了`;
  return `文库共 ${documents} 份：新增 ${added}，更新 ${changed}，移除 ${removed}${unread}。\n`;
}

function exitCodeOf({ failures }: BuildReport): ExitCode {
  if (failures.some(({ error }) => error.code === 'internal')) return EXIT.internal;
  return failures.length > 0 ? EXIT.usage : EXIT.clean;
}

async function search(path: string, options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  refuse(options, 'search', ['out', 'concurrency', 'quiet']);
  const library = required(options, 'library', 'library search 文件 --library 文库文件');
  const top = wholeNumber(options, 'top', 1) ?? MOST_MATCHES;
  const format = choice(options, 'format', ['pretty', 'json'] as const, 'pretty');
  const source = await readNamed(path, terminal.directory);
  const matches = searchFile(library, terminal, source, top);
  const report: MatchReport = { path, text: source.text, matches };
  const plain = options.values.has('no-color') || (terminal.environment['NO_COLOR'] ?? '') !== '';
  const settings = { colour: terminal.outIsTerminal && !plain, columns: terminal.columns };
  await terminal.out(format === 'json' ? formatMatches(report) : prettyMatches(report, settings));
  return EXIT.clean;
}

function searchFile(name: string, terminal: Terminal, source: SourceText, top: number): MatchReport['matches'] {
  const library = openNamed(name, terminal);
  try {
    return searchIn(library, source, top);
  } catch (error) {
    throw error instanceof UnusableLibrary ? refusalOf(name, error) : error;
  } finally {
    library.close();
  }
}

function searchIn(library: Library, source: SourceText, top: number): MatchReport['matches'] {
  const document = readDocument(source);
  const answer = askIndex(library.index, createFingerprinter()(document.text), top);
  const texts = new Map(answer.nearest.map(({ key }) => [key, library.textOf(key)]));
  const matches = searchLibrary(document, answer, (key) => texts.get(key) ?? '');
  return matches.map((match) => ({ ...match, text: texts.get(match.key) ?? '' }));
}

function required(options: ParsedOptions, name: string, usage: string): string {
  const value = single(options, name);
  if (value === undefined) throw new UsageError(`缺少 --${name}：${usage}`);
  return value;
}

/** An option of the other action has no effect here: whoever gives it expects one. */
function refuse(options: ParsedOptions, action: string, names: readonly string[]): void {
  const given = names.find((name) => options.values.has(name));
  if (given !== undefined) throw new UsageError(`library ${action} 没有选项 --${given}。`);
}
