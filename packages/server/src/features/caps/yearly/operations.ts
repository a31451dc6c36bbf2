import { caps, Refusal } from '@qingzhuang/contract';
import type { Acting } from '../../../platform/context.ts';
import type { Db } from '../../../platform/db.ts';
import { assertUnits, namesOf } from '../../organisations/index.ts';
import { settingsOn } from '../settings/store.ts';
import { assertPasses, countedMinutes, faultsOf, yearOf, type CapDemand, type CapsLeft, type Passing } from './cap.ts';
import {
  hasPlan,
  insertCap,
  insertChange,
  insertGivenBack,
  insertUse,
  lastVersion,
  listCapRows,
  listChanges,
  listPlanStates,
  lockCaps,
  lockGrants,
  lockPlanItem,
  sumGranted,
  type CapKey,
  type CapYear,
} from './store.ts';

/** A demand that is let through. */
export interface Spending extends CapDemand {
  readonly county: string;
  readonly demand: string;
  /** The day of the admission: its year is the one that pays. */
  readonly day: string;
  readonly passing: Passing;
  /** RFC 3339. */
  readonly at: string;
}

/**
 * Counts a demand against its issuer's caps, in the transaction that lets it through. Refuses `over-cap` where it passes
 * by no decision. Admissions of one issuer take turns at the rows of its caps, so never one too many gets through.
 */
export async function spendCap(db: Db, spending: Spending): Promise<void> {
  const { county, issuer, kind, planItem, passing } = spending;
  const year = yearOf(spending.day);
  const use = { ...spending, year, minutes: countedMinutes(spending.minutes) };
  await lockCaps(db, { county, year }, [issuer], [kind, 'minutes']);
  if (planItem !== null) await lockPlanItem(db, { county, year }, planItem);
  // Read after the locks: the numbers of whoever went before are in.
  const faults = faultsOf(use, await readLeft(db, { county, issuer, year }, planItem));
  assertPasses(faults, passing);
  await insertUse(db, { ...use, over: faults.length > 0 });
}

/** Gives back what a demand has used: by the published rule, only where it was withdrawn before it began. */
export function giveBackCap(db: Db, demand: Parameters<typeof insertGivenBack>[1]): Promise<void> {
  return insertGivenBack(db, demand);
}

/** What is left to an issuer in the year of the day: by kind, in minutes, and of its plan. */
export function capsLeft(db: Db, issuer: string, day: string): Promise<CapsLeft> {
  return readLeft(db, { county: issuer.slice(0, 6), issuer, year: yearOf(day) }, null);
}

async function readLeft(db: Db, of: CapYear, planItem: string | null): Promise<CapsLeft> {
  const rows = new Map((await listCapRows(db, of)).map((row) => [row.measure, row]));
  return {
    year: of.year,
    caps: caps.CapMeasure.options.map((measure) => rows.get(measure) ?? { measure, granted: null, used: 0 }),
    planItems: await listPlanStates(db, of, planItem),
    hasPlan: await hasPlan(db, of.county, of.year),
  };
}

/** Granted, used and left by issuer and measure. */
export async function listCaps(
  { db, actor: { county } }: Pick<Acting, 'db' | 'actor'>,
  { year, issuer }: { readonly year: number; readonly issuer?: string },
): Promise<{ caps: caps.Cap[] }> {
  const rows = await listCapRows(db, { county, year, issuer: issuer ?? null });
  const names = await namesOf(
    db,
    rows.map((row) => row.issuer),
  );
  return {
    caps: rows.map(({ issuer: unit, measure, granted, used, over }) => ({
      issuer: unit,
      issuerName: names.get(unit) ?? unit,
      year,
      measure,
      granted,
      used,
      left: granted === null ? null : granted - used,
      overCap: over,
    })),
  };
}

export interface CapChoice {
  readonly issuer: string;
  readonly year: number;
  readonly measure: caps.CapMeasure;
}

/** One cap with everything that was granted and transferred. */
export async function readCap(acting: Pick<Acting, 'db' | 'actor'>, choice: CapChoice): Promise<caps.CapHistory> {
  const { db, actor } = acting;
  const { issuer, year, measure } = choice;
  const name = (await namesOf(db, [issuer])).get(issuer);
  if (name === undefined) throw new Refusal('unknown-unit');
  const cap = (await listCaps(acting, { year, issuer })).caps.find((one) => one.measure === measure);
  const changes = await listChanges(db, { county: actor.county, ...choice });
  const unset = { issuer, issuerName: name, year, measure, granted: null, used: 0, left: null, overCap: 0 };
  return { ...(cap ?? unset), version: changes[0]?.version ?? 0, changes };
}

export interface CapGrant extends CapChoice {
  readonly amount: number;
  readonly reason: string;
  readonly source: string;
}

/** Sets what an issuer is granted. All issuers together stay within the county's total, where it has one. */
export async function grantCap(acting: Acting, grant: CapGrant): Promise<caps.CapHistory> {
  const { db, actor, seen } = acting;
  const { issuer, year, measure, amount, reason, source } = grant;
  const key: CapKey = { county: actor.county, issuer, year, measure };
  await assertUnits(db, [issuer]);
  await lockGrants(db, actor.county, year);
  await insertCap(db, key);
  await lockCaps(db, key, [issuer], [measure]);
  const version = await lastVersion(db, key);
  if (seen !== undefined && seen !== version) throw new Refusal('stale', { version });
  const before = (await readCap(acting, key)).granted ?? 0;
  await assertWithinTotal(acting, key, amount - before);
  await insertChange(db, { ...key, change: amount - before, reason, source, counterpart: null, ...deedOf(acting) });
  return readCap(acting, grant);
}

async function assertWithinTotal({ db, clock }: Acting, key: CapKey, more: number): Promise<void> {
  const total = (await settingsOn(db, clock.today())).yearlyTotals?.[key.measure];
  if (total === undefined || more <= 0) return;
  const granted = await sumGranted(db, key);
  if (granted + more <= total) return;
  const name = caps.measureNames[key.measure];
  throw new Refusal('over-cap', {
    errors: [
      { pointer: '/amount', detail: `全县${name}总量 ${total}，已核定 ${granted}，还可核定 ${total - granted}` },
    ],
  });
}

export interface CapTransfer {
  readonly year: number;
  readonly measure: caps.CapMeasure;
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  readonly reason: string;
  readonly source: string;
}

/** Moves what one issuer has left to another. Both must have a cap, and what they have together stays the same. */
export async function transferCap(acting: Acting, transfer: CapTransfer): Promise<{ caps: caps.Cap[] }> {
  const { db, actor } = acting;
  const { year, measure, from, to, amount, reason, source } = transfer;
  const { county } = actor;
  // What a unit has left when it merges goes over to its successor like this.
  if (!(await namesOf(db, [from])).has(from)) throw new Refusal('unknown-unit');
  await assertUnits(db, [to]);
  const locked = await lockCaps(db, { county, year }, [from, to], [measure]);
  // Where nothing was granted nothing is controlled: a transfer would make a cap out of freedom.
  if (locked.size !== 2) throw new Refusal('wrong-state');
  const { left } = await readCap(acting, { issuer: from, year, measure });
  if (amount > (left ?? 0)) {
    throw new Refusal('over-cap', { errors: [{ pointer: '/amount', detail: `余量只有 ${left ?? 0}` }] });
  }
  const shared = { county, year, measure, reason, source, ...deedOf(acting) };
  await insertChange(db, { ...shared, issuer: from, change: -amount, counterpart: to });
  await insertChange(db, { ...shared, issuer: to, change: amount, counterpart: from });
  const { caps: all } = await listCaps(acting, { year });
  return { caps: all.filter((cap) => cap.measure === measure && [from, to].includes(cap.issuer)) };
}

function deedOf({ actor, clock }: Acting): { person: string; at: string } {
  return { person: actor.person, at: clock.now().toISOString() };
}
