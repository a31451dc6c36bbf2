import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Role } from './role.ts';

export const DemoAccounts = z
  .object({
    password: z.string(),
    accounts: z.array(z.object({ username: z.string(), role: Role, what: z.string().describe('这个账号是谁') })),
  })
  .meta({ id: 'DemoAccounts', description: '演示县的账号；不是演示时为空' });
export type DemoAccounts = z.infer<typeof DemoAccounts>;

export const readDemoAccounts = endpoint('GET /api/v1/demo-accounts', {
  summary: '演示县的账号和口令；不是演示时没有。',
  reply: z.object({ demo: DemoAccounts.nullable() }),
});
