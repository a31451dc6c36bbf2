import type { CheckResult, Interval } from '@qingzhuang/analysis';
import { Refusal, type demands, type inbox, type Page } from '@qingzhuang/contract';
import { holdsRole, type Actor } from '../../../../platform/actor.ts';
import type { Acting, Context } from '../../../../platform/context.ts';
import type { PageRequest } from '../../../../platform/cursor.ts';
import { runCheck } from '../../../checks/index.ts';
import { assertUnits } from '../../../organisations/index.ts';
import type { DocumentTools } from '../../texts/operations.ts';
import { burdenOf } from '../../burden.ts';
import { readDraft } from '../../reading.ts';
import { listAddressableUnits } from '../../store.ts';
import { assertBears, assertOwnUnit, takeBytes, type FileOrText } from '../operations.ts';
import { insertPerson, type BearerKey } from '../store.ts';
import { noteRegistration } from '../tasks/operations.ts';
import { guessIssuer } from './issuer-guess.ts';
import { findMatch, type Match, type OrderFacts } from './matching.ts';
import {
  findRegistration,
  getOffGateDemand,
  getRegistration,
  insertOffGateDemand,
  insertRegistration,
  listCandidates,
  listOffGateCandidates,
  listOffGateDemands,
  listOffGateFiles,
  listRegistrations,
  lockOrders,
  updateIssuer,
  type OffGateFilter,
  type OffGateRow,
  type RegistrationRow,
} from './store.ts';

/** An order that was read and checked, its original stored. */
export interface PreparedOrder {
  readonly unit: string;
  readonly text: string;
  readonly result: CheckResult;
  readonly sha256: string;
  readonly fileName: string;
}

/** Reads what was pasted or dropped, before any transaction begins. */
export async function prepareOrder(
  { clock }: Pick<Context, 'clock'>,
  given: FileOrText,
  actor: Actor,
  { checkers, files }: DocumentTools,
): Promise<PreparedOrder> {
  assertBears(actor, given.unit);
  const { name, bytes } = await takeBytes(given);
  // The worker takes its copy away. What cannot be read, or waits for its words to be checked, is not kept.
  const content = 'file' in given ? bytes.slice() : given.text;
  const transcript = 'file' in given ? (given.transcript ?? null) : null;
  // Whoever registers an order has received it by now: 今天下午5点 is this afternoon.
  const facts = { today: clock.today(), receivedAt: clock.now().toISOString() };
  const { result, source } = await runCheck({ name, content, facts, config: {}, transcript }, checkers);
  const sha256 = await files.put(bytes);
  // A zero byte cannot stand in a query, and no control character in a word.
  const text = source.text.replaceAll(/\p{Cc}/gu, ' ');
  return { unit: given.unit, text, result, sha256, fileName: name };
}

/** Links the order to what it is already known as, or counts it as one past the gate. */
export async function registerOrder(acting: Acting, prepared: PreparedOrder): Promise<inbox.Registration> {
  const { db, actor, clock, chance } = acting;
  const { unit, sha256, fileName } = prepared;
  const key = { county: actor.county, unit };
  await lockOrders(db, actor.county);
  const before = await findRegistration(db, key, sha256);
  if (before !== undefined) return toRegistration(before);
  const reading = await readOrder(acting, prepared);
  const match = await matchOrder(acting, key, reading);
  const id = chance.id();
  const found = match === undefined ? await countOrder(acting, reading) : match.found;
  await insertRegistration(db, actor.county, {
    ...{ id, unit, sha256, fileName, ...found },
    score: match?.score ?? null,
    reasons: match?.reasons ?? [],
    at: clock.now().toISOString(),
  });
  await insertPerson(db, actor.county, id, actor.person);
  if (found.demand !== null) await noteRegistration(acting, { ...key, demand: found.demand }, id);
  return toRegistration(await getRegistration(db, key, id));
}

/** What an order was found to be: a demand, or one past the gate. */
type Found = { readonly demand: string; readonly offGate: null } | { readonly demand: null; readonly offGate: string };

interface OrderReading {
  readonly order: OrderFacts;
  readonly draft: demands.DemandDraft;
  readonly issuerWords: string | null;
  readonly minutes: Interval;
}

const LONGEST_WORDS = 100;

async function readOrder({ db, actor, clock }: Acting, { unit, text, result }: PreparedOrder): Promise<OrderReading> {
  const units = await listAddressableUnits(db, actor.county);
  const { document, burden } = result;
  const issuerWords = withoutControls(document.issuer)?.slice(0, LONGEST_WORDS) ?? null;
  const issuer = guessIssuer({ text, issuerWords }, units, unit)?.code ?? null;
  const { draft } = readDraft({ document, text }, { issuer: issuer ?? unit, units, today: clock.today() });
  const { details, title, dueAt } = draft;
  const startsAt = details.kind === 'meeting' && document.meeting?.start != null ? details.startsAt : null;
  return {
    order: { text, title, docNumber: withoutControls(document.docNumber), issuer, dueAt, startsAt },
    ...{ draft, issuerWords },
    // As at the gate.
    minutes: burdenOf(details, burden.perBearerMinutes).perBearerMinutes,
  };
}

function withoutControls(words: string | null): string | null {
  const cleaned = words?.replaceAll(/[\p{Cc}\p{Cf}\s]/gu, '') ?? '';
  return cleaned === '' ? null : cleaned;
}

/** Orders registered longer ago are other ones. */
const RECENT_DAYS = 60;
const DAY_MS = 86_400_000;

/** What the order is already known as: a demand first, else an order that somebody registered before. */
async function matchOrder(
  { db, clock }: Acting,
  key: BearerKey,
  { order, draft }: OrderReading,
): Promise<(Pick<Match, 'score' | 'reasons'> & { readonly found: Found }) | undefined> {
  const words = draft.title + draft.ask;
  const demand = findMatch(order, await listCandidates(db, key, { order, words }));
  if (demand !== undefined) return { ...demand, found: { demand: demand.id, offGate: null } };
  const since = new Date(clock.now().getTime() - RECENT_DAYS * DAY_MS).toISOString();
  const before = findMatch(order, await listOffGateCandidates(db, key.county, { since, words }));
  return before && { ...before, found: { demand: null, offGate: before.id } };
}

async function countOrder({ db, actor, clock, chance }: Acting, reading: OrderReading): Promise<Found> {
  const { order, draft, issuerWords, minutes } = reading;
  const id = chance.id();
  await insertOffGateDemand(db, actor.county, {
    ...{ id, issuerWords, minutes },
    ...{ issuer: order.issuer, docNumber: order.docNumber, dueAt: order.dueAt, startsAt: order.startsAt },
    ...{ kind: draft.details.kind, title: draft.title, ask: draft.ask },
    registeredAt: clock.now().toISOString(),
  });
  return { demand: null, offGate: id };
}

/** What the unit has registered, each with what became of it. */
export async function readRegistrations(
  { db, actor }: Acting,
  { unit, ...page }: PageRequest & { readonly unit: string },
): Promise<Page<inbox.Registration>> {
  assertOwnUnit(actor, unit);
  const { items, next } = await listRegistrations(db, { county: actor.county, unit }, page);
  return { items: items.map(toRegistration), next };
}

function toRegistration(row: RegistrationRow): inbox.Registration {
  const { id, unit, reasons, at, demand, title, code, demandIssuerName, offGateIssuerName } = row;
  const ask = row.ask ?? row.offGateAsk ?? '';
  const shown = { id, unit, ask, reasons, at };
  if (demand !== null) {
    const issuerName = demandIssuerName ?? '';
    const says = `这是${issuerName}已过关的事项“${ask}”（事项码 ${code ?? ''}），已记在它名下，不重复计数。`;
    return {
      ...shown,
      outcome: 'linked',
      says,
      demand: { id: demand, title: title ?? '', ask, code, issuerName },
    };
  }
  if (offGateIssuerName === null) {
    const says = '没有找到对应的事项码，已登记为未过关事项；文字中看不出是谁要求的，由减负办查明。';
    return { ...shown, outcome: 'issuer-unknown', says, demand: null };
  }
  const says = `没有找到对应的事项码，已登记为未过关事项，计入${offGateIssuerName}。登记人不向对方显示。`;
  return { ...shown, outcome: 'counted', says, demand: null };
}

export async function readOffGateDemands(
  { db, actor }: Acting,
  filter: OffGateFilter,
): Promise<Page<inbox.OffGateDemand>> {
  const { items, next } = await listOffGateDemands(db, actor.county, filter);
  return { items: items.map(withTotal), next };
}

/** What was pasted or dropped. It may show who registered it, so nobody of the unit that ordered it reads it. */
export async function readOrderFiles({ db, actor }: Acting, id: string): ReturnType<typeof listOffGateFiles> {
  const { issuer } = await getOffGateDemand(db, actor.county, id);
  if (actor.posts.some(({ unit }) => unit === issuer)) throw new Refusal('not-allowed');
  return listOffGateFiles(db, actor.county, id);
}

/** The office has found out who ordered it. Nobody takes an order off his own unit. */
export async function nameIssuer(
  { db, actor }: Acting,
  { id, issuer }: { readonly id: string; readonly issuer: string },
): Promise<inbox.OffGateDemand> {
  const { issuer: before } = await getOffGateDemand(db, actor.county, id);
  if (before !== null && before !== issuer && holdsRole(actor, 'office', before)) throw new Refusal('four-eyes');
  await assertUnits(db, [issuer]);
  await updateIssuer(db, actor.county, id, issuer);
  return withTotal(await getOffGateDemand(db, actor.county, id));
}

function withTotal(row: OffGateRow): inbox.OffGateDemand {
  const { minutes, bearerCount } = row;
  return {
    ...row,
    totalMinutes: {
      low: minutes.low * bearerCount,
      likely: minutes.likely * bearerCount,
      high: minutes.high * bearerCount,
    },
  };
}
