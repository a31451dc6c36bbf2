import { expect, test } from 'vitest';
import { type OptionSpec, parseOptions } from './options.ts';

const specs: readonly OptionSpec[] = [
  { name: 'format', value: 'NAME', help: '' },
  { name: 'rule', value: 'ID=LEVEL', help: '', many: true },
  { name: 'quiet', short: 'q', help: '' },
];

test('options, operands and a lone dash are told apart', () => {
  const { operands, values } = parseOptions(
    ['a.txt', '--format=json', '-', '--rule', 'a=off', '--rule=b=info', '-q'],
    specs,
  );

  expect(operands).toEqual(['a.txt', '-']);
  expect(Object.fromEntries(values)).toEqual({ format: ['json'], rule: ['a=off', 'b=info'], quiet: [''] });
});

test('what follows two dashes is a file, whatever it looks like', () => {
  expect(parseOptions(['--', '--format'], specs).operands).toEqual(['--format']);
});

test.each([
  [['--formt', 'json'], '没有选项 --formt。是不是 --format？'],
  [['--nothing-like-it'], '没有选项 --nothing-like-it。用 --help 查看全部选项。'],
  [['--format'], '--format 需要一个值：--format NAME'],
  [['--format', '--quiet'], '--format 需要一个值：--format NAME'],
  [['--quiet=yes'], '--quiet 不带值。'],
  [['--format', 'json', '--format', 'csv'], '--format 只能给一次。'],
])('%j is refused', (args, message) => {
  expect(() => parseOptions(args, specs)).toThrow(message);
});
