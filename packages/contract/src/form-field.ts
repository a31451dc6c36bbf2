/** What one field of a form asks, as drafter and bearers see it. */
import { z } from 'zod';
import { ElementKey, ValueType } from './catalogue.ts';

/** How a value is worked out of stored ones; as the analysis package has it. */
export const Derivation = z
  .strictObject({
    from: z.array(ElementKey).min(1).max(20),
    how: z.enum([
      ...(['age', 'sex', 'birth-date', 'identity-view', 'part'] as const),
      ...(['unit', 'count', 'sum', 'share', 'joined'] as const),
    ]),
    by: z.string().max(200).exactOptional(),
  })
  .meta({ id: 'FieldDerivation', description: '由已存的数据推算：身份证号得年龄、性别，各项得合计等' });

/** Shared by drafter and bearer: what a field asks. */
export const FormField = z
  .object({
    key: z.string().describe('字段编号“表.栏”，如 0.3；换文件前不变'),
    label: z.array(z.string()).min(1).describe('由外到内的表头，如 ["户主","姓名"]'),
    type: ValueType,
    unit: z.string().nullable(),
    options: z.array(z.string()).nullable().describe('表中列出的选项'),
    isComputed: z.boolean().describe('序号、合计等表内自己算的，不问任何人'),
    isRemark: z.boolean().describe('备注一类：有话才写，空着也算填好'),
    element: z.string().nullable().describe('数据目录中的元素；null 为目录里没有'),
    elementName: z.string().nullable(),
    derived: Derivation.nullable(),
  })
  .meta({ id: 'FormField', description: '表中的一栏' });
export type FormField = z.infer<typeof FormField>;
