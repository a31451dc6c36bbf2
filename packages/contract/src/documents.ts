/** The county's library of documents: what came from above, what its demands say, and how one became the other. */
import { z } from 'zod';
import { Interval, LONGEST_TEXT } from './check.ts';
import { Demand } from './demands.ts';
import { endpoint } from './endpoint.ts';
import { pageInput, pageOf } from './page.ts';
import type { Role } from './role.ts';
import { Day, Id, Instant, line, UnitCode } from './values.ts';

const MOST_FILE_BYTES = 32 * 1024 * 1024;

/** From the highest to the lowest. */
export const DocumentLevel = z
  .enum(['national', 'province', 'city', 'county', 'township', 'village'])
  .meta({ id: 'DocumentLevel', description: '文件的层级，从高到低' });
export type DocumentLevel = z.infer<typeof DocumentLevel>;

/** What a level is called. */
export const levelNames = {
  national: '中央',
  province: '省级',
  city: '市级',
  county: '县级',
  township: '乡镇',
  village: '村社区',
} as const satisfies Record<DocumentLevel, string>;

/** The text names its superior's, the library holds what it was taken from, or its drafter has said so. */
export const SuperiorBy = z
  .enum(['named', 'found', 'chosen'])
  .meta({ id: 'SuperiorBy', description: '上级文件由来：正文写明、比对找到、起草人选定' });
export type SuperiorBy = z.infer<typeof SuperiorBy>;

const head = {
  id: Id,
  demand: Id.nullable().describe('由哪个事项而来；上级来文为 null'),
  level: DocumentLevel,
  issuer: UnitCode.nullable().describe('本县单位的代码；上级来文为 null'),
  issuerName: z.string().nullable(),
  title: z.string(),
  docNumber: z.string().nullable(),
  datedOn: Day.nullable(),
  characters: z.int(),
};

export const DocumentSummary = z
  .object({ ...head, addedAt: Instant })
  .meta({ id: 'DocumentSummary', description: '文库里的一份文件' });
export type DocumentSummary = z.infer<typeof DocumentSummary>;

export const LibraryDocument = DocumentSummary.extend({
  text: z.string().describe('全文；各处位置都指向它'),
}).meta({ id: 'LibraryDocument' });
export type LibraryDocument = z.infer<typeof LibraryDocument>;

// The office reads what comes from above first; a bureau or a township has papers of its own line.
const LIBRARIANS: readonly Role[] = ['drafter', 'unit-lead', 'office'];

/** What the text says itself (title, number, date, issuer) is read from it. */
const received = {
  level: DocumentLevel.extract(['national', 'province', 'city', 'county']),
  title: line(200).exactOptional().describe('正文里读不出标题时填写'),
};

export const addDocument = endpoint('POST /api/v1/documents', {
  summary: '把一份上级来文收进本县文库；标题、文号、日期由正文读出。',
  access: LIBRARIANS,
  input: z.strictObject({ ...received, text: z.string().min(1).max(LONGEST_TEXT) }).meta({ id: 'ReceivedText' }),
  upload: z.strictObject({ ...received, file: z.file() }).meta({ id: 'ReceivedFile' }),
  mostBytes: MOST_FILE_BYTES,
  reply: DocumentSummary,
  refusals: ['already-exists', 'encrypted', 'damaged', 'unsupported', 'empty', 'took-too-long'],
});

export const listDocuments = endpoint('GET /api/v1/documents', {
  summary: '本县文库：上级来文，以及本人看得到的事项的正文；最近收进的在前。',
  access: 'signed-in',
  input: z.strictObject({
    ...pageInput,
    words: line(100).exactOptional().describe('标题或文号中的字词，用空格分开的都要有'),
    level: DocumentLevel.exactOptional(),
    above: DocumentLevel.exactOptional().describe('只列比这一级高的'),
  }),
  reply: pageOf(DocumentSummary),
});

export const readDocument = endpoint('GET /api/v1/documents/:id', {
  summary: '文库里的一份文件，带全文。',
  access: 'signed-in',
  input: z.strictObject({ id: Id }),
  reply: LibraryDocument,
  refusals: ['no-such-record'],
});

/** A document that may be the superior's, and how much of the text's is in it. */
export const SuperiorCandidate = z
  .object({
    ...DocumentSummary.shape,
    sharedPercent: z.number().describe('正文的特征片段中有百分之几也在这份文件里'),
  })
  .meta({ id: 'SuperiorCandidate' });
export type SuperiorCandidate = z.infer<typeof SuperiorCandidate>;

export const Superior = z
  .object({
    hasText: z.boolean().describe('事项有正文在文库里；没有的不能比对'),
    superior: DocumentSummary.nullable(),
    by: SuperiorBy.nullable().describe('为 chosen 而 superior 为 null：起草人说没有上级文件'),
    candidates: z.array(SuperiorCandidate).describe('文库里层级更高、与正文相同最多的几份'),
  })
  .meta({ id: 'Superior', description: '事项正文所依据的上级文件' });
export type Superior = z.infer<typeof Superior>;

export const readSuperior = endpoint('GET /api/v1/demands/:id/superior', {
  summary: '事项正文所依据的上级文件，以及文库里可能是的几份。',
  access: 'signed-in',
  input: z.strictObject({ id: Id }),
  reply: Superior,
  refusals: ['no-such-record'],
});

export const chooseSuperior = endpoint('PUT /api/v1/demands/:id/superior', {
  summary: '改定正文所依据的上级文件，或说明没有；重新筛查。',
  access: LIBRARIANS,
  input: z.strictObject({ id: Id, document: Id.nullable() }).meta({ id: 'SuperiorChoice' }),
  reply: Demand,
  versioned: true,
  refusals: ['no-such-record', 'wrong-state', 'took-too-long'],
});

const Offset = z.int().nonnegative();
const Quoted = z.object({ start: Offset, end: Offset, quote: z.string() });

const Passage = Quoted.extend({
  superiorStart: Offset,
  superiorEnd: Offset,
  superiorQuote: z.string(),
  similarity: z.number().describe('相同的字占多少，0 至 1'),
  kind: z
    .enum(['copied', 'changed', 'forwarded', 'quoted', 'stock'])
    .describe('照搬、改了意思，或转发、引用（含法规政策）、套话；只有第一种计入照搬'),
}).meta({ id: 'ChainPassage' });

const Target = Quoted.extend({ value: z.number(), unit: z.string() });
const Due = Quoted.extend({ at: z.string().nullable() });

/** How many there are, and the first of them. */
function counted<Item extends z.ZodType>(item: Item): z.ZodObject<{ count: z.ZodInt; items: z.ZodArray<Item> }> {
  return z.object({ count: z.int().describe('共几处'), items: z.array(item).describe('其中的前几处') });
}

/** A level beside the one above it. Offsets point into the texts of the two documents. */
export const LevelComparison = z
  .object({
    with: Id.describe('与哪份文件相比'),
    copiedShare: z.number().describe('自己该写的文字中照搬的份额，0 至 1'),
    boilerplateShare: z.number().describe('转发、引用、法规和套话占全文的份额，0 至 1'),
    passages: counted(Passage).describe('长的在前'),
    raised: counted(z.object({ metric: z.string(), superior: Target, subordinate: Target })).describe('加码的指标'),
    deadlineCompressed: counted(
      z.object({ superior: Due, subordinate: Due, ratio: z.number().describe('留给下级的时间占上级所给的份额') }),
    ).describe('压缩的时限'),
    addedDemands: counted(Quoted).describe('上级没有、本级新增的要求'),
    localMeasures: counted(Quoted).describe('写明本地谁来办、在哪办、何时办、花多少钱的措施'),
  })
  .meta({ id: 'LevelComparison', description: '与上一级的对照' });
export type LevelComparison = z.infer<typeof LevelComparison>;

export const ChainLevel = z
  .object({
    ...head,
    superiorBy: SuperiorBy.nullable(),
    comparison: LevelComparison.nullable().describe('与上一级的对照；最高一级为 null'),
    minutes: Interval.nullable().describe('一个承接单位每年的分钟数，按正文测算；缺数时为 null'),
    minutesAdded: z.number().nullable().describe('比上一级多要的分钟数'),
    bearers: z.int().nullable().describe('承接单位数；上级来文为 null'),
    hoursAdded: z.number().nullable().describe('比上一级多要的小时数，全部承接单位合计'),
    measures: z.object({ measures: z.int(), local: z.int() }).describe('措施条数，其中写明本地安排的'),
    valueAdded: z.number().nullable().describe('写明本地安排的措施占多少，0 至 1；没有措施时为 null'),
  })
  .meta({ id: 'ChainLevel', description: '层层下达中的一级' });
export type ChainLevel = z.infer<typeof ChainLevel>;

export const Chain = z
  .object({
    levels: z.array(ChainLevel).describe('从已知的最高一级到本事项；没有正文时为空'),
    below: z.array(ChainLevel).describe('以本事项的正文为上级文件的各事项，各与它对照'),
    belowCount: z.int().describe('下级共有几份；below 只列前几份'),
  })
  .meta({ id: 'Chain', description: '一份文件从上到下的变化' });
export type Chain = z.infer<typeof Chain>;

export const readChain = endpoint('GET /api/v1/demands/:id/chain', {
  summary: '一致性比对：从上级文件到本事项、再到下级，每一级照搬、加码、压时限、新增了什么，多花多少小时。',
  access: 'signed-in',
  input: z.strictObject({ id: Id }),
  reply: Chain,
  refusals: ['no-such-record', 'took-too-long', 'busy'],
});
