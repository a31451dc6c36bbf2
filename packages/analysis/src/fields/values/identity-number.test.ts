import { expect, test } from 'vitest';
import { birthDateOf, readIdentityNumber, sexOf } from './identity-number.ts';

const TODAY = '2026-03-02';

test.each([
  ['11010519491231002X', '11010519491231002X'],
  ['11010519491231002x', '11010519491231002X'],
  ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
  ['110105 19491231 002X', '11010519491231002X'],
  ['110105-19491231-002X', '11010519491231002X'],
  ["'11010519491231002X", '11010519491231002X'],
  ['身份证：11010519491231002X（户主）', '11010519491231002X'],
  ['110105200503010008.0', '110105200503010008'],
  ['\u200b110105200503010008\n', '110105200503010008'],
])('%s is kept as %s without a word', (raw, value) => {
  expect(readIdentityNumber(raw, TODAY)).toEqual({ value });
});

test.each([
  ['110105491231002', '11010519491231002X', '15 位旧身份证号'],
  ['110105991231996', '110105189912319968', '15 位旧身份证号'],
  ['810000199001010019', '810000199001010019', '港澳台居民居住证'],
  ['91015619900101001X', '91015619900101001X', '外国人永久居留证'],
  ['H12345678', 'H12345678', '港澳居民来往内地通行证'],
  ['m1234567890', 'M1234567890', '港澳居民来往内地通行证'],
  ['FRA440105123456', 'FRA440105123456', '外国人永久居留证（旧版）'],
  ['EA1234567', 'EA1234567', '护照'],
])('%s is kept as %s and the note names %s', (raw, value, words) => {
  expect(readIdentityNumber(raw)).toEqual({ value, note: expect.stringContaining(words) as string });
});

test.each([
  ['', 'empty', null],
  ['1.10105E+17', 'digits-lost', null],
  ['1.10105e+17', 'digits-lost', null],
  ['110105194912310000', 'digits-lost', null],
  ['11O10519491231002X', 'look-alike', '11010519491231002X'],
  ['l1010519491231002X', 'look-alike', '11010519491231002X'],
  ['11010519491231002×', 'look-alike', '11010519491231002X'],
  ['11010519491231002X、110105199005010018', 'several', null],
  ['11O105194912310021', 'look-alike', null],
  ['110105********002X', 'masked', null],
  ['110105194912310021', 'wrong-checksum', null],
  ['990105194912310016', 'wrong-checksum', null],
  ['110105194902300012', 'unreal-date', null],
  ['110105202701010008', 'future-date', null],
  ['110105180001010002', 'unreal-date', null],
  ['1101051949123100', 'wrong-length', null],
  ['11010519491231002', 'wrong-length', '11010519491231002X'],
  ['11010520050301001', 'wrong-length', null],
  ['1101051949123100200', 'wrong-length', null],
  ['张三', 'not-of-type', null],
])('%s is refused as %s, with %s suggested', (raw, code, suggestion) => {
  expect(readIdentityNumber(raw, TODAY)).toEqual({
    fault: { code, suggestion, message: expect.stringMatching(/\p{Script=Han}/u) as string },
  });
});

test('a division that no province has is refused even when the checksum passes', () => {
  expect(readIdentityNumber('010105194912310018')).toMatchObject({ fault: { code: 'unknown-division' } });
});

test('without today nobody is too young or too old', () => {
  expect(readIdentityNumber('110105202701010008')).toEqual({ value: '110105202701010008' });
  expect(readIdentityNumber('110105180001010002')).toEqual({ value: '110105180001010002' });
});

test.each([
  ['11010519491231002X', '1949-12-31', '女'],
  ['110105199005010018', '1990-05-01', '男'],
  ['H12345678', null, null],
])('%s says born on %s, %s', (number, birth, sex) => {
  expect(birthDateOf(number)).toBe(birth);
  expect(sexOf(number)).toBe(sex);
});

/** Seeded, so that a failure can be repeated. */
function randomDigits(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * 10);
  };
}

test('no single wrong digit and no swap of neighbours passes', () => {
  const digit = randomDigits(7);
  const numbers = ['11010519491231002X', '110105199005010018', '320801197508200035'];
  for (let round = 0; round < 600; round += 1) {
    const number = numbers[round % numbers.length] ?? '';
    const at = (digit() * 10 + digit()) % 17;
    const wrong = String(digit());
    const changed = number.slice(0, at) + wrong + number.slice(at + 1);
    const swapped =
      at === 16 ? number : number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2);
    for (const candidate of [changed, swapped].filter((each) => each !== number)) {
      expect(readIdentityNumber(candidate)).toHaveProperty('fault');
    }
  }
});

test('a number that was read is read again as itself', () => {
  for (const raw of ['110105491231002', '11010519491231002x', '91015619900101001X', 'H12345678']) {
    const first = readIdentityNumber(raw);
    const value = 'value' in first ? first.value : '';
    expect(readIdentityNumber(value)).toMatchObject({ value });
  }
});
