import { severityWords } from '@qingzhuang/analysis';
import { EXIT, type ExitCode, UsageError } from '../failures.ts';
import { type OptionSpec, parseOptions } from '../options.ts';
import { widthOf } from '../printing/text-width.ts';
import { describeCitation } from '../printing/words.ts';
import { getRule, listRules, type RuleEntry } from '../rule-catalogue.ts';
import type { Terminal } from '../terminal.ts';

const OPTIONS: readonly OptionSpec[] = [{ name: 'help', short: 'h', help: '显示本页' }];

/** `qingzhuang rules [id]`: the list of rules, or one rule's page. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { operands, values } = parseOptions(args, OPTIONS);
  const [id, more] = operands;
  if (more !== undefined) throw new UsageError('一次只能查看一条规则。');
  if (values.has('help'))
    await terminal.out('用法：qingzhuang rules [编号]\n\n列出全部规则；给出编号时说明这条规则。\n');
  else if (id === undefined) await terminal.out(describeList(listRules()));
  else await terminal.out(describeRule(getRule(id)));
  return EXIT.clean;
}

function describeList(rules: readonly RuleEntry[]): string {
  const width = Math.max(0, ...rules.map(({ id }) => widthOf(id)));
  const lines = rules.map(({ id, severity, title }) => `${id.padEnd(width)}  ${wordFor(severity)}  ${title}\n`);
  return `${lines.join('')}\n共 ${rules.length} 条。qingzhuang rules <编号> 查看依据和例句。\n`;
}

function describeRule({ id, title, severity, message, suggestion, basis, options, examples }: RuleEntry): string {
  return [
    `${title}  ${id}  ${wordFor(severity)}`,
    '',
    `说明：${message}`,
    `建议：${suggestion}`,
    `依据：${basis.length === 0 ? '本系统的规则，没有对应条款' : ''}`,
    ...basis.map((citation) => `  ${describeCitation(citation)}`),
    ...section('会报告（⟦ ⟧ 里是依据的原文）', examples.bad),
    ...section('不会报告', examples.good),
    ...section(
      '可以在配置里调整',
      options.map(({ name, meaning, value }) => `${name} = ${value}  ${meaning}`),
    ),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}：`, ...lines.map((line) => `  ${line.replaceAll('\n', '\n  ')}`)];
}

function wordFor(severity: RuleEntry['severity']): string {
  return severity === 'off' ? '关闭' : severityWords[severity];
}
