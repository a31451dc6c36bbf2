import { resolve } from 'node:path';
import { createMatcher, type Element, readForms, STARTER_CATALOGUE } from '@qingzhuang/analysis';
import { openOutputFile } from '../checking/output.ts';
import { readNamed } from '../checking/read-source.ts';
import { EXIT, type ExitCode, UsageError } from '../failures.ts';
import { readCatalogue } from '../forms/catalogue-file.ts';
import { choice, describeOptions, type OptionSpec, parseOptions, single } from '../options.ts';
import { type FormMatchReport, formatFormMatches, type MatchedForm } from '../printing/form-matches.ts';
import type { Terminal } from '../terminal.ts';

const FORMATS = ['pretty', 'json'] as const;

const OPTIONS: readonly OptionSpec[] = [
  { name: 'catalogue', short: 'c', value: '文件', help: '数据目录（JSON）；不给时用自带的起步目录' },
  { name: 'format', short: 'f', value: '格式', help: `${FORMATS.join(' | ')}，默认 pretty` },
  { name: 'output-file', short: 'o', value: '文件', help: '结果写入文件，写完才替换旧文件' },
  { name: 'no-color', help: '不用颜色' },
  { name: 'help', short: 'h', help: '显示本页' },
];

const HELP = `用法：qingzhuang match 表格文件 [--catalogue 目录.json]

看一张要发下去的表，哪些栏数据目录里已经有，不必再让基层填。
能读 xlsx、xls、et、ods、csv 和 docx、doc、wps 里的表。

目录是一个 JSON 数组，每项一个数据元素：
  { "key": "person.name", "name": "姓名", "aliases": ["本人姓名"], "entity": "person", "type": "text",
    "unit": null, "definition": "…", "source": "公安", "updatePeriod": "once" }

选项：
${describeOptions(OPTIONS)}
退出码：0 已比对 · 2 用法、目录有误或文件读不了 · 3 程序内部错误
`;

/** `qingzhuang match`: which fields of a form the catalogue holds already. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = parseOptions(args, OPTIONS);
  if (options.values.has('help')) {
    await terminal.out(HELP);
    return EXIT.clean;
  }
  const [path, ...more] = options.operands;
  if (path === undefined || more.length > 0) throw new UsageError('请给出一份表格文件：match 表格文件。');
  const format = choice(options, 'format', FORMATS, 'pretty');
  const outputFile = single(options, 'output-file');
  const report = await matchFile(path, loadCatalogue(single(options, 'catalogue'), terminal), terminal);
  const isPlain = options.values.has('no-color') || outputFile !== undefined;
  const text = await print(report, format, { ...terminal, outIsTerminal: terminal.outIsTerminal && !isPlain });
  if (outputFile === undefined) await terminal.out(text);
  else await writeFile(resolve(terminal.directory, outputFile), text);
  return EXIT.clean;
}

function loadCatalogue(path: string | undefined, terminal: Terminal): readonly Element[] {
  if (path !== undefined) return readCatalogue(path, terminal.directory);
  terminal.err('没有给出 --catalogue，用自带的起步目录比对。\n');
  return STARTER_CATALOGUE;
}

async function matchFile(path: string, catalogue: readonly Element[], terminal: Terminal): Promise<FormMatchReport> {
  const source = await readNamed(path, terminal.directory);
  const matcher = createMatcher(catalogue);
  const forms = readForms(source).map((form): MatchedForm => {
    const matches = matcher.match(form);
    return {
      form,
      fields: form.fields.flatMap((field, at) => (matches[at] === undefined ? [] : [{ field, match: matches[at] }])),
    };
  });
  if (forms.length === 0) terminal.err(`${path}：没有找到要人填的表。\n`);
  if (source.unread.length > 0) terminal.err(`${path}：有 ${source.unread.length} 处图片或扫描页没有读到。\n`);
  return { path, catalogue, forms };
}

async function print(report: FormMatchReport, format: (typeof FORMATS)[number], terminal: Terminal): Promise<string> {
  if (format === 'json') return formatFormMatches(report);
  const { prettyFormMatches } = await import('../printing/form-matches-pretty.ts');
  const colour = terminal.outIsTerminal && (terminal.environment['NO_COLOR'] ?? '') === '';
  return prettyFormMatches(report, { colour, columns: terminal.columns });
}

async function writeFile(path: string, text: string): Promise<void> {
  const output = await openOutputFile(path);
  await output.write(text);
  await output.finish();
}
