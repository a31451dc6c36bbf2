import { clause, type Instrument } from './instrument.ts';

const CONGRESS = '全国人民代表大会常务委员会';
const STATE_COUNCIL = '国务院';

/** Laws and administrative regulations: statistics, safety, holidays. */
export const LAW: readonly Instrument[] = [
  {
    key: 'stat-law',
    title: '中华人民共和国统计法',
    number: null,
    issuer: CONGRESS,
    issued: '2009',
    inForce: '2010-01-01',
    status: 'in-force',
    officialPage: null,
    confidence: 'verified',
    clauses: [
      clause(
        '15',
        '第十五条（2009年文本）',
        '统计调查表应标明表号、制定机关、批准或备案文号和有效期限；未标明或已过期的，被调查对象有权拒绝填报',
        'reported',
      ),
    ],
  },
  {
    key: 'stat-reg',
    title: '中华人民共和国统计法实施条例',
    number: '国务院令第681号',
    issuer: STATE_COUNCIL,
    issued: '2017-05-28',
    inForce: '2017-08-01',
    status: 'in-force',
    officialPage: null,
    confidence: 'verified',
    clauses: [
      clause('2', '第二条', '能用行政记录取得的资料不得另行调查，能用抽样取得的不搞全面调查', 'verified'),
      clause('6', '第六条', '部门、地方统计调查不得与国家统计调查重复', 'verified'),
    ],
  },
  {
    key: 'stat-post',
    title: '邮政业统计管理规定',
    number: null,
    issuer: '国家邮政局',
    issued: null,
    inForce: null,
    status: 'in-force',
    officialPage: null,
    confidence: 'verified',
    clauses: [
      clause(
        '17',
        '第十七条',
        '统计调查表右上角标明表号、制定机关、批准文号和有效期限；未标明或过期的可以拒绝填报',
        'verified',
      ),
      clause('ladder', '', '能一次性的不经常，能年报的不季报，能季报的不月报，月以下进度报表从严控制', 'verified'),
    ],
  },
  {
    key: 'accident-2007',
    title: '生产安全事故报告和调查处理条例',
    number: '国务院令第493号',
    issuer: STATE_COUNCIL,
    issued: '2007',
    inForce: '2007-06-01',
    status: 'in-force',
    officialPage: null,
    confidence: 'verified',
    clauses: [
      clause('9', '第九条', '单位负责人接到事故报告后应当在1小时内向主管部门报告', 'verified'),
      clause('11', '第十一条', '逐级上报事故情况，每级时间不超过2小时', 'verified'),
    ],
  },
  law('emergency-law', '中华人民共和国突发事件应对法', '突发事件应急响应期间的报告和处置'),
  law('infect-law', '中华人民共和国传染病防治法', '传染病疫情的报告和防控'),
  law('flood-law', '中华人民共和国防洪法、防汛条例', '汛情险情的报告和抢险'),
  { ...law('petition-2022', '信访工作条例', '信访事项的登记、办理和答复'), issuer: '中共中央、国务院', issued: '2022' },
  law('villager-law', '中华人民共和国村民委员会组织法', '村民会议和村民代表会议的召开与表决'),
  { ...law('pipl', '中华人民共和国个人信息保护法', '处理个人信息限于实现目的的最小范围'), inForce: '2021-11-01' },
  {
    key: 'app-2026',
    title: '政务移动互联网应用程序规范化管理办法',
    number: '国办函〔2026〕12号',
    issuer: '国务院办公厅',
    issued: '2026-01-25',
    inForce: '2026-01-25',
    status: 'in-force',
    officialPage: null,
    confidence: 'verified',
    clauses: [
      clause(
        'scope',
        '第二条',
        '适用于供内部人员使用的应用程序、小程序和快应用，不含公众号和工作群；县级以下单位（不含县级）原则上不建',
        'verified',
      ),
      clause('liability', '第四条', '谁主办谁负责，谁使用谁负责', 'verified'),
      clause(
        'filing',
        '',
        '上线前须备案，不得要求下载、安装、使用未备案的应用；此前已上线的应在2026年7月25日前补办',
        'verified',
      ),
      clause('ban-1', '', '不得随意、重复要求填表报数、提供材料', 'verified'),
      clause('ban-2', '', '不得设置打卡签到、积分排名、在线时长统计，值守和应急除外', 'verified'),
      clause('ban-3', '', '不得强制下载、通报安装率使用率、强制定期登录', 'verified'),
      clause(
        'ban-4',
        '',
        '不得作为日常考核或线上检查的主要方式，不得以点赞、投票、转发、学习时长为依据，不得不必要地要求工作照片、视频、轨迹',
        'verified',
      ),
      clause('ban-5', '', '不得用于商业活动', 'verified'),
      clause('complaints', '', '应用程序应提供投诉建议功能', 'reported'),
      clause('sanctions', '', '整改不到位的撤销备案，暂停审批和运行维护经费', 'reported'),
    ],
  },
  {
    key: 'fingertip-2023',
    title: '关于防治“指尖上的形式主义”的若干意见',
    number: null,
    issuer: '中央网络安全和信息化委员会',
    issued: '2023-12-18',
    inForce: null,
    status: 'in-force',
    officialPage: 'https://www.gov.cn/zhengce/202312/content_6920935.htm',
    confidence: 'verified',
    clauses: [
      clause(
        'groups',
        '',
        '工作群不得搞打卡接龙、不必要的即时响应，不得在群内派任务要材料；不重复建群，临时群用后即解散',
        'reported',
      ),
      clause('traces', '', '不得要求不必要的截图、录像，不得以点赞、转发、评论为考核依据', 'reported'),
      clause('one-form', '', '同一事项、同一数据由一站式平台一表采集，不得多头重复填报', 'reported'),
      clause('review', '', '项目立项审查是否列入规划、是否重复、能否并入既有平台和共享数据', 'reported'),
      clause('accounts', '', '不得强制关注公众号、使用政务应用', 'reported'),
    ],
  },
  holiday(2024, '国办发明电〔2023〕7号', '2023-10-25'),
  holiday(2025, '国办发明电〔2024〕12号', '2024-11-12'),
  holiday(2026, null, '2025-11-04'),
];

/** A law that serves as ground of an exemption only; its articles are not confirmed. */
function law(key: string, title: string, matter: string): Instrument {
  return {
    key,
    title,
    number: null,
    issuer: CONGRESS,
    issued: null,
    inForce: null,
    status: 'in-force',
    officialPage: null,
    confidence: 'unverified',
    clauses: [clause('matter', '', matter, 'unverified')],
  };
}

function holiday(year: number, number: string | null, issued: string): Instrument {
  return {
    key: `holiday-${year}`,
    title: `国务院办公厅关于${year}年部分节假日安排的通知`,
    number,
    issuer: '国务院办公厅',
    issued,
    inForce: issued,
    status: 'in-force',
    officialPage: null,
    confidence: 'verified',
    clauses: [clause('days', '', `${year}年放假和调休上班日期`, 'verified')],
  };
}
