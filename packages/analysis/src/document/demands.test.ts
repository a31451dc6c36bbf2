import { describe, expect, test } from 'vitest';
import type { DemandAction } from '../report.ts';
import { estimateBurden } from '../burden/document-burden.ts';
import { readDocument, type OfficialDocument } from './read-document.ts';
import { plainSource } from './source-text.ts';

function read(body: string, title = '关于做好有关工作的通知'): OfficialDocument {
  return readDocument(plainSource(`${title}\n各乡镇人民政府：\n${body}\n清河县农业农村局\n2026年3月2日`));
}

/** Every demand as `action object`. */
function asked(body: string, title?: string): string[] {
  return read(body, title).demands.map(({ action, object }) => (object === null ? action : `${action} ${object}`));
}

describe('what is to be done, with what', () => {
  test.each<[says: string, ...demands: string[]]>([
    ['请于3月20日前将《危房摸排登记表》（加盖公章）报县住建局。', 'submit 《危房摸排登记表》'],
    ['各村把独居老人名单发群里。', 'submit 独居老人名单'],
    ['请将报名回执于3月6日前发至县局科教股。', 'submit 报名回执'],
    ['活动结束后3日内将活动照片、总结报镇武装部。', 'submit 活动照片、总结'],
    ['整改情况请于月底前报送县安委办。', 'submit 整改情况'],
    ['请报送整改情况。', 'submit 整改情况'],
    ['于10月20日前将名单反馈我局。', 'submit 名单'],
    ['发现火情立即报告。', 'submit 火情'],
    ['请各乡镇对辖区内危房开展全面摸排。', 'fill 辖区内危房'],
    ['各村要张贴公益广告不少于10处。', 'hang 公益广告'],
    ['各村要逐户入户核查。', 'visit'],
    ['要拍照留存。', 'upload'],
    ['大家把标语挂起来。', 'hang 标语'],
    ['每月5日、25日报送造林进度。', 'submit 造林进度'],
    ['落实疫情日报告制度。', 'submit'],
    ['及时在校园公告栏张贴通知。', 'hang 通知'],
    ['各村报账员每月25日前到镇农经站报账。', 'submit'],
    ['请把今天的巡查照片传上去。', 'upload 今天的巡查照片'],
    ['三、加强信息报送。', 'submit 信息'],
    ['清理情况书面报县委组织部。', 'submit 清理情况'],
    ['每天下班前将激活人数报镇社保所。', 'submit 激活人数'],
    ['建立一户一档。', 'set-up 一户一档'],
    ['填写附件1并报送县安委办。', 'fill 附件1', 'submit 附件1'],
    ['各村要利用大喇叭每天播放不少于3次。', 'publicise'],
    ['每个样本小区选调1名调查员。', 'second-staff 1名调查员'],
    ['各村扫码关注“清河消防”公众号。', 'install "清河消防"公众号'],
  ])('%s', (says, ...demands) => {
    expect(asked(says)).toEqual(demands);
  });
});

describe('what looks like it and asks for nothing', () => {
  test.each([
    '高龄津贴按月发放到人。',
    '联系人：张建设，交通费自理。',
    '培训对象：从事种植的农户。',
    '报到时间：3月9日下午。',
    '报送方式：电子邮箱。',
    '省测评组将于近期开展实地测评。',
    '我局将于11月在全县开展抽样调查。',
    '县农业农村局会同县财政局对补贴发放情况进行排查。',
    '所需经费由县财政承担。',
    '没关注的不予计分。',
    '参会人员要遵守会场纪律。',
    '各校观看人数将纳入年终考核。',
    '逾期报送的，取消评优资格。',
    '逾期未反馈视为无意见。',
    '督查采取听取汇报、查阅资料、实地走访等方式进行。',
    '我镇激活率为63.2%，全县排名第11。',
    '原定于4月1日开始的网上登记推迟至4月8日。',
    '县残联委托第三方于4月入户调查。',
    '《关于报送台账的通知》（清农发〔2025〕3号）同时废止。',
    '本次公开招标的项目已在建。',
  ])('%s', (says) => {
    expect(asked(says)).toEqual([]);
  });

  test('the title, which only names what the text will ask', () => {
    expect(asked('请抓紧。', '关于报送2026年工作总结的通知')).toEqual([]);
  });
});

describe('work that a noun names', () => {
  test.each<[says: string, action: DemandAction]>([
    ['各村要做好登记工作。', 'fill'],
    ['严格执行24小时值班制度。', 'visit'],
    ['各村要组织开展学习活动。', 'study'],
    ['执行日报制度。', 'submit'],
  ])('is asked for where it is taken up: %s', (says, action) => {
    expect(read(says).demands.map((demand) => demand.action)).toEqual([action]);
  });

  test.each(['登记情况良好。', '学习资料另行下发。', '值班电话见附件。'])(
    'and is not where it is named: %s',
    (says) => {
      expect(asked(says)).toEqual([]);
    },
  );
});

test('how often something is to be done is counted once', () => {
  const [patrol] = estimateBurden(read('各村每日巡查不少于4次。')).byDemand;
  const [visits] = estimateBurden(read('各村每月走访不少于4户。')).byDemand;
  const [once] = estimateBurden(read('各村走访1户。')).byDemand;

  expect(patrol?.likely).toBe((once?.likely ?? 0) * 4 * 248);
  expect(visits?.likely).toBe((once?.likely ?? 0) * 4 * 12);
});

describe('a meeting', () => {
  const CALL = '定于2026年3月5日上午9时至11时在县会议中心召开全县防汛工作会议。';

  test.each([
    [`${CALL}\n一、参会人员：各乡镇主要负责人。\n二、请参会人员提前10分钟入场。`],
    [`${CALL}\n请各乡镇分管负责人参加会议。请各乡镇组织村干部收看。`],
  ])('is attended once, in however many sentences it is called', (body) => {
    const { burden } = estimateBurden(read(body, '关于召开全县防汛工作会议的通知'));
    const sittings = burden.activities.filter(({ label }) => label === '参加会议');

    expect(sittings.map(({ minutes }) => minutes?.likely)).toEqual([130]);
  });

  test('that the issuer holds is attended; one that is to be passed on is held', () => {
    const title = '关于召开全县防汛工作会议的通知';
    expect(asked(`${CALL}会后各镇要迅速召开会议传达。`, title)).toEqual([
      'attend 全县防汛工作会议',
      'hold-meeting 会议传达',
    ]);
  });

  test('to which one is told to come is attended', () => {
    expect(asked('各村书记明天上午到镇三楼会议室开会。')).toEqual(['attend']);
    expect(asked('各村要开会传达。')).toEqual(['hold-meeting 传达']);
  });

  test('does not turn the list of those who come into another', () => {
    expect(asked(`${CALL}请于3月4日前将参会人员名单报县应急局。`, '关于召开防汛会议的通知')).toEqual([
      'attend 全县防汛工作会议',
      'submit 参会人员名单',
    ]);
  });
});
