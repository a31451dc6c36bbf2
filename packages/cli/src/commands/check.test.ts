import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommandLine } from '../command-line.ts';
import { type RecordedTerminal, recordTerminal } from '../testing/terminal.ts';

const BURDEN = '各村：\n请各村今日下班前报送水渠清单，没有的实行零报告。\n';
const INNOCENT = '各村：\n水渠清单由我局从系统里提取，各村不再报送。\n';
const folder = mkdtempSync(join(tmpdir(), 'qingzhuang-check-'));

beforeAll(() => {
  mkdirSync(join(folder, 'many'));
  mkdirSync(join(folder, 'empty'));
  writeFileSync(join(folder, 'burden.txt'), BURDEN);
  writeFileSync(join(folder, 'innocent.txt'), INNOCENT);
  writeFileSync(join(folder, 'broken.docx'), 'PK\u0003\u0004 not a document');
  writeFileSync(join(folder, 'nothing.txt'), '');
  for (let index = 0; index < 40; index += 1) {
    writeFileSync(join(folder, 'many', `${String(index).padStart(2, '0')}.txt`), INNOCENT.repeat(1 + (index % 7) * 10));
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly ok: boolean;
    readonly error?: { readonly code: string };
    readonly text?: string;
    readonly findings: readonly {
      readonly ruleId: string;
      readonly start: number;
      readonly end: number;
      readonly quote: string;
    }[];
    readonly suppressed: readonly unknown[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

async function check(
  line: string,
  settings: Parameters<typeof recordTerminal>[0] = {},
): Promise<RecordedTerminal & { code: number }> {
  const terminal = recordTerminal({ directory: folder, ...settings });
  const code = await runCommandLine(['check', ...line.split(' ').filter((word) => word !== '')], terminal);
  return { ...terminal, code };
}

async function checkJson(
  line: string,
  settings: Parameters<typeof recordTerminal>[0] = {},
): Promise<Report & { code: number }> {
  const { code, output } = await check(`${line} --format json`, settings);
  return { ...(JSON.parse(output()) as Report), code };
}

test('findings quote exactly the words at their offsets', async () => {
  const { files, code } = await checkJson('burden.txt --with-text --received-at 2026-03-02T16:00+08:00');
  const [file] = files;

  expect(code).toBe(1);
  expect(file?.findings.map(({ ruleId }) => ruleId)).toContain('report/rush');
  expect(file?.findings.map(({ start, end }) => file.text?.slice(start, end))).toEqual(
    file?.findings.map(({ quote }) => quote),
  );
});

test.each(['pretty', 'json', 'sarif', 'junit', 'html', 'markdown', 'csv'])(
  'the exit code does not depend on the format %s',
  async (format) => {
    const codes = [
      (await check(`innocent.txt --format ${format}`)).code,
      (await check(`burden.txt --format ${format}`)).code,
      (await check(`broken.docx burden.txt --format ${format}`)).code,
    ];

    expect(codes).toEqual([0, 1, 2]);
  },
);

test('unreadable files have a code and the others are still checked', async () => {
  const { files, summary } = await checkJson('nothing.txt broken.docx nowhere.txt burden.txt');

  expect(files.map(({ error }) => error?.code)).toEqual(['empty', 'damaged', 'not-found', undefined]);
  expect(summary).toMatchObject({ files: 4, unreadable: 3 });
});

test.each([
  ['--format json --quiet', 1],
  ['--format pretty', 0],
  ['--format pretty --output-file report.txt', 1],
])('with %s the message about an unreadable file is on standard error %i times', async (options, times) => {
  const { messages } = await check(`nowhere.txt ${options}`);

  expect(messages().split('nowhere.txt')).toHaveLength(times + 1);
});

test('a suppression of the configuration that hides nothing is told', async () => {
  const suppressions = [
    { rule: 'report/daily-zero', reason: '县委办同意' },
    { rule: 'platform/likes', reason: '早已不用' },
  ];
  writeFileSync(join(folder, 'suppressing.json'), JSON.stringify({ suppressions }));
  const { messages } = await check('burden.txt --config suppressing.json');

  expect(messages()).toBe('配置里的这条例外没有用上，可以删去：platform/likes（早已不用）\n');
});

test('standard input is read as the named file', async () => {
  const { files } = await checkJson('- --name 通知.txt', { stdin: new TextEncoder().encode(BURDEN) });

  expect(files.map(({ path, ok }) => [path, ok])).toEqual([['通知.txt', true]]);
});

test('the order is that of the input, however many threads work', async () => {
  const one = await checkJson('many --concurrency 1');
  const three = await checkJson('many --concurrency 3');

  expect(one.files.map(({ path }) => path)).toEqual(
    readdirSync(join(folder, 'many'))
      .toSorted()
      .map((name) => `many/${name}`),
  );
  expect(three.files).toEqual(one.files);
});

test.each([
  ['', '请给出要检查的文件'],
  ['empty', '这里没有可以检查的文件'],
  ['burden.txt --formt json', '是不是 --format？'],
  ['burden.txt --format jsn', '是不是 json？'],
  ['burden.txt --max-warnings many', '--max-warnings 应当是不小于 0 的整数'],
  ['burden.txt --concurrency 0', '--concurrency 应当是不小于 1 的整数'],
  ['burden.txt --received-at 2026-02-30T09:00+08:00', '--received-at 写作'],
  ['burden.txt --received-at 2026-03-02', '--received-at 写作'],
  ['burden.txt --rule report/rush', '--rule 写作'],
  ['burden.txt --rule report/ruch=off', '没有规则 report/ruch。是不是 report/rush？'],
  ['burden.txt --config nowhere.json', '读不了配置文件（ENOENT）'],
  ['burden.txt --baseline nowhere.json', '读不了基线文件（ENOENT）'],
  ['burden.txt --output-file nowhere/report.json', '写不了输出文件（ENOENT）'],
  ['burden.txt --superior missing.docx', 'missing.docx'],
  ['burden.txt --library nowhere.qzlib', '用不了 nowhere.qzlib：没有这个文件（not-found）'],
  ['burden.txt --library burden.txt', '用不了 burden.txt：不是文库文件（foreign）'],
])('%j is wrong usage and prints no data', async (line, message) => {
  const { code, output, messages } = await check(line);

  expect(code).toBe(2);
  expect(output()).toBe('');
  expect(messages()).toContain(message);
});

test('a document is held against its superior’s', async () => {
  writeFileSync(join(folder, 'city.txt'), '各县请于三日内报送水渠清单，没有的不报。各县每季度清淤一次。');
  writeFileSync(join(folder, 'county.txt'), '各镇请于三日内报送水渠清单，没有的不报。各镇每月清淤一次。');
  const { files } = await checkJson('county.txt --superior city.txt');

  expect(files[0]?.findings).toContainEqual(
    expect.objectContaining({ ruleId: 'task/target-raised', quote: '每月清淤一次' }),
  );
});

test('a rule is switched off on the command line and in the nearest configuration above', async () => {
  const inner = join(folder, 'configured', 'inner');
  mkdirSync(inner, { recursive: true });
  writeFileSync(join(inner, 'burden.txt'), BURDEN);
  writeFileSync(join(folder, 'configured', 'qingzhuang.config.json'), '{"rules":{"report/daily-zero":"off"}}');
  const plain = await checkJson('burden.txt');
  const configured = await checkJson('burden.txt', { directory: inner });
  const named = await checkJson('burden.txt --rule report/daily-zero=off');

  expect(plain.files[0]?.findings.map(({ ruleId }) => ruleId)).toContain('report/daily-zero');
  expect(configured.files[0]?.findings.map(({ ruleId }) => ruleId)).not.toContain('report/daily-zero');
  expect(named.files[0]?.findings).toEqual(configured.files[0]?.findings);
});

test('the effective configuration is printed on request', async () => {
  const { code, output } = await check('--print-config --rule report/rush=info');

  expect(code).toBe(0);
  expect(JSON.parse(output())).toEqual({ rules: { 'report/rush': 'info' } });
});

test('a baseline hides what was there, and says which entries are no longer needed', async () => {
  await check('burden.txt --write-baseline known.json');
  const again = await checkJson('burden.txt --baseline known.json');
  const mended = await check('innocent.txt --baseline known.json');

  expect(again.code).toBe(0);
  expect(again.files[0]?.findings).toEqual([]);
  expect(again.files[0]?.suppressed).not.toEqual([]);
  expect(mended.messages()).toContain('基线里的这一条已经用不上');
});

test('the output file appears when it is whole, and nothing goes to standard output', async () => {
  const { code, output } = await check('burden.txt --format json --output-file report.json');

  expect(code).toBe(1);
  expect(output()).toBe('');
  expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toHaveProperty('summary');
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('a bad configuration leaves an older output file as it was', async () => {
  writeFileSync(join(folder, 'older.json'), 'older');
  await check('burden.txt --output-file older.json --rule report/nonsense=off');

  expect(readFileSync(join(folder, 'older.json'), 'utf8')).toBe('older');
  expect(existsSync(join(folder, '.older.json.tmp'))).toBe(false);
});

test.each([
  [{ outIsTerminal: true }, '', true],
  [{ outIsTerminal: true }, '--no-color', false],
  [{ outIsTerminal: true, environment: { NO_COLOR: '1' } }, '', false],
  [{ outIsTerminal: false }, '', false],
])('with %j and options %j colour is %s', async (settings, options, coloured) => {
  const { output } = await check(`burden.txt ${options}`, settings);

  expect(output().includes('\u001B[')).toBe(coloured);
});

test('help is data, not a message', async () => {
  const { code, output, messages } = await check('--help');

  expect([code, messages()]).toEqual([0, '']);
  expect(output()).toContain('--fail-level');
});
