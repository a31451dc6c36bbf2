import { catalogue, facts, organisations } from '@qingzhuang/contract';
import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../../../testing/app.ts';
import { openCounty } from '../../../testing/county-world.ts';

const testApp = await useTestApp();
const county = await openCounty(testApp, '130102');
const { town, village, bureau, otherVillage } = county.units;
const office = await county.actor('office', county.units.office);
const clerk = await county.actor('bearer-clerk', village);
const townClerk = await county.actor('bearer-clerk', town);
const drafter = await county.actor('drafter', bureau);
await office.call(catalogue.installStarter);

const GOOD = '110101195001011230';
/** The last sign as GB 11643 has it. */
function withCheck(number: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number.charAt(index)), 0);
  return number.slice(0, 17) + '10X98765432'.charAt(sum % 11);
}
const [ANNA, BORIS] = [withCheck(GOOD), withCheck('110101196003072220')];

const HEAD = { unit: village, entity: 'person', name: '户籍台账', asOf: '2026-03-01', by: village } as const;

function importText(lines: readonly string[], more: object = {}): Promise<facts.RegisterImport> {
  const request = { ...HEAD, dryRun: false, text: lines.join('\n'), ...more };
  return clerk.call(facts.importRegister, request) as Promise<facts.RegisterImport>;
}

describe('a register', () => {
  const LINES = [
    '村民信息登记表,,,',
    '序号,姓名,身份证号,联系电话',
    `1,安娜,${ANNA},13800138000`,
    `2,鲍里斯,${BORIS},13900139000`,
  ];

  test('is tried first, and tells which column is which and what would become of it', async () => {
    const report = await importText(LINES, { dryRun: true });

    expect(report).toMatchObject({ applied: false, rows: 2, newSubjects: 2, created: 6, conflicts: 0, faultCount: 0 });
    expect(report.columns.map(({ column, element }) => [column, element])).toEqual([
      ['序号', null],
      ['姓名', 'person.name'],
      ['身份证号', 'person.identity-number'],
      ['联系电话', 'person.phone'],
    ]);
    const ask = { unit: village, entity: 'person', purpose: '核对' } as const;
    expect((await clerk.call(facts.listSubjects, ask)).items).toEqual([]);
  });

  test('is taken in, and a second time changes nothing', async () => {
    expect(await importText(LINES)).toMatchObject({ applied: true, created: 6, newSubjects: 2 });
    expect(await importText(LINES)).toMatchObject({
      applied: true,
      created: 0,
      updated: 0,
      ignored: 6,
      newSubjects: 0,
    });
  });

  test('in a workbook is the same register', async () => {
    const cells = utils.aoa_to_sheet(LINES.map((line) => line.split(',')));
    const bytes: unknown = write({ SheetNames: ['表'], Sheets: { 表: cells } }, { type: 'array', bookType: 'xlsx' });
    const file = new File([bytes as ArrayBuffer], '台账.xlsx');

    expect(await clerk.call(facts.importRegister, { ...HEAD, dryRun: false, file })).toMatchObject({
      ...{ created: 0, updated: 0, ignored: 6 },
    });
  });
});

describe('a cell that holds no value', () => {
  test('is told with its row, its column and the reason, and the others are taken', async () => {
    const report = await importText([
      '姓名,身份证号,性别,联系电话',
      `卡拉,1.10101E+17,女,13700137000`,
      `朵拉,${withCheck('110101197005053330')},女女,1370013`,
      `安娜,${ANNA},女,13800138000`,
      `安娜,${ANNA},女,13800138000`,
      ',,,',
      '合计,4,,',
    ]);

    expect(report.faults.map(({ line, column }) => [line, column])).toEqual([
      [2, '身份证号'],
      [3, '性别'],
      [3, '联系电话'],
      [5, '身份证号'],
    ]);
    expect(report.faults[0]?.reason).toContain('当成数字');
    expect(report.faults[3]?.reason).toBe('与第 4 行是同一个');
    expect(report).toMatchObject({ rows: 2, newSubjects: 1, faultCount: 4 });
  });

  test.each([
    ['no heading', '1,2\n3,4', '没有找到表头'],
    ['no column that tells people apart', '姓名,联系电话\n安娜,13800138000', '认出对象的一列'],
  ])('in a table with %s is told as such', async (_, text, reason) => {
    const report = await importText([text]);

    expect(report.created).toBe(0);
    expect(report.faults[0]?.reason).toContain(reason);
  });
});

describe('a register of several villages', () => {
  test('names the village of each row by code or by name, and a name that several have is asked about', async () => {
    const units = (await office.call(organisations.listUnits, {})).items;
    function nameOf(code: string): string {
      return units.find((unit) => unit.code === code)?.name ?? '';
    }
    const lines = [
      '姓名,身份证号,所在村',
      `安娜,${ANNA},${nameOf(village)}`,
      `新人,${withCheck('110101198001011230')},${village}`,
    ];
    const request = {
      ...HEAD,
      unit: town,
      by: town,
      dryRun: true,
      text: [...lines, `某人,${BORIS},没有的村`].join('\n'),
    };
    const report = await townClerk.call(facts.importRegister, request);

    expect(report).toMatchObject({ rows: 2, newSubjects: 1 });
    expect(report.faults).toMatchObject([{ line: 4, column: '所在单位', reason: '范围内没有单位“没有的村”' }]);
  });

  test('of a body of the county fills only what it owns, and finds its people by a number that it does not own', async () => {
    const name = await office.call(catalogue.readElement, { key: 'person.name' });
    const naming = { key: 'person.name', owner: bureau, reason: '一数一源' };
    await office.call(catalogue.nameOwner, naming, { ifMatch: name.version });
    const text = `姓名,身份证号,联系电话\n安娜,${ANNA},13600136000`;
    const report = await drafter.call(facts.importRegister, { ...HEAD, by: bureau, dryRun: true, text });

    expect(report.columns.map(({ element }) => element)).toEqual(['person.name', 'person.identity-number', null]);
    expect(report).toMatchObject({ rows: 1, newSubjects: 0, created: 0, conflicts: 0, ignored: 1, faultCount: 0 });
  });

  test('is no village’s to bring in for another', async () => {
    const text = `姓名,身份证号\n安娜,${ANNA}`;
    await expect(
      clerk.call(facts.importRegister, { ...HEAD, by: otherVillage, dryRun: true, text }),
    ).rejects.toMatchObject({
      code: 'not-allowed',
    });
    const report = await clerk.call(facts.importRegister, { ...HEAD, unit: otherVillage, dryRun: true, text });
    expect(report).toMatchObject({ created: 0 });
  });
});
