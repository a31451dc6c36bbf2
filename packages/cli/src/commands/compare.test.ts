import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommandLine } from '../command-line.ts';
import { type RecordedTerminal, recordTerminal } from '../testing/terminal.ts';

const CITY =
  '清河市人民政府办公室关于做好农村供水保障工作的通知\n各县（区）人民政府：\n各县（区）要划定千人以上集中供水工程水源保护范围，设置<警示>标识，每季度开展一次水质检测，发现问题及时处理。\n对老化失修、漏损严重的供水管网分批实施更新改造，资金由市级财政安排。\n';
const OTHER = '关于古树名木的通知\n各村：\n名木古树逐株挂牌建档，树冠投影范围内不得硬化地面。\n';
const folder = mkdtempSync(join(tmpdir(), 'qingzhuang-compare-'));

beforeAll(() => {
  writeFileSync(join(folder, 'city.txt'), CITY);
  writeFileSync(join(folder, 'county.txt'), CITY.replaceAll('清河市', '东山县').replace('每季度', '每月'));
  writeFileSync(join(folder, 'other.txt'), OTHER);
  writeFileSync(join(folder, 'empty.txt'), '');
});

afterAll(() => rmSync(folder, { recursive: true }));

async function compare(line: string, settings = {}): Promise<RecordedTerminal & { code: number }> {
  const terminal = recordTerminal({ directory: folder, ...settings });
  const code = await runCommandLine(['compare', ...line.split(' ').filter((word) => word !== '')], terminal);
  return { ...terminal, code };
}

test('the answer for scripts has each superior in the order given, with exact quotes', async () => {
  const { code, output } = await compare('county.txt --superior other.txt --superior city.txt --format json');
  const answer = JSON.parse(output()) as {
    superiors: { path: string; copiedShare: number; passages: { start: number; end: number; quote: string }[] }[];
  };
  const county = readFileSync(join(folder, 'county.txt'), 'utf8');

  expect(code).toBe(1);
  expect(answer).toMatchObject({ version: 1, subordinate: 'county.txt' });
  expect(answer.superiors.map(({ path }) => path)).toEqual(['other.txt', 'city.txt']);
  expect(answer.superiors[1]).toMatchObject({ raised: [{ metric: '频次', subordinate: { quote: '每月开展一次' } }] });
  for (const { start, end, quote } of answer.superiors[1]?.passages ?? []) expect(county.slice(start, end)).toBe(quote);
});

test.each([
  ['county.txt -s city.txt', 1],
  ['county.txt -s other.txt', 0],
])('%s ends with %i in every format', async (line, code) => {
  const codes = await Promise.all(['pretty', 'json', 'html'].map((format) => compare(`${line} -f ${format}`)));

  expect(codes.map((run) => run.code)).toEqual([code, code, code]);
});

test('people see the share, both wordings and what was raised', async () => {
  const { output } = await compare('county.txt -s city.txt');

  expect(output()).toMatch(/与 city\.txt 比：照抄 \d+%/u);
  expect(output()).toContain('频次：每季度开展一次 → 每月开展一次');
});

test('the page links each passage to its source and back, escapes the texts, and needs nothing else', async () => {
  const { code } = await compare('county.txt -s city.txt -f html -o page.html');
  const page = readFileSync(join(folder, 'page.html'), 'utf8');
  const anchors = Array.from(page.matchAll(/ id="([^"]+)"/gu), ([, id]) => id);

  expect(code).toBe(1);
  expect(anchors).toContain('s1-o1');
  for (const [, target] of page.matchAll(/href="#([^"]+)"/gu)) expect(anchors).toContain(target);
  expect(page).toContain('&lt;警示&gt;');
  expect(page).not.toMatch(/<script|https?:/u);
});

test('colour is for terminals', async () => {
  const line = 'county.txt -s city.txt';

  expect((await compare(line, { outIsTerminal: true })).output()).toContain('\u001B[');
  expect((await compare(`${line} --no-color`, { outIsTerminal: true })).output()).not.toContain('\u001B[');
});

test.each([
  ['', '请给出一份本级文件'],
  ['county.txt city.txt', '请给出一份本级文件'],
  ['county.txt', '请用 --superior'],
  ['county.txt --superor city.txt', '是不是 --superior？'],
  ['county.txt -s city.txt -f jsn', '是不是 json？'],
  ['county.txt -s nowhere.txt', 'nowhere.txt：没有这个文件或文件夹。（not-found）'],
  ['empty.txt -s city.txt', '（empty）'],
])('%j is wrong usage and prints no data', async (line, message) => {
  const { code, output, messages } = await compare(line);

  expect([code, output()]).toEqual([2, '']);
  expect(messages()).toContain(message);
});
