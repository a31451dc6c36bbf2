import { codes, Refusal, type audit, type Page } from '@qingzhuang/contract';
import type { Acting, Context } from '../../../platform/context.ts';
import { inCounty } from '../../../platform/county.ts';
import { sha256, verifyEd25519 } from '../../../platform/cryptography.ts';
import { toPage } from '../../../platform/cursor.ts';
import { drawQrCode } from '../../../platform/qr-code.ts';
import type { SigningKeys } from '../../../platform/signing-keys.ts';
import { readControlCode } from '../control-code.ts';
import {
  digestBearers,
  digestTitle,
  signControlToken,
  verifyControlToken,
  type ControlTokenVerdict,
  type ControlTrust,
} from '../control-token.ts';
import { isVisible } from '../store.ts';
import { statusOf } from './code-status.ts';
import { renderRegisterFeed } from './register-feed.ts';
import type { Slip } from './slip.ts';
import {
  findByCode,
  findCounty,
  findCountyByLetters,
  findRegistered,
  getAdmission,
  listCounties,
  listRegistered,
  type CountyRow,
  type RegisterFilter,
  type RegisterRow,
} from './store.ts';

/** Where the keys of tokens lie, and where people look codes up. */
export interface CodeTools {
  readonly keys: SigningKeys;
  /** `https://gate.example`, or undefined: then the QR code holds the token alone. */
  readonly url: string | undefined;
}

/** What anyone may know of a code typed by hand, or of the signed text in a QR code. */
export async function readCodeOrToken(
  context: Pick<Context, 'db' | 'clock'>,
  text: string,
  { keys }: CodeTools,
): Promise<codes.CodeReading> {
  if ('code' in readControlCode(text) || text.length <= LONGEST_CODE) return readCode(context, text);
  const verdict = verifyControlToken(text.toUpperCase(), trustIn(await keys.list(), context.clock.today()));
  if (!('token' in verdict)) {
    return { status: 'never-admitted', code: null, suggestion: null, demand: null, doubt: 'not-ours' };
  }
  const reading = await readCode(context, verdict.token.code);
  const isOther = reading.demand !== null && digestTitle(reading.demand.title, sha256) !== verdict.token.titleDigest;
  return { ...reading, doubt: isOther ? 'title-changed' : null };
}

/** In characters, separators included. */
const LONGEST_CODE = 30;

/** Nothing tells a draft from a demand that does not exist. */
async function readCode({ db, clock }: Pick<Context, 'db' | 'clock'>, typed: string): Promise<codes.CodeReading> {
  const reading = readControlCode(typed);
  if (!('code' in reading)) {
    return { status: 'mistyped', code: null, suggestion: reading.suggestion ?? null, demand: null, doubt: null };
  }
  const { code } = reading;
  const county = await findCountyByLetters(db, code.slice(0, 2));
  const row = county && (await inCounty(db, county.code, (tx) => findByCode(tx, county.code, code)));
  if (row === undefined) return { status: 'never-admitted', code, suggestion: null, demand: null, doubt: null };
  const demand = describe(row, clock.today());
  return { status: demand.status, code, suggestion: null, demand, doubt: null };
}

function trustIn(
  keys: readonly { readonly publicKey: Uint8Array; readonly retiredOn: string | null }[],
  today: string,
): ControlTrust {
  const known = keys.map(({ publicKey, retiredOn }) => ({ publicKey, ...(retiredOn !== null && { retiredOn }) }));
  return { keys: known, today, sha256, verify: verifyEd25519 };
}

/** What can be said of a code or of the text of a QR code without the register. */
export type CodeVerdict =
  | ControlTokenVerdict
  /** A code without a mistake. Whether it was ever given out only the register tells. */
  | { readonly state: 'well-formed'; readonly code: string }
  | { readonly state: 'mistyped'; readonly suggestion: string | null };

/** Needs neither database nor network; knows nothing of what became of the demand afterwards. */
export function verifyCode(
  text: string,
  { keys, today }: { readonly keys: readonly audit.PublicKey[]; readonly today: string },
): CodeVerdict {
  // A QR code may hold the address of the page with the token as its last step.
  const last = text.trim().split('/').at(-1) ?? '';
  const reading = readControlCode(last);
  if ('code' in reading) return { state: 'well-formed', code: reading.code };
  if (last.length <= LONGEST_CODE) return { state: 'mistyped', suggestion: reading.suggestion ?? null };
  const known = keys.map((key) => ({ ...key, publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64')) }));
  return verifyControlToken(last.toUpperCase(), trustIn(known, today));
}

/** The counties whose registers can be read here. */
export async function listRegisters(db: Context['db']): Promise<{ items: { county: string; name: string }[] }> {
  const counties = await listCounties(db);
  return { items: counties.map(({ code, name }) => ({ county: code, name })) };
}

/** A county's register, for anyone. */
export async function listRegister(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { county, ...filter }: RegisterFilter & { readonly county: string },
): Promise<Page<codes.RegisteredDemand>> {
  const { code } = await getCounty(db, county);
  const rows = await inCounty(db, code, (tx) => listRegistered(tx, code, filter));
  const { items, next } = toPage(rows, filter, ({ changedAt, id }) => [changedAt, id]);
  return { items: items.map((row) => describe(row, clock.today())), next };
}

export async function readRegisterFeed(
  context: Pick<Context, 'db' | 'clock'>,
  { county, url }: { readonly county: string; readonly url: string },
): Promise<string> {
  const { name } = await getCounty(context.db, county);
  const { items } = await listRegister(context, { county });
  return renderRegisterFeed({ county, countyName: name, url, demands: items, now: context.clock.now().toISOString() });
}

async function getCounty(db: Context['db'], code: string): Promise<CountyRow> {
  const county = await findCounty(db, code);
  if (county === undefined) throw new Refusal('no-such-record');
  return county;
}

/** What the register says of a demand now; undefined before the demand has a code. */
export async function readRegistered(
  db: Context['db'],
  { county, id }: { readonly county: string; readonly id: string },
  today: string,
): Promise<(codes.RegisteredDemand & { readonly id: string }) | undefined> {
  const row = await findRegistered(db, county, id);
  return row && { id, ...describe(row, today) };
}

/** The slip of a demand that has a code; `wrong-state` before. */
export async function makeSlip({ db, actor, clock }: Acting, id: string, { keys, url }: CodeTools): Promise<Slip> {
  const { county } = actor;
  if (!(await isVisible(db, actor, id))) throw new Refusal('no-such-record');
  const row = await findRegistered(db, county, id);
  if (row === undefined) throw new Refusal('wrong-state');
  const { admittedOn, bearers } = await getAdmission(db, county, id);
  const token = signControlToken(
    {
      code: row.code,
      issuerCode: row.issuer,
      kind: row.kind,
      bearersDigest: digestBearers(bearers, sha256),
      titleDigest: digestTitle(row.title, sha256),
      admittedOn,
      expiresOn: row.expiresOn,
    },
    await keys.signerOf(county, clock.today()),
    sha256,
  );
  const address = url === undefined ? undefined : new URL(url);
  const text = address === undefined ? token : `${address.origin}/C/${token}`.toUpperCase();
  return { demand: describe(row, clock.today()), token, qrCode: drawQrCode(text), host: address?.host };
}

/** The public shape decides what leaves: a column that is added to the row stays inside. */
function describe({ state, ...row }: RegisterRow, today: string): codes.RegisteredDemand {
  const status = statusOf({ state, expiresOn: row.expiresOn }, today);
  return codes.RegisteredDemand.parse({ ...row, status });
}
