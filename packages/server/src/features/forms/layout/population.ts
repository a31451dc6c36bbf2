/** Who the rows of a form are: guessed from its title and fields for the drafter to confirm, and put into words. */
import { derive, type CatalogueElement, type Derivation, type Entity, type Form } from '@qingzhuang/analysis';
import { catalogue, type DeepReadonly, type forms } from '@qingzhuang/contract';

type Population = DeepReadonly<forms.Population>;
type Condition = Population['conditions'][number];
type Element = Pick<CatalogueElement, 'key' | 'name' | 'aliases' | 'entity' | 'type' | 'options'>;

/** A form to be guessed about. */
export interface GuessedForm {
  readonly form: Pick<Form, 'title' | 'sheet' | 'shape' | 'fields'>;
  /** The element of each field, as far as one is known. */
  readonly elements: readonly (string | null)[];
  /** The title of the demand, and what it asks. */
  readonly words: string;
}

const BLANK: Population = { rows: 'blank', entity: null, conditions: [] };

/** Whom most of the fields are about; a card or a table of figures is about the bearer itself. */
export function guessPopulation({ form, elements, words }: GuessedForm, known: readonly Element[]): Population {
  if (form.shape !== 'list') return { rows: 'unit', entity: null, conditions: [] };
  const entity = commonEntity(elements);
  if (entity === null) return BLANK;
  const titled = [form.title, form.sheet, words].filter((text) => text !== null).join(' ');
  const conditions = [...agesIn(titled, entity), ...traitsIn(titled, entity, known)];
  return { rows: 'subjects', entity, conditions: conditions.slice(0, MOST_CONDITIONS) };
}

const MOST_CONDITIONS = 5;

function commonEntity(elements: readonly (string | null)[]): Entity | null {
  const counts = new Map<string, number>();
  for (const element of elements) {
    const entity = element?.split('.')[0];
    if (entity !== undefined) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  return (most?.[0] as Entity | undefined) ?? null;
}

/** An age is told by the identity number, or by the day of birth where that is all there is. */
const AGE: Derivation = { from: ['person.identity-number', 'person.birth-date'], how: 'age' };
const AGED = /(\d{2,3})\s*(?:周)?岁(?:及|\(含\)|（含）)*\s*(以上|以下)/gu;
/** 《老年人权益保障法》第二条; the aged allowance is given from 80 on. */
const AGED_WORDS: readonly (readonly [RegExp, string])[] = [
  [/高龄/u, '80'],
  [/老年人|老人/u, '60'],
];

function agesIn(title: string, entity: Entity): readonly Condition[] {
  if (entity !== 'person') return [];
  const said = [...title.normalize('NFKC').matchAll(AGED)].map(([, age = '', side]) => {
    return aged(side === '以上' ? 'at-least' : 'at-most', String(Number(age)));
  });
  if (said.length > 0) return said.filter((one, index) => said.findIndex((other) => other.is === one.is) === index);
  const word = AGED_WORDS.find(([pattern]) => pattern.test(title));
  return word === undefined ? [] : [aged('at-least', word[1])];
}

function aged(is: Condition['is'], value: string): Condition {
  return { element: 'person.identity-number', derived: AGE, is, value };
}

const ASKED_WHETHER = /^是否|^(?:享受|参加|领取|纳入|属于|为|有)/gu;
const SHORTEST_TRAIT = 2;

/** What a title calls its subjects by: 低保对象, 危房, 党员. The longest word that says so. */
function traitsIn(title: string, entity: Entity, known: readonly Element[]): readonly Condition[] {
  const traits = known
    .filter((element) => element.entity === entity)
    .flatMap((element) => wordsOf(element).map(([word, value]) => ({ element: element.key, word, value })))
    .filter(({ word }) => word.length >= SHORTEST_TRAIT && title.includes(word))
    .toSorted((one, other) => other.word.length - one.word.length);
  const [longest] = traits;
  return longest === undefined ? [] : [{ element: longest.element, derived: null, is: 'equals', value: longest.value }];
}

function wordsOf({ name, aliases, type }: Element): (readonly [word: string, value: string])[] {
  if (type !== 'boolean') return [];
  return [name, ...aliases].map((one) => [one.replaceAll(ASKED_WHETHER, '').replaceAll(ASKED_WHETHER, ''), 'true']);
}

/** One sentence without a full stop: 60 周岁以上的人. */
export function populationSays({ rows, entity, conditions }: Population, names: ReadonlyMap<string, string>): string {
  if (rows === 'unit') return '填报单位自己，一行';
  if (rows === 'blank' || entity === null) return '由填报单位自己加行';
  const said = conditions.map((condition) => conditionSays(condition, names));
  return `${said.length === 0 ? '全部' : `${said.join('、')}的`}${catalogue.entityNames[entity]}`;
}

function conditionSays({ element, derived, is, value }: Condition, names: ReadonlyMap<string, string>): string {
  const isAge = derived?.how === 'age';
  if (isAge && is !== 'equals') return `${value}周岁以${is === 'at-least' ? '上' : '下'}`;
  const name = isAge ? '年龄' : (names.get(element) ?? element);
  if (is === 'equals') return booleanSays(name, value) ?? `${name}为“${value}”`;
  return `${name}${is === 'at-least' ? '不小于' : '不大于'}${value}`;
}

function booleanSays(name: string, value: string): string | null {
  if (value !== 'true' && value !== 'false') return null;
  return `${value === 'true' ? '' : '不'}${name.replace(/^是否/u, '')}`;
}

/** The elements that conditions ask about. */
export function elementsAsked({ conditions }: Population): string[] {
  return conditions.flatMap(({ element, derived }) => derived?.from ?? [element]);
}

/** Whether a subject is among the rows. Who cannot be told is not: nobody is put on a list by a missing value. */
export function belongsTo({ conditions }: Population, values: ReadonlyMap<string, string>, today: string): boolean {
  return conditions.every(({ element, derived, is, value }) => {
    const held = derived === null ? values.get(element) : derive(derived, values, today);
    if (held === undefined || held === null) return false;
    if (is === 'equals') return held === value;
    return is === 'at-least' ? compare(held, value) >= 0 : compare(held, value) <= 0;
  });
}

/** Numbers by their size, everything else as it is written: days are in order so. */
function compare(one: string, other: string): number {
  const [first, second] = [Number(one), Number(other)];
  if (!Number.isNaN(first) && !Number.isNaN(second)) return first - second;
  return one < other ? -1 : Number(one > other);
}

/** What is one of a few; whoever is asked for by name, number or address would be looked up and not counted. */
const TELLS_MANY: ReadonlySet<CatalogueElement['type']> = new Set(['choice', 'boolean', 'number']);

/** The conditions that could pick out one person. */
export function tellingWho(
  { conditions }: Population,
  elements: ReadonlyMap<string, Pick<CatalogueElement, 'type'>>,
): Condition[] {
  return conditions.filter(({ element, derived, is }) => {
    if (derived?.how === 'age' || derived?.how === 'sex') return false;
    const type = elements.get(element)?.type ?? 'text';
    return !TELLS_MANY.has(type) && !(type === 'date' && is !== 'equals');
  });
}
