import { NUMBER } from '../phrases.ts';
import { defineRule, type Match, type Reading } from '../rule.ts';
import { matchesIn, pattern, type Wording } from '../wording.ts';
import { belowTitle, mayRunDrives, OF_CITIZENS, OF_HIGHER_LEVEL } from '../issuing-power.ts';

const START =
  '(?:开展|启动|组织|部署|推进|掀起|实施|举办|发起|决定|试行|推行|继续|深化|深入|参与|参加|申报|抓好|做好|纳入|落实|部署开展|全面铺开|铺开|推动|动员|加快|筹备|谋划|要|须|应|积极|力争)';
const DRIVE =
  '(?:示范创建|达标创建|创建达标|创评|评建|评创|创优|争创|选树|创建|创先|评选(?=达标|创建|活动|工作)|评星|星级评定|达标活动|挂星|晋级活动|命名活动|创星|创牌|升星|定星|创先争优|创建工程|建设活动|示范建设|达标建设|创建评选|对标创建|评定(?=工作|活动))';
/** What the units below are to become. */
const MODEL =
  '(?:示范[\\p{Script=Han}]{0,6}|样板[\\p{Script=Han}]{0,6}|标杆[\\p{Script=Han}]{0,8}|模范[\\p{Script=Han}]{1,6}|先进[\\p{Script=Han}]{1,6}|文明[\\p{Script=Han}]{1,6}|最[\\p{Script=Han}]{2,8}|星级[\\p{Script=Han}]{1,6}|[三四五十]星级?[\\p{Script=Han}]{0,6}|无[\\p{Script=Han}]{1,4}(?:村|社区|小区|镇|校园)|放心[\\p{Script=Han}]{1,6}|满意[\\p{Script=Han}]{1,6}|平安[\\p{Script=Han}]{1,6}|清廉[\\p{Script=Han}]{1,6}|[\\p{Script=Han}]{1,6}(?:村|社区|镇|校园|家庭|庭院|网格|单位|机关|窗口|小区|支部|站所|街区|企业)|"[^"]{2,16}")';

const DRIVES: Wording = {
  view: 'announced',
  when: [
    pattern(
      `${START}[^□。;]{0,20}?${MODEL}[^□。;,]{0,10}?${DRIVE}`,
      `${START}[^□。;,]{0,12}?${DRIVE}[^□。;,]{0,14}?${MODEL}`,
      `(?:全县|全镇|全乡|全区|全市|全街道|全系统|各[镇乡村校社街站])[^□。;]{0,16}?${DRIVE}[^□。;,]{0,10}?${MODEL}`,
      `"[^"]{2,16}"[^□。;,]{0,6}?(?:示范创建|达标创建|创评|评建|评创|争创|选树|创建)(?:活动|工作|方案|行动|办法)?`,
      `(?:推进|开展|启动|实施|抓好|部署|深化)[^□。;,]{0,8}?"[^"]{0,12}(?:示范|样板|标杆|模范|星级|先进|文明|清廉|平安)[^"]{0,8}"(?:的)?(?:建设|培育|打造|评定)`,
      `(?:打造|培育|选树|创建|建成)[^□。;,]{0,4}?(?:一批|${NUMBER}(?:个|家|所|条))[^□。;,]{0,4}?"[^"]{0,12}(?:示范|样板|标杆|模范|星级|文明|最美)[^"]{0,8}"`,
      `(?:争创|创成|创建|争当|争做|争评|申创)[^□。;,]{0,4}?${MODEL}[^□。;,]{0,6}?(?:${NUMBER}[个家所]|活动|工作|,|$)`,
      `(?:打造|培育|创建|建设|争创)[^□。;,]{0,4}?${MODEL}[^□。;]{0,10}?(?:创建|评选|命名|验收|挂牌|评定)`,
    ),
  ],
  unless: [
    OF_HIGHER_LEVEL,
    OF_CITIZENS,
    { pattern: /年度考核|公务员(?:局|考核)|职称评定|等级评定标准/u, class: 'LAW', reason: '法定年度考核或评定' },
    /公司|企业内部|我国|国家级|场景创建|商圈|质量标杆|示范(?:合同|文本|动作|教学|课|项目|区建设|应用|工程|法院)|创建(?:账号|账户|文件夹|文件|表格|群|公司|企业|品牌|数据库|索引|清单|目录(?!编号)|机制|制度|环境|条件|平台|用户|密码)|低保|伤残|工伤|资产评定|合作社/u,
  ],
};

export const unapproved = defineRule({
  id: 'campaign/unapproved',
  title: '未批准创建',
  basis: ['model-2022.4', 'provisions-2024.reserved'],
  message: '「{quote}」开展创建示范活动，没有写目录编号或批准文号。',
  suggestion: '写明国家或省目录里的编号；没有编号的停办。',
  cues: '创建 创评 评建 评创 选树 争创 创优 创先 评选 评星 星级评定 达标 争当 挂星 创成 晋级 命名',
  register: '创建示范活动目录',
  saves: 'other',
  examples: {
    bad: [
      '⟦本局自今年起在各乡镇开展"节水样板村"评建工作⟧。',
      '⟦镇上决定推进"零上访社区"创建⟧,每季度打一次分。',
      '⟦全县卫健系统组织"星级村医点"选树⟧,每乡不少于两个。',
      '⟦各村争创"美丽河段"活动由水利站统一验收⟧。',
    ],
    good: [
      '自行开展的创建活动一律清退。',
      '按计划做好全国文明城市创建迎检。',
      '创建账号后请修改初始密码。',
      '小区业主自发评选好邻居,居委会不参与。',
      '年度考核等次评定依公务员考核规定进行。',
      '教练示范了蛙泳动作。',
    ],
  },
  find: findUnapproved,
});

function* findUnapproved({ statements, document }: Reading): Iterable<Match> {
  if (!mayRunDrives(document)) yield* matchesIn(belowTitle(statements, document), DRIVES);
}
