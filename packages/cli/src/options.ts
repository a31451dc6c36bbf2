import { availableParallelism } from 'node:os';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { UsageError } from './failures.ts';
import { findNearest } from './nearest.ts';

/** One option of a command; the table is both the parser's grammar and the help page. */
export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  /** What stands for the value in the help; without it the option is a switch. */
  readonly value?: string;
  readonly help: string;
  /** May be given several times. */
  readonly many?: boolean;
}

export interface ParsedOptions {
  readonly operands: readonly string[];
  /** Values by option name; a switch has the value `''`. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** Reads a command's arguments. Throws `UsageError` with the nearest option for one that does not exist. */
export function parseOptions(args: readonly string[], specs: readonly OptionSpec[]): ParsedOptions {
  const { tokens } = parseArgs({
    args: [...args],
    options: toConfig(specs),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const operands: string[] = [];
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = specs.find(({ name }) => name === token.name);
    if (spec === undefined) throw new UsageError(describeUnknown(token.rawName, specs));
    const given = values.get(spec.name) ?? [];
    if (given.length > 0 && spec.many !== true && spec.value !== undefined) {
      throw new UsageError(`--${spec.name} 只能给一次。`);
    }
    values.set(spec.name, [...given, valueOf(spec, token.value, token.inlineValue)]);
  }
  return { operands, values };
}

/** The only value of an option, or undefined. */
export function single(options: ParsedOptions, name: string): string | undefined {
  return options.values.get(name)?.[0];
}

/** The chosen value of an option. Throws `UsageError` with the nearest choice for any other. */
export function choice<T extends string>(options: ParsedOptions, name: string, allowed: readonly T[], fallback: T): T {
  const given = single(options, name);
  if (given === undefined) return fallback;
  const chosen = allowed.find((value) => value === given);
  if (chosen !== undefined) return chosen;
  const nearest = findNearest(given, allowed);
  const hint = nearest === null ? `可选：${allowed.join('、')}。` : `是不是 ${nearest}？`;
  throw new UsageError(`--${name} 没有 ${given} 这个选择。${hint}`);
}

/** A whole number, or undefined when the option is not given. Throws `UsageError` for anything below `least`. */
export function wholeNumber(options: ParsedOptions, name: string, least: number): number | undefined {
  const given = single(options, name);
  if (given === undefined) return undefined;
  if (!/^\d{1,9}$/.test(given) || Number(given) < least) {
    throw new UsageError(`--${name} 应当是不小于 ${least} 的整数，给的是 ${given}。`);
  }
  return Number(given);
}

/** How many threads `--concurrency` asks for. */
export function threadCount(options: ParsedOptions): number {
  const given = single(options, 'concurrency');
  if (given === undefined || given === 'auto') return availableParallelism();
  return wholeNumber(options, 'concurrency', 1) ?? 1;
}

/** For commands without options or operands: whether help is wanted. Throws `UsageError` for anything else. */
export function wantsHelp(args: readonly string[]): boolean {
  const { operands, values } = parseOptions(args, [{ name: 'help', short: 'h', help: '显示本页' }]);
  if (operands.length > 0) throw new UsageError(`这个命令不带参数，给的是 ${operands.join(' ')}。`);
  return values.has('help');
}

/** One line for each option, aligned. */
export function describeOptions(specs: readonly OptionSpec[]): string {
  const heads = specs.map(({ name, short, value }) => {
    const long = `--${name}${value === undefined ? '' : ` ${value}`}`;
    return short === undefined ? `    ${long}` : `-${short}, ${long}`;
  });
  const width = Math.max(...heads.map((head) => head.length));
  return specs.map(({ help }, index) => `  ${(heads[index] ?? '').padEnd(width)}  ${help}\n`).join('');
}

function toConfig(specs: readonly OptionSpec[]): ParseArgsOptionsConfig {
  return Object.fromEntries(
    specs.map(({ name, short, value }) => [
      name,
      { type: value === undefined ? 'boolean' : 'string', ...(short === undefined ? {} : { short }) },
    ]),
  );
}

function valueOf(spec: OptionSpec, value: string | undefined, inline: boolean | undefined): string {
  if (spec.value === undefined) {
    if (inline === true) throw new UsageError(`--${spec.name} 不带值。`);
    return '';
  }
  // `--config --quiet` is a forgotten value, not a file of that name; `--config=--quiet` says it on purpose.
  const forgotten = value === undefined || value === '' || (inline !== true && /^-./.test(value));
  if (forgotten) throw new UsageError(`--${spec.name} 需要一个值：--${spec.name} ${spec.value}`);
  return value;
}

function describeUnknown(rawName: string, specs: readonly OptionSpec[]): string {
  const nearest = findNearest(
    rawName.replace(/^-+/, ''),
    specs.map(({ name }) => name),
  );
  return `没有选项 ${rawName}。${nearest === null ? '用 --help 查看全部选项。' : `是不是 --${nearest}？`}`;
}
