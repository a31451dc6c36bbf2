import { expect, test } from 'vitest';
import { identityViewOf, isIdentityView, viewIdentityNumber } from './identity-views.ts';

test.each([
  ['身份证号', 'whole', '11010519491231002X'],
  ['身份证号码（18位）', 'whole', '11010519491231002X'],
  ['身份证后四位', 'last-4', '002X'],
  ['身份证号码后6位', 'last-6', '31002X'],
  ['身份证号（后六位）', 'last-6', '31002X'],
  ['身份证末四位', 'last-4', '002X'],
  ['身份证号前六位', 'first-6', '110105'],
  ['身份证号(前6后4)', 'masked-6-4', '110105********002X'],
  ['身份证号码前3位后4位，中间用*代替', 'masked-3-4', '110***********002X'],
  ['身份证号（隐藏中间8位）', 'masked-6-4', '110105********002X'],
  ['身份证（隐藏出生日期）', 'masked-6-4', '110105********002X'],
  ['身份证号（隐藏后四位）', 'masked-14-0', '11010519491231****'],
  ['户主身份证号码（脱敏）', 'masked-6-4', '110105********002X'],
  ['身份证号(15位)', 'fifteen', '110105491231002'],
  ['身份证出生日期段', 'birth', '19491231'],
  ['身份证号（6-8-4分段）', 'grouped', '110105 19491231 002X'],
] as const)('%s asks for %s: %s', (label, view, shown) => {
  expect(identityViewOf([label])).toBe(view);
  expect(viewIdentityNumber('11010519491231002X', view)).toBe(shown);
});

test('the words may stand in any header above', () => {
  expect(identityViewOf(['身份证号', '后四位'])).toBe('last-4');
});

test.each(['fifteen', 'birth', 'grouped'] as const)('a permit has no view %s', (view) => {
  expect(viewIdentityNumber('H12345678', view)).toBeNull();
});

test('those born from 2000 on have no number of 15 digits', () => {
  expect(viewIdentityNumber('110105200503010008', 'fifteen')).toBeNull();
});

test.each([
  ['masked-6-4', true],
  ['last-four', false],
  ['', false],
])('%s names a view: %s', (word, isView) => {
  expect(isIdentityView(word)).toBe(isView);
});
