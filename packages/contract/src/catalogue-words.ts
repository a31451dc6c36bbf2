/** What an element of the catalogue can be, and the words that pages and tables show for it. */
import { z } from 'zod';

const LONGEST_KEY = 80;

export const Entity = z
  .enum(['person', 'household', 'house', 'plot', 'village', 'organisation', 'facility', 'event'])
  .meta({ id: 'Entity', description: '数据说的是什么：人、户、房屋、地块、村、组织、设施、事件' });
export type Entity = z.infer<typeof Entity>;

/** The word that pages and tables show. */
export const entityNames = {
  person: '人员',
  household: '家庭户',
  house: '房屋',
  plot: '地块',
  village: '村（社区）',
  organisation: '组织',
  facility: '设施',
  event: '事件',
} as const satisfies Record<Entity, string>;

export const ValueType = z
  .enum(['text', 'long-text', 'number', 'date', 'choice', 'boolean', 'identity-number', 'phone', 'file'])
  .meta({ id: 'ValueType', description: '值的类型' });
export type ValueType = z.infer<typeof ValueType>;

export const typeNames = {
  text: '文字',
  'long-text': '长文字',
  number: '数',
  date: '日期',
  choice: '选项',
  boolean: '是否',
  'identity-number': '身份证号',
  phone: '电话',
  file: '附件',
} as const satisfies Record<ValueType, string>;

export const UpdatePeriod = z
  .enum(['once', 'yearly', 'half-yearly', 'quarterly', 'monthly', 'weekly', 'daily'])
  .meta({ id: 'UpdatePeriod', description: '多久更新一次；once 为一次采集、不会自己变' });
export type UpdatePeriod = z.infer<typeof UpdatePeriod>;

export const periodNames = {
  once: '一次采集',
  yearly: '每年',
  'half-yearly': '每半年',
  quarterly: '每季度',
  monthly: '每月',
  weekly: '每周',
  daily: '每日',
} as const satisfies Record<UpdatePeriod, string>;

export const SharingClass = z
  .enum(['open', 'conditional', 'closed'])
  .meta({ id: 'SharingClass', description: '共享属性：无条件共享、有条件共享、不予共享' });
export type SharingClass = z.infer<typeof SharingClass>;

export const sharingNames = {
  open: '无条件共享',
  conditional: '有条件共享',
  closed: '不予共享',
} as const satisfies Record<SharingClass, string>;

export const PersonalClass = z
  .enum(['none', 'personal', 'sensitive'])
  .meta({ id: 'PersonalClass', description: '个人信息分级：非个人信息、个人信息、敏感个人信息' });
export type PersonalClass = z.infer<typeof PersonalClass>;

export const personalNames = {
  none: '非个人信息',
  personal: '个人信息',
  sensitive: '敏感个人信息',
} as const satisfies Record<PersonalClass, string>;

export const ElementKey = z
  .string()
  .max(LONGEST_KEY)
  .regex(
    /^(?:person|household|house|plot|village|organisation|facility|event)\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
    '应为“实体.英文小写词”，如 person.name',
  )
  .meta({ id: 'ElementKey', description: '数据元素的键，如 person.name' });
