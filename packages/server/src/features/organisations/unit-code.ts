import { isCountyBlock, type organisations } from '@qingzhuang/contract';

/** Codes of a county's units: which are free, and what stands where. */

/** The unit that a county itself is: the root of its tree. */
export function countyUnit(county: string): string {
  return `${county}000000`;
}

/** The code of the unit directly above, or undefined for a county. The same rule stands in the table's constraint. */
export function superiorOf(code: string): string | undefined {
  if (code.endsWith('000000')) return undefined;
  return isCountyBlock(code) || code.endsWith('000') ? `${code.slice(0, 6)}000000` : `${code.slice(0, 9)}000`;
}

/** Whether other units may lie below: only a county and a township have a range of their own. */
export function hasRoomBelow(code: string): boolean {
  return code.endsWith('000');
}

/** Numbers of three digits, both ends included. */
type Numbers = readonly [first: number, last: number];

/** The numbers that the statistical division codes reserve for each kind of division. */
const NUMBERS_OF_DIVISIONS: Partial<Record<organisations.UnitNature, Numbers>> = {
  subdistrict: [1, 99],
  township: [100, 599],
  community: [1, 199],
  village: [200, 399],
};

/** Numbers for what is no division: all of them below a county, those that no village has below a township. */
const BELOW_COUNTY: Numbers = [1, 999];
const BELOW_TOWNSHIP: Numbers = [600, 999];

function numbersFor(nature: organisations.UnitNature, parent: string): Numbers {
  return NUMBERS_OF_DIVISIONS[nature] ?? (superiorOf(parent) === undefined ? BELOW_COUNTY : BELOW_TOWNSHIP);
}

/** Gives the lowest code of a nature below a parent that nobody has had; undefined when there is none left. */
export type FindFreeCode = (nature: organisations.UnitNature, parent: string) => string | undefined;

/** Every code it gives counts as taken from then on. `taken` holds those of ended units too: no code is used twice. */
export function createFreeCodes(taken: Iterable<string>): FindFreeCode {
  const used = new Set(taken);
  /** The number to go on with, by parent and range: without it many lines would each begin at the first. */
  const next = new Map<string, number>();
  return function findFreeCode(nature, parent) {
    const [first, last] = numbersFor(nature, parent);
    const range = `${parent}/${first}`;
    for (let number = next.get(range) ?? first; number <= last; number += 1) {
      next.set(range, number + 1);
      const code = codeBelow(nature, parent, String(number).padStart(3, '0'));
      if (!used.has(code)) {
        used.add(code);
        return code;
      }
    }
    return undefined;
  };
}

function codeBelow(nature: organisations.UnitNature, parent: string, number: string): string {
  const isTownship = nature === 'township' || nature === 'subdistrict';
  return isTownship ? `${parent.slice(0, 6)}${number}000` : `${parent.slice(0, 9)}${number}`;
}

/** What a unit most likely is by its code, where nobody says: the numbers are those of the statistical divisions. */
export function likelyNature(code: string): organisations.UnitNature {
  if (superiorOf(code) === undefined) return 'county';
  if (isCountyBlock(code)) return 'department';
  if (hasRoomBelow(code)) return Number(code.slice(6, 9)) < 100 ? 'subdistrict' : 'township';
  const number = Number(code.slice(9));
  if (number >= 600) return 'institution';
  return number < 200 || (number >= 400 && number < 500) ? 'community' : 'village';
}
