import { expect, test } from 'vitest';
import { holdsIdentityNumber } from './identity-numbers.ts';

test.each([
  ['与11010519491231002X重复', true],
  ['身份证 110105 19491231 002x', true],
  ['１１０１０５１９４９１２３１００２Ｘ', true],
  ['末位写错的 110105194912310021', true],
  ['旧号110105491231002。', true],
  ['村代码 130101101201，第 001 户', false],
  ['130101101201001', false],
  ['电话 13800138000', false],
  ['账号 6222021234567890123', false],
  ['', false],
])('%s holds an identity number: %s', (text, holds) => {
  expect(holdsIdentityNumber(text)).toBe(holds);
});
