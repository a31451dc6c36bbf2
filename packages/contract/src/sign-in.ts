/** Proving who one is: user name and password, a passkey, or the county's single sign-on. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Role } from './role.ts';
import { CountyCode, Id, Instant, UnitCode } from './values.ts';

const LONGEST_PASSWORD = 200;

/** As it was typed: no character is dropped or forbidden. Its quality is the server's decision. */
export const Password = z
  .string()
  .min(1)
  .max(LONGEST_PASSWORD)
  .meta({ id: 'Password', format: 'password', description: '口令，新口令至少 10 个字符' });

/** Six digits of the authenticator, or one of the backup codes. */
export const Code = z
  .string()
  .trim()
  .min(6)
  .max(40)
  .meta({ id: 'SecondFactorCode', description: '验证器中的 6 位数字，或一个备用码' });

export const Me = z
  .object({
    person: Id,
    name: z.string(),
    username: z.string(),
    county: CountyCode,
    countyName: z.string(),
    posts: z.array(z.object({ id: Id, unit: UnitCode, unitName: z.string(), role: Role })),
    totp: z.boolean().describe('登录时还要动态验证码'),
    passwordSetAt: Instant.nullable().describe('没有口令的人（只用单点登录）为 null'),
  })
  .meta({ id: 'Me', description: '登录的是谁、在哪个县、有哪些岗位' });
export type Me = z.infer<typeof Me>;

export const signIn = endpoint('POST /api/v1/sessions', {
  summary: '用用户名和口令登录；设了动态验证码的还要 code，一次性口令还要 newPassword',
  input: z.strictObject({
    username: z
      .string()
      .min(1)
      .max(100)
      .regex(/^\P{Cc}*$/u, '不能含有控制字符'),
    password: Password,
    code: Code.exactOptional(),
    newPassword: Password.exactOptional(),
  }),
  reply: Me,
  confidential: true,
  refusals: ['wrong-credentials', 'code-needed', 'new-password-needed', 'too-many-requests'],
});

export const signOut = endpoint('DELETE /api/v1/me/session', {
  summary: '退出登录',
  access: 'in-person',
  reply: z.object({ signedOut: z.literal(true) }),
});

export const readMe = endpoint('GET /api/v1/me', {
  summary: '我是谁：姓名、县、岗位',
  access: 'signed-in',
  reply: Me,
});

/** What the Web Authentication API of the browser takes or gives; it belongs to that standard. */
export const PasskeyOptions = z
  .record(z.string(), z.unknown())
  .meta({ id: 'PasskeyOptions', description: 'Web Authentication 的选项（JSON），原样交给浏览器' });

const Encoded = z.string().max(100_000);
const answered = {
  id: z
    .string()
    .max(2000)
    .regex(/^[\w-]+=*$/, '应为 Base64url'),
  rawId: Encoded,
  type: z.literal('public-key'),
};

export const NewPasskeyAnswer = z
  .object({
    ...answered,
    response: z.object({
      clientDataJSON: Encoded,
      attestationObject: Encoded,
      transports: z.array(z.string().max(20)).max(10).exactOptional(),
    }),
  })
  .meta({ id: 'NewPasskeyAnswer', description: 'navigator.credentials.create 的结果（JSON）' });
export type NewPasskeyAnswer = z.infer<typeof NewPasskeyAnswer>;

export const PasskeyAnswer = z
  .object({
    ...answered,
    response: z.object({
      clientDataJSON: Encoded,
      authenticatorData: Encoded,
      signature: Encoded,
    }),
  })
  .meta({ id: 'PasskeyAnswer', description: 'navigator.credentials.get 的结果（JSON）' });
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>;

export const preparePasskeySignIn = endpoint('POST /api/v1/passkey-sessions/options', {
  summary: '用通行密钥登录：取得选项',
  reply: PasskeyOptions,
  confidential: true,
  refusals: ['too-many-requests'],
});

export const signInWithPasskey = endpoint('POST /api/v1/passkey-sessions', {
  summary: '用通行密钥登录',
  input: z.strictObject({ answer: PasskeyAnswer }),
  reply: Me,
  confidential: true,
  refusals: ['wrong-credentials', 'too-many-requests'],
});

export const describeSingleSignOn = endpoint('GET /api/v1/single-sign-on', {
  summary: '有没有单点登录、叫什么',
  reply: z.object({ name: z.string().nullable().describe('未设置单点登录时为 null') }),
});

export const beginSingleSignOn = endpoint('POST /api/v1/single-sign-on', {
  summary: '开始单点登录：得到要去的网址',
  reply: z.object({ address: z.url() }),
  confidential: true,
  refusals: ['no-such-record', 'not-ready', 'too-many-requests'],
});

export const finishSingleSignOn = endpoint('POST /api/v1/single-sign-on/sessions', {
  summary: '单点登录返回后登录；账号未与使用者对应的不能登录',
  input: z.strictObject({ query: z.string().min(1).max(8000).describe('返回网址中 ? 之后的部分') }),
  reply: Me,
  confidential: true,
  refusals: ['no-such-record', 'not-ready', 'wrong-credentials', 'too-many-requests'],
});
