import { expect, test } from 'vitest';
import { CROCKFORD, decodeBase32, encodeBase32 } from './base32.ts';

test.each([
  [[], ''],
  [[0], '00'],
  [[255], 'ZW'],
  [[0, 0, 0, 0, 1], '00000001'],
  [[0b00001_000, 0b10_00011_0, 0b0100_0010, 0b1_00110_00, 0b111_01000], '12345678'],
  [Array<number>(6).fill(255), 'ZZZZZZZZZW'],
])('the bytes %j are spelled %s, and read again', (bytes, text) => {
  expect(encodeBase32(new Uint8Array(bytes))).toBe(text);
  expect(decodeBase32(text)).toEqual(new Uint8Array(bytes));
});

test('bytes of every length come back', () => {
  for (let length = 0; length <= 200; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, place) => (place * 73 + length) % 256);

    expect(decodeBase32(encodeBase32(bytes))).toEqual(bytes);
  }
});

test.each([
  ['small letters', 'zw'],
  ['a letter that is left out', 'ZU'],
  ['a look-alike', 'O0'],
  ['filling that is not zero', 'ZX'],
  ['a character too many', 'ZW0'],
  ['one character', '0'],
  ['padding', 'ZW======'],
  ['a space', 'Z W'],
  ['another script', '清河'],
  ['half a character', '\ud83d0'],
])('%s is not read', (_, text) => {
  expect(decodeBase32(text)).toBeUndefined();
});

test('the alphabet has 32 different characters', () => {
  expect(new Set(CROCKFORD).size).toBe(32);
});
