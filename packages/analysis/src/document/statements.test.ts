import { describe, expect, test } from 'vitest';
import { readDocument } from './read-document.ts';
import { plainSource } from './source-text.ts';

/** What is left audible of a text, silenced stretches shown as one □. */
function audible(text: string, view: 'imposed' | 'announced' = 'imposed'): string {
  const { statements } = readDocument(plainSource(text));
  return statements.map((statement) => statement[view].replaceAll(/□+/gu, '□')).join('|');
}

describe('a ban silences what it forbids', () => {
  test.each([
    ['不得要求基层每日报送数据。', '□'],
    ['严禁以拍照、截图、填表等方式证明工作。', '□'],
    ['一律不再收取会议照片。', '□'],
    ['各村报送名单时无需附照片。', '各村报送名单时□'],
    ['会上不准接电话,会后把合影寄来。', '□,会后把合影寄来'],
    ['严禁要求村里报台账,填表格,传照片。', '□,□,□'],
    ['每天报一次的做法,一律取消。', '□,□'],
    ['不再开会,请于周五前书面反馈。', '□,请于周五前书面反馈'],
    ['凡要求教师投票的,学校一概不转发。', '□,□'],
    ['(一)是否要求村里重复填表;', '□'],
    ['各镇要立即关停沿街摊点。', '各镇要立即关停沿街摊点'],
    ['巡查(责任单位:县公安局):每日巡查一次。', '巡查(责任单位:□:□'],
  ])('%s', (text, expected) => {
    expect(audible(text)).toBe(expected);
  });
});

describe('a ban on escaping a duty is the duty', () => {
  test.each([
    '会议期间不得请假。',
    '任何人不得以任何理由缺席。',
    '上稿数不得低于四篇。',
    '随访手记不可不写。',
    '数据不得漏报、瞒报。',
    '材料两样缺一不可。',
    '迟报的不得评优。',
    '连线时长不短于三小时。',
    '日报不可断。',
    '零报告断不得。',
    '不得以出差为由派人代替。',
  ])('%s', (text) => {
    expect(audible(text)).not.toContain('□');
  });
});

describe('relief governs burdens, not work', () => {
  test.each([
    ['各镇要精简会议,合并检查。', '□,□'],
    ['各镇整治水库周边违建。', '各镇整治水库周边违建'],
    ['各单位把清理掉的牌子列出明细上报。', '各单位把清理掉的牌子列出明细上报'],
    ['取消年度评优资格。', '取消年度评优资格'],
  ])('%s', (text, expected) => {
    expect(audible(text)).toBe(expected);
  });
});

describe('descriptions, reports, permissions and questions are silent', () => {
  test.each([
    '有的单位每天要求村里报表,甚至半夜催报。',
    '一些地方动辄要求拍照留痕。',
    '所谓每日打卡,苦的是教师。',
    '去年已建立台账三百本。',
    '各村可自愿参加。',
    '本办法所称台账,是指按月登记的记录。',
    '填一张表要盖五个章,谁受得了?',
    '恳请县里逢周三开一次碰头会。',
  ])('%s', (text) => {
    expect(audible(text).replaceAll(/[,□]/gu, '')).toBe('');
  });
});

describe('an order after a description is heard', () => {
  test.each([
    ['有的村至今未报数,请于今日下班前补报。', '请于今日下班前补报'],
    ['以往存在漏报,各镇须逐户重新登记。', '各镇须逐户重新登记'],
    ['随访数去年天天报,今年照旧。', '随访数去年天天报,今年照旧'],
  ])('%s', (text, heard) => {
    expect(audible(text)).toContain(heard);
  });
});

describe('who acts', () => {
  test.each([
    ['县局今日下班前完成数据导出。', ''],
    ['钢丝绳由检验所半年测一次。', ''],
    ['住户报修时附照片。', ''],
    ['县局已建好系统,请每日登录填报。', '请每日登录填报'],
    ['县局要求各村每日报数。', '县局要求各村每日报数'],
    ['群众满意度须达到百分之百。', '群众满意度须达到百分之百'],
    ['接文三日内组建本所工作组。', '接文三日内组建本所工作组'],
    ['其余四成由村集体垫付。', '其余四成由村集体垫付'],
    ['余下的由村里想办法。', '余下的由村里想办法'],
    ['企业每月八日前把产值报经发办。', '企业每月八日前把产值报经发办'],
    ['企业每月按时申报纳税。', ''],
    ['施工方安排专人夜里看守。', ''],
    ['游客拍照免费。', ''],
  ])('bearers hear of %s', (text, heard) => {
    expect(audible(text).replaceAll(/[,□]/gu, '')).toBe(heard.replaceAll(',', ''));
  });

  test('what the issuer does to bearers is announced, not imposed', () => {
    const text = '县文旅局对各乡党委评定等次。';
    expect(audible(text, 'announced')).toContain('评定等次');
  });
});

describe('headings and lead-ins set the frame of what stands below', () => {
  test('an imperative under a heading of bad examples is silent', () => {
    expect(audible('【反面典型】\n每天报送照片。')).not.toContain('照片');
  });

  test('the same words under requirements are heard', () => {
    expect(audible('【报送须知】\n每天报送照片。')).toContain('每天报送照片');
  });

  test('a list under a ban is silent, item by item, and ends with the list', () => {
    const text = '严禁以下行为:\n一、要求每天报数。\n二、要求拍照留痕。\n各村于周五前报送名单。';
    expect(audible(text)).not.toContain('每天报数');
    expect(audible(text)).toContain('各村于周五前报送名单');
  });
});

describe('the voice of the whole text', () => {
  test('a speech exhorts: only what binds named bearers to something concrete is heard', () => {
    const speech =
      '同志们:\n今天召开大会,我讲三点意见。\n要切实减轻基层负担,力戒形式主义。\n要进一步提高认识,加强学习。';
    expect(audible(speech)).not.toContain('加强学习');
  });

  test('a request to a superior imposes nothing', () => {
    const request =
      '关于增加经费的请示\n县政府:\n我镇请每月拨付经费,各村每日报数。\n妥否,请批示。\n江湾镇人民政府\n2026年3月2日';
    expect(audible(request).replaceAll(/[^每日报数]/gu, '')).toBe('');
  });
});

test('the three views have the length of the sentence, so that offsets hold', () => {
  const { statements, text } = readDocument(plainSource('各村不得漏报,严禁摊派;县局负责汇总。有的村未报。'));
  for (const { start, end, raw, imposed, announced } of statements) {
    expect(raw).toBe(text.slice(start, end));
    expect(imposed).toHaveLength(raw.length);
    expect(announced).toHaveLength(raw.length);
  }
});

describe('lists of what is not wanted', () => {
  test.each([
    '对下列事项,基层有权拒绝:\n(一)每天报数;\n(二)拍照留痕。',
    '严禁以下做法:一是要求每天报数;二是要求拍照留痕。',
    '第五条 各部门不得有下列行为:\n(一)要求每天报数;\n(二)要求拍照留痕。',
  ])('%s', (text) => {
    expect(audible(text)).not.toMatch(/报数|留痕/u);
  });

  test('the next article is heard again', () => {
    const text = '第五条 各部门不得有下列行为:\n(一)要求每天报数。\n第六条 各村每季报送一次名册。';
    expect(audible(text)).toContain('各村每季报送一次名册');
  });

  test('a list of what to hand in is heard, whatever verbs stand beside it', () => {
    expect(audible('清理取消的请按下列要求报送:\n一、每天报数。')).toContain('每天报数');
  });
});

test('a briefing orders only where it says so outright', () => {
  const briefing = '减负工作简报\n第12期\n县减负办 2026年3月6日\n大塘镇每天报送进度。请各镇于周五前报送材料。';
  expect(audible(briefing)).not.toContain('每天报送进度');
  expect(audible(briefing)).toContain('周五前报送材料');
});

describe('what is done already may be part of an order', () => {
  test.each([
    ['各村务必将已填好的表格扫描上传。', '扫描上传'],
    ['个别社区照片数量不足,每个社区须补传10张。', '须补传10张'],
    ['存在漏报的,扣发当月绩效。', '扣发当月绩效'],
    ['县里不再要求日报,但镇里的日报照常。', '但镇里的日报照常'],
    ['大家把小红心点了,截图发上来。', '截图发上来'],
  ])('%s', (text, order) => {
    expect(audible(text)).toContain(order);
  });

  test('what a schedule of this week holds is announced', () => {
    expect(audible('本周安排了四批检查组到石桥村。', 'announced')).toContain('安排了四批');
  });

  test.each([
    '会议听取了汇报,对末位的两个镇进行了通报。',
    '养殖户须每月报送存栏数。',
    '住房主管部门应当建立信用档案。',
  ])('no order: %s', (text) => {
    expect(audible(text)).not.toMatch(/通报|存栏数|信用档案/u);
  });
});

test('a briefing orders below a line that says so', () => {
  const briefing =
    '减负工作简报\n第12期\n县减负办 2026年3月6日\n大塘镇每天报送进度。\n下一步要求:\n1.各镇每月报送稿件2篇。';
  expect(audible(briefing)).not.toContain('每天报送进度');
  expect(audible(briefing)).toContain('每月报送稿件2篇');
});

test('a speech that tells of one village clerk binds nobody', () => {
  const speech = '同志们:\n一个村支书手机里装了19个APP,每天打卡三次,晚上还要在群里接龙。';
  expect(audible(speech)).not.toMatch(/打卡|接龙/u);
});

describe('who acts is read behind the number of an item, from rows, charges and headings', () => {
  test.each([
    ['一、县气象局每日8时发布雨情。', '每日8时'],
    ['第三条 县水文站逐时测报水位。', '逐时测报'],
    ['(二)监理单位和施工方每日向县局报告进度。', '每日'],
    ['县发改局:每五日汇总一次进度,向市局报送。', '每五日汇总'],
    ['1.每日出具检测报告。(责任单位:县公安局)', '每日出具'],
    ['1\t每日出具检测报告\t县公安局\t全年', '每日出具'],
    ['(二)保卫组(县公安局牵头):每日报告客流。', '每日报告'],
    ['(一)县气象局\n每日8时发布雨情。\n', '每日8时'],
  ])('own duty: %j', (text, words) => {
    expect(audible(text)).not.toContain(words);
  });

  test.each([
    ['1\t每日出具检测报告\t各乡镇\t县公安局', '每日出具'],
    ['纸质表一式三份报县局畜牧股,电子版发县局邮箱。', '一式三份'],
    ['电子件发县府办,纸质件送县委办。', '纸质件送'],
    ['县领导批示件,收到即签。', '收到即签'],
    ['请入户走访,照片存档并传我局邮箱。', '照片存档'],
  ])('a demand on others: %j', (text, words) => {
    expect(audible(text)).toContain(words);
  });
});

describe('what only looks like a complaint, a ban or a question', () => {
  test.each([
    ['没有签到记录的活动不予认可。', '签到记录'],
    ['各镇要填报学历、上年度考核等次。', '上年度考核等次'],
    ['禁烧期间24小时有人盯在地头。', '24小时'],
    ['对责任落实走过场的校长,严肃追责问责。', '严肃追责'],
    ['目前只有三个村交了,其他村在干什么?', '其他村在干什么'],
  ])('%s', (text, words) => {
    expect(audible(text)).toContain(words);
  });

  test('what is not to be counted towards honours is spared', () => {
    expect(audible('会议同意,不排名、不通报、不与评优挂钩。', 'announced')).not.toMatch(/排名|通报|评优/u);
  });

  test('what firms complain of is told to the end of the line', () => {
    const text = '企业反映:检查太多;一周接待四批。\n各部门须把图纸送来。';
    expect(audible(text)).not.toContain('四批');
    expect(audible(text)).toContain('须把图纸送来');
  });

  test('a speech that sets a rhythm from now on orders it', () => {
    const speech = '同志们:\n今天把话说透。\n从明天开始,各村书记每天晚上八点到镇里碰头。';
    expect(audible(speech)).toContain('每天晚上八点');
  });
});
