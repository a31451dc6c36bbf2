import { expect, test } from 'vitest';
import { readBankAccount, readCreditCode, readDisabilityCertificate, readPostcode } from './registered-codes.ts';

test.each([
  ['91350100M000100Y43', { value: '91350100M000100Y43' }],
  ['91350100m000100y43', { value: '91350100M000100Y43' }],
  ['９１３５０１００ M000100Y43', { value: '91350100M000100Y43' }],
  ['', { fault: { code: 'empty' } }],
  ['9135O100M000100Y43', { fault: { code: 'look-alike', suggestion: '91350100M000100Y43' } }],
  ['9I350100M000100Y44', { fault: { code: 'look-alike', suggestion: null } }],
  ['91350100M000100Y44', { fault: { code: 'wrong-checksum' } }],
  ['91350100M000100Y4', { fault: { code: 'wrong-length' } }],
  ['9.1350100E+17', { fault: { code: 'digits-lost' } }],
])('the credit code %s', (raw, reading) => {
  expect(readCreditCode(raw)).toMatchObject(reading);
});

test.each([
  ['6222 0200 0000 0007', { value: '6222020000000007' }],
  ['6228480000000000000', { value: '6228480000000000000' }],
  ['10560201010123456', { value: '10560201010123456', note: '不是银联卡号，没有校验码可核。' }],
  ['6222020000000008', { fault: { code: 'wrong-checksum' } }],
  ['6222020000001000', { fault: { code: 'digits-lost' } }],
  ['6.22202E+15', { fault: { code: 'digits-lost' } }],
  ['12345', { fault: { code: 'wrong-length' } }],
  ['农商行', { fault: { code: 'not-of-type' } }],
  [' ', { fault: { code: 'empty' } }],
])('the bank account %s', (raw, reading) => {
  expect(readBankAccount(raw)).toMatchObject(reading);
});

test.each([
  ['223001', { value: '223001' }],
  ['50000', { fault: { code: 'wrong-length', suggestion: '050000' } }],
  ['2230', { fault: { code: 'wrong-length', suggestion: null } }],
  ['', { fault: { code: 'empty' } }],
])('the postcode %s', (raw, reading) => {
  expect(readPostcode(raw)).toMatchObject(reading);
});

test.each([
  ['11010519491231002X43', { value: '11010519491231002X43' }],
  ['11010519491231002x43b1', { value: '11010519491231002X43B1' }],
  ['11010519491231002X83', { fault: { code: 'wrong-length' } }],
  ['11010519491231002X', { fault: { code: 'wrong-length' } }],
  ['11010519491231002143', { fault: { code: 'wrong-checksum' } }],
  ['1.10105E+19', { fault: { code: 'digits-lost' } }],
  ['', { fault: { code: 'empty' } }],
])('the disability certificate %s', (raw, reading) => {
  expect(readDisabilityCertificate(raw)).toMatchObject(reading);
});
