/** A fact, and the subject it is about. */
import { z } from 'zod';
import { ElementKey, Entity } from './catalogue-words.ts';
import type { Role } from './role.ts';
import { Day, line, UnitCode } from './values.ts';

const LONGEST_VALUE = 2000;
export const MOST_ELEMENTS = 60;

export const SourceKind = z
  .enum(['form', 'register', 'correction', 'system'])
  .meta({ id: 'FactSourceKind', description: '来源：报表答复、台账导入、单条更正、系统推送' });
export type SourceKind = z.infer<typeof SourceKind>;

export const SubjectId = z.coerce
  .number()
  .int()
  .positive()
  .meta({ id: 'SubjectId', description: '对象的编号，与身份证号无关' });

export const Value = line(LONGEST_VALUE);

export const Fact = z
  .object({
    element: ElementKey,
    value: z.string().describe('敏感值对无权的人只给出掩码'),
    isMasked: z.boolean(),
    asOf: Day.describe('截至哪一天'),
    isFresh: z.boolean(),
    isDisputed: z.boolean().describe('有与它不一致的说法，等数源单位裁定'),
    source: z.string().describe('来源的名称，如“民政局低保台账”'),
    sourceKind: SourceKind,
    place: z.string().nullable().describe('来源中的行或单元格'),
    confidence: z.number().describe('0 至 1'),
  })
  .meta({ id: 'Fact', description: '一个值，带来源和日期' });
export type Fact = z.infer<typeof Fact>;

export const Subject = z
  .object({
    id: SubjectId,
    entity: Entity,
    unit: UnitCode.describe('所在的村（社区）或乡镇'),
    code: z.string().nullable().describe('户号、地块编码等；人没有，凭身份证号查找'),
    endedOn: Day.nullable().describe('死亡、迁出、灭失之日'),
    facts: z.array(Fact),
  })
  .meta({ id: 'Subject', description: '一个对象和它的值' });
export type Subject = z.infer<typeof Subject>;

export const purpose = line(200).describe('用途；查阅个人信息的每一次都连同用途记入审计');

export const KEEPERS: readonly Role[] = ['drafter', 'unit-lead', 'bearer-clerk', 'office'];
