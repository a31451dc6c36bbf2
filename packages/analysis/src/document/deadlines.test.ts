import { expect, test } from 'vitest';
import { formatInstant, parseInstant } from '../schedule/local-time.ts';
import { DEFAULT_WORK_HOURS } from '../schedule/working-time.ts';
import { leadMinutes, type DeadlineContext } from './deadline-time.ts';
import { findDeadlines } from './deadlines.ts';

/** Monday. */
const received: DeadlineContext = {
  receivedAt: parseInstant('2026-03-02T09:00+08:00'),
  issuedOn: null,
  workHours: DEFAULT_WORK_HOURS,
};
const unknown: DeadlineContext = { receivedAt: null, issuedOn: null, workHours: DEFAULT_WORK_HOURS };

/** Words and due time of every deadline. */
function dueTimes(text: string, context: DeadlineContext = received): string[] {
  return findDeadlines(text, context).map(
    ({ text: words, at }) => `${words} ${at === null ? '-' : formatInstant(at).slice(0, 16)}`,
  );
}

test.each([
  ['请于17:30交齐近视筛查数', '17:30 2026-03-02T17:30'],
  ['请各村今晚8点前报送名单', '今晚8点前 2026-03-02T20:00'],
  ['随访数照旧于晚九点上交', '晚九点 2026-03-02T21:00'],
  ['请明早9时前反馈', '明早9时前 2026-03-03T09:00'],
  ['当天18:00前报县局', '当天18:00前 2026-03-02T18:00'],
  ['下班前发我', '下班前 2026-03-02T18:00'],
  ['上午下班前发我', '上午下班前 2026-03-02T12:00'],
  ['下午5点半前', '下午5点半前 2026-03-02T17:30'],
  ['5点前报', '5点前 2026-03-02T17:00'],
  ['8点前报', '8点前 2026-03-02T20:00'],
  ['务必于今日17点30分前完成', '今日17点30分前 2026-03-02T17:30'],
  ['这份表今晚十点收齐', '今晚十点 2026-03-02T22:00'],
  ['麻烦再统计成表,明天下午给我们', '明天下午 2026-03-03T18:00'],
  ['数字今晚要,别留字据', '今晚 2026-03-02T23:59'],
  ['各农技站晚八点须发当日数', '晚八点 2026-03-02T20:00'],
  ['请于24时前上报', '24时前 2026-03-03T00:00'],
  ['今天中午之前', '今天中午之前 2026-03-02T12:00'],
  ['后天中午12点前', '后天中午12点前 2026-03-04T12:00'],
])('the time in %s falls due on its day', (text, expected) => {
  expect(dueTimes(text)).toEqual([expected]);
});

test.each([
  ['于3月6日12时前报县农业农村局', '3月6日12时前 2026-03-06T12:00'],
  ['3月6日12:00前', '3月6日12:00前 2026-03-06T12:00'],
  ['3月6日上午前', '3月6日上午前 2026-03-06T12:00'],
  ['办理结果于6月20日前写成材料送我科', '6月20日前 2026-06-20T18:00'],
  ['请于20日前报送', '20日前 2026-03-20T18:00'],
  ['请于1日前报送', '1日前 2026-04-01T18:00'],
  ['二〇二六年三月六日前', '二〇二六年三月六日前 2026-03-06T18:00'],
  ['2026-03-06前提交', '2026-03-06前 2026-03-06T18:00'],
  ['2026/3/6 18:00前提交', '2026/3/6 18:00前 2026-03-06T18:00'],
  ['请于3.6日前报', '3.6日前 2026-03-06T18:00'],
  ['3月31日(含)前', '3月31日(含)前 2026-03-31T18:00'],
  ['明年1月底前', '明年1月底前 2027-01-31T18:00'],
  ['6月前完成', '6月前 2026-05-31T18:00'],
  ['请于本周五(3月6日)下午5点前报送', '本周五(3月6日)下午5点前 2026-03-06T17:00'],
  ['周五前', '周五前 2026-03-06T18:00'],
  ['周一前', '周一前 2026-03-02T18:00'],
  ['下周三前', '下周三前 2026-03-11T18:00'],
  ['月底前完成整改', '月底前 2026-03-31T18:00'],
  ['6月上旬前完成', '6月上旬前 2026-06-10T18:00'],
  ['季末,填《清减明细》送来', '季末 2026-03-31T18:00'],
  ['凭签到册复印件说话,月末统一交组织办', '月末 2026-03-31T18:00'],
  ['旬末报送进度', '旬末 2026-03-10T18:00'],
  ['年底前对每座公厕走查四遍', '年底前 2026-12-31T18:00'],
  ['请于节前报送', '节前 2026-04-03T18:00'],
  ['国庆前完成', '国庆前 2026-09-30T18:00'],
  ['中秋节前完成', '中秋节前 2026-09-24T18:00'],
  ['节后第三个工作日再收', '节后第三个工作日 2026-04-09T18:00'],
  ['力争6月底前建成', '6月底前 2026-06-30T18:00'],
])('the day in %s is found', (text, expected) => {
  expect(dueTimes(text)).toEqual([expected]);
});

test.each([
  ['截止时间:3月6日12:00', '3月6日12:00 2026-03-06T12:00'],
  ['报名截止日期为2026年3月10日。', '2026年3月10日 2026-03-10T18:00'],
  ['不迟于3月6日报送', '3月6日 2026-03-06T18:00'],
  ['最迟不超过3月5日', '3月5日 2026-03-05T18:00'],
  ['申报截止3月6日', '3月6日 2026-03-06T18:00'],
  ['截至3月6日止', '3月6日止 2026-03-06T18:00'],
  ['填报时间:3月1日至3月15日', '3月1日至3月15日 2026-03-15T18:00'],
  ['请于3月1日至15日报送材料', '3月1日至15日 2026-03-15T18:00'],
  ['即日起至3月15日', '即日起至3月15日 2026-03-15T18:00'],
])('label, prefix or window make %s a due time', (text, expected) => {
  expect(dueTimes(text)).toEqual([expected]);
});

test.each([
  ['谁须在一刻钟内应答', '一刻钟内 2026-03-02T09:15'],
  ['两小时内报送', '两小时内 2026-03-02T11:00'],
  ['一个半小时之内', '一个半小时之内 2026-03-02T10:30'],
  ['24小时内书面报告', '24小时内 2026-03-03T09:00'],
  ['三天内完成', '三天内 2026-03-05T18:00'],
  ['5日内报送', '5日内 2026-03-09T18:00'],
  ['5个工作日内反馈', '5个工作日内 2026-03-09T18:00'],
  ['一周内报送', '一周内 2026-03-09T18:00'],
  ['半个月内', '半个月内 2026-03-17T18:00'],
  ['三个月内', '三个月内 2026-06-02T18:00'],
  ['限3日完成整改', '限3日 2026-03-05T18:00'],
  ['年内完成', '年内 2026-12-31T18:00'],
  ['收到本通知之日起5个工作日内报送', '收到本通知之日起5个工作日内 2026-03-09T18:00'],
  ['请于收到通知后2日内反馈', '收到通知后2日内 2026-03-04T18:00'],
])('the span in %s is counted from the receipt', (text, expected) => {
  expect(dueTimes(text)).toEqual([expected]);
});

test.each([
  ['会后三日内报送小结', '会'],
  ['3. 会后两日内报送小结', '会'],
  ['散会后二十四小时内,各管护站须另行召集职工', '散会'],
  ['事故发生后1小时内报告', '事故发生'],
  ['接到群众举报后24小时内处置', '接到群众举报'],
])('%s is anchored at an event of unknown date', (text, anchorEvent) => {
  expect(findDeadlines(text, received)).toMatchObject([{ kind: 'within', at: null, anchorEvent }]);
});

test('a span from the issue is counted from the date of the document', () => {
  const context = { ...received, issuedOn: '2026-02-25' };

  expect(dueTimes('自通知印发之日起10日内', context)).toEqual(['通知印发之日起10日内 2026-03-09T18:00']);
});

test.each([
  '每月25日前报送',
  '每晚八点传图',
  '每周五下班前报送周报',
  '每日17:00前报送',
  '每季度末月25日前',
  '每日6:00至7:00报送',
])('%s comes back and has no single due time', (text) => {
  expect(findDeadlines(text, received)).toMatchObject([{ recurring: true, at: null }]);
});

test.each([
  ['立即报告', 'at-once', 0],
  ['请即刻上报', 'at-once', 0],
  ['第一时间上报', 'at-once', 0],
  ['尽快报送', 'vague', null],
  ['近期完成', 'vague', null],
  ['即日起承担夜间法律咨询', 'start', null],
  ['自2026年4月1日起施行', 'start', null],
  ['三五日内交齐', 'within', null],
])('%s is of kind %s with lead %s', (text, kind, lead) => {
  const [deadline] = findDeadlines(text, received);

  expect(deadline?.kind).toBe(kind);
  expect(deadline === undefined ? undefined : leadMinutes(deadline, received)).toBe(lead);
});

test.each([
  ['请各乡镇3月6日(星期四)前报', 'weekday-mismatch'],
  ['2月30日前报', 'no-such-date'],
  ['2月20日前报', 'due-before-received'],
  ['2026年3月6日(周五)前报', null],
])('%s has the fault %s', (text, fault) => {
  expect(findDeadlines(text, received)[0]?.fault).toBe(fault);
});

test.each([
  '目前工作进展',
  '提前完成',
  '前三季度完成',
  '生产前检查',
  '2020年前建成',
  '日前,县里召开会议',
  '会前准备',
  '三年前的事',
  '三日前已报',
  '会议召开5日前发通知',
  '会议举行的三十日前',
  '于3月5日上午9:00召开会议',
  '会议时间:3月5日9:00至11:30',
  '时间:3月6日上午9:00',
  '主会场14:00开始,17:20结束',
  '截至2026年2月底,全县共建成',
  '截至目前已完成',
  '截止3月6日,全县共有12个村完成',
  '根据2026年1月5日印发的通知',
  '近三年内无违纪',
  '2026年1月1日前出生的人员',
  '2026年1月1日前建成的住房',
  '五点要求如下:一是报送',
  '以下三点意见请报送',
  '今天上报的数据',
  '明天要召开会议',
  '5月1日前后',
  '春节前后',
  '节前慰问困难群众',
  '有效期限为3年',
  '3日内不得转让',
  '分工见附件3.6',
  '辖区内',
  '在规定时间内',
  '前期已于3月1日前完成',
  '地点:3楼',
  '周末、节假日照常上报',
  '每日在工作群公布进度',
  '不用每天报进度',
  '冷链仓8月底交付',
  '年内已撤并三个小组',
  '工作群24小时值班',
  '冬修水利会定于2026年4月13日',
])('%s holds no deadline', (text) => {
  expect(dueTimes(text)).toEqual([]);
});

test('without receipt the date of the document counts, from the start of work', () => {
  const context = { ...unknown, issuedOn: '2026-04-10' };
  const [deadline] = findDeadlines('请于17:30交齐', context);

  expect(deadline === undefined ? null : leadMinutes(deadline, context)).toBe(450);
});

test.each([
  ['请于17:30交齐', 1000, 50],
  ['数字今晚要', null, 480],
  ['两小时内报送', null, 120],
  ['5个工作日内反馈', null, 2880],
  ['3月6日前报送', null, null],
  ['周五前报送', null, null],
])('without any date %s leaves a lead only where it needs none', (text, receiptMinute, lead) => {
  const context = { ...unknown, receiptMinute };
  const [deadline] = findDeadlines(text, context);

  expect(deadline?.at).toBeNull();
  expect(deadline === undefined ? undefined : leadMinutes(deadline, context)).toBe(lead);
});

test('offsets point at the words, and several deadlines keep their order', () => {
  const text = '请于3月4日前报初稿,3月6日12时前报定稿,逾期未报的立即说明。';
  const found = findDeadlines(text, received);

  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['3月4日前', '3月6日12时前', '立即']);
});

// Done in a second on a quiet machine; in quadratic time it would take minutes on any.
test('hostile runs of triggers are read in linear time', () => {
  for (const piece of ['1', '一', '3月', '前', '第一', '每', '(', '收到之日起', '3日内、', '12:'] as const) {
    findDeadlines(piece.repeat(Math.ceil(200_000 / piece.length)), received);
  }
  expect(dueTimes(`${'今日事今日毕'.repeat(10_000)}今日下班前交`).at(-1)).toBe('今日下班前 2026-03-02T18:00');
}, 20_000);
