import { describe, expect, test } from 'vitest';
import { planChanges, readPlanLines, toPlanTable, type PlanEntry, type PlanFacts } from './plan-table.ts';

const HEADING = ['编号', '类别', '名称', '月份', '发起单位', '次数', '用时（分钟）'];
const LINE = ['HY-01', '会议', '春耕生产视频会', '3', '农业农村局', '1', '60'];
const entry: PlanEntry = {
  number: 'HY-01',
  kind: 'meeting',
  title: '春耕生产视频会',
  month: 3,
  issuer: '130101000011',
  count: 1,
  minutes: 60,
};
const facts: PlanFacts = {
  entries: [],
  units: [
    { code: '130101000011', name: '农业农村局' },
    { code: '130101000012', name: '水利局' },
    { code: '130101101201', name: '王家村' },
    { code: '130101102201', name: '王家村' },
  ],
};

function rows(...table: string[][]): { line: number; cells: string[] }[] {
  return table.map((cells, index) => ({ line: index + 1, cells }));
}

function changes(lines: string[][], known: Partial<PlanFacts> = {}): ReturnType<typeof planChanges> {
  return planChanges(readPlanLines(rows(HEADING, ...lines)), { ...facts, ...known });
}

/** The plain line with one cell changed. */
function withCell(column: number, cell: string): string[][] {
  return [LINE.with(column, cell)];
}

describe('a line', () => {
  test('becomes an item', () => {
    expect(changes([LINE])).toEqual({ created: [entry], updated: [], ignored: 0, conflicts: [] });
  });

  test('that says the same changes nothing', () => {
    expect(changes([LINE], { entries: [{ ...entry, used: 1 }] })).toMatchObject({
      created: [],
      updated: [],
      ignored: 1,
    });
  });

  test('that says something else changes the item', () => {
    const known = { entries: [{ ...entry, used: 0 }] };

    expect(changes(withCell(4, '水利局'), known).updated).toEqual([{ ...entry, issuer: '130101000012' }]);
  });

  test.each<[number, string, Partial<PlanEntry>]>([
    [1, '督查', { kind: 'inspection' }],
    [3, '３月', { month: 3 }],
    [3, '', { month: null }],
    [3, '12月份', { month: 12 }],
    [4, '130101000012', { issuer: '130101000012' }],
    [5, '', { count: 1 }],
    [5, '0', { count: 0 }],
    [5, '12次', { count: 12 }],
    [6, '', { minutes: null }],
    [6, '90分钟', { minutes: 90 }],
  ])('with %i as %j is read', (column, cell, change) => {
    expect(changes(withCell(column, cell)).created).toEqual([{ ...entry, ...change }]);
  });

  test.each<[number, string, string]>([
    [0, '', '缺少编号'],
    [0, '=1+1', '编号不能以 = + - @ 开头'],
    [2, '@SUM(A1)', '名称不能以 = + - @ 开头'],
    [2, '＝cmd', '名称不能以 = + - @ 开头'],
    [2, '会\u202e议', '名称中有无法辨认的字'],
    [2, '长'.repeat(201), '名称超过 200 个字'],
    [1, '宴会', '不认识类别“宴会”，可填会议、文件、报表、督检考、任务、平台群组、挂牌、创建达标'],
    [3, '13', '月份“13”应为 1 至 12，不定的留空'],
    [3, '0', '月份“0”应为 1 至 12，不定的留空'],
    [4, '气象局', '没有发起单位“气象局”'],
    [4, '王家村', '有几个单位叫“王家村”，请填单位代码'],
    [5, '-1', '次数“-1”应为 0 至 10000 的整数'],
    [5, '1.5', '次数“1.5”应为 0 至 10000 的整数'],
    [5, '10001', '次数“10001”应为 0 至 10000 的整数'],
    [5, '1e3', '次数“1e3”应为 0 至 10000 的整数'],
    [6, '-60', '用时“-60”应为不小于 0 的整数分钟'],
    [6, '9'.repeat(40), `用时“${'9'.repeat(30)}…”应为不小于 0 的整数分钟`],
  ])('with %i as %j is a conflict', (column, cell, reason) => {
    expect(changes(withCell(column, cell)).conflicts).toEqual([{ line: 2, reason }]);
  });

  test('with the number of an earlier one is a conflict', () => {
    expect(changes([LINE, LINE]).conflicts).toEqual([{ line: 3, reason: '编号与第 2 行重复' }]);
  });

  test('may not take back what was used', () => {
    const known = { entries: [{ ...entry, count: 3, used: 2 }] };

    expect(changes(withCell(5, '1'), known).conflicts).toEqual([{ line: 2, reason: '已用 2 次，次数不能少于它' }]);
    expect(changes(withCell(5, '2'), known).conflicts).toEqual([]);
    expect(changes(withCell(4, '水利局'), known).conflicts).toEqual([
      { line: 2, reason: '已经使用过的计划项不能改单位和类别' },
    ]);
  });
});

test('a title above the heading and blank lines are passed over', () => {
  const table = rows(['2026 年会议计划'], HEADING, ['', '', '', '', '', '', ''], LINE);

  expect(planChanges(readPlanLines(table), facts).created).toEqual([entry]);
});

test('a table without heading says what is missing', () => {
  expect(planChanges(readPlanLines(rows(LINE)), facts).conflicts).toEqual([
    { line: 1, reason: '没有找到表头，应有“编号、类别、名称、发起单位”各列' },
  ]);
});

test('an export is read again', () => {
  const items = [entry, { ...entry, number: 'HY-02', month: null, minutes: null, count: 0 }];

  expect(planChanges(readPlanLines(rows(...toPlanTable(items))), facts).created).toEqual(items);
});
