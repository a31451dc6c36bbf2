/** People of a county and the posts they hold: what administrators do. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { pageInput, pageOf } from './page.ts';
import { Role } from './role.ts';
import { CountyCode, Id, Instant, line, UnitCode } from './values.ts';

const administrators: readonly Role[] = ['administrator'];
const byId = z.strictObject({ id: Id });

/** What is typed at sign-in. Capitals do not count. */
export const Username = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,39}$/u, '应为 2 至 40 个字母、汉字、数字或 . _ @ -')
  .meta({ id: 'Username', description: '登录用的用户名，全系统唯一，不分大小写' });

export const Post = z
  .object({
    id: Id,
    person: Id,
    unit: UnitCode,
    role: Role,
    state: z.enum(['awaiting', 'in-force', 'ended']).describe('待另一位管理员确认、在任、已结束'),
    grantedBy: Id.nullable().describe('授予人；建立本县时设的为 null'),
    grantedAt: Instant,
    confirmedBy: Id.nullable(),
    fromAt: Instant.nullable().describe('生效时刻；未确认时为 null'),
    untilAt: Instant.nullable(),
    withdrawnBy: Id.nullable(),
  })
  .meta({ id: 'Post', description: '岗位：某人在某单位的一个角色，保留历史' });
export type Post = z.infer<typeof Post>;

export const Person = z
  .object({
    id: Id,
    name: z.string(),
    username: z.string(),
    active: z.boolean(),
    mayLink: z.boolean().describe('下次用单点登录时，可按用户名对应到此人'),
    posts: z.array(Post).describe('在任和待确认的岗位'),
    version: z.int(),
  })
  .meta({ id: 'Person', description: '本县的一位使用者' });
export type Person = z.infer<typeof Person>;

export const PersonPlan = z
  .strictObject({ name: line(40), username: Username })
  .meta({ id: 'PersonPlan', description: '新使用者' });
export type PersonPlan = z.infer<typeof PersonPlan>;

/** A county that begins to use the system. Not sent by anybody: the operator of the machine enters it. */
export const CountyPlan = z
  .strictObject({
    code: CountyCode,
    name: line(40),
    letters: z.string().regex(/^[A-HJ-NP-Z]{2}$/, '应为两个大写字母，不用 I 和 O'),
    administrator: PersonPlan,
  })
  .meta({ id: 'CountyPlan', description: '新县：区划代码、名称、事项码开头的两个字母、第一位管理员' });
export type CountyPlan = z.infer<typeof CountyPlan>;

const OneTimePassword = z.object({
  oneTimePassword: z.string().describe('一次性口令，只显示这一次；首次登录时必须改掉'),
  validUntil: Instant,
});

export const createPerson = endpoint('POST /api/v1/people', {
  summary: '新增使用者，得到一次性口令',
  access: administrators,
  input: PersonPlan,
  reply: OneTimePassword.extend({ person: Person }),
  confidential: true,
  refusals: ['already-exists'],
});

export const listPeople = endpoint('GET /api/v1/people', {
  summary: '列出本县使用者',
  access: administrators,
  input: z.strictObject({
    ...pageInput,
    q: line(40).exactOptional().describe('姓名或用户名的一部分'),
    unit: UnitCode.exactOptional().describe('只列在该单位任职的'),
  }),
  reply: pageOf(Person),
});

export const readPerson = endpoint('GET /api/v1/people/:id', {
  summary: '查看一位使用者',
  access: administrators,
  input: byId,
  reply: Person,
  versioned: true,
  refusals: ['no-such-record'],
});

export const changePerson = endpoint('PATCH /api/v1/people/:id', {
  summary: '改姓名、停用或恢复、允许对应单点登录账号',
  access: administrators,
  input: z.strictObject({
    id: Id,
    name: line(40).exactOptional(),
    active: z.boolean().exactOptional(),
    mayLink: z.boolean().exactOptional(),
  }),
  reply: Person,
  versioned: true,
  refusals: ['no-such-record', 'wrong-state'],
});

export const resetPassword = endpoint('POST /api/v1/people/:id/password-reset', {
  summary: '重置口令：得到一次性口令，其会话、令牌、动态验证码和通行密钥全部失效',
  access: administrators,
  input: byId,
  reply: OneTimePassword,
  confidential: true,
  refusals: ['no-such-record', 'four-eyes'],
});

export const listPosts = endpoint('GET /api/v1/people/:id/posts', {
  summary: '一位使用者的岗位及历史',
  access: administrators,
  input: byId,
  reply: z.object({ items: z.array(Post) }),
  refusals: ['no-such-record'],
});

export const listPostsAwaiting = endpoint('GET /api/v1/posts/awaiting', {
  summary: '待另一位管理员确认的岗位',
  access: administrators,
  input: z.strictObject({ ...pageInput }),
  reply: pageOf(Post),
});

export const grantPost = endpoint('POST /api/v1/people/:id/posts', {
  summary:
    '授予岗位；减负办、领导、监督、审计只设在县级单位，管理员只设在县本级；给自己授予前四种岗位的，须由另一位管理员确认',
  access: administrators,
  input: z.strictObject({ id: Id, unit: UnitCode, role: Role }),
  reply: Post,
  refusals: ['no-such-record', 'unknown-unit', 'already-exists', 'wrong-state'],
});

export const confirmPost = endpoint('POST /api/v1/posts/:id/confirmation', {
  summary: '确认另一位管理员给自己授予的岗位',
  access: administrators,
  input: byId,
  reply: Post,
  refusals: ['no-such-record', 'four-eyes', 'wrong-state'],
});

export const withdrawPost = endpoint('POST /api/v1/posts/:id/withdrawal', {
  summary: '收回岗位，或不予确认',
  access: administrators,
  input: byId,
  reply: Post,
  refusals: ['no-such-record', 'wrong-state'],
});
