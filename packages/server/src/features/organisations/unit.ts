import { isCountyBlock, Refusal, type organisations } from '@qingzhuang/contract';
import { hasRoomBelow, superiorOf } from './unit-code.ts';

/** What decisions need to know of a unit. */
export interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly level: organisations.UnitLevel;
  readonly nature: organisations.UnitNature;
  readonly parent: string | null;
  readonly foundedOn: string | null;
  readonly endedOn: string | null;
}

/** A unit that is about to exist. */
export interface NewUnit {
  readonly code: string;
  readonly name: string;
  readonly nature: organisations.UnitNature;
  readonly foundedOn: string | null;
}

/** What a living unit becomes. */
export interface UnitChange {
  readonly code: string;
  readonly name: string;
  readonly nature: organisations.UnitNature;
}

export interface EndedUnit {
  readonly code: string;
  /** What it has merged into. */
  readonly successor: string | null;
}

/** The level of a unit with this code and nature. */
export function levelOf({ code, nature }: Pick<NewUnit, 'code' | 'nature'>): organisations.UnitLevel {
  if (isCountyBlock(code)) return 'county';
  return isVillage(nature) ? 'village' : 'township';
}

/** Why a unit of this nature cannot have this code, in a sentence; undefined when it can. */
export function faultOfPlace({ code, nature }: Pick<NewUnit, 'code' | 'nature'>): string | undefined {
  if ((superiorOf(code) === undefined) !== (nature === 'county')) return '只有县本级的代码以 000000 结尾';
  if (isTownship(nature) && (isCountyBlock(code) || !hasRoomBelow(code))) {
    return '乡镇、街道的代码第 7 至 9 位不为 000，末 3 位为 000';
  }
  if (isVillage(nature) && (isCountyBlock(code) || hasRoomBelow(code))) return '村、社区应在乡镇或街道之下';
  return undefined;
}

function isTownship(nature: organisations.UnitNature): boolean {
  return nature === 'township' || nature === 'subdistrict';
}

function isVillage(nature: organisations.UnitNature): boolean {
  return nature === 'village' || nature === 'community';
}

/** Throws `wrong-state` for a unit that has merged into another or was dissolved. */
function assertLives({ endedOn }: Pick<UnitRow, 'endedOn'>): void {
  if (endedOn !== null) throw new Refusal('wrong-state');
}

export interface Renaming extends Omit<UnitChange, 'code'> {
  /** The first day of the new name. */
  readonly from: string;
}

/**
 * Refuses a renaming that lies in the future or before the day on which the present name began, that changes nothing,
 * or that would make another kind of unit. `begin` is null where nobody knows since when the unit has its name.
 */
export function assertMayRename(
  unit: UnitRow,
  { name, nature, from }: Renaming,
  { today, begin }: { readonly today: string; readonly begin: string | null },
): void {
  assertLives(unit);
  assertNotAfter(from, today, '/from');
  if (begin !== null && from < begin) throw faultAt('/from', `现名自 ${begin} 起使用，改名不能早于这一天`);
  if (name === unit.name && nature === unit.nature) throw faultAt('/name', '与现在的名称和性质相同');
  const fault = faultOfNature(unit, nature);
  if (fault !== undefined) throw faultAt('/nature', fault);
}

/** Why a unit cannot become one of this nature, in a sentence; undefined when it can. */
export function faultOfNature(unit: UnitRow, nature: organisations.UnitNature): string | undefined {
  const { code, level } = unit;
  return faultOfPlace({ code, nature }) ?? (levelOf({ code, nature }) === level ? undefined : '不能改变单位的层级');
}

/** Refuses to end the county, a unit that has ended, and a day before its founding or in the future. */
export function assertMayEnd(unit: UnitRow, on: string, today: string): void {
  assertLives(unit);
  if (unit.nature === 'county') throw new Refusal('wrong-state');
  assertNotAfter(on, today, '/on');
  if (unit.foundedOn !== null && on < unit.foundedOn) throw faultAt('/on', `该单位 ${unit.foundedOn} 才设立`);
}

export interface Merger {
  readonly on: string;
  /** Whether the unit that ends has units below that live. */
  readonly hasBelow: boolean;
}

/** Refuses a merger into the unit itself, into an ended unit or into one of another level. */
export function assertMayMerge(unit: UnitRow, into: UnitRow, { on, hasBelow }: Merger): void {
  if (unit.code === into.code) throw faultAt('/into', '不能并入自己');
  if (into.endedOn !== null) throw new Refusal('unknown-unit');
  if (into.foundedOn !== null && on < into.foundedOn) throw faultAt('/on', `并入的单位 ${into.foundedOn} 才设立`);
  if (unit.level !== into.level || into.nature === 'county') throw faultAt('/into', '只能并入同级单位');
  if (hasBelow && !hasRoomBelow(into.code)) throw faultAt('/into', '该单位有下级，只能并入乡镇或街道');
}

/** Refuses a day that has not come: what a unit is called and whether it lives is true today. */
export function assertNotAfter(day: string, today: string, pointer: string): void {
  if (day > today) throw faultAt(pointer, '不能晚于今天');
}

/** `invalid-input` with one place and one sentence. */
export function faultAt(pointer: string, detail: string): Refusal {
  return new Refusal('invalid-input', { errors: [{ pointer, detail }] });
}
