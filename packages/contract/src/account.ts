/** The own account: password, sessions, second factors, access tokens. Only in a session, never with a token. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Code, NewPasskeyAnswer, Password, PasskeyOptions } from './sign-in.ts';
import { Id, Instant, line } from './values.ts';

const byId = z.strictObject({ id: Id });
const Done = z.object({ done: z.literal(true) });
const withPassword = z.strictObject({ password: Password.describe('再输一次口令，以防别人动了未锁的电脑') });

export const changePassword = endpoint('PUT /api/v1/me/password', {
  summary: '改口令；其他会话随即结束',
  access: 'in-person',
  input: z.strictObject({ password: Password, newPassword: Password }),
  reply: Done,
  confidential: true,
  refusals: ['wrong-credentials', 'too-many-requests'],
});

export const Session = z
  .object({
    id: Id,
    agent: z.string().describe('浏览器自报的名称'),
    beganAt: Instant,
    seenAt: Instant,
    endsAt: Instant,
    current: z.boolean().describe('就是现在这一个'),
  })
  .meta({ id: 'Session', description: '一次登录' });
export type Session = z.infer<typeof Session>;

export const listSessions = endpoint('GET /api/v1/me/sessions', {
  summary: '列出自己的登录',
  access: 'in-person',
  reply: z.object({ items: z.array(Session) }),
});

export const endSession = endpoint('DELETE /api/v1/me/sessions/:id', {
  summary: '结束自己的一次登录',
  access: 'in-person',
  input: byId,
  reply: Done,
  refusals: ['no-such-record'],
});

export const enrolTotp = endpoint('POST /api/v1/me/totp', {
  summary: '开始设置动态验证码：得到密钥',
  access: 'in-person',
  input: withPassword,
  reply: z.object({ secret: z.string().describe('Base32'), address: z.string().describe('otpauth://，可作二维码') }),
  confidential: true,
  refusals: ['wrong-credentials', 'too-many-requests', 'wrong-state'],
});

export const confirmTotp = endpoint('POST /api/v1/me/totp/confirmation', {
  summary: '用一个验证码确认设置，得到备用码（只显示这一次）',
  access: 'in-person',
  input: z.strictObject({ code: Code }),
  reply: z.object({ backupCodes: z.array(z.string()) }),
  confidential: true,
  refusals: ['wrong-credentials', 'too-many-requests', 'wrong-state'],
});

export const removeTotp = endpoint('POST /api/v1/me/totp/removal', {
  summary: '取消动态验证码',
  access: 'in-person',
  input: withPassword,
  reply: Done,
  confidential: true,
  refusals: ['wrong-credentials', 'too-many-requests', 'wrong-state'],
});

export const Passkey = z
  .object({ id: Id, name: z.string(), madeAt: Instant, usedAt: Instant.nullable() })
  .meta({ id: 'Passkey', description: '通行密钥' });
export type Passkey = z.infer<typeof Passkey>;

export const preparePasskey = endpoint('POST /api/v1/me/passkeys/options', {
  summary: '添加通行密钥：取得选项',
  access: 'in-person',
  input: withPassword,
  reply: PasskeyOptions,
  confidential: true,
  refusals: ['wrong-credentials', 'too-many-requests'],
});

export const addPasskey = endpoint('POST /api/v1/me/passkeys', {
  summary: '添加通行密钥',
  access: 'in-person',
  input: z.strictObject({ name: line(40), answer: NewPasskeyAnswer }),
  reply: Passkey,
  confidential: true,
  refusals: ['wrong-credentials', 'already-exists'],
});

export const listPasskeys = endpoint('GET /api/v1/me/passkeys', {
  summary: '列出自己的通行密钥',
  access: 'in-person',
  reply: z.object({ items: z.array(Passkey) }),
});

export const removePasskey = endpoint('DELETE /api/v1/me/passkeys/:id', {
  summary: '删除一个通行密钥',
  access: 'in-person',
  input: byId,
  reply: Done,
  refusals: ['no-such-record'],
});

const LONGEST_TOKEN_DAYS = 366;

export const ApiToken = z
  .object({
    id: Id,
    name: z.string(),
    posts: z.array(Id).describe('可以用来办事的岗位'),
    madeAt: Instant,
    usedAt: Instant.nullable(),
    endsAt: Instant,
  })
  .meta({ id: 'ApiToken', description: '访问令牌，供程序调用接口' });
export type ApiToken = z.infer<typeof ApiToken>;

export const createToken = endpoint('POST /api/v1/me/tokens', {
  summary: '生成访问令牌，只显示这一次',
  access: 'in-person',
  input: z.strictObject({
    name: line(60),
    days: z.int().min(1).max(LONGEST_TOKEN_DAYS).describe('有效天数'),
    posts: z.array(Id).min(1).max(50).describe('自己在任岗位的编号'),
  }),
  reply: ApiToken.extend({ token: z.string() }),
  confidential: true,
  refusals: ['not-allowed', 'wrong-state'],
});

export const listTokens = endpoint('GET /api/v1/me/tokens', {
  summary: '列出自己的访问令牌',
  access: 'in-person',
  reply: z.object({ items: z.array(ApiToken) }),
});

export const revokeToken = endpoint('DELETE /api/v1/me/tokens/:id', {
  summary: '作废一个访问令牌',
  access: 'in-person',
  input: byId,
  reply: Done,
  refusals: ['no-such-record'],
});
