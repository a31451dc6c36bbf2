/**
 * Forms of demands: what a workbook asks, what of it the county already holds, and what asking it again would cost.
 *
 * The drafter's way: `attachForm` reads the file and meets it with the catalogue; `decideForm` settles what is uncertain
 * (as often as he likes, while the demand may be revised); `assessForm` says what it costs and what would cost less. The
 * bearer's way is in `form-filling.ts`.
 */
import { z } from 'zod';
import { ElementKey, Entity } from './catalogue.ts';
import { Interval } from './check.ts';
import { endpoint } from './endpoint.ts';
import { Derivation, FormField } from './form-field.ts';
import type { Role } from './role.ts';
import { Day, Id, line, UnitCode } from './values.ts';

export * from './form-field.ts';
export * from './form-filling.ts';

const MOST_FILE_BYTES = 32 * 1024 * 1024;
const MOST_FIELDS = 2000;
const MOST_FORMS = 50;
const MOST_CONDITIONS = 5;

/**
 * `known`: met an element; `ask`: may be one of `candidates`, the drafter has to say which, or none; `new`: nothing in the
 * catalogue answers it, so its use has to be stated; `computed`: the form works it out itself; `remark`: a place for whoever
 * has something to add, of which nobody is asked.
 */
export const FieldCertainty = z.enum(['known', 'ask', 'new', 'computed', 'remark']);
export type FieldCertainty = z.infer<typeof FieldCertainty>;

export const LayoutField = z
  .object({
    ...FormField.shape,
    cell: z.string().describe('原表中的位置，如 C4'),
    certainty: FieldCertainty,
    confidence: z.number().describe('对得上的把握，0 至 1'),
    candidates: z
      .array(
        z.object({
          element: z.string(),
          name: z.string(),
          derived: Derivation.nullable(),
          confidence: z.number(),
        }),
      )
      .describe('拿不准时最像的三个，最像的在前'),
    isDecided: z.boolean().describe('起草人已经定过'),
    keep: z.boolean().describe('false：起草人已删去这一栏，不再请承接单位填'),
    use: z.string().nullable().describe('新增字段作什么用'),
  })
  .meta({ id: 'LayoutField', description: '表中的一栏，以及起草人怎么定的' });
export type LayoutField = z.infer<typeof LayoutField>;

const Condition = z
  .strictObject({
    element: ElementKey,
    derived: Derivation.nullable(),
    is: z.enum(['equals', 'at-least', 'at-most']),
    value: z.string().trim().min(1).max(100).describe('规范写法：数为十进制，日期为 YYYY-MM-DD，是否为 true、false'),
  })
  .meta({ id: 'PopulationCondition', description: '一个条件，如年龄不小于 60' });

/**
 * Who the rows are. `subjects`: one row for each subject of that kind in the bearer's area that meets all conditions;
 * `unit`: the bearer itself, one row; `blank`: nobody knows them beforehand, bearers add rows.
 */
export const Population = z
  .strictObject({
    rows: z.enum(['subjects', 'unit', 'blank']),
    entity: Entity.nullable().describe('rows 为 subjects 时必填'),
    conditions: z.array(Condition).max(MOST_CONDITIONS),
  })
  .refine(({ rows, entity }) => rows !== 'subjects' || entity !== null, {
    path: ['entity'],
    error: '请说明每一行是什么：人、户、房屋……',
  })
  .meta({ id: 'Population', description: '每一行是谁' });
export type Population = z.infer<typeof Population>;

export const LayoutForm = z
  .object({
    form: z.int().describe('文件中第几张表，从 0 起'),
    sheet: z.string().nullable(),
    title: z.string().nullable(),
    shape: z.enum(['list', 'card', 'matrix']).describe('list 一行一个对象；card 一张一个对象；matrix 行列交叉'),
    marks: z
      .object({
        formNo: z.string().nullable(),
        maker: z.string().nullable(),
        approvalNo: z.string().nullable(),
        validUntil: z.string().nullable(),
      })
      .describe('法定标识四项，表上没有的为 null'),
    population: Population,
    populationSays: z.string().describe('每一行是谁，一句话，如“60 周岁以上的人”'),
    populationDecided: z.boolean().describe('false：由标题和表头推定，请起草人核对'),
    fields: z.array(LayoutField),
  })
  .meta({ id: 'LayoutForm' });
export type LayoutForm = z.infer<typeof LayoutForm>;

export const FormLayout = z
  .object({
    demand: Id,
    version: z.int().describe('事项的版本：每改一次加一，改时用 If-Match 带上'),
    file: z.object({ sha256: z.string(), name: z.string() }),
    forms: z.array(LayoutForm),
    needsApproval: z.boolean().describe('村里填好后须乡镇核一遍'),
    usedUntil: z.string().nullable().describe('数据用到哪一天，YYYY-MM-DD；null 为未说明'),
    toDecide: z.array(z.string()).describe('还要起草人定的字段编号：拿不准的，和没写用途的新字段'),
    mayDecide: z.boolean().describe('本人现在可以改'),
  })
  .meta({ id: 'FormLayout', description: '事项所附的表：认出的字段和起草人的决定' });
export type FormLayout = z.infer<typeof FormLayout>;

const ISSUERS: readonly Role[] = ['drafter', 'unit-lead', 'office'];

export const readFormLayout = endpoint('GET /api/v1/demands/:id/form', {
  summary: '事项所附的表：字段、与数据目录的对应、起草人的决定。没有附表时为 no-such-record。',
  access: 'signed-in',
  input: z.strictObject({ id: Id }),
  reply: FormLayout,
  versioned: true,
  refusals: ['no-such-record'],
});

const READING_REFUSALS = ['encrypted', 'damaged', 'unsupported', 'empty', 'took-too-long', 'no-form'] as const;

export const attachForm = endpoint('PUT /api/v1/demands/:id/form', {
  summary:
    '附上一张表（XLSX、DOCX 等），读出字段并与数据目录对应，重新筛查；也可以指明用事项已有的附件。再附一次即替换。',
  access: ISSUERS,
  input: z
    .strictObject({
      id: Id,
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .describe('事项已有附件的 SHA-256'),
    })
    .meta({ id: 'FormOfDemandFile' }),
  upload: z.strictObject({ id: Id, file: z.file() }).meta({ id: 'FormUpload' }),
  mostBytes: MOST_FILE_BYTES,
  reply: FormLayout,
  versioned: true,
  refusals: ['no-such-record', 'wrong-state', ...READING_REFUSALS],
});

export const FormDecisions = z
  .strictObject({
    id: Id,
    fields: z
      .array(
        z.strictObject({
          key: z.string().max(20),
          element: ElementKey.nullable().exactOptional().describe('null：目录里没有，是新字段'),
          derived: Derivation.nullable().exactOptional().describe('与 element 同送；缺省取候选中的'),
          keep: z.boolean().exactOptional(),
          use: line(200).nullable().exactOptional(),
        }),
      )
      .max(MOST_FIELDS)
      .exactOptional(),
    forms: z
      .array(z.strictObject({ form: z.int().min(0).max(MOST_FORMS), population: Population }))
      .max(MOST_FORMS)
      .exactOptional(),
    needsApproval: z.boolean().exactOptional(),
    usedUntil: Day.nullable().exactOptional(),
  })
  .meta({ id: 'FormDecisions' });
export type FormDecisions = z.infer<typeof FormDecisions>;

export const decideForm = endpoint('PUT /api/v1/demands/:id/form/decisions', {
  summary:
    '起草人的决定：字段对应哪个元素、留不留、作什么用，每一行是谁，是否经乡镇，用到何时。只送改动的；对应关系全县从此记住。',
  access: ISSUERS,
  input: FormDecisions,
  reply: FormLayout,
  versioned: true,
  refusals: ['no-such-record', 'wrong-state'],
});

export const removeForm = endpoint('DELETE /api/v1/demands/:id/form', {
  summary: '去掉附表，重新筛查。',
  access: ISSUERS,
  input: z.strictObject({ id: Id }),
  reply: z.object({ id: Id, version: z.int() }),
  versioned: true,
  refusals: ['no-such-record', 'wrong-state'],
});

/** What the county holds of one field, for the subjects of this demand. */
export const AssessedField = z
  .object({
    key: z.string(),
    label: z.array(z.string()),
    verdict: z
      .enum(['held', 'partly-held', 'not-held', 'unsure', 'computed', 'remark', 'dropped'])
      .describe('县里有且新鲜、只有一部分、没有、拿不准、表内自算、备注、已删去'),
    element: z.string().nullable(),
    elementName: z.string().nullable(),
    owner: z.string().nullable().describe('数据由谁维护'),
    isDerived: z.boolean(),
    share: z.number().describe('县里有新鲜数据的对象占多少，0 至 1'),
    asOf: z.string().nullable().describe('其中最旧的截至日，YYYY-MM-DD'),
    use: z.string().nullable(),
  })
  .meta({ id: 'AssessedField' });
export type AssessedField = z.infer<typeof AssessedField>;

/** A form with the same fields, running or stopped. */
export const AlikeForm = z
  .object({
    demand: Id,
    title: z.string(),
    issuerName: z.string(),
    shared: z.array(z.string()).describe('相同的字段'),
    share: z.number().describe('相同字段占本表字段的份额，0 至 1'),
    endedOn: z.string().nullable().describe('停用的日子；在用的为 null'),
  })
  .meta({ id: 'AlikeForm' });
export type AlikeForm = z.infer<typeof AlikeForm>;

export const FormSuggestion = z
  .object({
    do: z
      .enum(['drop', 'prefill', 'query', 'merge'])
      .describe('drop 删去这些栏；prefill 由系统带出只核对；query 不发表、直接从库里取；merge 与另一张表合并'),
    says: z.string().describe('一句话'),
    fields: z.array(z.string()).describe('涉及的字段编号'),
    with: Id.nullable().describe('与哪个事项合并'),
    minutesSaved: Interval.describe('每个承接单位一次少用几分钟'),
    hoursSaved: Interval.describe('全部承接单位一年少用几小时'),
    isDone: z.boolean().describe('系统已照此办（如已带出）'),
  })
  .meta({ id: 'FormSuggestion' });
export type FormSuggestion = z.infer<typeof FormSuggestion>;

export const FormAssessment = z
  .object({
    demand: Id,
    verdict: z.string().describe('第一句话：几栏里几栏县里已有，每个单位少填几小时'),
    counts: z
      .object({
        fields: z.int().describe('要填的栏数，不含自算的和删去的'),
        held: z.int(),
        partlyHeld: z.int(),
        notHeld: z.int(),
        unsure: z.int(),
      })
      .describe('栏数'),
    reusableShare: z.number().describe('可复用占比：不必再填的格子占多少，0 至 1'),
    bearers: z.int(),
    subjects: z.int().describe('全部承接单位共几行'),
    producible: z.int().describe('几个承接单位的各栏都已有且新鲜，可由系统直接产生'),
    fields: z.array(AssessedField),
    overlaps: z.array(AlikeForm).describe('在用的表'),
    revived: z.array(AlikeForm).describe('已停用而六成以上字段相同的表'),
    missingMarks: z.array(z.enum(['formNo', 'maker', 'approvalNo', 'validUntil'])).describe('缺的法定标识'),
    before: Interval.describe('每个承接单位一次几分钟：全部手填'),
    after: Interval.describe('每个承接单位一次几分钟：带出以后'),
    suggestions: z.array(FormSuggestion).describe('省得多的在前'),
    explanation: z.string().describe('怎么算的'),
  })
  .meta({ id: 'FormAssessment', description: '附表的测算：县里已有多少、与谁重复、怎样更省' });
export type FormAssessment = z.infer<typeof FormAssessment>;

export const assessForm = endpoint('GET /api/v1/demands/:id/form/assessment', {
  summary: '测算附表：每栏县里有没有、与哪些表重复、缺哪些标识、带出前后各几分钟、怎样更省。',
  access: 'signed-in',
  input: z.strictObject({ id: Id }),
  reply: FormAssessment,
  refusals: ['no-such-record'],
});

const Period = z
  .strictObject({
    issuer: UnitCode.exactOptional(),
    from: Day.exactOptional().describe('缺省为今年 1 月 1 日'),
    until: Day.exactOptional().describe('缺省为今天'),
  })
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
    path: ['until'],
    error: '结束不能早于开始',
  });

const reuse = {
  fills: z.int().describe('送出或由系统产生的份数'),
  cells: z.int().describe('送出的格数，不含自算的'),
  prefilled: z.int().describe('其中由系统带出的'),
  wrong: z.int().describe('带出而被改掉的'),
  prefilledShare: z.number().nullable().describe('prefilled ÷ cells；没有送出的为 null'),
  wrongRate: z.number().nullable().describe('wrong ÷ prefilled；没有带出的为 null'),
  minutesSaved: z.int().describe('少填的分钟数'),
};

export const Reuse = z
  .object({
    from: z.string(),
    until: z.string(),
    total: z.object(reuse),
    issuers: z.array(z.object({ issuer: UnitCode, issuerName: z.string(), ...reuse })).describe('省得多的在前'),
    forms: z
      .array(z.object({ demand: Id, title: z.string(), issuer: UnitCode, issuerName: z.string(), ...reuse }))
      .describe('省得多的在前，最多 200 张'),
    explanation: z.string().describe('怎么算的'),
  })
  .meta({ id: 'Reuse', description: '数据复用：带出多少、省了多少、带错多少；只按表和发起单位计，不按承接单位' });
export type Reuse = z.infer<typeof Reuse>;

export const readReuse = endpoint('GET /api/v1/forms/reuse', {
  summary: '数据复用的账：各表、各发起单位带出的份额、省下的分钟、带错的比例。',
  access: 'signed-in',
  input: Period,
  reply: Reuse,
});

export const exportReuse = endpoint('GET /api/v1/forms/reuse.csv', {
  summary: '数据复用的账，CSV。',
  access: 'signed-in',
  input: Period,
  reply: z.string(),
  media: 'text/csv',
});
