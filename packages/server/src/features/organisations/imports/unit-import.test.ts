import { describe, expect, test } from 'vitest';
import type { UnitRow } from '../unit.ts';
import { planImport } from './unit-import.ts';
import type { UnitLine } from './unit-table.ts';

const NOBODY = { foundedOn: null, endedOn: null } as const;
const COUNTY = '130102000000';
const units: readonly UnitRow[] = [
  { code: COUNTY, name: '清河县', level: 'county', nature: 'county', parent: null, ...NOBODY },
  { code: '130102000001', name: '教育局', level: 'county', nature: 'department', parent: COUNTY, ...NOBODY },
  {
    code: '130102000002',
    name: '物价局',
    level: 'county',
    nature: 'department',
    parent: COUNTY,
    ...NOBODY,
    endedOn: '2020-01-01',
  },
  { code: '130102100000', name: '河东镇', level: 'township', nature: 'township', parent: COUNTY, ...NOBODY },
  { code: '130102100201', name: '王家村', level: 'village', nature: 'village', parent: '130102100000', ...NOBODY },
  { code: '130102101000', name: '河西镇', level: 'township', nature: 'township', parent: COUNTY, ...NOBODY },
];

/** Lines from 2 on, each with code, name, nature and the unit above. */
function plan(
  ...lines: [code: string, name: string, nature?: string | undefined, parent?: string | undefined][]
): ReturnType<typeof planImport> {
  return planImport(
    lines.map(([code, name, nature = '', parent = ''], index): UnitLine => ({
      line: index + 2,
      code,
      name,
      nature,
      parent,
    })),
    units,
    '130102',
  );
}

describe('a line becomes', () => {
  test.each([
    [['', '审计局'], { code: '130102000003', nature: 'department' }],
    [['', '新村', '村', '河东镇'], { code: '130102100200', nature: 'village' }],
    [['', '新村', '村', '130102100000'], { code: '130102100200', nature: 'village' }],
    [['', '河南镇', '镇'], { code: '130102102000', nature: 'township' }],
    [['', '党政办', '内设机构', '河东镇'], { code: '130102100600', nature: 'internal-division' }],
    [['130102000050', '审计局'], { code: '130102000050', nature: 'department' }],
    [['130102001000', '新街'], { code: '130102001000', nature: 'subdistrict' }],
    [['130102100005', '新社区', '', '河东镇'], { code: '130102100005', nature: 'community' }],
    [['130102100300', '新村'], { code: '130102100300', nature: 'village' }],
    [['130102100700', '农技站'], { code: '130102100700', nature: 'institution' }],
  ] as const)('%j a new unit %j', (line, made) => {
    const [code, name, nature, parent] = line;

    expect(plan([code, name, nature, parent])).toEqual({
      create: [{ ...made, name, foundedOn: null }],
      update: [],
      ignored: 0,
      changes: [{ code: made.code, name, formerName: null }],
      conflicts: [],
    });
  });

  test.each([
    [['130102000001', '教体局'], { code: '130102000001', name: '教体局', nature: 'department' }],
    [['130102100201', '王家社区', '社区'], { code: '130102100201', name: '王家社区', nature: 'community' }],
    [['', '教育局', '事业单位'], { code: '130102000001', name: '教育局', nature: 'institution' }],
  ] as const)('%j a change %j', (line, change) => {
    const [code, name, nature] = line as readonly [string, string, string?];

    expect(plan([code, name, nature])).toMatchObject({ create: [], update: [change], conflicts: [] });
  });

  test('nothing when it says what is known', () => {
    expect(
      plan(['130102000001', '教育局', '部门', '清河县'], ['', '河东镇', '镇'], ['', '王家村', '村', '河东镇']),
    ).toEqual({
      create: [],
      update: [],
      ignored: 3,
      changes: [],
      conflicts: [],
    });
  });

  test.each([
    [['130102000009', ''], '缺少单位名称'],
    [['', '甲'.repeat(101)], '超过 100 个字'],
    [['', '=HYPERLINK("http://x")'], '不能以 = + - @ 开头'],
    [['', '审\ufffd局'], '无法辨认'],
    [['', '审\u0007局'], '控制字符'],
    [['1.30102E+11', '审计局'], '科学计数法'],
    [['13010200001', '审计局'], '不是 12 位数字'],
    [['130103000001', '审计局'], '不属于本县'],
    [['', '审计局', '公司'], '不认识单位性质'],
    [['130102000002', '物价局'], '已于 2020-01-01 撤并'],
    [['130102000009', '审计局', '部门', '河东镇'], '范围内'],
    [['130102000009', '审计局', '村'], '村、社区应在乡镇或街道之下'],
    [['130102000009', '审计局', '镇'], '乡镇、街道的代码'],
    [['130102000009', '审计局', '县'], '000000'],
    [['130102555201', '新村'], '没有上级 130102555000'],
    [['', '审计局', '部门', '教育局'], '之下不能再设单位'],
    [['', '审计局', '部门', '物价局'], '找不到上级'],
    [['', '新村', '村'], '村不能设在'],
    [['', '新镇', '镇', '河东镇'], '乡镇不能设在'],
    [['', '新县', '县'], '县本级须填代码'],
    [['130102000009', '教育局'], '已有“教育局”'],
    [['130102100000', '河西镇'], '已有“河西镇”'],
    [['130102100201', '王家村', '部门'], '不能改变单位的层级'],
  ] as const)('%j a conflict: %s', (line, reason) => {
    const [code, name, nature, parent] = line as readonly [string, string, string?, string?];

    expect(plan([code, name, nature, parent]).conflicts).toEqual([
      { line: 2, reason: expect.stringContaining(reason) as string },
    ]);
  });
});

describe('lines together', () => {
  test('may stand in any order, and lower ones may name higher ones of the same table', () => {
    const { create, conflicts } = plan(
      ['', '新村', '村', '河南镇'],
      ['130102200201', '另一村', '', '130102200000'],
      ['', '河南镇', '镇'],
      ['130102200000', '河北乡'],
    );

    expect(conflicts).toEqual([]);
    expect(create.map(({ code }) => code)).toEqual(['130102102200', '130102200201', '130102102000', '130102200000']);
  });

  test('do not take a code that a later line names', () => {
    const { create } = plan(['', '审计局'], ['130102000003', '统计局']);

    expect(create.map(({ code }) => code)).toEqual(['130102000004', '130102000003']);
  });

  test('may exchange two names', () => {
    expect(plan(['130102100000', '河西镇'], ['130102101000', '河东镇'])).toMatchObject({
      update: [{ name: '河西镇' }, { name: '河东镇' }],
      conflicts: [],
    });
  });

  test.each([
    [
      'with one code',
      [
        ['130102000009', '甲局'],
        ['130102000009', '乙局'],
      ],
      [3],
    ],
    [
      'that are one unit',
      [
        ['130102000001', '教育局'],
        ['', '教育局'],
      ],
      [3],
    ],
    [
      'with one new name',
      [
        ['', '审计局'],
        ['', '审计局'],
      ],
      [2, 3],
    ],
  ] as const)('%s are in conflict', (_, [first, second], lines) => {
    expect(plan([...first], [...second]).conflicts.map(({ line }) => line)).toEqual(lines);
  });

  test('that lie below each other in a circle are in conflict, each of them', () => {
    const { create, conflicts } = plan(
      ['', '甲镇', '镇', '乙镇'],
      ['', '乙镇', '镇', '甲镇'],
      ['', '丙镇', '镇', '丙镇'],
    );

    expect(create).toEqual([]);
    expect(conflicts).toEqual([
      { line: 2, reason: '上级互相循环' },
      { line: 3, reason: '上级互相循环' },
      { line: 4, reason: '上级互相循环' },
    ]);
  });

  test('below a line in conflict point to it', () => {
    expect(plan(['', '新村', '村', '河南镇'], ['999', '河南镇', '镇']).conflicts).toEqual([
      { line: 2, reason: '找不到上级“河南镇”' },
      { line: 3, reason: '代码“999”不是 12 位数字' },
    ]);
    expect(plan(['', '新村', '村', '河南镇'], ['', '河南镇', '镇', '河东镇']).conflicts[0]?.reason).toContain(
      '第 3 行',
    );
  });

  test('of a chain as long as the table end in a conflict, not in a crash', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => ['', `镇${index}`, '镇', `镇${index + 1}`] as const);

    expect(
      plan(
        ...chain.map(([code, name, nature, parent]): [string, string, string, string] => [code, name, nature, parent]),
      ).conflicts,
    ).toHaveLength(20_000);
  });

  // The square of their number takes longer than this test may.
  test('that name a unit which stands in thousands of lines are soon decided', { timeout: 10_000 }, () => {
    const towns = Array.from({ length: 10_000 }, (): [string, string] => ['', '河东镇']);
    const villages = Array.from({ length: 10_000 }, (_, index) => ['', `村${index}`, '村', '河东镇'] as const);

    const { conflicts } = plan(...towns, ...villages.map((line): [string, string, string, string] => [...line]));

    expect(conflicts.at(-1)?.reason).toBe('名为“河东镇”的上级有多个，请改填代码');
  });

  test('find no code where all are taken', () => {
    const lines = Array.from({ length: 998 }, (_, index): [string, string] => ['', `局${index}`]);

    const { create, conflicts } = plan(...lines);

    expect(create).toHaveLength(997);
    expect(conflicts).toEqual([{ line: 999, reason: '上级范围内的代码已用完' }]);
  });
});
