import type { Element, Entity } from '../element.ts';
import type { Derivation } from '../match.ts';
import type { Asked } from './asked.ts';
import { IMPLIED, type Meaning } from './meaning.ts';
import type { Surface } from './surface.ts';

/**
 * Works out what a column counts (残疾人数, 60岁以上女性) from the elements of those who are counted; null where it counts
 * nothing, or something that no element tells.
 */
export type Counter = (asked: Asked, rows: Entity | null) => Derivation | null;

interface Condition {
  readonly element: string;
  /** As `holds` of the values reads it; before it `age` or `sex` where that is first worked out of the element. */
  readonly test: string;
}

/** Who lives where: a household counts its people, a village people and households. */
const COUNTED: Readonly<Record<string, Entity>> = { 人数: 'person', 户数: 'household' };
const COUNTING_ROWS: ReadonlySet<Entity> = new Set(['village', 'household', 'organisation']);
/** Words that count words have about them and that set no condition. */
const NO_CONDITION: ReadonlySet<string> = new Set([
  '人数',
  '户数',
  '数',
  '总',
  '合计',
  '全',
  '人员',
  '户',
  '户籍',
  '家庭成员',
]);

export function createCounter(surfaces: readonly Surface[]): Counter {
  const flags = flagsOf(surfaces);
  const identityNumber = plain(surfaces, '身份证号', 'identity-number');
  const age = plain(surfaces, '年龄', 'number');
  const sex = plain(surfaces, '性别', 'choice');

  function conditionOf(scope: string): Condition | null {
    const range = /^age(>=|<=|<|=)(.+)$/u.exec(scope);
    if (range !== null) return ageCondition(range[1] === '=' ? (range[2] ?? '') : `${range[1] ?? ''}${range[2] ?? ''}`);
    if (scope !== '男' && scope !== '女') return null;
    if (sex !== null) return { element: sex, test: scope };
    return identityNumber === null ? null : { element: identityNumber, test: `sex${scope}` };
  }

  function ageCondition(test: string): Condition | null {
    if (age !== null) return { element: age, test };
    return identityNumber === null ? null : { element: identityNumber, test: `age${test}` };
  }

  return (asked, rows) => {
    const counted = countedBy(asked, rows);
    if (counted === null) return null;
    const conditions = conditionsOf(asked.meaning, counted, flags, conditionOf);
    if (conditions === null || conditions.length === 0) return null;
    const by = conditions.map(({ test }) => test).join('&');
    const from = conditions.map(({ element }) => element);
    return by === '' ? { from, how: 'count' } : { from, how: 'count', by };
  };
}

/** What is counted for such rows: the people of a household, the people or households of a village. */
function countedBy({ meaning, field }: Asked, rows: Entity | null): Entity | null {
  if (field.type !== 'number' || rows === null || !COUNTING_ROWS.has(rows) || !isPlainCount(meaning)) return null;
  const counted = COUNTED[meaning.terms.find(({ id }) => COUNTED[id] !== undefined)?.id ?? ''];
  return counted === undefined || counted === rows ? null : counted;
}

/** All its words are known, and it is of nobody else and of no other time. */
function isPlainCount({ rest, holder, time }: Meaning): boolean {
  return rest === '' && holder === null && (time === null || /^\d{4}年$/u.test(time));
}

/** One condition for each thing that the label says; null as soon as one cannot be told. */
function conditionsOf(
  { terms, scopes }: Meaning,
  counted: Entity,
  flags: ReadonlyMap<string, string>,
  conditionOf: (scope: string) => Condition | null,
): Condition[] | null {
  const concepts = terms.filter(({ id, weight }) => weight > IMPLIED && !NO_CONDITION.has(id)).map(({ id }) => id);
  const flag = concepts.length === 0 ? undefined : flags.get(flagKey(counted, concepts));
  if (concepts.length > 0 && flag === undefined) return null;
  const ofFlag = flag === undefined ? [] : [{ element: flag, test: scopes.includes('不') ? 'false' : '' }];
  const others = scopes.filter((scope) => !NO_CONDITION.has(scope) && !(scope === '不' && flag !== undefined));
  const ofScopes = others.map(conditionOf);
  return ofScopes.includes(null) ? null : [...ofFlag, ...ofScopes.flatMap((condition) => condition ?? [])];
}

/** Yes-or-no elements by the words that they ask about. */
function flagsOf(surfaces: readonly Surface[]): Map<string, string> {
  const flags = new Map<string, string>();
  for (const { element, meaning, derived } of surfaces) {
    if (element.type !== 'boolean' || derived !== null || meaning.rest !== '' || meaning.scopes.length > 0) continue;
    const concepts = meaning.terms.filter(({ weight }) => weight > IMPLIED).map(({ id }) => id);
    const key = flagKey(element.entity, concepts);
    if (concepts.length > 0 && !flags.has(key)) flags.set(key, element.key);
  }
  return flags;
}

function flagKey(entity: Entity, concepts: readonly string[]): string {
  return `${entity} ${[...concepts].sort().join('+')}`;
}

/** The element that asks a person just this of themselves. */
function plain(surfaces: readonly Surface[], id: string, type: Element['type']): string | null {
  const found = surfaces.find(
    ({ element, meaning, derived }) =>
      derived === null &&
      element.entity === 'person' &&
      element.type === type &&
      meaning.holder === null &&
      meaning.rest === '' &&
      meaning.terms.length > 0 &&
      meaning.terms.every((term) => term.id === id),
  );
  return found?.element.key ?? null;
}
