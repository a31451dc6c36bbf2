import { isBelow, Refusal, type organisations } from '@qingzhuang/contract';
import { assertActsFor, type Actor } from '../../platform/actor.ts';
import type { Acting } from '../../platform/context.ts';
import { planMoves } from './merging.ts';
import {
  endUnits,
  findLastRenaming,
  findNamesake,
  findUnit,
  getUnit,
  insertUnits,
  listAllUnits,
  listBelow,
  lockTree,
  updateUnits,
  type VersionedUnit,
} from './store.ts';
import { countyUnit, createFreeCodes, superiorOf } from './unit-code.ts';
import {
  assertMayEnd,
  assertMayMerge,
  assertMayRename,
  assertNotAfter,
  faultAt,
  faultOfPlace,
  type NewUnit,
} from './unit.ts';

/** Throws `not-allowed` for administrators of anything less than the county: the tree belongs to all of it. */
export function assertAdministers(actor: Actor): void {
  assertActsFor(actor, countyUnit(actor.county), 'administrator');
}

export async function createUnit(
  { db, clock, actor }: Acting,
  plan: organisations.UnitPlan,
): Promise<organisations.Unit> {
  assertAdministers(actor);
  await lockTree(db);
  const { name, nature, parent, foundedOn = clock.today() } = plan;
  assertNotAfter(foundedOn, clock.today(), '/foundedOn');
  const above = await findUnit(db, parent);
  if (above?.endedOn !== null) throw new Refusal('unknown-unit');
  const taken = (await listAllUnits(db)).map(({ code }) => code);
  const unit = { code: plan.code ?? assignCode(plan, taken), name, nature, foundedOn };
  assertPlaced(unit, parent, actor.county);
  if (taken.includes(unit.code)) throw new Refusal('already-exists');
  await assertNameFree(db, parent, name);
  await insertUnits(db, actor.county, [unit]);
  return getUnit(db, unit.code);
}

function assignCode({ nature, parent }: organisations.UnitPlan, taken: readonly string[]): string {
  const code = createFreeCodes(taken)(nature, parent);
  if (code === undefined) throw faultAt('/parent', '上级范围内的代码已用完');
  return code;
}

function assertPlaced(unit: NewUnit, parent: string, county: string): void {
  const { code } = unit;
  if (!code.startsWith(county)) throw faultAt('/code', '代码不属于本县');
  if (superiorOf(code) !== parent) throw faultAt('/parent', '这类单位不能设在这个上级之下，或代码不在上级的范围内');
  const fault = faultOfPlace(unit);
  if (fault !== undefined) throw faultAt('/nature', fault);
}

async function assertNameFree(db: Acting['db'], parent: string | null, name: string): Promise<void> {
  const namesake = await findNamesake(db, parent, name);
  if (namesake === undefined) return;
  throw new Refusal('already-exists', {
    errors: [{ pointer: '/name', detail: `同一上级下已有“${name}”（${namesake}）` }],
  });
}

export async function renameUnit(acting: Acting, renaming: UnitRenaming): Promise<organisations.Unit> {
  const { db, clock } = acting;
  const unit = await getForChange(acting, renaming.code);
  const { code, name, nature = unit.nature, from } = renaming;
  const begin = (await findLastRenaming(db, code)) ?? unit.foundedOn;
  assertMayRename(unit, { name, nature, from }, { today: clock.today(), begin });
  if (name !== unit.name) await assertNameFree(db, unit.parent, name);
  await updateUnits(db, [{ code, name, nature }], from);
  return getUnit(db, code);
}

interface UnitRenaming {
  readonly code: string;
  readonly name: string;
  readonly from: string;
  readonly nature?: organisations.UnitNature;
}

/** Ends a unit that goes on in another one; the units below it go over under new codes. */
export async function mergeUnit(
  acting: Acting,
  { code, into, on }: { readonly code: string; readonly into: string; readonly on: string },
): Promise<organisations.Unit> {
  const { db, clock, actor } = acting;
  const unit = await getForChange(acting, code);
  const successor = await findUnit(db, into);
  if (successor === undefined) throw new Refusal('unknown-unit');
  const below = await listBelow(db, code);
  assertMayEnd(unit, on, clock.today());
  assertMayMerge(unit, successor, { on, hasBelow: below.length > 0 });
  const inSuccessor = (await listAllUnits(db)).filter((other) => isBelow(other.code, into));
  const moves = planMoves(below, { into, on, inSuccessor });
  await insertUnits(
    db,
    actor.county,
    moves.map(({ made }) => made),
  );
  await endUnits(db, on, [...moves.map(({ ended }) => ended), { code, successor: into }]);
  return getUnit(db, code);
}

export async function dissolveUnit(
  acting: Acting,
  { code, on }: { readonly code: string; readonly on: string },
): Promise<organisations.Unit> {
  const { db, clock } = acting;
  const unit = await getForChange(acting, code);
  assertMayEnd(unit, on, clock.today());
  if ((await listBelow(db, code)).length > 0) throw new Refusal('units-below');
  await endUnits(db, on, [{ code, successor: null }]);
  return getUnit(db, code);
}

/** The unit as the caller has seen it, nobody else changing the tree until the transaction ends. */
async function getForChange({ db, actor, seen }: Acting, code: string): Promise<VersionedUnit> {
  assertAdministers(actor);
  await lockTree(db);
  const unit = await findUnit(db, code);
  if (unit === undefined) throw new Refusal('no-such-record');
  if (unit.version !== seen) throw new Refusal('stale', { version: unit.version });
  return unit;
}
