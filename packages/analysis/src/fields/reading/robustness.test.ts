import { expect, test } from 'vitest';
import { gridSource } from '../../testing/grid-source.ts';
import { readForms } from './read-forms.ts';

const WORDS = [
  '',
  '',
  '',
  '姓名',
  '序号',
  '1',
  '合计',
  '填表人：',
  '□是 □否',
  '农户登记表',
  '注：按实填写。',
  '面积（亩）',
  '一、',
  '年 月 日',
  '____亩',
];
const MERGES = ['A1:C1', 'A2:A4', 'B2:D3', 'C3:E3', 'A1:E9', 'D4:D8'];

/** The same draws in every run. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state;
  };
}

test('any grid is read without an error, and its fields lie within reach of the sheet', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const draw = draws(seed);
    const rows = Array.from({ length: draw() % 12 }, () =>
      Array.from({ length: draw() % 8 }, () => WORDS[draw() % WORDS.length] ?? ''),
    );
    const merges = MERGES.filter(() => draw() % 3 === 0);
    const draft = { rows, merges, ...(seed % 2 === 0 && { sheet: '表' }) };
    for (const { fields, rows: lines } of readForms(gridSource(draft))) {
      expect(fields.every(({ label, row, column }) => label.length > 0 && row <= 14 && column <= 10)).toBe(true);
      if (lines !== null) expect(lines.first).toBeLessThanOrEqual(lines.last);
    }
  }
});

test('a register of 20,000 rows is a list of all of them, read in a moment', () => {
  const header = ['序号', '姓名', '电话', ...Array.from({ length: 17 }, (_, at) => `金额${at}`)];
  const row = ['1', '张三', '', ...Array.from({ length: 17 }, (_, at) => (at % 3 === 0 ? '12.5' : ''))];
  const source = gridSource({
    sheet: '表',
    rows: [['补贴登记表'], header, ...Array.from({ length: 20_000 }, () => row)],
  });
  const start = performance.now();
  const [form] = readForms(source);
  expect(performance.now() - start).toBeLessThan(5000);
  expect(form).toMatchObject({ shape: 'list', rows: { first: 3, last: 20_002 } });
  expect(form?.fields).toHaveLength(20);
});

test('thousands of lines before a table take no more than their share of time', () => {
  const lines = Array.from({ length: 20_000 }, (_, at) => [`注：第${at}条，按实填写。`]);
  const start = performance.now();
  expect(readForms(gridSource({ sheet: '表', rows: [...lines, ['姓名', '电话'], ['', '']] }))).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(5000);
});
