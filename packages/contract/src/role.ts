import { z } from 'zod';

/** What a person does for a unit. A person may hold several roles, for several units. */
export const Role = z
  .enum(['drafter', 'unit-lead', 'office', 'leader', 'supervisor', 'bearer-clerk', 'auditor', 'administrator'])
  .meta({ id: 'Role', description: '角色：拟稿人、单位负责人、减负办、领导、监督、承接单位经办、审计、管理员' });
export type Role = z.infer<typeof Role>;
