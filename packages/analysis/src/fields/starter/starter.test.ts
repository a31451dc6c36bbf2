import { expect, test } from 'vitest';
import { ENTITIES, UPDATE_PERIODS, type CatalogueElement } from '../element.ts';
import { STARTER_CATALOGUE } from './index.ts';
import { PEOPLES } from './code-lists.ts';

const UNITS = [
  ...['人', '户', '个', '间', '层', '所', '册', '盏', '辆', '头', '只', '月', '度', '%'],
  ...['元', '万元', '元/亩', '亩', '平方米', '平方公里', '米', '公里', '厘米', '公斤', '吨', '毫摩尔/升'],
];

/** Two spellings that an office does not tell apart are one. */
function spelled(word: string): string {
  return word.normalize('NFKC').replaceAll(/[\s(),、/—-]/g, '');
}

test('it covers what villages are asked for', () => {
  expect(STARTER_CATALOGUE.length).toBeGreaterThanOrEqual(280);
  expect(new Set(STARTER_CATALOGUE.map(({ entity }) => entity))).toEqual(new Set(ENTITIES));
});

test('no key stands twice', () => {
  const keys = STARTER_CATALOGUE.map(({ key }) => key);
  expect(keys).toEqual([...new Set(keys)]);
});

test('no name or alias stands under two elements', () => {
  const owners = new Map<string, string>();
  for (const { key, name, aliases } of STARTER_CATALOGUE) {
    for (const word of [name, ...aliases]) {
      const owner = owners.get(spelled(word)) ?? key;
      expect(owner, word).toBe(key);
      owners.set(spelled(word), key);
    }
  }
});

test('a name is one word of at least a sign, without spaces', () => {
  const words = STARTER_CATALOGUE.flatMap(({ name, aliases }) => [name, ...aliases]);
  expect(words.filter((word) => word === '' || /\s/.test(word))).toEqual([]);
});

test('there are 56 peoples', () => {
  expect(new Set(PEOPLES)).toHaveLength(56);
});

test.each([
  ['户籍人口', 'village.registered-population'],
  ['常住人口', 'village.resident-population'],
  ['总人口', 'village.total-population'],
  ['户主', 'household.head-name'],
  ['监护人电话', 'person.guardian-phone'],
  ['建筑面积', 'house.floor-area'],
  ['确权面积', 'plot.registered-area'],
])('%s is %s', (word, key) => {
  expect(
    STARTER_CATALOGUE.filter(({ name, aliases }) => name === word || aliases.includes(word)).map((e) => e.key),
  ).toEqual([key]);
});

function spoken(unit: string): string {
  return unit === '%' ? '百分比' : `以${unit.replace('/', '每')}`;
}

/** The keys of the elements that break a rule. */
function keysWhere(breaks: (element: CatalogueElement) => boolean): string[] {
  return STARTER_CATALOGUE.filter(breaks).map(({ key }) => key);
}

test('a key is its entity and a word of small letters', () => {
  expect(keysWhere(({ key, entity }) => !new RegExp(`^${entity}\\.[a-z0-9]+(-[a-z0-9]+)*$`).test(key))).toEqual([]);
});

test('a definition is one sentence that says more than the name', () => {
  expect(
    keysWhere(({ definition, name }) => !/^[^。]+。$/.test(definition) || definition.length < name.length + 6),
  ).toEqual([]);
});

test('a number has a known unit and nothing else has one', () => {
  expect(keysWhere(({ type, unit }) => (type === 'number') !== UNITS.includes(unit ?? ''))).toEqual([]);
});

test('the definition of a number says in which unit it counts', () => {
  expect(
    keysWhere(({ type, unit, definition }) => type === 'number' && !definition.includes(spoken(unit ?? ''))),
  ).toEqual([]);
});

test('a choice has different options and nothing else has any', () => {
  expect(keysWhere(({ type, options }) => (type === 'choice') !== (options ?? []).length > 1)).toEqual([]);
  expect(keysWhere(({ options }) => new Set(options ?? []).size !== (options ?? []).length)).toEqual([]);
});

test('an identity number is sensitive, and neither it nor a person’s phone is open', () => {
  expect(keysWhere(({ type, personal }) => type === 'identity-number' && personal !== 'sensitive')).toEqual([]);
  expect(keysWhere(({ personal, sharing }) => personal === 'sensitive' && sharing === 'open')).toEqual([]);
  expect(
    keysWhere(({ type, personal, sharing }) => type === 'phone' && personal !== 'none' && sharing === 'open'),
  ).toEqual([]);
  expect(keysWhere(({ entity, personal }) => entity === 'person' && personal === 'none')).toEqual([]);
});

test('an element names who keeps it and how long it stays fresh', () => {
  expect(keysWhere(({ source, updatePeriod }) => source === '' || !UPDATE_PERIODS.includes(updatePeriod))).toEqual([]);
});

test('a legal basis is a title with an article', () => {
  expect(keysWhere(({ legalBasis }) => legalBasis !== null && !/^《[^》]+》第[一-鿿]+条$/.test(legalBasis))).toEqual(
    [],
  );
});
