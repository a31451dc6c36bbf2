import { expect, test } from 'vitest';
import { findFrequencies } from './frequency.ts';

test.each([
  ['各站天天报零', '天天', 248],
  ['气象站逐日观测雨量', '逐日', 248],
  ['每日17:00前报送', '每日', 248],
  ['每天报送,节假日照报', '每天', 365],
  ['不论节假日,每日零点报', '每日', 248],
  ['每日不论节假日均须上报', '每日', 365],
  ['每个工作日报送', '每个工作日', 248],
  ['每晚八点传图', '每晚', 248],
  ['每天上报3次', '每天上报3次', 744],
  ['一日两次测温', '一日两次', 496],
  ['每日早晚各一次', '每日早晚各', 496],
  ['每两小时报一次', '每两小时报一次', 992],
  ['实行零报告', '零报告', 248],
  ['实行日报告制度', '日报', 248],
  ['家庭医生隔日上门一次', '隔日上门一次', 125],
  ['每两天一次', '每两天一次', 125],
  ['周周有进展', '周周', 52],
  ['信访专班二十四小时一报,节假日不停', '二十四小时一报', 365],
  ['每周报送', '每周', 52],
  ['每周一次', '每周一次', 52],
  ['每周五报送', '每周五', 52],
  ['逢周五报送', '逢周五', 52],
  ['复耕进度逢周二、周五各碰头一次', '逢周二、周五各碰头一次', 104],
  ['每周一、三、五巡查', '每周一、三、五', 156],
  ['每周不少于两次', '每周不少于两次', 104],
  ['每周至少走访2次', '每周至少走访2次', 104],
  ['双周调度', '双周调度', 26],
  ['隔周报送', '隔周', 26],
  ['每两周一次', '每两周一次', 26],
  ['建立周调度机制', '周调度', 52],
  ['各助餐点逢十交一张客流表', '逢十', 36],
  ['逢五逢十赶集', '逢五逢十', 72],
  ['每旬报送', '每旬', 36],
  ['每半月报送', '每半月', 24],
  ['半月一访', '半月一访', 24],
  ['每月5日、20日前报送', '每月5日、20日', 24],
  ['每月25日前报送', '每月25日', 12],
  ['按月报送', '按月', 12],
  ['实行月报制度', '月报', 12],
  ['每季度末月报送', '每季度', 4],
  ['季度一访', '季度一访', 4],
  ['每半年一次', '每半年一次', 2],
  ['每学期填五回', '每学期填五回', 10],
  ['每年开展一次', '每年开展一次', 1],
  ['一年四次', '一年四次', 4],
  ['每五年进行一次', '每五年进行一次', 0.2],
])('%s: %s is %f times a year', (text, words, timesPerYear) => {
  const [frequency] = findFrequencies(text);

  expect(frequency).toMatchObject({ text: words, timesPerYear });
  expect(text.slice(frequency?.start, frequency?.end)).toBe(words);
});

test.each(['不定期检查', '适时开展', '每周若干次', '每月**次'])('%s names no number of times', (text) => {
  expect(findFrequencies(text)).toMatchObject([{ timesPerYear: null }]);
});

test.each([
  '每人一份',
  '每村2000元',
  '每月工资3000元',
  '人民日报记者',
  '按年龄分组',
  '间隔3天',
  '一年级学生',
  '3月报名',
  '周一报到',
  '本月调度会',
  '第一季度调度',
  '5月一次性补助',
  '每日新闻播出',
  '一日游',
  '逐年提高',
  '按五年折旧',
])('%s holds no frequency', (text) => {
  expect(findFrequencies(text)).toEqual([]);
});

test('several frequencies of one text keep their order', () => {
  expect(findFrequencies('每周报送进度,每月召开一次例会。').map(({ timesPerYear }) => timesPerYear)).toEqual([52, 12]);
});

// Done in half a second on a quiet machine; in quadratic time it would take minutes on any.
test('hostile runs are read in linear time', () => {
  for (const piece of ['每', '每周', '一日', '逢一', '每1', '每周一、']) findFrequencies(piece.repeat(60_000));
}, 15_000);
