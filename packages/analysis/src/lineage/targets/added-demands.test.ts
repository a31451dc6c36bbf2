import { describe, expect, it } from 'vitest';
import { readDocument, type OfficialDocument } from '../../document/read-document.ts';
import { plainSource } from '../../document/source-text.ts';
import { findAddedDemands } from './added-demands.ts';
import { DocumentPair } from './document-pair.ts';

function textOf(words: string): OfficialDocument {
  return readDocument(plainSource(`关于做好有关工作的通知\n各有关单位:\n${words}\n`));
}

function addedIn(superior: string, subordinate: string): string[] {
  const document = textOf(subordinate);
  return findAddedDemands(new DocumentPair(document, textOf(superior))).map(({ start, end }) =>
    document.text.slice(start, end),
  );
}

const ABOVE = [
  '各县要对独居老人开展走访,每周不少于一次,掌握身体和居住情况。',
  '走访中发现的困难,及时反馈民政部门。',
  '各地于3月20日前报送老年人花名册。',
  '对山塘水库开展汛前检查,建立隐患台账,限期整改。',
  '组织网格员参加业务培训,每年不少于两次。',
  '每半年召开一次工作会议,研究解决问题。',
].join('\n');

describe('demands that the upper text does not hold', () => {
  it.each([
    ['各村每次走访须拍照上传工作群。'],
    ['各村要制作宣传展板并在村口悬挂横幅。'],
    ['每名网格员须撰写心得体会两千字。'],
    ['各村建立微信群,每日打卡签到。'],
    ['全体干部下载学习软件并实名注册。'],
    ['各单位订阅相关报刊不少于10份。'],
    ['各村签订目标责任书,送镇备案。'],
    ['各校组织学生家长参加网上知识竞答。'],
    ['各村选树先进典型两个,并报送事迹材料。'],
    ['各站配备专职档案管理员,设立专柜。'],
    ['各村每月评选星级文明户并张榜公布。'],
    ['各村抽调两名干部到镇集中办公。'],
    ['每日17时前填报水位监测表。'],
    ['老年人花名册须附户籍复印件。'],
    ['镇里将组织交叉互评,各村做好迎检准备。'],
    ['各村自筹资金购置巡查记录仪。'],
    ['活动结束后刊发新闻稿件三篇。'],
    ['各村要设置政策宣传栏。'],
    ['必须佩戴统一红袖章上岗。'],
    ['各村转发点赞县融媒体公众号推文。'],
    ['入户须由居民在宣传登记表上签字。'],
    ['组织家长填写在线问卷。'],
    ['后三名的村支书作表态发言。'],
    ['村民信息一户一档。'],
  ])('%s', (subordinate) => {
    expect(addedIn(ABOVE, subordinate)).toHaveLength(1);
  });

  it('shows the part of a sentence that is new', () => {
    expect(addedIn(ABOVE, '各镇于3月15日前上报老年人名册,并附现场合影。')).toEqual(['并附现场合影']);
  });

  it('joins neighbours of one sentence', () => {
    expect(addedIn(ABOVE, '各村须开通短视频账号,每周发布短视频三条,安排专人剪辑。')).toHaveLength(1);
  });
});

describe('what stands above in other words, or is no demand', () => {
  it.each([
    ['各村对独居老人每周上门看望一次以上。'],
    ['包村干部入户探视独居老人,了解身体、居住情况。'],
    ['发现困难立即上报镇民政办。'],
    ['各村于3月16日前上交老年人名册。'],
    ['汛前对水库山塘进行排查,造好隐患清单,限期销号。'],
    ['网格员每年至少参加两次业务培训。'],
    ['镇里每半年开一次会,研究解决问题。'],
    ['不得要求各村拍照上传。'],
    ['各村不再报送工作简报。'],
    ['有的村要求干部每天打卡拍照,苦不堪言。'],
    ['去年各村已建立微信群32个。'],
    ['镇财政所统一采购防汛物资。'],
    ['无需另行报送纸质材料。'],
    ['各村要高度重视,加强组织领导,压实责任。'],
    ['特此通知,请遵照执行。'],
    ['群众可自愿参加文艺演出。'],
    ['鼓励有条件的村开展评比。'],
    ['本通知所称老年人,是指年满六十周岁的居民。'],
    ['取消各类签到打卡。'],
    ['县民政局负责统计汇总全县数据。'],
    ['走访线上线下都行。'],
    ['老年人花名册由镇民政办汇总报县。'],
    ['资料由镇里复印。'],
    ['制定本方案。'],
    ['培训请各组来三名网格员参加。'],
    ['隐患排查4月10日前完成,各组只管开门。'],
  ])('%s', (subordinate) => {
    expect(addedIn(ABOVE, subordinate)).toEqual([]);
  });

  it('takes a weaker likeness as a counterpart inside a copied passage', () => {
    const subordinate = textOf('走访时对独居老人登记用电用气情况。');
    const passage = { start: 0, end: subordinate.text.length };
    expect(findAddedDemands(new DocumentPair(subordinate, textOf(ABOVE)), [passage])).toEqual([]);
  });

  it('finds what was put between the sentences of a copied passage', () => {
    const subordinate = textOf('各村每次走访须拍照上传工作群。');
    const passage = { start: 0, end: subordinate.text.length };
    expect(findAddedDemands(new DocumentPair(subordinate, textOf(ABOVE)), [passage])).toHaveLength(1);
  });
});
