import type { Element, Entity } from '../element.ts';
import type { Asked } from './asked.ts';
import type { Field, FieldType } from '../form.ts';
import { convertUnit, isUnit } from '../values/units.ts';

/** What it costs that a field wants one type of value and an element holds another; types not named cost `IMPOSSIBLE`. */
const TYPE_COSTS: Readonly<Record<FieldType, Partial<Record<FieldType, number>>>> = {
  // A blank column says little about its type: readers call it text.
  text: {
    choice: 0.05,
    'long-text': 0.05,
    'identity-number': 0.05,
    phone: 0.05,
    date: 0.12,
    boolean: 0.3,
    number: 0.3,
    file: 0.6,
  },
  'long-text': { text: 0.05, choice: 0.4 },
  number: { text: 1.2, phone: 1, choice: 1.2, 'identity-number': 1.5, date: 1.5 },
  date: { text: 0.7, number: 1.2 },
  choice: { text: 0.15, boolean: 0.3, number: 1.2, 'long-text': 1 },
  boolean: { choice: 0.25, text: 1 },
  'identity-number': { text: 0.4 },
  phone: { text: 0.4, number: 1 },
  file: { text: 1 },
};
const IMPOSSIBLE = 2.5;

export function typeCost(field: FieldType, element: FieldType): number {
  return field === element ? 0 : (TYPE_COSTS[field][element] ?? IMPOSSIBLE);
}

const CONVERTED = 0.15;
const UNKNOWN_UNIT = 0.1;
/** 元/月 for an amount that is monthly by its own words. */
const RATE = 0.12;

/** Pairs of units and what they cost, for forms have few of them. */
const UNIT_COSTS = new Map<string, number>();
const MOST_PAIRS = 2000;

/** Units that measure different things rule a match out; those of one dimension are converted. */
export function unitCost(field: string | null, element: string | null): number {
  if (field === null || element === null || field === element) return 0;
  const pair = `${field} ${element}`;
  const known = UNIT_COSTS.get(pair);
  if (known !== undefined) return known;
  if (UNIT_COSTS.size >= MOST_PAIRS) UNIT_COSTS.clear();
  const cost = costOfUnits(field, element);
  UNIT_COSTS.set(pair, cost);
  return cost;
}

function costOfUnits(field: string, element: string): number {
  if (field.split('/')[0] === element.split('/')[0]) return RATE;
  if (!isUnit(field) || !isUnit(element)) return UNKNOWN_UNIT;
  if (convertUnit('1', element, field) !== null) return CONVERTED;
  return areCounters(field, element) ? CONVERTED : IMPOSSIBLE;
}

/** 人 and 名, 个 and 所: words that count things of one kind. */
function areCounters(one: string, other: string): boolean {
  const vague = /^(?:个|件|份|次|项|处|座|所|台|套|条|家|只|头|羽|辆|株|眼|口)$/u;
  return vague.test(one) && vague.test(other);
}

/** Of how much the answers that a field offers are other answers than the element's. */
export function optionCost(field: Pick<Field, 'options' | 'type'>, element: Element): number {
  if (field.options === null || element.options === null || field.type === 'boolean') return 0;
  const known = new Set(element.options);
  const shared = field.options.filter((option) => known.has(option)).length;
  return shared > 0 ? 0 : 0.2;
}

/** A person lives in a household, a household in a house, a body has its place: such values stand in one list. */
const NEIGHBOURS: ReadonlySet<string> = new Set([
  ...['person household', 'household person', 'household house', 'house household', 'person house', 'house person'],
  ...['household plot', 'plot household', 'person plot', 'plot person', 'organisation facility'],
]);

const NO_ROWS = 0.05;
const NAMED = 0.1;
const BESIDE = 0.1;
const GENERIC_BESIDE = 0.3;
const GENERIC_ELSEWHERE = 1;
const OTHER_THING = 0.5;
const OTHERS_PERSON = 0.6;
/** Measures of one thing stand in no list of others (the floor area of a house among facilities), nor does an occasion. */
const OUT_OF_PLACE = 0.75;
const MEASURED_ALONE: ReadonlySet<Entity> = new Set(['village', 'house']);

/** What entity costs need to know of a field. */
type AskedOf = Pick<Asked, 'isGeneric' | 'isPlace' | 'holder' | 'meaning'>;

/** What it costs that an element belongs to something other than the rows of the form. */
export function entityCost(rows: Entity | null, { entity, type }: Element, asked: AskedOf): number {
  if (rows === entity) return 0;
  if (rows === null) return NO_ROWS;
  if (namesOther(entity, asked)) return NAMED;
  if (NEIGHBOURS.has(`${rows} ${entity}`)) return asked.isGeneric ? GENERIC_BESIDE : BESIDE;
  return asked.isGeneric ? GENERIC_ELSEWHERE : elsewhereCost(entity, type, asked);
}

function elsewhereCost(entity: Entity, type: FieldType, { meaning }: AskedOf): number {
  if (meaning.holder !== null) return OTHERS_PERSON;
  return entity === 'event' || (type === 'number' && MEASURED_ALONE.has(entity)) ? OUT_OF_PLACE : OTHER_THING;
}

/** Places, heads of households and the people whom a list is about stand in lists of anything. */
function namesOther(entity: Entity, { isPlace, holder, meaning }: AskedOf): boolean {
  if (entity === 'village') return isPlace;
  if (entity === 'household') {
    return meaning.holder === '户主' || holder.implied === '户主' || /^(?:家庭|农户|户内)/u.test(meaning.text);
  }
  return entity === 'person' && holder.isSubject;
}
