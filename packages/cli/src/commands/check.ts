import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CheckConfig, ConfigurationError, createChecker } from '@qingzhuang/analysis';
import { READABLE_EXTENSIONS } from '@qingzhuang/readers';
import { type BaselineEntry, formatBaseline, listUnused, parseBaseline } from '../checking/baseline.ts';
import { loadConfiguration, withLevels } from '../checking/configuration.ts';
import type { CheckSettings } from '../checking/file-checker.ts';
import { type Input, listInputs } from '../checking/inputs.ts';
import { openOutputFile, type Output } from '../checking/output.ts';
import { CHECK_THREAD, createPartMaker } from '../checking/part-maker.ts';
import { makeParts } from '../checking/pool.ts';
import { createProgress, NO_PROGRESS } from '../checking/progress.ts';
import { readNamed } from '../checking/read-source.ts';
import { addTallies, EMPTY_TALLY, exitCodeOf, type Tally } from '../checking/tally.ts';
import { EXIT, type ExitCode, systemCodeOf, UsageError } from '../failures.ts';
import { openNamed } from '../library/library-reader.ts';
import { describeOptions } from '../options.ts';
import { createPrinter } from '../printing/create-printer.ts';
import { onOneLine } from '../printing/escaping.ts';
import type { PrintSettings } from '../printing/printer.ts';
import { assertRuleExists } from '../rule-catalogue.ts';
import type { Terminal } from '../terminal.ts';
import { CHECK_OPTIONS, type CheckRequest, parseCheckRequest } from './check-options.ts';

/** `qingzhuang check`: checks files, folders or standard input and prints what was found. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const request = parseCheckRequest(args);
  if (request.help) {
    await terminal.out(helpPage());
    return EXIT.clean;
  }
  const config = withLevels(loadConfiguration(terminal.directory, request.config), request.rules);
  assertValid(config);
  if (request.printConfig) {
    await terminal.out(`${JSON.stringify(config, null, 2)}\n`);
    return EXIT.clean;
  }
  const inputs = await gatherInputs(request, terminal);
  const settings = await toSettings(request, config, terminal);
  const library =
    request.library === undefined
      ? null
      : openNamed(request.library, request.quiet ? { ...terminal, errIsTerminal: false } : terminal);
  const shared = library?.shared ?? null;
  const tally = await checkAll(inputs, { ...settings, library: shared }, request, terminal).finally(() =>
    library?.close(),
  );
  if (request.writeBaseline !== undefined) await writeBaseline(request.writeBaseline, tally, terminal);
  reportFailures(tally, request, terminal);
  if (!request.quiet) reportUnused(tally, settings, terminal);
  return exitCodeOf(tally, request);
}

function helpPage(): string {
  return [
    '用法：qingzhuang check [选项] 文件或文件夹…',
    '      qingzhuang check - < 通知.txt',
    '',
    '文件夹会逐层查找可读的文件（docx、pdf、ofd、xlsx、html、txt 等）。',
    '',
    '选项：',
    describeOptions(CHECK_OPTIONS),
  ].join('\n');
}

/** Told before any file is opened, so that a wrong rule name costs no wait. */
function assertValid(config: CheckConfig): void {
  Object.keys(config.rules ?? {}).forEach(assertRuleExists);
  try {
    createChecker(config);
  } catch (error) {
    if (error instanceof ConfigurationError) throw new UsageError(`配置有误：${error.message}`);
    throw error;
  }
}

async function gatherInputs({ paths, name, quiet }: CheckRequest, terminal: Terminal): Promise<Input[]> {
  if (paths.length === 0) throw new UsageError('请给出要检查的文件、文件夹，或用 - 表示标准输入。');
  const inputs: Input[] = [];
  const extensions = new Set(READABLE_EXTENSIONS);
  const passedOver = new Map<string, number>();
  function passOver(extension: string): void {
    passedOver.set(extension, (passedOver.get(extension) ?? 0) + 1);
  }
  for (const path of new Set(paths)) {
    if (path === '-') inputs.push({ path: name, identity: name, content: await terminal.readStdin() });
    else inputs.push(...listInputs([path], terminal.directory, extensions, passOver));
  }
  if (!quiet && passedOver.size > 0) terminal.err(`${describePassedOver(passedOver)}\n`);
  if (inputs.length === 0) throw new UsageError('这里没有可以检查的文件。');
  return inputs;
}

/** Files of a folder that are no documents are not checked; nobody should take them for clean. */
function describePassedOver(passedOver: ReadonlyMap<string, number>): string {
  const kinds = [...passedOver].map(
    ([extension, count]) => `${extension === '' ? '没有扩展名的' : extension} ${count} 个`,
  );
  return `没有检查的文件：${kinds.join('，')}（不是能读的格式）。`;
}

type Settings = Omit<CheckSettings, 'library'>;

async function toSettings(request: CheckRequest, config: CheckConfig, terminal: Terminal): Promise<Settings> {
  return {
    config,
    ...(request.receivedAt === undefined ? {} : { receivedAt: request.receivedAt }),
    today: terminal.today,
    superiors: await Promise.all(request.superiors.map((path) => readNamed(path, terminal.directory))),
    baseline: request.baseline === undefined ? [] : readBaseline(request.baseline, terminal),
    collectEntries: request.writeBaseline !== undefined,
  };
}

async function checkAll(
  inputs: readonly Input[],
  check: CheckSettings,
  request: CheckRequest,
  terminal: Terminal,
): Promise<Tally> {
  const began = performance.now();
  const print = toPrintSettings(request, terminal);
  const printer = await createPrinter(print);
  const output = await openOutput(request, terminal);
  const progress = request.quiet ? NO_PROGRESS : createProgress(inputs.length, terminal);
  let tally = EMPTY_TALLY;
  let separator = '';
  try {
    await output.write(printer.head);
    const parts = makeParts(inputs, createPartMaker(check, printer), {
      threads: request.threads,
      entry: CHECK_THREAD,
      settings: { check, print },
    });
    for await (const part of parts) {
      if (part.text !== '') {
        await output.write(`${separator}${part.text}`);
        separator = printer.separator;
      }
      tally = addTallies(tally, part.tally);
      progress.advance();
    }
    progress.clear();
    await output.write(printer.tail({ tally, policy: request, elapsedMs: Math.round(performance.now() - began) }));
    await output.finish();
  } catch (error) {
    output.abandon();
    throw error;
  }
  return tally;
}

function toPrintSettings(request: CheckRequest, terminal: Terminal): PrintSettings {
  const { format, failLevel, withText, explain, quiet, outputFile, noColour } = request;
  const plain = noColour || (terminal.environment['NO_COLOR'] ?? '') !== '' || outputFile !== undefined;
  return {
    ...{ format, failLevel, withText, explain, quiet },
    colour: !plain && terminal.outIsTerminal,
    columns: terminal.columns,
  };
}

function openOutput({ outputFile }: CheckRequest, terminal: Terminal): Output | Promise<Output> {
  if (outputFile !== undefined) return openOutputFile(resolve(terminal.directory, outputFile));
  return { write: (text) => terminal.out(text), finish: () => Promise.resolve(), abandon: () => undefined };
}

function readBaseline(path: string, terminal: Terminal): BaselineEntry[] {
  try {
    return parseBaseline(readFileSync(resolve(terminal.directory, path), 'utf8'));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`读不了基线文件（${systemCodeOf(error) ?? '未知原因'}）。`);
  }
}

async function writeBaseline(path: string, { entries }: Tally, terminal: Terminal): Promise<void> {
  const output = await openOutputFile(resolve(terminal.directory, path));
  await output.write(formatBaseline(entries));
  await output.finish();
  terminal.err(`已把 ${entries.length} 处现有问题写入基线文件。\n`);
}

/** Said even when quiet is wanted, unless the person has just read it in the result. */
function reportFailures({ failures }: Tally, { format, outputFile }: CheckRequest, terminal: Terminal): void {
  if (format === 'pretty' && outputFile === undefined) return;
  for (const { path, error } of failures) terminal.err(`${onOneLine(path)}: ${error.message}（${error.code}）\n`);
}

/** Settings that no longer do anything. */
function reportUnused(tally: Tally, { config, baseline }: Settings, terminal: Terminal): void {
  for (const { file, rule, quote } of listUnused(baseline, tally.baselineUsed)) {
    terminal.err(`基线里的这一条已经用不上，可以删去：${file} ${rule} “${quote}”\n`);
  }
  const used = new Set(tally.suppressionsUsed);
  for (const [place, { rule, reason }] of (config.suppressions ?? []).entries()) {
    if (!used.has(place)) terminal.err(`配置里的这条例外没有用上，可以删去：${rule}（${reason}）\n`);
  }
}
