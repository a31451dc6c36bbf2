import { resolve } from 'node:path';
import { COPIED_TOO_MUCH, compareRead, readDocument } from '@qingzhuang/analysis';
import { readNamed } from '../checking/read-source.ts';
import { EXIT, type ExitCode, UsageError } from '../failures.ts';
import { choice, describeOptions, type OptionSpec, parseOptions, single } from '../options.ts';
import { openOutputFile } from '../checking/output.ts';
import { type ComparisonReport, formatComparison } from '../printing/comparison.ts';
import type { Terminal } from '../terminal.ts';

const FORMATS = ['pretty', 'json', 'html'] as const;

type Format = (typeof FORMATS)[number];

const OPTIONS: readonly OptionSpec[] = [
  { name: 'superior', short: 's', value: '文件', help: '上级文件，可多次给出，逐份比对', many: true },
  { name: 'format', short: 'f', value: '格式', help: `${FORMATS.join(' | ')}，默认 pretty；html 是左右对照的一页` },
  { name: 'output-file', short: 'o', value: '文件', help: '结果写入文件，写完才替换旧文件' },
  { name: 'no-color', help: '不用颜色' },
  { name: 'help', short: 'h', help: '显示本页' },
];

const HELP = `用法：qingzhuang compare 本级文件 --superior 上级文件 [--superior 另一份…]

看一份文件照抄了上级多少、照抄在哪里，加了哪些码，压了哪些时限，添了哪些要求，有哪些本地措施。
转发、引用和套话标出来，不算照抄；改了意思的单独标出。

选项：
${describeOptions(OPTIONS)}
退出码：0 照抄不到六成 · 1 六成以上，上下一般粗 · 2 用法有误或文件读不了 · 3 程序内部错误
`;

/** `qingzhuang compare`: what a document took from its superior's. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = parseOptions(args, OPTIONS);
  if (options.values.has('help')) {
    await terminal.out(HELP);
    return EXIT.clean;
  }
  const [subordinate, ...more] = options.operands;
  const superiors = options.values.get('superior') ?? [];
  if (subordinate === undefined || more.length > 0)
    throw new UsageError('请给出一份本级文件：compare 本级文件 --superior 上级文件。');
  if (superiors.length === 0) throw new UsageError('请用 --superior 给出上级文件。');
  const format = choice(options, 'format', FORMATS, 'pretty');
  const outputFile = single(options, 'output-file');
  const plain = options.values.has('no-color') || outputFile !== undefined;
  const report = await compareFiles(subordinate, superiors, terminal);
  const text = await print(report, format, { ...terminal, outIsTerminal: terminal.outIsTerminal && !plain });
  if (outputFile === undefined) await terminal.out(text);
  else await writeFile(resolve(terminal.directory, outputFile), text);
  return report.superiors.some(({ comparison }) => comparison.copiedShare >= COPIED_TOO_MUCH)
    ? EXIT.findings
    : EXIT.clean;
}

async function compareFiles(path: string, superiors: readonly string[], terminal: Terminal): Promise<ComparisonReport> {
  const subordinate = readDocument(await readNamed(path, terminal.directory));
  const compared: ComparisonReport['superiors'][number][] = [];
  for (const above of superiors) {
    const superior = readDocument(await readNamed(above, terminal.directory));
    compared.push({ path: above, text: superior.source.text, comparison: compareRead(subordinate, superior) });
  }
  return { subordinate: { path, text: subordinate.source.text }, superiors: compared };
}

async function print(report: ComparisonReport, format: Format, terminal: Terminal): Promise<string> {
  switch (format) {
    case 'json':
      return formatComparison(report);
    case 'html':
      return (await import('../printing/comparison-html.ts')).htmlComparison(report);
    case 'pretty': {
      const colour = terminal.outIsTerminal && (terminal.environment['NO_COLOR'] ?? '') === '';
      const { prettyComparison } = await import('../printing/comparison-pretty.ts');
      return prettyComparison(report, { colour, columns: terminal.columns });
    }
  }
}

async function writeFile(path: string, text: string): Promise<void> {
  const output = await openOutputFile(path);
  await output.write(text);
  await output.finish();
}
