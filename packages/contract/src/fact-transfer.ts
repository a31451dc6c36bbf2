/** How facts come in and go out in bulk: registers of departments, and the county's other systems. */
import { z } from 'zod';
import { ElementKey, Entity } from './catalogue-words.ts';
import { endpoint } from './endpoint.ts';
import { KEEPERS, MOST_ELEMENTS, purpose, SourceKind, Subject, Value } from './fact-shapes.ts';
import { pageInput, pageOf } from './page.ts';
import { Day, Id, Instant, line, UnitCode } from './values.ts';

/** A register of fifty thousand rows and a dozen columns as an XLSX file has some ten megabytes. */
const MOST_REGISTER_BYTES = 32 * 1024 * 1024;
const LONGEST_TABLE = 20_000_000;
const LONGEST_CODE = 60;
const MOST_PUSHED = 2000;
const MOST_ASKED = 2000;
/** So many faults are told one by one; the count tells of all. */
export const MOST_FAULTS_SHOWN = 500;
/** An identity number of a person, a unit code of a village, else the number that the county's own papers give. */
const Code = line(LONGEST_CODE);

/** A cell that was not taken, and why. */
const CellFault = z.object({
  line: z.int().describe('表格中的行号，从 1 起；推送时为第几个对象'),
  column: z.string().nullable().describe('表头；整行有误时为 null'),
  reason: z.string(),
});
export type CellFault = z.infer<typeof CellFault>;

export const WriteReport = z
  .object({
    applied: z.boolean().describe('已写入；试运行时为 false'),
    created: z.int(),
    updated: z.int(),
    ignored: z.int().describe('与现有的值相同；其中日期更近的已更新日期'),
    confirmed: z.int().describe('ignored 之中更新了日期的'),
    conflicts: z.int().describe('与现有的值不一致，交数源单位裁定'),
    faultCount: z.int(),
    faults: z.array(CellFault).describe(`没有写入的行和单元格，至多 ${MOST_FAULTS_SHOWN} 处`),
  })
  .meta({ id: 'FactWriteReport' });
export type WriteReport = z.infer<typeof WriteReport>;

export const RegisterImport = z
  .object({
    ...WriteReport.shape,
    rows: z.int().describe('表中的对象数'),
    newSubjects: z.int(),
    columns: z.array(
      z.object({
        column: z.string(),
        element: ElementKey.nullable().describe('没有对应元素的列不导入'),
        name: z.string().nullable(),
        confidence: z.number(),
      }),
    ),
  })
  .meta({ id: 'RegisterImport', description: '台账导入的结果' });
export type RegisterImport = z.infer<typeof RegisterImport>;

const register = {
  unit: UnitCode.describe('台账属于哪个单位；县本级的代码表示全县，表中须有村或单位代码一列'),
  entity: Entity,
  name: line(60).describe('来源的名称，如“民政局低保台账”'),
  asOf: Day.describe('台账截至哪一天，不能晚于今天'),
  by: UnitCode.describe('以哪个单位的名义导入'),
  columns: z
    .record(z.string().max(100), ElementKey.nullable())
    .exactOptional()
    .describe('表头到元素的对应，用来改正自动识别的；null 为不导入这一列'),
  dryRun: z.boolean().describe('true 时只报告，不写入'),
};

const RegisterText = z
  .strictObject({ ...register, text: z.string().min(1).max(LONGEST_TABLE) })
  .meta({ id: 'RegisterText' });
const RegisterFile = z
  .strictObject({ ...register, file: z.file().describe('XLSX、XLS、ODS 或 CSV（UTF-8、GB18030）') })
  .meta({ id: 'RegisterFile' });
export type RegisterRequest = z.infer<typeof RegisterText> | z.infer<typeof RegisterFile>;

export const importRegister = endpoint('POST /api/v1/facts/registers', {
  summary: '导入台账：列自动对应到数据元素；先试运行，看清新增、更新、冲突和有误的单元格，再写入。',
  access: KEEPERS,
  input: RegisterText,
  upload: RegisterFile,
  mostBytes: MOST_REGISTER_BYTES,
  reply: RegisterImport,
  confidential: true,
  refusals: ['unknown-unit', 'encrypted', 'damaged', 'unsupported', 'empty', 'took-too-long', 'malformed-form'],
});

export const FactBatch = z
  .object({
    id: z.int(),
    kind: SourceKind,
    name: z.string(),
    unit: UnitCode.describe('以哪个单位的名义'),
    demand: Id.nullable(),
    created: z.int(),
    updated: z.int(),
    confirmed: z.int(),
    conflicts: z.int(),
    at: Instant,
  })
  .meta({ id: 'FactBatch', description: '一次写入' });
export type FactBatch = z.infer<typeof FactBatch>;

export const listFactBatches = endpoint('GET /api/v1/facts/batches', {
  summary: '历次写入：谁以哪个单位的名义、从哪个来源、写了多少；最近的在前。',
  access: 'signed-in',
  input: z.strictObject({ ...pageInput, kind: SourceKind.exactOptional() }),
  reply: pageOf(FactBatch),
});

const PushedSubject = z.strictObject({
  entity: Entity,
  code: Code.describe('人为身份证号；其他为户号、编码等'),
  unit: UnitCode.exactOptional().describe('所在的村或乡镇；新对象必填'),
  values: z.record(ElementKey, Value),
});

export const FactPush = z
  .strictObject({
    by: UnitCode.describe('以哪个单位的名义'),
    name: line(60).describe('来源系统的名称'),
    asOf: Day,
    subjects: z.array(PushedSubject).min(1).max(MOST_PUSHED),
    dryRun: z.boolean(),
  })
  .meta({ id: 'FactPush' });
export type FactPush = z.infer<typeof FactPush>;

export const pushFacts = endpoint('POST /api/v1/facts', {
  summary: '县里的系统推送数据；逐值核对类型，与现有的值冲突的交数源单位裁定。',
  access: KEEPERS,
  input: FactPush,
  mostBytes: MOST_REGISTER_BYTES,
  reply: WriteReport,
  confidential: true,
  refusals: ['unknown-unit'],
});

export const FactAnswer = z
  .object({
    items: z.array(Subject),
    withheld: z
      .array(z.object({ element: ElementKey, why: z.enum(['closed', 'no-grant', 'unknown']) }))
      .describe('没有给出的元素：不予共享、没有授权、目录中没有'),
    unknown: z.int().describe('没有查到的对象数'),
  })
  .meta({ id: 'FactAnswer' });
export type FactAnswer = z.infer<typeof FactAnswer>;

export const FactQuery = z
  .strictObject({
    by: UnitCode.describe('以哪个单位的名义，授权给它的元素才给出'),
    entity: Entity,
    elements: z.array(ElementKey).min(1).max(MOST_ELEMENTS),
    codes: z.array(Code).min(1).max(MOST_ASKED).exactOptional(),
    unit: UnitCode.exactOptional().describe('与 codes 二选一：这个单位的全部对象'),
    purpose,
  })
  .refine(({ codes, unit }) => (codes === undefined) !== (unit === undefined), 'codes 与 unit 须给一个，也只给一个')
  .meta({ id: 'FactQuery' });
export type FactQuery = z.infer<typeof FactQuery>;

export const queryFacts = endpoint('POST /api/v1/facts/queries', {
  summary: '县里的系统按编码或按单位查询，只给共享属性和授权准许的元素；用途记入审计。',
  access: KEEPERS,
  input: FactQuery,
  reply: FactAnswer,
  confidential: true,
  refusals: ['unknown-unit'],
});
