import type { Severity } from '@qingzhuang/analysis';
import { UsageError } from '../failures.ts';
import {
  choice,
  type OptionSpec,
  parseOptions,
  type ParsedOptions,
  single,
  threadCount,
  wholeNumber,
} from '../options.ts';
import { type Format, FORMATS } from '../printing/printer.ts';

/** The options of `check`, in the order of its help page. */
export const CHECK_OPTIONS: readonly OptionSpec[] = [
  { name: 'format', short: 'f', value: '格式', help: `${FORMATS.join(' | ')}，默认 pretty` },
  { name: 'fail-level', value: '级别', help: '达到这一级别就以 1 退出：error | warning | info，默认 error' },
  { name: 'max-warnings', value: 'N', help: '建议改的超过 N 处也以 1 退出' },
  { name: 'config', short: 'c', value: '文件', help: '配置文件；默认从当前目录向上找 qingzhuang.config.json' },
  { name: 'print-config', help: '输出实际生效的配置后退出' },
  {
    name: 'rule',
    short: 'r',
    value: '编号=级别',
    help: '单独设定一条规则：off | info | warning | error，可多次给出',
    many: true,
  },
  { name: 'received-at', value: '时间', help: '基层收到的时间，如 2026-03-02T09:00+08:00，用来计算限时' },
  { name: 'superior', value: '文件', help: '上级文件：照抄、加码、压时限、新增要求都与它对照，可多次给出', many: true },
  { name: 'library', value: '文件', help: '文库文件（library build 建立）：每份文件从中找出它所依据的上级文件来对照' },
  { name: 'baseline', value: '文件', help: '不再报告基线文件里已有的问题' },
  { name: 'write-baseline', value: '文件', help: '把现有问题写成基线文件' },
  { name: 'output-file', short: 'o', value: '文件', help: '结果写入文件，写完才替换旧文件' },
  { name: 'name', value: '文件名', help: '标准输入（-）的文件名，用来判断格式' },
  { name: 'explain', help: '同时列出已排除的疑点和理由' },
  { name: 'with-text', help: '结果中附上提取的全文（json）' },
  { name: 'concurrency', value: 'auto|N', help: '同时检查的线程数，默认 auto' },
  { name: 'quiet', short: 'q', help: '不显示进度、提醒和没有问题的文件' },
  { name: 'no-color', help: '不用颜色' },
  { name: 'help', short: 'h', help: '显示本页' },
];

const LEVELS: readonly Severity[] = ['error', 'warning', 'info'];

const INSTANT =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** What a person asked `check` to do. */
export interface CheckRequest {
  readonly paths: readonly string[];
  readonly help: boolean;
  readonly printConfig: boolean;
  readonly format: Format;
  readonly failLevel: Severity;
  readonly maxWarnings: number | undefined;
  readonly config: string | undefined;
  readonly rules: readonly string[];
  readonly receivedAt: string | undefined;
  readonly superiors: readonly string[];
  readonly library: string | undefined;
  readonly baseline: string | undefined;
  readonly writeBaseline: string | undefined;
  readonly outputFile: string | undefined;
  readonly name: string;
  readonly explain: boolean;
  readonly withText: boolean;
  readonly threads: number;
  readonly quiet: boolean;
  readonly noColour: boolean;
}

/** Reads the arguments of `check`. Throws `UsageError`. */
export function parseCheckRequest(args: readonly string[]): CheckRequest {
  const options = parseOptions(args, CHECK_OPTIONS);
  return {
    paths: options.operands,
    help: options.values.has('help'),
    printConfig: options.values.has('print-config'),
    format: choice(options, 'format', FORMATS, 'pretty'),
    failLevel: choice(options, 'fail-level', LEVELS, 'error'),
    maxWarnings: wholeNumber(options, 'max-warnings', 0),
    config: single(options, 'config'),
    rules: options.values.get('rule') ?? [],
    receivedAt: instant(options),
    superiors: options.values.get('superior') ?? [],
    library: single(options, 'library'),
    baseline: single(options, 'baseline'),
    writeBaseline: single(options, 'write-baseline'),
    outputFile: single(options, 'output-file'),
    name: single(options, 'name') ?? '-',
    explain: options.values.has('explain'),
    withText: options.values.has('with-text'),
    threads: threadCount(options),
    quiet: options.values.has('quiet'),
    noColour: options.values.has('no-color'),
  };
}

function instant(options: ParsedOptions): string | undefined {
  const given = single(options, 'received-at');
  if (given === undefined) return undefined;
  // `Date.parse` alone would take 30 February for 2 March.
  const day = new Date(`${given.slice(0, 10)}T00:00:00Z`);
  const exists =
    INSTANT.test(given) && day.getUTCDate() === Number(given.slice(8, 10)) && !Number.isNaN(Date.parse(given));
  if (!exists) throw new UsageError(`--received-at 写作 2026-03-02T09:00+08:00，给的是 ${given}。`);
  return given;
}
