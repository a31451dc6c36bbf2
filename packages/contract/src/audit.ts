/** The audit log of a county: what it has signed, and what proves that nothing in it was changed. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CountyCode, Day, Id } from './values.ts';

const Base64 = z.string().meta({ format: 'base64' });
const Size = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

export const PublicKey = z
  .object({
    county: CountyCode,
    origin: z.string().describe('审计日志的名称，也是检查点上的签名人'),
    publicKey: Base64.describe('Ed25519 公钥，32 字节'),
    madeOn: Day,
    retiredOn: Day.nullable().describe('自这一天起不再用于签名；仍在使用的为空'),
    lastSize: z.int().nullable().describe('停用时审计日志的条数；它签的检查点不超过这个条数'),
  })
  .meta({ id: 'PublicKey', description: '事项码和审计日志的公钥' });
export type PublicKey = z.infer<typeof PublicKey>;

/** Also the file that `--keys` takes. */
export const PublicKeys = z.object({ keys: z.array(PublicKey) }).meta({ id: 'PublicKeys' });
export type PublicKeys = z.infer<typeof PublicKeys>;

export const SignedCheckpoint = z
  .object({
    origin: z.string(),
    size: z.int().describe('条数'),
    note: z.string().describe('签名的检查点（c2sp.org/tlog-checkpoint）'),
  })
  .meta({ id: 'SignedCheckpoint', description: '审计日志签名的检查点' });
export type SignedCheckpoint = z.infer<typeof SignedCheckpoint>;

export const ConsistencyProof = z
  .object({ from: z.int(), to: z.int(), proof: z.array(Base64) })
  .meta({ id: 'ConsistencyProof', description: '较大的日志以较小的日志开头的证明（RFC 9162 第 2.1.4 节）' });
export type ConsistencyProof = z.infer<typeof ConsistencyProof>;

export const AuditReceipt = z
  .object({
    version: z.literal(1),
    leaf: Base64,
    index: z.int(),
    proof: z.array(Base64),
    checkpoint: z.string(),
  })
  .meta({ id: 'AuditReceipt', description: '一步已记入审计日志的收据，可离线验证' });
export type AuditReceipt = z.infer<typeof AuditReceipt>;

export const listKeys = endpoint('GET /api/v1/keys', {
  summary: '验证事项码和审计日志的公钥，停用的也在内。',
  input: z.strictObject({ county: CountyCode.exactOptional() }),
  reply: PublicKeys,
});

export const rotateKey = endpoint('POST /api/v1/keys/rotate', {
  summary: '换用新的签名密钥；旧密钥签过的仍可验证。',
  access: ['administrator'],
  reply: PublicKeys,
});

export const readCheckpoint = endpoint('GET /api/v1/audit/checkpoint', {
  summary: '本县审计日志最新的检查点。',
  access: 'signed-in',
  reply: SignedCheckpoint,
  refusals: ['no-such-record'],
});

export const proveConsistency = endpoint('GET /api/v1/audit/consistency', {
  summary: '本县审计日志从一个条数到另一个条数只增未改的证明。',
  access: 'signed-in',
  input: z.strictObject({ from: Size, to: Size }).refine(({ from, to }) => from <= to, {
    path: ['to'],
    message: '不能小于 from',
  }),
  reply: ConsistencyProof,
  refusals: ['no-such-record'],
});

export const readReceipt = endpoint('GET /api/v1/demands/:id/history/:step/receipt', {
  summary: '事项经过的一步已记入审计日志的收据。',
  access: 'signed-in',
  input: z.strictObject({ id: Id, step: z.coerce.number().int().min(1).max(1_000_000) }),
  reply: AuditReceipt,
  refusals: ['no-such-record'],
});
