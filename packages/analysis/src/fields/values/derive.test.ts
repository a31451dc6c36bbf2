import { expect, test } from 'vitest';
import type { Derivation } from '../match.ts';
import { derive, deriveOver } from './derive.ts';

const TODAY = '2026-03-02';
const NUMBER = 'person.identity-number';
const VALUES = new Map([
  [NUMBER, '11010519491231002X'],
  ['person.birth-date', '1990-05-01'],
  ['person.birth-month', '1990-03'],
  ['person.birth-year', '1990'],
  ['village.men', '120'],
  ['village.women', '130.5'],
  ['village.people', '1000'],
  ['village.note', '多'],
  ['household.address', '江苏省淮安市盱眙县马坝镇黄庄村三组12号'],
  ['household.short-address', '马坝镇黄庄村三组'],
  ['person.is-low-income', 'true'],
  ['person.is-disabled', 'false'],
  ['person.empty', ''],
]);

test.each<[Derivation['how'], string | undefined, readonly string[], string | null]>([
  ['age', undefined, [NUMBER], '76'],
  ['age', undefined, ['person.birth-date'], '35'],
  ['age', '2026-05-01', ['person.birth-date'], '36'],
  ['age', '2026-04-30', ['person.birth-date'], '35'],
  ['age', '2025-12-31', [NUMBER], '76'],
  ['age', undefined, ['person.birth-month'], null],
  ['age', '2026-04-01', ['person.birth-month'], '36'],
  ['age', undefined, ['person.birth-year'], null],
  ['age', '1980-01-01', ['person.birth-date'], null],
  ['age', undefined, ['person.absent', 'person.birth-date'], '35'],
  ['sex', undefined, [NUMBER], '女'],
  ['birth-date', undefined, [NUMBER], '1949-12-31'],
  ['birth-date', 'month', [NUMBER], '1949-12'],
  ['birth-date', 'year', [NUMBER], '1949'],
  ['identity-view', 'last-4', [NUMBER], '002X'],
  ['identity-view', undefined, [NUMBER], '11010519491231002X'],
  ['identity-view', 'sideways', [NUMBER], null],
  ['part', 'year', ['person.birth-date'], '1990'],
  ['part', 'day', ['person.birth-month'], null],
  ['part', 'county', ['household.address'], '盱眙县'],
  ['part', 'town', ['household.address'], '马坝镇'],
  ['part', 'village', ['household.address'], '黄庄村'],
  ['part', 'group', ['household.address'], '三组'],
  ['part', 'village', ['household.short-address'], '黄庄村'],
  ['part', 'county', ['household.short-address'], null],
  ['unit', '公顷', ['village.people'], '1000'],
  ['count', '', ['person.is-low-income', 'person.is-disabled'], null],
  ['birth-date', 'month', ['person.birth-date'], '1990-05'],
  ['sum', undefined, ['village.men', 'village.women'], '250.5'],
  ['sum', undefined, ['village.men', 'village.absent'], null],
  ['sum', undefined, ['village.men', 'village.note'], null],
  ['share', undefined, ['village.men', 'village.people'], '0.12'],
  ['share', undefined, ['village.men'], null],
  ['joined', '、', ['person.birth-year', 'village.men'], '1990、120'],
  ['sex', undefined, ['person.empty'], null],
  ['age', undefined, ['person.absent'], null],
])('%s by %s of %j is %s', (how, by, from, value) => {
  expect(derive({ how, from, ...(by === undefined ? {} : { by }) }, VALUES, TODAY)).toBe(value);
});

test.each<[Derivation['how'], string, string | null]>([
  ['count', '女', '2'],
  ['count', '女|男', '3'],
  ['count', '!女', '1'],
  ['count', '', '3'],
  ['share', '女', '0.5'],
  ['sex', '', null],
])('over four persons the %s of %s is %s', (how, by, value) => {
  const persons = ['女', '男', '女', null].map((sex) => new Map(sex === null ? [] : [['person.sex', sex]]));
  expect(deriveOver({ how, by, from: ['person.sex'] }, persons, TODAY)).toBe(value);
});

test.each([
  ['>=60', '2'],
  ['>60', '1'],
  ['<60', '1'],
  ['<=60', '2'],
  ['18..60', '2'],
])('ages that are %s: %s', (by, value) => {
  const persons = ['18', '60', '75'].map((age) => new Map([['person.age', age]]));
  expect(deriveOver({ how: 'count', by, from: ['person.age'] }, persons, TODAY)).toBe(value);
});

test('amounts of many subjects add up without binary dust', () => {
  const plots = ['0.1', '0.2', '0.3'].map((area) => new Map([['plot.area', area]]));
  expect(deriveOver({ how: 'sum', from: ['plot.area'] }, plots, TODAY)).toBe('0.6');
});

test.each([
  ['', 3],
  ['false', 1],
  ['&age>=60', 1],
  ['&age18..59&sex男', 1],
  ['&age<60', 1],
  ['&&sex女', 1],
])('several conditions on one person, %s: %d', (by, people) => {
  const persons = [
    ['true', '11010519491231002X'],
    ['true', '110105199005010018'],
    ['false', '110105200503010008'],
    ['true', undefined],
  ].map(([isPoor, number]) => {
    const values = new Map([['person.is-poor', isPoor ?? '']]);
    return number === undefined ? values : values.set('person.identity-number', number);
  });
  const numbers = by
    .split('&')
    .slice(1)
    .map(() => 'person.identity-number');
  const counted = { how: 'count', by, from: ['person.is-poor', ...numbers] } as const;
  expect(deriveOver(counted, persons, TODAY)).toBe(String(people));
});
