import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { runCommandLine } from '../command-line.ts';
import { recordTerminal } from '../testing/terminal.ts';
import { formatHeader } from './library-format.ts';
import { openLibrary } from './library-reader.ts';

const WATER = '各乡镇要划定千人以上集中供水工程水源保护范围，设置警示标识，每季度开展一次水质检测，发现问题及时处理。';
const PIPES = '对老化失修、漏损严重的供水管网分批实施更新改造，资金由县级财政统筹安排，不向村民收取入户以外的费用。';
const TREES = '名木古树逐株挂牌建档，树冠投影范围内不得硬化地面，枯枝由专业队伍在雨季之前修剪。';

const root = mkdtempSync(join(tmpdir(), 'qingzhuang-library-'));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
  mkdirSync(join(folder, 'files/2026'), { recursive: true });
  writeFileSync(join(folder, 'files/water.txt'), `关于供水的通知\n各村：\n${WATER}\n`);
  writeFileSync(join(folder, 'files/2026/pipes.txt'), `关于管网的通知\n各村：\n${PIPES}\n`);
  writeFileSync(
    join(folder, 'town.txt'),
    `关于供水工作的通知\n各村：\n${WATER}\n村里自己的水井由村民小组每周打扫一次井台。\n`,
  );
});

afterAll(() => rmSync(root, { recursive: true }));

async function library(...args: readonly string[]): Promise<{ code: number; output: string; messages: string }> {
  const terminal = recordTerminal({ directory: folder });
  const code = await runCommandLine(['library', ...args], terminal);
  return { code, output: terminal.output(), messages: terminal.messages() };
}

function build(): ReturnType<typeof library> {
  return library('build', 'files', '--out', 'a.qzlib');
}

test('a search names the source of a passage with the words of both', async () => {
  await build();
  const { code, output } = await library('search', 'town.txt', '--library', 'a.qzlib', '--format', 'json');
  const { matches } = JSON.parse(output) as {
    matches: { path: string; copiedShare: number; passages: { superiorQuote: string; superiorStart: number }[] }[];
  };

  expect(code).toBe(0);
  expect(matches.map(({ path }) => path)).toEqual(['water.txt']);
  expect(matches[0]?.copiedShare).toBeGreaterThan(0.5);
  const [passage] = matches[0]?.passages ?? [];
  const source = readFileSync(join(folder, 'files/water.txt'), 'utf8');
  expect(source.startsWith(passage?.superiorQuote ?? '-', passage?.superiorStart)).toBe(true);
});

test('who opens a library is told of every step', async () => {
  await build();
  const told = { steps: 0, done: 0 };
  openLibrary(join(folder, 'a.qzlib'), (steps) => {
    told.steps = steps;
    return { advance: () => (told.done += 1) };
  }).close();

  expect(told.steps).toBeGreaterThan(5);
  expect(told.done).toBe(told.steps);
});

test('people see the passage, and are told when there is none', async () => {
  await build();
  writeFileSync(join(folder, 'other.txt'), `关于古树的通知\n${TREES}\n`);

  expect((await library('search', 'town.txt', '-l', 'a.qzlib')).output).toContain('出处│ 各乡镇要划定');
  expect((await library('search', 'other.txt', '-l', 'a.qzlib')).output).toContain('没有找到相同的段落');
});

test('only what has changed is read again, and what is gone is removed', async () => {
  expect((await build()).output).toBe('文库共 2 份：新增 2，更新 0，移除 0。\n');
  const whole = readFileSync(join(folder, 'a.qzlib'));
  expect((await build()).output).toBe('文库共 2 份：新增 0，更新 0，移除 0。\n');

  // Another time of change and the same bytes: the text is kept.
  utimesSync(join(folder, 'files/water.txt'), 1, 1);
  expect((await build()).output).toBe('文库共 2 份：新增 0，更新 0，移除 0。\n');
  // The texts are copied over; only the days of the files take more or fewer digits.
  expect(Math.abs(readFileSync(join(folder, 'a.qzlib')).length - whole.length)).toBeLessThan(16);

  writeFileSync(join(folder, 'files/water.txt'), `关于古树的通知\n${TREES}\n`);
  rmSync(join(folder, 'files/2026/pipes.txt'));
  writeFileSync(join(folder, 'files/new.txt'), PIPES);
  expect((await build()).output).toBe('文库共 2 份：新增 1，更新 1，移除 1。\n');

  const opened = openLibrary(join(folder, 'a.qzlib'));
  expect(new Map(opened.keys.map((key) => [key, opened.textOf(key)]))).toEqual(
    new Map([
      ['water.txt', `关于古树的通知\n${TREES}\n`],
      ['new.txt', PIPES],
    ]),
  );
  opened.close();
  expect((await library('search', 'town.txt', '-l', 'a.qzlib')).output).toContain('没有找到');
});

test('a file that cannot be read is told and the others are there', async () => {
  writeFileSync(join(folder, 'files/broken.docx'), 'PK\u0003\u0004 not a document');
  const { code, output, messages } = await build();

  expect([code, output]).toEqual([2, '文库共 2 份：新增 2，更新 0，移除 0，1 份读不了。\n']);
  expect(messages).toContain('files/broken.docx: ');
});

test('threads make the same library', async () => {
  for (let at = 0; at < 60; at++) writeFileSync(join(folder, `files/${at}.txt`), `${at}${WATER}`.repeat(50));
  await library('build', 'files', '--out', 'one.qzlib', '--concurrency', '1');
  await library('build', 'files', '--out', 'three.qzlib', '--concurrency', '3');

  expect(readFileSync(join(folder, 'three.qzlib'))).toEqual(readFileSync(join(folder, 'one.qzlib')));
});

/** A change that a file may suffer, and the code that names it. */
const FAULTS: readonly (readonly [name: string, code: string, spoil: (bytes: Buffer) => Buffer])[] = [
  ['cut off', 'truncated', (bytes) => bytes.subarray(0, bytes.length - 1)],
  ['cut in the middle', 'truncated', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['only a header', 'truncated', () => formatHeader()],
  ['empty', 'foreign', () => Buffer.alloc(0)],
  ['another format', 'foreign', () => Buffer.from('PK\u0003\u0004'.repeat(100))],
  ['of a newer version', 'newer', (bytes) => changed(bytes, 8, 9)],
  ['with a changed byte in the index', 'damaged', (bytes) => changed(bytes, bytes.indexOf('water.txt'), 0x57)],
  ['with a changed byte in the table', 'damaged', (bytes) => changed(bytes, bytes.lastIndexOf('sections'), 0x53)],
  ['with a changed byte in the text', 'damaged', (bytes) => changed(bytes, 16 + 60, 0xff)],
];

function changed(bytes: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = value;
  return copy;
}

test.each(FAULTS)('a library that is %s is refused as %s', async (name, code, spoil) => {
  await library('build', 'files', '--out', 'good.qzlib');
  // The text at the front must be the one that is asked for.
  rmSync(join(folder, 'files/2026'), { recursive: true });
  await library('build', 'files', '--out', 'a.qzlib');
  const spoilt = spoil(readFileSync(join(folder, 'a.qzlib')));
  writeFileSync(join(folder, 'a.qzlib'), spoilt);
  const searched = await library('search', 'town.txt', '-l', 'a.qzlib');

  expect([name, searched.code, searched.output]).toEqual([name, 2, '']);
  expect(searched.messages).toContain(`（${code}）`);
  if (name.endsWith('text')) return;
  // Nor is it replaced: it may be something else.
  expect((await build()).code).toBe(2);
  expect(readFileSync(join(folder, 'a.qzlib'))).toEqual(spoilt);
});

test('a program killed while it writes leaves the old library, and the next one clears up', async () => {
  await build();
  const old = readFileSync(join(folder, 'a.qzlib'));
  const writer = join(import.meta.dirname, '../testing/endless-library.ts');
  const child = spawn(process.execPath, [writer, join(folder, 'a.qzlib')], { stdio: ['ignore', 'pipe', 'inherit'] });
  // It says so when megabytes are written and the index is not.
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const [leftOver = ''] = readdirSync(folder).filter((name) => name.endsWith('.tmp'));

  expect(statSync(join(folder, leftOver)).size).toBeGreaterThan(old.length);
  expect(readFileSync(join(folder, 'a.qzlib'))).toEqual(old);
  writeFileSync(join(folder, 'files/new.txt'), TREES);
  expect((await build()).output).toBe('文库共 3 份：新增 1，更新 0，移除 0。\n');
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test.each([
  [[], '请写明 library build'],
  [['build'], '请写明 library build'],
  [['build', 'files'], '缺少 --out'],
  [['build', 'nowhere', '--out', 'a.qzlib'], '没有可以读的文件'],
  [['build', 'files', '--out', 'nowhere/a.qzlib'], '写不了文库文件（ENOENT）'],
  [['build', 'files', '--out', 'a.qzlib', '--top', '3'], 'library build 没有选项 --top'],
  [['search', 'town.txt'], '缺少 --library'],
  [['search', 'town.txt', '--library', 'none.qzlib'], '没有这个文件（not-found）'],
  [['search', 'none.txt', '--library', 'none.qzlib'], 'none.txt：没有这个文件或文件夹。（not-found）'],
  [['search', 'town.txt', '--libary', 'a.qzlib'], '是不是 --library？'],
])('%j is wrong usage', async (args, message) => {
  const { code, output, messages } = await library(...args);

  expect([code, output]).toEqual([2, '']);
  expect(messages).toContain(message);
});
