/** The catalogue: which data elements a county keeps, who answers for each, and who may be given it. */
import { z } from 'zod';
import { ElementKey, Entity, PersonalClass, SharingClass, UpdatePeriod, ValueType } from './catalogue-words.ts';
import { endpoint } from './endpoint.ts';
import { pageInput, pageOf } from './page.ts';
import type { Role } from './role.ts';
import { Day, Id, Instant, line, paragraphs, UnitCode } from './values.ts';

export * from './catalogue-words.ts';

const LONGEST_NAME = 60;
const MOST_ALIASES = 60;
const MOST_OPTIONS = 200;
const LONGEST_REASON = 500;
/** A county has some hundreds of elements; a thousand rows with long definitions stay far below. */
const MOST_FILE_BYTES = 8 * 1024 * 1024;
const LONGEST_TABLE = 2_000_000;

/** A name never looks like a formula to a spreadsheet. */
const Word = line(LONGEST_NAME).refine((name) => !/^[=+\-@＝＋－＠]/u.test(name), '不能以 = + - @ 开头');

function distinct(words: readonly string[]): boolean {
  return new Set(words).size === words.length;
}

/** What somebody says of an element; the key, the owner and the state are decided elsewhere. */
const content = {
  name: Word,
  aliases: z.array(Word).max(MOST_ALIASES).refine(distinct, '别名有重复').describe('报表里对它的其他叫法'),
  type: ValueType,
  unit: line(20).nullable().describe('计量单位'),
  options: z
    .array(Word)
    .min(2)
    .max(MOST_OPTIONS)
    .refine(distinct, '代码有重复')
    .nullable()
    .describe('代码表，依次；null 为不限'),
  definition: line(LONGEST_REASON),
  source: line(LONGEST_NAME).describe('通常由哪个部门掌握'),
  updatePeriod: UpdatePeriod,
  sharing: SharingClass,
  legalBasis: line(200).nullable().describe('准许采集的法规和条款；不需要或不详的为 null'),
  personal: PersonalClass,
};

export const ElementContent = z
  .strictObject(content)
  .refine(({ type, options }) => (options === null) === (type !== 'choice'), {
    path: ['options'],
    message: '选项型须有代码表，其他类型不能有',
  })
  .meta({ id: 'ElementContent', description: '数据元素的内容' });
export type ElementContent = z.infer<typeof ElementContent>;

export const ElementState = z.enum(['active', 'retired']).meta({ id: 'ElementState', description: '在用、已停用' });
export type ElementState = z.infer<typeof ElementState>;

export const Element = z
  .object({
    key: ElementKey,
    entity: Entity,
    ...content,
    owner: UnitCode.nullable().describe('数源单位，只有一个；尚未指定的为 null，由减负办代管'),
    ownerName: z.string().nullable(),
    state: ElementState,
    heir: ElementKey.nullable().describe('停用后由哪个元素接替'),
    version: z.int().describe('每变动一次加一'),
    changedAt: Instant,
  })
  .meta({ id: 'Element', description: '数据元素' });
export type Element = z.infer<typeof Element>;

export const ElementVersion = z
  .object({
    version: z.int(),
    what: z.enum(['installed', 'imported', 'added', 'changed', 'retired', 'owner-named']),
    name: z.string(),
    owner: UnitCode.nullable(),
    proposal: Id.nullable(),
    reason: z.string().nullable(),
    at: Instant,
  })
  .meta({ id: 'ElementVersion', description: '数据元素的一次变动' });

export const ElementWithHistory = Element.extend({
  history: z.array(ElementVersion).describe('由近到远'),
}).meta({ id: 'ElementWithHistory' });
export type ElementWithHistory = z.infer<typeof ElementWithHistory>;

const byKey = z.strictObject({ key: ElementKey });
const byId = z.strictObject({ id: Id });
const reason = paragraphs(LONGEST_REASON);

const STEWARDS: readonly Role[] = ['office', 'administrator'];
const PROPOSERS: readonly Role[] = ['drafter', 'unit-lead', 'office'];
const DECIDERS: readonly Role[] = ['unit-lead', 'office'];

export const ElementFilter = z.strictObject({
  ...pageInput,
  words: line(100).exactOptional().describe('名称、别名或键中的字词，用空格分开的都要有'),
  entity: Entity.exactOptional(),
  owner: UnitCode.exactOptional(),
  sharing: SharingClass.exactOptional(),
  state: ElementState.exactOptional().describe('缺省只列在用的'),
});
export type ElementFilter = z.infer<typeof ElementFilter>;

export const listElements = endpoint('GET /api/v1/elements', {
  summary: '本县数据目录，按键的次序。',
  access: 'signed-in',
  input: ElementFilter,
  reply: pageOf(Element),
});

export const readElement = endpoint('GET /api/v1/elements/:key', {
  summary: '一个数据元素和它的历次变动。',
  access: 'signed-in',
  input: byKey,
  reply: ElementWithHistory,
  versioned: true,
  refusals: ['no-such-record'],
});

export const nameOwner = endpoint('PUT /api/v1/elements/:key/owner', {
  summary: '指定数源单位（一数一源）。',
  access: ['office'],
  input: z.strictObject({ key: ElementKey, owner: UnitCode, reason }).meta({ id: 'OwnerNaming' }),
  reply: Element,
  versioned: true,
  refusals: ['no-such-record', 'unknown-unit', 'wrong-state'],
});

export const Installation = z
  .object({
    installed: z.int().describe('新装的元素'),
    kept: z.int().describe('本县已有的，不动'),
    owned: z.int().describe('新装的元素中已按部门名称找到数源单位的'),
  })
  .meta({ id: 'CatalogueInstallation' });
export type Installation = z.infer<typeof Installation>;

export const installStarter = endpoint('POST /api/v1/elements/install-starter', {
  summary: '装入起步目录；本县已有的元素一个也不改，可以重复执行。',
  access: STEWARDS,
  reply: Installation,
});

/** Why a line was not taken, for a person to mend. */
const Fault = z.object({ line: z.int().describe('表格中的行号，从 1 起；JSON 为第几个'), reason: z.string() });

export const ElementImport = z
  .object({
    applied: z.boolean().describe('已写入；试运行或有冲突时为 false，一条也不写'),
    created: z.int(),
    updated: z.int(),
    ignored: z.int().describe('与现有内容相同'),
    conflicts: z.array(Fault),
  })
  .meta({ id: 'ElementImport', description: '导入结果' });
export type ElementImport = z.infer<typeof ElementImport>;

const dryRun = z.boolean().describe('true 时只报告，不写入');

export const importElements = endpoint('POST /api/v1/elements/import', {
  summary: '由表格或 JSON 导入数据目录；导出的文件可原样再导入。',
  access: STEWARDS,
  input: z
    .strictObject({ text: z.string().min(1).max(LONGEST_TABLE).describe('CSV 或 JSON'), dryRun })
    .meta({ id: 'ElementTableText' }),
  upload: z
    .strictObject({ file: z.file().describe('XLSX、XLS、ODS、CSV 或 JSON'), dryRun })
    .meta({ id: 'ElementTableFile' }),
  mostBytes: MOST_FILE_BYTES,
  reply: ElementImport,
  refusals: ['encrypted', 'damaged', 'unsupported', 'empty', 'took-too-long', 'malformed-form', 'malformed-json'],
});

export const exportElements = endpoint('GET /api/v1/elements/export.csv', {
  summary: '数据目录的 CSV 表格，可原样再导入。',
  access: 'signed-in',
  reply: z.string(),
  media: 'text/csv',
});

export const exportElementWorkbook = endpoint('GET /api/v1/elements/export.xlsx', {
  summary: '数据目录的 XLSX 工作簿，可原样再导入。',
  access: 'signed-in',
  reply: z.instanceof(Uint8Array),
  media: 'application/octet-stream',
});

export const PortableElement = z
  .strictObject({
    key: ElementKey,
    ...content,
    owner: UnitCode.nullable(),
    state: ElementState,
    heir: ElementKey.nullable(),
  })
  .meta({ id: 'PortableElement' });
export type PortableElement = z.infer<typeof PortableElement>;

export const exportElementList = endpoint('GET /api/v1/elements/export.json', {
  summary: '数据目录的 JSON，可原样再导入。',
  access: 'signed-in',
  reply: z.array(PortableElement),
});

export const exportElementCatalogue = endpoint('GET /api/v1/elements/export.jsonld', {
  summary: '数据目录的 DCAT 3 描述（JSON-LD）。',
  access: 'signed-in',
  reply: z.record(z.string(), z.unknown()).meta({ id: 'DcatCatalogue' }),
});

/** What somebody wants of the catalogue. */
export const Proposal = z
  .object({
    id: Id,
    what: z.enum(['add', 'change', 'retire']),
    key: ElementKey,
    content: ElementContent.nullable().describe('停用时为 null'),
    heir: ElementKey.nullable(),
    unit: UnitCode.describe('提出的单位'),
    unitName: z.string().nullable(),
    owner: UnitCode.nullable().describe('现在的数源单位；新增时为拟定的'),
    reason: z.string(),
    state: z.enum(['open', 'approved', 'refused']),
    decisionReason: z.string().nullable(),
    madeAt: Instant,
    decidedAt: Instant.nullable(),
    mayDecide: z.boolean().describe('本人可以审定'),
  })
  .meta({ id: 'ElementProposal', description: '对数据目录的提议' });
export type Proposal = z.infer<typeof Proposal>;

export const ProposalPlan = z
  .discriminatedUnion('what', [
    z.strictObject({
      what: z.literal('add'),
      key: ElementKey,
      content: ElementContent,
      owner: UnitCode.nullable().describe('拟定的数源单位'),
      unit: UnitCode,
      reason,
    }),
    z.strictObject({ what: z.literal('change'), key: ElementKey, content: ElementContent, unit: UnitCode, reason }),
    z.strictObject({ what: z.literal('retire'), key: ElementKey, heir: ElementKey.nullable(), unit: UnitCode, reason }),
  ])
  .meta({ id: 'ElementProposalPlan' });
export type ProposalPlan = z.infer<typeof ProposalPlan>;

export const proposeElement = endpoint('POST /api/v1/elements/proposals', {
  summary: '提议新增、修改或停用一个数据元素。',
  access: PROPOSERS,
  input: ProposalPlan,
  reply: Proposal,
  refusals: ['no-such-record', 'already-exists', 'unknown-unit', 'wrong-state'],
});

export const listProposals = endpoint('GET /api/v1/elements/proposals', {
  summary: '对数据目录的提议，最近的在前。',
  access: 'signed-in',
  input: z.strictObject({
    ...pageInput,
    state: z.enum(['open', 'approved', 'refused']).exactOptional(),
    key: ElementKey.exactOptional(),
  }),
  reply: pageOf(Proposal),
});

export const approveProposal = endpoint('POST /api/v1/elements/proposals/:id/approve', {
  summary: '同意提议；由数源单位负责人或减负办审定，不能审定自己提出的。',
  access: DECIDERS,
  input: z.strictObject({ id: Id, reason: reason.nullable() }).meta({ id: 'ProposalApproval' }),
  reply: Proposal,
  refusals: ['no-such-record', 'four-eyes', 'wrong-state', 'already-exists'],
});

export const refuseProposal = endpoint('POST /api/v1/elements/proposals/:id/refuse', {
  summary: '不同意提议，须说明理由。',
  access: DECIDERS,
  input: z.strictObject({ ...byId.shape, reason }).meta({ id: 'ProposalRefusal' }),
  reply: Proposal,
  refusals: ['no-such-record', 'four-eyes', 'wrong-state'],
});

/** Who may be given a conditional element, for what and until when. */
export const SharingGrant = z
  .object({
    key: ElementKey,
    receiver: UnitCode,
    receiverName: z.string().nullable(),
    purpose: z.string(),
    until: Day.describe('含这一天'),
    grantedAt: Instant,
  })
  .meta({ id: 'SharingGrant', description: '有条件共享的授权' });
export type SharingGrant = z.infer<typeof SharingGrant>;

export const grantSharing = endpoint('PUT /api/v1/elements/:key/grants/:receiver', {
  summary: '授权一个单位使用有条件共享的元素；由数源单位（未指定时由减负办）授权，至多一年，再授一次即续期。',
  access: PROPOSERS,
  input: z
    .strictObject({ key: ElementKey, receiver: UnitCode, purpose: line(200), until: Day })
    .meta({ id: 'SharingGrantPlan' }),
  reply: SharingGrant,
  refusals: ['no-such-record', 'unknown-unit', 'wrong-state'],
});

export const withdrawSharing = endpoint('DELETE /api/v1/elements/:key/grants/:receiver', {
  summary: '收回授权。',
  access: PROPOSERS,
  input: z.strictObject({ key: ElementKey, receiver: UnitCode }),
  reply: z.object({ done: z.literal(true) }),
  refusals: ['no-such-record'],
});

export const listGrants = endpoint('GET /api/v1/elements/:key/grants', {
  summary: '一个元素现有的授权。',
  access: 'signed-in',
  input: byKey,
  reply: z.object({ items: z.array(SharingGrant) }),
  refusals: ['no-such-record'],
});
