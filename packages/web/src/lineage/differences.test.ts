import { expect, test } from 'vitest';
import { tellApart, tellLinesApart } from './differences.ts';

function shown(above: string, below: string): string {
  return tellApart(above, below)
    .map((stretch) => (stretch.same ? stretch.below : `[${stretch.above}→${stretch.below}]`))
    .join('');
}

test('only the words that differ stand out', () => {
  expect(shown('各村每季度走访一次独居老人', '各村每月走访一次独居老人')).toBe('各村每[季度→月]走访一次独居老人');
});

test('a number is one word, also where a digit is shared', () => {
  expect(shown('照片不少于12张', '照片不少于15张')).toBe('照片不少于[12→15]张');
  expect(shown('覆盖率达到95%以上', '覆盖率达到100%以上')).toBe('覆盖率达到[95%→100%]以上');
});

test('a sign that two changed words share by chance does not break them up', () => {
  expect(shown('请市农业局报送', '请县农办报送')).toBe('请[市农业局→县农办]报送');
});

test('marks, spaces and full width are no difference', () => {
  expect(shown('列出清单，明确责任人。', '列出清单 明确责任人')).toBe('列出清单 明确责任人');
  expect(shown('不少于５次', '不少于5次')).toBe('不少于5次');
});

test('words that one text has more are told with nothing in their place', () => {
  expect(shown('各镇列出清单', '各镇逐户列出清单')).toBe('各镇[→逐户]列出清单');
  expect(shown('清单报县水利局', '清单报县水利局备案')).toBe('清单报县水利局[→备案]');
});

test('equal and empty passages have no difference', () => {
  expect(tellApart('一样', '一样')).toEqual([{ same: true, above: '一样', below: '一样' }]);
  expect(tellApart('', '')).toEqual([]);
  expect(shown('', '新的')).toBe('[→新的]');
});

test('the stretches put together are the passages again', () => {
  const above = '各县（市）要在4月底前逐一排查病险水库，列出清单，每月报送一次。';
  const below = '各村要在4月10日前逐一排查病险水库、山塘，列出清单，每周报送两次，照片不少于3张。';
  const stretches = tellApart(above, below);

  expect(stretches.map((stretch) => stretch.above).join('')).toBe(above);
  expect(stretches.map((stretch) => stretch.below).join('')).toBe(below);
});

test('two long texts with nothing in common are not compared to the end', () => {
  const above = '甲'.repeat(5000);
  const below = '乙'.repeat(5000);

  expect(tellApart(above, below)).toEqual([{ same: false, above, below }]);
});

test('long passages are told apart sentence by sentence', () => {
  const lines = tellLinesApart(
    '各县列出清单。每季度盘点一次，缺少的补齐。\n四、专人值班。',
    '各镇列出清单。每月盘点一次，缺少的补齐。\n四、专人值班。',
  );

  expect(lines.map((line) => line.map((piece) => piece.below).join(''))).toEqual([
    '各镇列出清单。',
    '每月盘点一次，缺少的补齐。\n',
    '四、专人值班。',
  ]);
});

test('sentences are not cut where the passages differ', () => {
  expect(tellLinesApart('列出清单。', '列出名册')).toHaveLength(1);
  expect(tellLinesApart('', '')).toEqual([[]]);
});
