import { organisations, type DeepReadonly } from '@qingzhuang/contract';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useApi } from './api.tsx';

/** A unit of the tree; those below it follow it. */
export interface UnitNode {
  readonly code: string;
  readonly name: string;
  readonly level: organisations.UnitLevel;
  readonly nature: organisations.UnitNature;
  readonly parent: string | null;
}

/** Every unit of the county, those above first. */
export function useUnits(): UseQueryResult<readonly UnitNode[]> {
  const call = useApi();
  return useQuery({
    queryKey: ['units'],
    queryFn: () => call(organisations.readUnitTree, {}),
    select: ({ units }: DeepReadonly<{ units: UnitNode[] }>) => units,
  });
}

/** Whether the characters of the search occur in the name in their order: 卫健局 finds 卫生健康局. */
export function nameMatches(name: string, search: string): boolean {
  let from = 0;
  for (const character of search.replace(/\s+/gu, '')) {
    const at = name.indexOf(character, from);
    if (at === -1) return false;
    from = at + character.length;
  }
  return true;
}

const TOWN_NATURES: ReadonlySet<string> = new Set(['township', 'subdistrict']);
const VILLAGE_NATURES: ReadonlySet<string> = new Set(['village', 'community']);

export interface Town {
  readonly unit: UnitNode;
  readonly villages: readonly UnitNode[];
}

/** The towns with the villages below each. */
export function townsOf(units: readonly UnitNode[]): Town[] {
  const below = new Map<string | null, UnitNode[]>();
  for (const unit of units.filter(({ nature }) => VILLAGE_NATURES.has(nature))) {
    below.set(unit.parent, [...(below.get(unit.parent) ?? []), unit]);
  }
  return units
    .filter(({ nature }) => TOWN_NATURES.has(nature))
    .map((unit) => ({ unit, villages: below.get(unit.code) ?? [] }));
}

/** The towns and villages whose names match; a town stays when one of its villages does. */
export function searchTowns(towns: readonly Town[], search: string): Town[] {
  if (search.trim() === '') return [...towns];
  return towns.flatMap(({ unit, villages }) => {
    const found = villages.filter(({ name }) => nameMatches(name, search));
    return found.length > 0 || nameMatches(unit.name, search) ? [{ unit, villages: found }] : [];
  });
}
