import { utils, write } from '@e965/xlsx';
import { organisations } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { useTestApp } from '../../../testing/app.ts';

const { app, owner, signInAs } = await useTestApp();

const COUNTY = '130102000000';
const administrator = await signInAs('administrator', COUNTY);

beforeEach(async () => {
  await owner.transaction().execute(async (tx) => {
    // Past the trigger that keeps every name.
    await sql`set local session_replication_role = replica`.execute(tx);
    await sql`truncate former_name`.execute(tx);
    await sql`delete from audit_entry where source = 'former_name'`.execute(tx);
    await sql`delete from unit where code <> ${COUNTY}`.execute(tx);
  });
});

const TABLE = `单位代码,单位名称,单位性质,上级单位
130102100000,河东镇,乡镇,
130102100201,王家村,村,河东镇
,教育局,部门,
,卫生健康局,部门,清河县政府`;

function send(content: BlobPart, dryRun = false, name = '单位.csv'): Promise<organisations.UnitImport> {
  const file = new File([content], name);
  return administrator.call(organisations.importUnits, { file, dryRun }) as Promise<organisations.UnitImport>;
}

async function paste(text: string, dryRun = false): Promise<organisations.UnitImport> {
  return (await administrator.call(organisations.importUnits, { text, dryRun })) as organisations.UnitImport;
}

async function listNames(): Promise<Record<string, string>> {
  const { units } = await administrator.call(organisations.readUnitTree, {});
  return Object.fromEntries(units.map(({ code, name }) => [code, name]));
}

/** With the county's own name, which the test county was founded with. */
const good = TABLE.replace('清河县政府', '测试县130102');

const IMPORTED = {
  [COUNTY]: '测试县130102',
  '130102000001': '教育局',
  '130102000002': '卫生健康局',
  '130102100000': '河东镇',
  '130102100201': '王家村',
};

function workbookOf(rows: unknown[][]): Uint8Array<ArrayBuffer> {
  const book = {
    SheetNames: ['说明', '单位'],
    Sheets: { 说明: utils.aoa_to_sheet([['请勿外传']]), 单位: utils.aoa_to_sheet(rows) },
  };
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

describe('an import', () => {
  test('is tried first: the report is the same, and nothing is written', async () => {
    const changes = Object.entries(IMPORTED)
      .filter(([code]) => code !== COUNTY)
      .map(([code, name]) => ({ code, name, formerName: null }));
    const counts = {
      created: 4,
      updated: 0,
      ignored: 0,
      changes: expect.arrayContaining(changes) as unknown,
      conflicts: [],
    };

    expect(await paste(good, true)).toEqual({ applied: false, ...counts });
    expect(await listNames()).toEqual({ [COUNTY]: '测试县130102' });
    const done = await paste(good);
    expect(organisations.UnitImport.parse(done)).toEqual({ applied: true, ...counts });
    expect(await listNames()).toEqual(IMPORTED);
  });

  test('repeated changes nothing, though it does not say the codes', async () => {
    await paste(good);

    expect(await paste(good)).toEqual({
      applied: true,
      created: 0,
      updated: 0,
      ignored: 4,
      changes: [],
      conflicts: [],
    });
    expect(await listNames()).toEqual(IMPORTED);
  });

  test('with one line in conflict writes none', async () => {
    const report = await paste(TABLE);

    expect(report).toMatchObject({ applied: false, conflicts: [{ line: 5, reason: '找不到上级“清河县政府”' }] });
    expect(await listNames()).toEqual({ [COUNTY]: '测试县130102' });
  });

  test('of another name is a renaming from today, and the former name stays', async () => {
    await paste(good);
    const report = await paste('代码,名称\n130102000001,教育体育局');

    expect(report).toMatchObject({
      applied: true,
      updated: 1,
      changes: [{ code: '130102000001', name: '教育体育局', formerName: '教育局' }],
    });
    expect(await administrator.call(organisations.readUnit, { code: '130102000001' })).toMatchObject({
      name: '教育体育局',
      version: 2,
      formerNames: [{ name: '教育局', until: '2026-03-05' }],
    });
    await paste('代码,名称\n130102000001,教体局');
    expect(await administrator.call(organisations.readUnit, { code: '130102000001' })).toMatchObject({
      name: '教体局',
      formerNames: [{ name: '教育局', until: '2026-03-05' }],
    });
  });

  test('without a heading says what is missing', async () => {
    expect(await paste('130102000001,教育局')).toMatchObject({
      applied: false,
      conflicts: [{ line: 1, reason: '没有找到表头，应有“单位名称”一列' }],
    });
  });

  test('twice at once makes each unit once', async () => {
    const reports = await Promise.all([paste(good), paste(good)]);

    expect(reports.map(({ created }) => created).toSorted()).toEqual([0, 4]);
    expect(await listNames()).toEqual(IMPORTED);
  });
});

describe('a file may be', () => {
  test('UTF-8 with or without mark', async () => {
    expect(await send(`\ufeff${good}`, true)).toMatchObject({ created: 4, conflicts: [] });
    expect(await send(good, true)).toMatchObject({ created: 4, conflicts: [] });
  });

  test('GB18030, as spreadsheets in China write it', async () => {
    // 单位名称, 教育局, 垚川𠃰, the last two with characters that GB2312 does not have
    const bytes = '\xb5\xa5\xce\xbb\xc3\xfb\xb3\xc6\r\n\xbd\xcc\xd3\xfd\xbe\xd6\r\n\x88\x90\xb4\xa8\x95\x32\x9a\x36';
    const file = Uint8Array.from(bytes, (character) => character.charCodeAt(0));

    expect(await send(file)).toMatchObject({ applied: true, created: 2 });
    expect(Object.values(await listNames())).toContain('垚川𠃰');
  });

  test('UTF-8 cut within a character: the line is named, no broken name is written', async () => {
    const bytes = new TextEncoder().encode(`${good}\n,审计局`);
    const cut = bytes.slice(0, -1);

    expect(await send(cut)).toMatchObject({
      applied: false,
      conflicts: [{ line: 6, reason: '名称中有无法辨认的字' }],
    });
  });

  test('a workbook, with codes as text or as numbers', async () => {
    const rows = [
      ['清河县单位名录'],
      ['单位代码', '单位名称', '单位性质', '上级单位'],
      [130102100000, '河东镇', '乡镇', ''],
      ['130102100201', '王家村', '村', 130102100000],
      ['', '教育局', '部门', ''],
      ['', '卫生健康局', '', ''],
    ];

    expect(await send(workbookOf(rows), false, '单位.xlsx')).toMatchObject({ applied: true, created: 4 });
    expect(await listNames()).toEqual(IMPORTED);
  });

  test('no workbook of several such tables: which one is meant?', async () => {
    const sheet = utils.aoa_to_sheet([['单位名称'], ['教育局']]);
    const book = { SheetNames: ['甲', '乙'], Sheets: { 甲: sheet, 乙: sheet } };
    const file = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);

    expect(await send(file, false, '单位.xlsx')).toMatchObject({
      applied: false,
      conflicts: [{ line: 1, reason: '工作簿中有几个工作表都有“单位名称”一列，请只留一个' }],
    });
  });

  test('no table longer than any county needs', async () => {
    const lines = Array.from({ length: 20_001 }, () => '教育局');

    expect(await paste(`单位名称\n${lines.join('\n')}`)).toMatchObject({
      conflicts: [{ line: 1, reason: '超过 20000 行，请分成几份' }],
    });
  });

  test.each([
    ['no table', '%PDF-1.4', 'damaged'],
    ['plain bytes', new Uint8Array([0, 1, 2, 3, 4, 5, 6, 7]), 'unsupported'],
    ['a broken package', 'PK\u0003\u0004 and no more', 'damaged'],
    ['nothing', '', 'empty'],
    ['a page', '<!doctype html><html><body><table><tr><td>单位名称</td></tr></table></body></html>', 'unsupported'],
  ])('refused as %s', async (_, content, code) => {
    await expect(send(content)).rejects.toMatchObject({ code });
  });
});

describe('what looks like a formula', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x","甲")', "=cmd|'/c calc'!A1", '＝1+1'])(
    'is no name: %s',
    async (name) => {
      expect(await paste(`单位名称\n"${name.replaceAll('"', '""')}"`)).toMatchObject({
        applied: false,
        conflicts: [{ line: 2, reason: '名称不能以 = + - @ 开头' }],
      });
    },
  );

  test('is not computed in a workbook: what stands there is taken, and never more', async () => {
    const sheet = utils.aoa_to_sheet([['单位名称'], ['教育局']]);
    sheet['A3'] = { t: 's', f: 'CONCATENATE("审","计局")', v: '审计局' };
    sheet['!ref'] = 'A1:A3';
    const book = { SheetNames: ['单位'], Sheets: { 单位: sheet } };
    const file = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);

    expect(await send(file, false, '单位.xlsx')).toMatchObject({ applied: true, created: 2 });
    expect(Object.values(await listNames())).toEqual(['测试县130102', '教育局', '审计局']);
  });

  test('is guarded in an export, should it have come in another way', async () => {
    await sql`
      insert into unit (county, code, name, level, nature, parent)
      values ('130102', '130102000001', '=1+1', 'county', 'department', ${COUNTY})`.execute(owner);

    expect(await administrator.call(organisations.exportUnits)).toContain("\r\n130102000001,'=1+1,部门,");
  });
});

describe('an export', () => {
  test('is imported again and changes nothing', async () => {
    await paste(good);
    const csv = await administrator.call(organisations.exportUnits);
    const workbook = await administrator.call(organisations.exportUnitWorkbook);

    expect(csv).toMatch(/^单位代码,单位名称,单位性质,上级单位\r\n130102000000,测试县130102,县（市、区）,\r\n/u);
    const unchanged = { applied: true, created: 0, updated: 0, ignored: 5, changes: [], conflicts: [] };
    expect(await send(csv)).toEqual(unchanged);
    expect(await send(new Uint8Array(workbook), false, 'units.xlsx')).toEqual(unchanged);
  });

  test('is a file to keep', async () => {
    const response = await app.request('/api/v1/units/export.csv', { headers: { cookie: administrator.cookie } });

    expect(response.headers.get('content-disposition')).toBe('attachment; filename="units.csv"');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    // Spreadsheets in China take a file without this mark for GBK.
    expect([...new Uint8Array(await response.arrayBuffer())].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
  });
});

test('ten thousand lines are imported in a few seconds', async () => {
  const towns = Array.from({ length: 50 }, (_, town) => `1301022${String(town).padStart(2, '0')}000,镇${town},乡镇,`);
  const villages = towns.flatMap((line) =>
    Array.from({ length: 199 }, (_, village) => `,村${village},村,${line.slice(0, 12)}`),
  );
  const began = performance.now();

  const report = await paste(['单位代码,单位名称,单位性质,上级单位', ...towns, ...villages].join('\n'));

  expect(report).toMatchObject({ applied: true, created: 10_000, updated: 0, ignored: 0, conflicts: [] });
  expect(report.changes).toHaveLength(500);
  expect(performance.now() - began).toBeLessThan(10_000);
});
