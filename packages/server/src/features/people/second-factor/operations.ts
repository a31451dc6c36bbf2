import { Refusal } from '@qingzhuang/contract';
import { Secret, TOTP } from 'otpauth';
import type { Actor } from '../../../platform/actor.ts';
import { CannotStart } from '../../../platform/cannot-start.ts';
import type { Acting, Context } from '../../../platform/context.ts';
import type { Db } from '../../../platform/db.ts';
import type { Seals } from '../../../platform/sealed.ts';
import { digestOf } from '../../../platform/secret.ts';
import { attempt } from '../attempts/operations.ts';
import { CODE_BYTES, readCode, readDigits, spellCode } from '../spelling.ts';
import {
  confirmTotp as storeConfirmation,
  deleteSecondFactor,
  findTotp,
  insertBackupCodes,
  listSecrets,
  putUnconfirmedTotp,
  replaceSecret,
  useBackupCode,
  useStep,
} from './store.ts';

// RFC 6238 as every authenticator app has it: SHA-1, six digits, 30 seconds; RFC 4226 asks for 160 bits.
const PERIOD_SECONDS = 30;
const SECRET_BYTES = 20;
/** A telephone's clock may be one step off. */
const WINDOW = 1;
const BACKUP_CODES = 10;

/** What proving a second factor needs. */
export interface SecondFactorParts extends Pick<Context, 'db' | 'clock'> {
  readonly seals: Seals;
}

/** Throws `wrong-credentials` unless it is a code of the authenticator, or a backup code, that was not used before. */
export async function assertCode(context: SecondFactorParts, person: string, typed: string): Promise<void> {
  const { db, clock } = context;
  const digits = readDigits(typed);
  const backupCode = readCode(typed);
  const right =
    digits !== undefined
      ? await useDigits(context, person, digits)
      : backupCode !== undefined && (await useBackupCode(db, person, digestOf(backupCode), clock.now().toISOString()));
  if (!right) throw new Refusal('wrong-credentials');
}

async function useDigits({ db, clock, seals }: SecondFactorParts, person: string, digits: string): Promise<boolean> {
  const totp = await findTotp(db, person);
  if (totp === undefined) return false;
  const timestamp = clock.now().getTime();
  const delta = totpOf(seals.unseal(totp.sealed, placeOf(totp.county, person))).validate({
    token: digits,
    timestamp,
    window: WINDOW,
  });
  if (delta === null) return false;
  return useStep(db, person, Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta);
}

/** Begins an enrolment; the code is not asked for at sign-in before `confirmTotp`. */
export async function enrolTotp(
  { db, chance, actor }: Acting,
  seals: Seals,
): Promise<{ readonly secret: string; readonly address: string }> {
  const bytes = Buffer.from(chance.bytes(SECRET_BYTES));
  const sealed = seals.seal(bytes, placeOf(actor.county, actor.person));
  if (!(await putUnconfirmedTotp(db, actor.person, sealed))) throw new Refusal('wrong-state');
  const totp = totpOf(bytes, actor.name);
  return { secret: totp.secret.base32, address: totp.toString() };
}

/** Shows that the authenticator works, before the transaction begins: a wrong code is counted. */
export async function proveEnrolment(
  context: SecondFactorParts,
  { code }: { readonly code: string },
  { person }: Actor,
): Promise<void> {
  const totp = await findTotp(context.db, person);
  if (totp?.confirmedAt !== null) throw new Refusal('wrong-state');
  await attempt(context, `totp:${person}`, () => assertCode(context, person, code));
}

/** From now on the code is asked for. Gives the backup codes, which are kept nowhere. */
export async function confirmTotp({
  db,
  clock,
  chance,
  actor,
}: Acting): Promise<{ readonly backupCodes: readonly string[] }> {
  await storeConfirmation(db, actor.person, clock.now().toISOString());
  const backupCodes = Array.from({ length: BACKUP_CODES }, () => spellCode(chance.bytes(CODE_BYTES)));
  await insertBackupCodes(db, actor.person, backupCodes.map(digestOf));
  return { backupCodes };
}

export async function removeTotp({ db, actor }: Acting): Promise<void> {
  if (!(await deleteSecondFactor(db, actor.person))) throw new Refusal('wrong-state');
}

/** Seals what still lies in clear or was sealed with a former key. Throws when something does not open. */
export async function resealSecrets(owner: Db, seals: Seals): Promise<void> {
  for (const kept of await listSecrets(owner)) {
    const { person, county, plainSecret, sealed } = kept;
    const place = placeOf(county, person);
    const secret = plainSecret ?? open(seals, sealed ?? Buffer.of(), place);
    if (sealed === null || !seals.isCurrent(sealed)) await replaceSecret(owner, kept, seals.seal(secret, place));
  }
}

function open(seals: Seals, sealed: Buffer, place: string): Buffer {
  try {
    return seals.unseal(sealed, place);
  } catch (cause) {
    throw new CannotStart(
      'seal-key-missing',
      '数据目录中的 keys/seals.json 不是加密本数据库所用的密钥，请从备份中放回。\n' +
        'keys/seals.json in the data directory is not the key of this database: put it back from a backup.',
      { cause },
    );
  }
}

function placeOf(county: string, person: string): string {
  return `totp ${county} ${person}`;
}

function totpOf(secret: Buffer, label = ''): TOTP {
  const { buffer, byteOffset, byteLength } = secret;
  return new TOTP({
    issuer: '轻装',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
    secret: new Secret({ buffer: buffer.slice(byteOffset, byteOffset + byteLength) }),
  });
}
