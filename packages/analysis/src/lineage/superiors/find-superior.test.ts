import { describe, expect, test } from 'vitest';
import { plainSource } from '../../document/source-text.ts';
import { findSuperior } from './find-superior.ts';

const ONE = '各县要在汛前对病险水库、低洼路段和地质灾害点逐一排查，列出清单，明确包保责任人。';
const TWO = '编织袋、救生衣、发电机等物资要前置到乡镇，由专人保管，每季度盘点一次，缺少的限期补齐。';
const OTHER = '老街的排水泵由水务站五月十日前换好，钱从镇财政出，住户的电表一并检查，费用不向住户收取。';

describe('the text that a document was taken from', () => {
  test('is the one from which most was copied', () => {
    expect(findSuperior(plainSource(ONE + TWO), [OTHER, ONE, ONE + TWO])).toBe(2);
  });

  test('is the first of two that are as good as equal', () => {
    expect(findSuperior(plainSource(ONE + TWO), [ONE + TWO, ONE + TWO])).toBe(0);
    expect(findSuperior(plainSource(ONE + TWO), [ONE + TWO.slice(0, -4), ONE + TWO])).toBe(0);
  });

  test('is none where too little was copied, or nothing is given', () => {
    expect(findSuperior(plainSource(ONE + OTHER.repeat(3)), [TWO])).toBe(null);
    expect(findSuperior(plainSource(ONE), [])).toBe(null);
  });
});
