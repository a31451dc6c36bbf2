import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommandLine } from '../command-line.ts';
import { recordTerminal } from '../testing/terminal.ts';

const WATER =
  '对千人以上集中供水工程划定水源保护范围，设置警示标识，每季度开展一次水质检测，检测结果在村务公开栏公布，发现问题及时处理。';
const PIPES = '对老化失修、漏损严重的供水管网分批实施更新改造，资金由县级财政统筹安排，不向村民收取入户以外的费用。';
const TREES = '名木古树逐株挂牌建档，树冠投影范围内不得硬化地面，枯枝由专业队伍在雨季之前修剪。';

const CITY = `清州市水利局关于做好农村供水工作的通知\n各县（市、区）水利局：\n${WATER}${PIPES}\n清州市水利局\n2026年3月2日\n`;
const NEIGHBOUR = `白塔县水利局关于做好农村供水工作的通知\n各乡镇：\n${WATER}${PIPES}另行安排。\n白塔县水利局\n2026年3月5日\n`;
const COUNTY = `清河县水利局关于做好农村供水工作的通知\n各乡镇：\n${WATER.replace('每季度', '每月')}${PIPES}\n清河县水利局\n2026年3月9日\n`;
const OWN = `清河县林业局关于古树保护的通知\n各乡镇：\n${TREES}\n清河县林业局\n2026年3月9日\n`;

const folder = mkdtempSync(join(tmpdir(), 'qingzhuang-check-library-'));

beforeAll(async () => {
  mkdirSync(join(folder, 'shelf/city'), { recursive: true });
  mkdirSync(join(folder, 'drafts'));
  writeFileSync(join(folder, 'shelf/city/water.txt'), CITY);
  writeFileSync(join(folder, 'shelf/neighbour.txt'), NEIGHBOUR);
  for (let copy = 0; copy < 20; copy++) writeFileSync(join(folder, `drafts/${copy}.txt`), COUNTY);
  writeFileSync(join(folder, 'county.txt'), COUNTY);
  writeFileSync(join(folder, 'own.txt'), OWN);
  const code = await runCommandLine(
    ['library', 'build', 'shelf', '--out', 'a.qzlib'],
    recordTerminal({ directory: folder }),
  );
  expect(code).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true }));

async function check(...args: readonly string[]): Promise<{ code: number; output: string; messages: string }> {
  const terminal = recordTerminal({ directory: folder });
  const code = await runCommandLine(['check', ...args], terminal);
  return { code, output: terminal.output(), messages: terminal.messages() };
}

interface Report {
  readonly files: readonly {
    readonly ok: boolean;
    readonly error?: { readonly code: string };
    readonly superior?: { readonly path: string; readonly copiedShare: number } | null;
    readonly findings?: readonly { readonly ruleId: string; readonly quote: string }[];
  }[];
}

async function checkJson(...args: readonly string[]): Promise<Report & { code: number }> {
  const { code, output } = await check(...args, '--format', 'json');
  return { ...(JSON.parse(output) as Report), code };
}

test('a document is held against the superior’s that it was taken from, not against a neighbour’s', async () => {
  const { files } = await checkJson('county.txt', '--library', 'a.qzlib');
  const [file] = files;

  expect(file?.superior?.path).toBe('city/water.txt');
  expect(file?.superior?.copiedShare).toBeGreaterThan(0.8);
  expect(file?.findings?.map(({ ruleId }) => ruleId)).toEqual(
    expect.arrayContaining(['lineage/copied', 'task/target-raised']),
  );
});

test('a document that was taken from nothing is told so, and one without a library says nothing', async () => {
  const { files } = await checkJson('own.txt', '--library', 'a.qzlib');
  const without = await checkJson('county.txt');

  expect(files[0]?.superior).toBe(null);
  expect(files[0]?.findings?.filter(({ ruleId }) => ruleId.startsWith('lineage/'))).toEqual([]);
  expect(without.files[0]).not.toHaveProperty('superior');
});

test.each(['pretty', 'markdown', 'html', 'sarif'])(
  'the report names the document of the library in %s',
  async (format) => {
    const { output } = await check('county.txt', '--library', 'a.qzlib', '--format', format);

    expect(output).toContain('city/water.txt');
  },
);

test('threads find the same in the memory that they share', async () => {
  const one = await checkJson('drafts', '--library', 'a.qzlib', '--concurrency', '1');
  const three = await checkJson('drafts', '--library', 'a.qzlib', '--concurrency', '3');

  expect(one.files.map(({ superior }) => superior?.path)).toEqual(Array<string>(20).fill('city/water.txt'));
  expect(three.files).toEqual(one.files);
});

test('a library that is cut off is refused before anything is checked', async () => {
  const whole = readFileSync(join(folder, 'a.qzlib'));
  writeFileSync(join(folder, 'short.qzlib'), whole.subarray(0, whole.length - 1));
  const { code, output, messages } = await check('county.txt', '--library', 'short.qzlib');

  expect([code, output]).toEqual([2, '']);
  expect(messages).toContain('用不了 short.qzlib：不完整，可能没有复制完（truncated）');
});

test('a damaged text of the library leaves the file unchecked, with a code', async () => {
  const bytes = readFileSync(join(folder, 'a.qzlib'));
  bytes.fill(0xff, 16 + 40, 16 + 60);
  writeFileSync(join(folder, 'spoilt.qzlib'), bytes);
  const { code, files } = await checkJson('county.txt', '--library', 'spoilt.qzlib');

  expect(code).toBe(2);
  expect(files).toEqual([expect.objectContaining({ ok: false })]);
  expect(files[0]?.error?.code).toBe('library-damaged');
});
