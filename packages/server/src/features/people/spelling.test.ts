import { expect, test } from 'vitest';
import { CODE_BYTES, readCode, readDigits, spellCode } from './spelling.ts';

test('a code is spelt from random bytes in groups of four, without letters that look like others', () => {
  expect(spellCode(new Uint8Array(CODE_BYTES))).toBe('AAAA-AAAA-AAAA-AAAA');
  const counted = Uint8Array.from({ length: CODE_BYTES }, (_, index) => (index % 2 === 0 ? 0 : index));
  expect(spellCode(counted)).toBe('BDFH-KNQS-VXZ3-579B');
});

test.each([
  ['BDFH-KNQS-VXZ3-579B', 'BDFH-KNQS-VXZ3-579B'],
  [' bdfh knqs vxz3 579b ', 'BDFH-KNQS-VXZ3-579B'],
  ['ＢＤＦＨ－ＫＮＱＳ－ＶＸＺ３－５７９Ｂ', 'BDFH-KNQS-VXZ3-579B'],
  ['BDFH-KNQS-VXZ3-579', undefined],
  ['123456', undefined],
])('the code %j is read as %s', (typed, code) => {
  expect(readCode(typed)).toBe(code);
});

test.each([
  ['123456', '123456'],
  ['123 456', '123456'],
  ['１２３４５６', '123456'],
  ['12345', undefined],
  ['1234567', undefined],
  ['12345a', undefined],
])('the digits %j are read as %s', (typed, digits) => {
  expect(readDigits(typed)).toBe(digits);
});
