import { describe, expect, it } from 'vitest';
import { readDocument, type OfficialDocument } from '../../document/read-document.ts';
import { plainSource } from '../../document/source-text.ts';
import { readMeasures } from './measures.ts';

function textOf(words: string): OfficialDocument {
  return readDocument(plainSource(`关于做好有关工作的通知\n各有关单位:\n${words}\n`));
}

function measuresIn(words: string): string[] {
  return readMeasures(textOf(words)).map(({ metric, value, comparator, force }) =>
    [metric, Math.round(value * 1000) / 1000, comparator, force].join(' ').replace(' plain', ''),
  );
}

describe('what a number measures', () => {
  it.each([
    ['网格员每周走访独居老人一次。', '频次 52 exact'],
    ['重点人群半月一访。', '频次 24 exact'],
    ['山塘水库每日巡查。', '频次 365 exact'],
    ['每季度开展安全检查不少于2次。', '频次 8 floor'],
    ['安全检查2次/月。', '频次 24 exact'],
    ['全年组织演练不少于4次。', '频次 4 floor'],
    ['扑火队三个月集中训练一次。', '频次 4 exact'],
    ['水质半月检测一次。', '频次 24 exact'],
    ['每十天上报一次墒情。', '频次 36.5 exact'],
    ['实行月报制度。', '频次 12 exact'],
    ['参保率达到95%以上。', '覆盖率 0.95 floor'],
    ['垃圾分类覆盖面达到八成五。', '覆盖率 0.85 floor'],
    ['三分之二以上的村建成示范点。', '覆盖率 0.667 floor'],
    ['知晓率达80%—90%。', '覆盖率 0.8 range'],
    ['知晓率达80-90%。', '覆盖率 0.8 range'],
    ['力争普及率达到百分之九十三。', '覆盖率 0.93 floor aim'],
    ['务必确保持证上岗率百分之百。', '覆盖率 1 exact firm'],
    ['监测户走访实现全覆盖。', '覆盖率 1 exact'],
    ['半数以上的村民小组参加。', '覆盖率 0.5 floor'],
    ['登记差错率控制在2%以内。', '覆盖率 0.02 ceiling'],
    ['管网漏损率压降到10%以下。', '覆盖率 0.1 ceiling'],
    ['事故起数不超过12起。', '数量 12 ceiling'],
    ['各镇自筹配套资金不少于5万元。', '金额 50000 floor'],
    ['完成固定资产投资3.5亿元。', '金额 350000000 exact'],
    ['单场活动经费不得超过3000元。', '金额 3000 ceiling'],
    ['建成助餐点30个。', '数量 30 exact'],
    ['每镇建成示范点至少三处。', '数量 3 floor'],
    ['建设高标准农田5万亩。', '数量 50000 exact'],
    ['改造危房一百二十户。', '数量 120 exact'],
    ['开展文体活动4至6场。', '数量 4 range'],
    ['每村配备联络员2至3名。', '人数 2 range'],
    ['培训骨干200人次。', '人数 200 exact'],
    ['每村出2个调查员。', '人数 2 exact'],
    ['干部脱产培训不少于40学时。', '时长 2400 floor'],
    ['每次巡河不少于半小时。', '时长 30 floor'],
    ['方案公示不少于7天。', '时长 10080 floor'],
    ['平安创建得分90分以上为合格。', '总分 90 floor'],
    ['宣传工作计5分。', '总分 5 exact'],
    ['活动方案提前3天报备。', '提前量 4320 floor'],
    ['接到线索后三个工作日内核查。', '期限 4320 ceiling'],
    ['事故发生后2小时内上报。', '期限 120 ceiling'],
    ['接警后30分钟到场。', '期限 30 ceiling'],
    ['群众诉求当日办结。', '期限 1440 ceiling'],
    ['线索核查时限为五天。', '期限 7200 ceiling'],
    ['水库日巡三遍。', '频次 1095 exact'],
    ['水库三天一巡。', '频次 121.667 exact'],
    ['水库巡查一日不少于两次。', '频次 730 floor'],
    ['水库双月巡查一次。', '频次 6 exact'],
    ['水库上、下半年各巡查一次。', '频次 2 exact'],
    ['水库巡查周期为10天。', '频次 36.5 exact'],
    ['线索核查次日反馈。', '期限 2880 ceiling'],
    ['线索核查2日办结。', '期限 2880 ceiling'],
    ['处置时间压缩到24小时。', '期限 1440 ceiling'],
    ['施工3天前报备。', '提前量 4320 floor'],
    ['覆盖面要达到百分百。', '覆盖率 1 floor'],
  ])('%s', (words, expected) => {
    expect(measuresIn(words)).toEqual([expected]);
  });

  it('reads an amount with the turn in which it is owed', () => {
    const [measure] = readMeasures(textOf('各站每月报送信息不少于2篇。'));
    expect(measure).toMatchObject({ metric: '数量', value: 2, comparator: 'floor', rhythm: { value: 12 } });
  });

  it('keeps the comparator in the quote', () => {
    const document = textOf('每村配备联络员不少于3名。');
    const [measure] = readMeasures(document);
    expect(document.text.slice(measure?.start, measure?.end)).toBe('不少于3名');
  });

  it('reads the cells of a table with their row', () => {
    const [measure] = readMeasures(textOf('任务\t目标\t期限\n危房改造\t120户\t3月底前'));
    expect(measure?.subject.sentence.length).toBeGreaterThan(1);
  });
});

describe('numbers that are no targets', () => {
  it.each([
    ['去年全县参保率为95%。'],
    ['截至目前已走访群众320户。'],
    ['全镇现有网格员42名,下辖28个村。'],
    ['不得要求各村每天上报。'],
    ['各级会议每月不超过1次。'],
    ['会议时间不超过1小时。'],
    ['全年发文压减三成。'],
    ['困难老人每人每月补助80元。'],
    ['按照第三条、第十二条执行。'],
    ['联系电话:68112345。'],
    ['本通知所称老年人,是指60周岁以上的居民。'],
    ['建立一户一档、一村一策。'],
    ['树牢四个意识,坚持三个原则。'],
    ['于2026年3月5日召开会议。'],
    ['累计三次未到的,予以说明。'],
    ['参加人数若干,走访十几户。'],
    ['培训**人次,覆盖X%。'],
    ['附件2份。'],
    ['抽查比例不超过5%。'],
    ['成立一个专班。'],
  ])('%s', (words) => {
    expect(measuresIn(words)).toEqual([]);
  });
});

describe('hostile text', () => {
  function seconds(work: () => unknown): number {
    const begun = performance.now();
    work();
    return (performance.now() - begun) / 1000;
  }

  it.each([
    ['a million digits', '9'.repeat(1_000_000)],
    ['a million numerals', '十'.repeat(1_000_000)],
    ['one paragraph of frequencies', '每周一次'.repeat(50_000)],
    ['sentences of targets', '每村不少于3名,覆盖率90%。'.repeat(40_000)],
  ])('is read in bounded time: %s', { timeout: 30_000 }, (_, words) => {
    const document = textOf(words);
    expect(seconds(() => readMeasures(document))).toBeLessThan(3);
  });
});
