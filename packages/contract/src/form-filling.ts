/**
 * The bearers' side of a form: known values stand there with source and date, what did not change is confirmed with one
 * tap, and the sender gets his own workbook.
 *
 * A page reads the whole form in one request (`readFill`), keeps it offline, and sends what was done as one ordered list
 * of edits (`editFill`). Each edit has an event id of the client's making: sent twice it is done once. Nothing is lost:
 * a value that another clerk has changed meanwhile comes back as a conflict with both values.
 */
import { z } from 'zod';
import { endpoint, type Endpoint } from './endpoint.ts';
import { FillState } from './fill-state.ts';
import { FormField } from './form-field.ts';
import { pageInput, pageOf } from './page.ts';
import type { RefusalCode } from './refusal.ts';
import type { Role } from './role.ts';
import { Day, Id, Instant, paragraphs, UnitCode } from './values.ts';

export { FillState } from './fill-state.ts';

const MOST_EDITS = 1000;
const MOST_VALUE = 5000;

/**
 * `empty`: nothing known, to be filled. `prefilled`: brought by the system, nobody has looked yet. `confirmed`: brought
 * by the system, somebody said it is right. `changed`: brought by the system and corrected; `prefilled` of the cell holds
 * what was brought. `typed`: nothing was known, somebody has filled it in. `computed`: the form works it out itself. `optional`: an
 * empty place for remarks, of which nobody is asked.
 */
export const CellState = z
  .enum(['empty', 'prefilled', 'confirmed', 'changed', 'typed', 'computed', 'optional'])
  .meta({ id: 'CellState', description: '一格的状态：空、带出未看、已核对、已更正、已填、表内自算、备注可空' });
export type CellState = z.infer<typeof CellState>;

export const Cell = z
  .object({
    value: z.string().describe('照这张表要的写法；空格为空串'),
    state: CellState,
    source: z.int().exactOptional().describe('来源：sources 的下标；不是带出的没有'),
    prefilled: z.string().exactOptional().describe('更正前带出的值'),
    fault: z.string().exactOptional().describe('哪里不对，一句话；有它就还不能送出'),
    doubt: z.string().exactOptional().describe('像是不对，请再看一眼；不妨碍送出'),
    suggestion: z.string().exactOptional().describe('多半是想写的值，一点即换'),
    conflict: z.string().exactOptional().describe('另一位经办同时写下、没有采用的值：再写一次即了结'),
  })
  .meta({ id: 'Cell', description: '一格' });
export type Cell = z.infer<typeof Cell>;

/** Where values were taken from; most cells of a form share a few. */
export const CellSource = z
  .object({
    says: z.string().describe('如“县民政局登记”“上次填报”'),
    asOf: Day.describe('截至哪一天'),
    isFresh: z.boolean().describe('false：已过更新周期，请留意'),
  })
  .meta({ id: 'CellSource', description: '数据来源' });
export type CellSource = z.infer<typeof CellSource>;

export const FillRow = z
  .object({
    row: z.string().describe('行的编号'),
    form: z.int().describe('文件中第几张表，从 0 起'),
    name: z.string().nullable().describe('这一行是谁；空白行为 null'),
    isAdded: z.boolean().describe('经办人加的行'),
    removed: z.string().nullable().describe('划掉的原因；没有划掉的为 null'),
    cells: z.array(Cell).describe('与该表的 fields 一一对应'),
    seen: z.string().exactOptional().describe('代表这一行此刻带出的内容；加的行、已送出的没有'),
  })
  .meta({ id: 'FillRow', description: '一行' });
export type FillRow = z.infer<typeof FillRow>;

export const FillForm = z
  .object({
    form: z.int(),
    sheet: z.string().nullable(),
    title: z.string().nullable(),
    shape: z.enum(['list', 'card', 'matrix']),
    populationSays: z.string().describe('每一行是谁'),
    mayAddRows: z.boolean().describe('可以加行、划行'),
    fields: z.array(FormField).describe('起草人留下的栏'),
  })
  .meta({ id: 'FillForm' });
export type FillForm = z.infer<typeof FillForm>;

const progress = {
  rows: z.int().describe('不含划掉的'),
  cells: z.int().describe('不含自算的'),
  prefilled: z.int().describe('带出未看'),
  confirmed: z.int(),
  changed: z.int(),
  typed: z.int(),
  empty: z.int(),
  faults: z.int(),
  conflicts: z.int(),
};

export const Fill = z
  .object({
    demand: Id,
    unit: UnitCode,
    unitName: z.string(),
    ask: z.string(),
    title: z.string(),
    issuerName: z.string(),
    dueAt: Instant.nullable(),
    usedUntil: Day.nullable().describe('数据用到哪一天'),
    needsApproval: z.boolean(),
    state: FillState,
    version: z.int().describe('每次变动加一；与手里的相同就不必再读'),
    words: z.string().nullable().describe('乡镇退改时的话，或重新打开的原因'),
    sentOn: Day.nullable(),
    minutesBefore: z.number().describe('全部手填约几分钟'),
    minutesNow: z.number().describe('现在约几分钟'),
    progress: z.object(progress),
    sources: z.array(CellSource),
    forms: z.array(FillForm),
    rows: z.array(FillRow).describe('500 行以内一次给全'),
    next: z.string().nullable().describe('行没有给全时，用它读其余的行'),
    seen: z.string().exactOptional().describe('代表此刻带出的全部内容；送出时交回，县里的数据变了就不会错核'),
    mayEdit: z.boolean(),
    maySubmit: z.boolean(),
    mayReopen: z.boolean(),
    mayApprove: z.boolean(),
  })
  .meta({ id: 'Fill', description: '一个承接单位的一张表，已带出' });
export type Fill = z.infer<typeof Fill>;

/** More rows of a form; their sources are numbered anew. */
export const FillRows = Fill.pick({ rows: true, sources: true, next: true }).meta({
  id: 'FillRows',
  description: '一张表其余的行；source 是这一页 sources 的下标',
});
export type FillRows = z.infer<typeof FillRows>;

/** What the form says and the county's facts did not take over. */
export const NotTaken = z
  .object({
    row: z.string(),
    field: z.string().describe('为空串的是整行'),
    says: z.string().describe('为什么，一句话'),
  })
  .meta({ id: 'NotTaken', description: '已送出、但没有写进县里数据的一格' });
export type NotTaken = z.infer<typeof NotTaken>;

/** What a form has come to; the rows are read again with `readFill` when the version differs from the one at hand. */
export const FillStanding = z
  .object({
    demand: Id,
    unit: UnitCode,
    state: FillState,
    version: z.int(),
    words: z.string().nullable(),
    sentOn: Day.nullable(),
    progress: z.object(progress),
    notTaken: z.array(NotTaken).exactOptional().describe('送出时没有写进县里数据的格，最多 50 个'),
  })
  .meta({ id: 'FillStanding', description: '一张表办到哪一步' });
export type FillStanding = z.infer<typeof FillStanding>;

const BEARERS: readonly Role[] = ['bearer-clerk', 'unit-lead'];
const ISSUERS: readonly Role[] = ['drafter', 'unit-lead', 'office'];

const ofUnit = { unit: UnitCode, demand: Id };
const Cursor = z.string().min(1).max(500).describe('回复中的 next');

export const readFill = endpoint('GET /api/v1/inbox/:unit/:demand/form', {
  summary: '一张表的全部内容，已带出；存下来可以离线办。事项没有附表时为 no-such-record。每次读取都记入查阅记录。',
  access: BEARERS,
  input: z.strictObject(ofUnit),
  reply: Fill,
  refusals: ['no-such-record'],
});

export const readFillRows = endpoint('GET /api/v1/inbox/:unit/:demand/form/rows', {
  summary: '一张表其余的行；每次读取都记入查阅记录。',
  access: BEARERS,
  input: z.strictObject({ ...ofUnit, cursor: Cursor }),
  reply: FillRows,
  refusals: ['no-such-record'],
});

const RowId = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[\w.:-]+$/u);
const Value = z.string().max(MOST_VALUE);
const FieldKey = z.string().max(20);

const Seen = z.string().max(100);
/** One thing that a clerk did. `saidAt`: when, where it was done offline. */
const edit = { event: Id.describe('由客户端生成；同一个编号只办一次'), saidAt: Instant.exactOptional() };

export const FillEdit = z
  .discriminatedUnion('do', [
    z.strictObject({
      ...edit,
      do: z.literal('write'),
      row: RowId,
      field: FieldKey,
      value: Value.describe('照手写的样子；空串为清空'),
      base: Value.describe('写之前看到的值'),
    }),
    z.strictObject({
      ...edit,
      do: z.literal('confirm'),
      rows: z.array(RowId).min(1).max(MOST_EDITS).describe('这些行里带出的都对'),
      seen: z
        .array(Seen)
        .max(MOST_EDITS)
        .exactOptional()
        .describe('这些行读到的 seen，与 rows 一一对应；带出的内容已变时都不算核对'),
    }),
    z.strictObject({
      ...edit,
      do: z.literal('add-row'),
      form: z.int().min(0),
      row: Id.describe('由客户端生成的行编号'),
    }),
    z.strictObject({
      ...edit,
      do: z.literal('remove-row'),
      row: RowId,
      reason: z.enum(['not-asked', 'moved', 'died', 'not-ours', 'listed-twice', 'added-by-mistake', 'other']),
      words: paragraphs(200).exactOptional(),
    }),
    z.strictObject({ ...edit, do: z.literal('restore-row'), row: RowId }),
  ])
  .meta({ id: 'FillEdit', description: '经办人的一步：写一格、核对几行、加行、划行、恢复' });
export type FillEdit = z.infer<typeof FillEdit>;

/**
 * `done`: taken. `conflict`: another clerk wrote the cell first; it keeps his value, and this one stands beside it as
 * `conflict`; of rows that are confirmed: what was brought has changed since it was `seen`, nothing is confirmed. `no-such-place`: row or
 * field is not in this form any more. A repeated event gives its first outcome.
 */
export const EditOutcome = z
  .object({
    event: Id,
    outcome: z.enum(['done', 'conflict', 'no-such-place']),
    cell: Cell.exactOptional().describe('写格之后的样子，冲突时为现在的样子；source 不在其中'),
  })
  .meta({ id: 'EditOutcome' });
export type EditOutcome = z.infer<typeof EditOutcome>;

export const editFill = endpoint('POST /api/v1/inbox/:unit/:demand/form/edits', {
  summary: '按次序办一批编辑；断网时攒下的一起送。值不合要求也存下，注明哪里不对。',
  access: BEARERS,
  input: z.strictObject({ ...ofUnit, edits: z.array(FillEdit).min(1).max(MOST_EDITS) }).meta({ id: 'FillEdits' }),
  reply: z.object({
    version: z.int(),
    outcomes: z.array(EditOutcome).describe('与 edits 一一对应'),
  }),
  refusals: ['no-such-record', 'wrong-state'],
});

const deed = { ...ofUnit, ...edit };

export const submitFill = fillStep(
  'submit',
  '送出：没有改的一并算核对过。须经乡镇的先到乡镇；否则事项即已答复，数据回写。有不对的格子时为 invalid-input，逐格指出；交回的 seen 已旧时为 stale。',
  z.strictObject({ ...deed, seen: Seen.exactOptional().describe('读到的 seen') }).meta({ id: 'FillSubmission' }),
  ['stale'],
);

export const reopenFill = fillStep(
  'reopen',
  '重新打开：系统代办的不对，或送出后发现有误。改好再送。',
  z.strictObject({ ...deed, words: paragraphs(500).exactOptional() }).meta({ id: 'FillReopening' }),
);

export const approveFill = fillStep('approve', '乡镇核过，送出。', z.strictObject(deed).meta({ id: 'FillApproval' }));

export const sendBackFill = fillStep(
  'send-back',
  '乡镇请村里改，说明改哪里。',
  z.strictObject({ ...deed, words: paragraphs(500) }).meta({ id: 'FillSentBack' }),
);

export const exportFill = endpoint('GET /api/v1/inbox/:unit/:demand/form/workbook', {
  summary: '照发起单位原表填好的文件。',
  access: BEARERS,
  input: z.strictObject(ofUnit),
  reply: z.instanceof(Uint8Array<ArrayBuffer>),
  media: 'application/octet-stream',
  refusals: ['no-such-record', 'busy', 'took-too-long'],
});

export const exportFills = endpoint('GET /api/v1/demands/:id/form/workbook', {
  summary: '已送出的数据，按单位依次填在发起单位的原表里；给出 unit 时只有这一个单位的。',
  access: ISSUERS,
  input: z.strictObject({ id: Id, unit: UnitCode.exactOptional() }),
  reply: z.instanceof(Uint8Array<ArrayBuffer>),
  media: 'application/octet-stream',
  refusals: ['no-such-record', 'busy', 'took-too-long'],
});

export const AwaitingFill = z
  .object({
    demand: Id,
    title: z.string(),
    ask: z.string(),
    unit: UnitCode,
    unitName: z.string(),
    submittedAt: Instant,
    rows: z.int(),
    changed: z.int().describe('更正和新填的格数'),
  })
  .meta({ id: 'AwaitingFill' });
export type AwaitingFill = z.infer<typeof AwaitingFill>;

export const listAwaitingFills = endpoint('GET /api/v1/forms/awaiting', {
  summary: '等本乡镇核的表，先到的在前。',
  access: BEARERS,
  input: z.strictObject({ ...pageInput, unit: UnitCode.describe('乡镇') }),
  reply: pageOf(AwaitingFill),
  refusals: ['no-such-record'],
});

/** What is done with a whole form: one verb. The same event twice is done once. */
function fillStep<Input extends { unit: string; demand: string; event: string }>(
  name: string,
  summary: string,
  input: z.ZodType<Input>,
  refusals: readonly RefusalCode[] = [],
): Endpoint<Input, FillStanding> {
  return endpoint(`POST /api/v1/inbox/:unit/:demand/form/${name}`, {
    summary,
    access: BEARERS,
    input,
    reply: FillStanding,
    refusals: ['no-such-record', 'wrong-state', 'key-reused', ...refusals],
  });
}
