/** Organisations: the tree of units of a county. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { pageInput, pageOf } from './page.ts';
import type { Role } from './role.ts';
import { Day, line, UnitCode } from './values.ts';

const administrators: readonly Role[] = ['administrator'];

/** A list of a county's units with a column or two of remarks stays far below. */
const MOST_FILE_BYTES = 16 * 1024 * 1024;
const LONGEST_TABLE = 2_000_000;

export const UnitNature = z
  .enum([
    ...(['county', 'township', 'subdistrict', 'village', 'community', 'general-office', 'department'] as const),
    ...(['coordination-body', 'office', 'internal-division', 'institution'] as const),
  ])
  .meta({ id: 'UnitNature', description: '单位性质' });
export type UnitNature = z.infer<typeof UnitNature>;

/** The word that pages and tables show. */
export const natureNames = {
  county: '县（市、区）',
  township: '乡镇',
  subdistrict: '街道',
  village: '村',
  community: '社区',
  'general-office': '党政办公室',
  department: '部门',
  'coordination-body': '议事协调机构',
  office: '减负办',
  'internal-division': '内设机构',
  institution: '事业单位',
} as const satisfies Record<UnitNature, string>;

export const UnitLevel = z
  .enum(['county', 'township', 'village'])
  .meta({ id: 'UnitLevel', description: '层级：县、乡、村' });
export type UnitLevel = z.infer<typeof UnitLevel>;

const LONGEST_NAME = 100;

/** A name never looks like a formula to a spreadsheet, and holds no sign that could not be read. */
export const UnitName = line(LONGEST_NAME)
  .refine((name) => !/^[=+\-@＝＋－＠]/u.test(name), '名称不能以 = + - @ 开头')
  .refine((name) => !name.includes('\ufffd'), '名称中有无法辨认的字')
  .meta({ id: 'UnitName', description: '单位名称' });

const unit = {
  code: UnitCode,
  name: z.string(),
  level: UnitLevel,
  nature: UnitNature,
  parent: UnitCode.nullable().describe('上级单位；县本级为 null'),
};

/** A unit as lists show it. */
export const UnitSummary = z
  .object({ ...unit, endedOn: Day.nullable().describe('撤并之日；仍在的为 null') })
  .meta({ id: 'UnitSummary' });
export type UnitSummary = z.infer<typeof UnitSummary>;

export const Unit = z
  .object({
    ...UnitSummary.shape,
    version: z.int().describe('本单位或其直接下级每有变动加一'),
    foundedOn: Day.nullable().describe('设立之日；不详的为 null'),
    successor: UnitCode.nullable().describe('并入的单位'),
    formerNames: z
      .array(z.object({ name: z.string(), until: Day.describe('从这一天起改用下一个名称') }).meta({ id: 'FormerName' }))
      .describe('曾用名，由近到远'),
    children: z.array(UnitSummary).describe('直接下级，不含已撤并的'),
  })
  .meta({ id: 'Unit', description: '单位' });
export type Unit = z.infer<typeof Unit>;

export const UnitPlan = z
  .strictObject({
    name: UnitName,
    nature: UnitNature,
    parent: UnitCode,
    code: UnitCode.exactOptional().describe('缺省时在上级的范围内自动编码'),
    foundedOn: Day.exactOptional().describe('缺省为今天，不能晚于今天'),
  })
  .meta({ id: 'UnitPlan', description: '新设单位' });
export type UnitPlan = z.infer<typeof UnitPlan>;

const byCode = z.strictObject({ code: UnitCode });

export const UnitFilter = z.strictObject({
  ...pageInput,
  within: UnitCode.exactOptional().describe('只列这个单位和它的各级下级'),
  level: UnitLevel.exactOptional(),
  nature: UnitNature.exactOptional(),
  q: line(50).exactOptional().describe('名称或曾用名中依次出现的字，如“卫健局”可找到“卫生健康局”'),
  ended: z.enum(['true', 'false']).exactOptional().describe('true 时也列已撤并的'),
});
export type UnitFilter = z.infer<typeof UnitFilter>;

export const listUnits = endpoint('GET /api/v1/units', {
  summary: '本县单位，按代码即按树的次序排列；有 q 时按名称相近程度排列。',
  access: 'signed-in',
  input: UnitFilter,
  reply: pageOf(UnitSummary),
});

export const readUnitTree = endpoint('GET /api/v1/units/tree', {
  summary: '本县（或 of 及其下级）的全部单位，上级在前、下级紧随其后，一次给齐。',
  access: 'signed-in',
  input: z.strictObject({ of: UnitCode.exactOptional() }),
  reply: z.object({ units: z.array(z.object(unit).meta({ id: 'UnitNode' })) }),
  refusals: ['no-such-record'],
});

export const readUnit = endpoint('GET /api/v1/units/:code', {
  summary: '一个单位：层级、性质、曾用名、直接下级。',
  access: 'signed-in',
  input: byCode,
  reply: Unit,
  versioned: true,
  refusals: ['no-such-record'],
});

export const createUnit = endpoint('POST /api/v1/units', {
  summary: '新设单位。',
  access: administrators,
  input: UnitPlan,
  reply: Unit,
  refusals: ['already-exists', 'unknown-unit'],
});

export const renameUnit = endpoint('POST /api/v1/units/:code/rename', {
  summary: '从某天起改名；此前的事项仍显示原名。',
  access: administrators,
  input: z
    .strictObject({
      code: UnitCode,
      name: UnitName,
      from: Day.describe('不能晚于今天；与现名启用日相同时视为更正'),
      nature: UnitNature.exactOptional().describe('同时改变性质，如撤镇设街道、村改社区'),
    })
    .meta({ id: 'UnitRenaming' }),
  reply: Unit,
  versioned: true,
  refusals: ['no-such-record', 'already-exists', 'wrong-state'],
});

export const mergeUnit = endpoint('POST /api/v1/units/:code/merge', {
  summary: '并入同级的另一个单位；乡镇所辖的村和社区随之划转，编入新代码。',
  access: administrators,
  input: z
    .strictObject({ code: UnitCode, into: UnitCode, on: Day.describe('不能晚于今天') })
    .meta({ id: 'UnitMerger' }),
  reply: Unit,
  versioned: true,
  refusals: ['no-such-record', 'unknown-unit', 'already-exists', 'wrong-state'],
});

export const dissolveUnit = endpoint('POST /api/v1/units/:code/dissolve', {
  summary: '撤销单位；还有下级的不能撤销。',
  access: administrators,
  input: z.strictObject({ code: UnitCode, on: Day.describe('不能晚于今天') }).meta({ id: 'UnitDissolution' }),
  reply: Unit,
  versioned: true,
  refusals: ['no-such-record', 'wrong-state', 'units-below'],
});

/** So many changes are shown one by one; the counts tell of all. */
export const MOST_CHANGES_SHOWN = 500;

/** What an import has done, or would do. */
export const UnitImport = z
  .object({
    applied: z.boolean().describe('已写入；试运行或有冲突时为 false，一条也不写'),
    created: z.int(),
    updated: z.int(),
    ignored: z.int().describe('与现有内容相同'),
    changes: z
      .array(
        z.object({ code: UnitCode, name: z.string(), formerName: z.string().nullable().describe('新增的为 null') }),
      )
      .describe(`新增和变更的单位，至多 ${MOST_CHANGES_SHOWN} 个`),
    conflicts: z.array(z.object({ line: z.int().describe('表格中的行号，从 1 起'), reason: z.string() })),
  })
  .meta({ id: 'UnitImport', description: '导入结果' });
export type UnitImport = z.infer<typeof UnitImport>;

const dryRun = z.boolean().describe('true 时只报告，不写入');

const UnitTableText = z
  .strictObject({ text: z.string().min(1).max(LONGEST_TABLE), dryRun })
  .meta({ id: 'UnitTableText' });
export type UnitTableText = z.infer<typeof UnitTableText>;

const UnitTableFile = z
  .strictObject({ file: z.file().describe('XLSX、XLS、ODS 或 CSV（UTF-8、GB18030）'), dryRun })
  .meta({ id: 'UnitTableFile' });
export type UnitTableFile = z.infer<typeof UnitTableFile>;

export const importUnits = endpoint('POST /api/v1/units/import', {
  summary: '由表格导入单位：列为单位代码、单位名称、单位性质、上级单位，代码可留空由系统编制。',
  access: administrators,
  input: UnitTableText,
  upload: UnitTableFile,
  mostBytes: MOST_FILE_BYTES,
  reply: UnitImport,
  refusals: ['encrypted', 'damaged', 'unsupported', 'empty', 'took-too-long', 'malformed-form'],
});

export const importDivisions = endpoint('POST /api/v1/units/import-divisions', {
  summary: '导入本县的乡镇、街道、村和社区（国家统计局公布的区划）；已有的单位不变。',
  access: administrators,
  input: z.strictObject({ dryRun }),
  reply: UnitImport,
  refusals: ['no-such-division', 'no-division-data'],
});

export const exportUnits = endpoint('GET /api/v1/units/export.csv', {
  summary: '本县单位的 CSV 表格，可原样再导入。',
  access: administrators,
  reply: z.string(),
  media: 'text/csv',
});

export const exportUnitWorkbook = endpoint('GET /api/v1/units/export.xlsx', {
  summary: '本县单位的 XLSX 工作簿，可原样再导入；代码为文本，不会被改成科学计数法。',
  access: administrators,
  reply: z.instanceof(Uint8Array),
  media: 'application/octet-stream',
});
