import { Refusal } from '@qingzhuang/contract';
import { createFreeCodes } from './unit-code.ts';
import { faultAt, type EndedUnit, type NewUnit, type UnitRow } from './unit.ts';

/** A unit under its new code, and what it was. */
export interface Move {
  readonly made: NewUnit;
  readonly ended: EndedUnit;
}

/**
 * How the units below a township go over to another one: each keeps its number where that is free there. `inSuccessor`
 * are all units in the other's range, ended ones included. Throws `already-exists` when two would have the same name,
 * for people could not tell them apart.
 */
export function planMoves(
  below: readonly UnitRow[],
  { into, on, inSuccessor }: { readonly into: string; readonly on: string; readonly inSuccessor: readonly UnitRow[] },
): Move[] {
  assertDistinct(below, inSuccessor);
  const young = below.find(({ foundedOn }) => foundedOn !== null && foundedOn > on);
  if (young !== undefined) throw faultAt('/on', `下级“${young.name}”在这一天之后才设立`);
  const taken = new Set(inSuccessor.map(({ code }) => code));
  const kept = new Map(below.map(({ code }) => [code, `${into.slice(0, 9)}${code.slice(9)}`]));
  const findFreeCode = createFreeCodes([...taken, ...kept.values()]);
  return below.map(({ code, name, nature }) => {
    const same = kept.get(code) ?? '';
    const free = taken.has(same) ? findFreeCode(nature, into) : same;
    if (free === undefined) throw faultAt('/into', '并入单位范围内的代码已用完');
    return { made: { code: free, name, nature, foundedOn: on }, ended: { code, successor: free } };
  });
}

function assertDistinct(below: readonly UnitRow[], inSuccessor: readonly UnitRow[]): void {
  const names = new Set(inSuccessor.filter(({ endedOn }) => endedOn === null).map(({ name }) => name));
  const twice = below.filter(({ name }) => names.has(name));
  if (twice.length === 0) return;
  throw new Refusal('already-exists', {
    errors: twice.map(({ name }) => ({ pointer: '/into', detail: `两边都有“${name}”，请先改名` })),
  });
}
