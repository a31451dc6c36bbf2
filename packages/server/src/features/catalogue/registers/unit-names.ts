import type { FindUnit } from './register.ts';

/** A unit that rows may name. */
export interface NamedUnit {
  readonly code: string;
  readonly name: string;
}

/** Names differ by how the committee is called. */
function fold(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/\s/gu, '')
    .replace(/(?:村民委员会|居民委员会|村委会|居委会|村民|居民)$/u, '');
}

/** Finds units by code or by name; of several of one name the one in the town that the row names. */
export function createUnitFinder(units: readonly NamedUnit[]): FindUnit {
  const codes = new Set(units.map(({ code }) => code));
  const named = Map.groupBy(units, ({ name }) => fold(name));
  return (written, town) => {
    const word = fold(written);
    if (codes.has(word)) return { unit: word };
    const found = named.get(word) ?? named.get(`${word}村`) ?? named.get(`${word}社区`) ?? [];
    const towns = town === '' ? [] : (named.get(fold(town)) ?? []);
    const inTown =
      towns.length === 0
        ? found
        : found.filter(({ code }) => towns.some((one) => one.code.slice(0, 9) === code.slice(0, 9)));
    const [only, ...others] = inTown;
    if (only === undefined) return { reason: `范围内没有单位“${written.slice(0, 30)}”` };
    if (others.length === 0) return { unit: only.code };
    return { reason: `有 ${inTown.length} 个单位叫“${written.slice(0, 30)}”，请填 12 位代码，或加“乡镇”一列` };
  };
}
