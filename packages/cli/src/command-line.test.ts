import { expect, test } from 'vitest';
import { runCommandLine } from './command-line.ts';
import { recordTerminal } from './testing/terminal.ts';

const COUNTY = ['--code', '130101', '--name', '清河县', '--letters', 'QH', '--person', '王芳', '--username', 'wang'];

test.each([
  [['--help'], 0, '用法：qingzhuang <命令>'],
  [['--version'], 0, '0.1.0\n'],
  [['rules', '--help'], 0, '用法：qingzhuang rules'],
  [['serve', '--help'], 0, 'QINGZHUANG_DATA'],
  [['migrate', '--help'], 0, '用法：qingzhuang migrate'],
  [['county', '--help'], 0, '用法：qingzhuang county add'],
  [['doctor', '--help'], 0, '用法：qingzhuang doctor'],
])('%j answers with %i', async (args, code, printed) => {
  const terminal = recordTerminal();

  expect(await runCommandLine(args, terminal)).toBe(code);
  expect(terminal.output()).toContain(printed);
});

test.each([
  [[], '用法：qingzhuang <命令>'],
  [['chek'], '没有命令 chek。是不是 check？'],
  [['toString'], '没有命令 toString。'],
  [['doctor', 'now'], '这个命令不带参数'],
  [['county'], '只有 county add'],
  [['county', 'add', '--code', '13'], '--code 缺少或不对：应为 6 位县级区划代码'],
  [['county', 'add', ...COUNTY.slice(0, 8)], '--username 缺少或不对'],
  [['rules', 'report/rus'], '没有规则 report/rus。是不是 report/rush？'],
])('%j is wrong usage', async (args, message) => {
  const terminal = recordTerminal();

  expect(await runCommandLine(args, terminal)).toBe(2);
  expect(terminal.messages()).toContain(message);
});

test.each([['serve'], ['migrate'], ['county', 'add', ...COUNTY]])(
  '%s refuses settings that cannot be, before it starts anything',
  async (...command) => {
    const terminal = recordTerminal({ environment: { PORT: 'eighty' } });

    expect(await runCommandLine(command, terminal)).toBe(2);
    expect(terminal.messages()).toContain('PORT');
  },
);

test('the description of the HTTP interface is OpenAPI 3.1', async () => {
  const terminal = recordTerminal();
  await runCommandLine(['openapi'], terminal);

  expect(JSON.parse(terminal.output())).toMatchObject({ openapi: expect.stringMatching(/^3\.1\./) as string });
});

test('the page of a rule shows its clause and examples of both kinds', async () => {
  const terminal = recordTerminal();
  await runCommandLine(['rules', 'report/rush'], terminal);

  expect(terminal.output()).toMatch(
    /report\/rush {2}须改\n\n说明：「…」.*不足 2 个工作日[\s\S]*依据：\n.*《.+》[\s\S]*会报告[\s\S]*⟦[\s\S]*不会报告/u,
  );
});

test('doctor tries the program itself and says how to mend what is broken', async () => {
  const terminal = recordTerminal({ environment: { QINGZHUANG_DATA: '/proc/nowhere', PORT: '0' } });

  expect(await runCommandLine(['doctor'], terminal)).toBe(1);
  expect(terminal.output()).toContain('✓ 检查：规则可用');
  expect(terminal.output()).toContain('✓ 数据库：自带 postgres (PostgreSQL) 18');
  expect(terminal.output()).toMatch(/✗ 数据目录：.*\n {2}用 QINGZHUANG_DATA/);
});
