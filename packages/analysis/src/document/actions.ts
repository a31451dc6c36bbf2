/** Verbs of demands, with the action they stand for; and which of them are part of a noun. */
import type { DemandAction } from '../report.ts';
import type { Span } from './stance.ts';
import { createWordTable } from './word-table.ts';

/** A verb where it stands. */
export interface ActionFound extends Span {
  readonly action: DemandAction;
}

const VERBS: Readonly<Record<Exclude<DemandAction, 'other'>, string>> = {
  submit: `报送 上报 报来 报至 报到 报给 报县 报镇 报局 报乡 报我 报备 提交 递交 呈报 呈送 汇报 报告 反馈 回复 回传 传回 寄送 寄回 送交 送达 送至 送到 送我 交至 交到 交给 交来 交回 交齐 上交 报齐 报数 日报 零报告 周报 月报 旬报 季报 报一次 送一次
    报表 通报情况 发至 发到 发给 发回 发我 发来 抄送 补报 续报 速报 统计上报 汇总上报 上缴 缴交 报 交 递送 送来 报名 接龙 填报 报账 发群里 发群内 发在群 发群`,
  fill: '填写 填好 填表 填制 补填 填齐 填上 填满 填列 填 补齐 补全 补录表 登记造册 造册 登记 抄录 誊写 誊抄 手写 记录 记载 写入 列单 列出 罗列 统计 摸底 摸排 排查',
  'enter-data': '录入 录 输入 补录 登录填报 导入 敲 键入 更新数据 维护数据 入库 入系统 采集',
  upload: '上传 传上去 传上来 传到 传至 传图 传照片 传视频 传 拍照 拍摄 拍下 截图 截屏',
  sign: '签字 签名 签订 签署 签收 签领 签到 画押 按手印 盖章 签 递交军令状 承诺',
  hang: '悬挂 挂牌 挂 张贴 贴 上墙 喷绘 钉 立牌 竖牌 揭牌 揭匾 拉横幅 制作标语',
  'set-up':
    '成立 组建 设立 建立 建群 拉群 建档 设岗 配备 新建 开设 创设 搭建 腾出 建成 增设 设置 制定 拟定 拟出 编制 出台 制订 研究制定 明确专人 建账 归档 整理成册 建',
  'hold-meeting': '召开 召集 开会 举行 组织召开 再开 另开 举办 开',
  relay: '传达学习 传达 转发通知 转达 层层传达 宣讲 贯彻学习 学习传达',
  attend: '参加会议 参加 参会 到会 出席 收看 收听 听会 列席 与会 到场 入会 进入会场 观看',
  install: '安装 下载 注册 装 关注 开通 扫码关注 绑定 激活 实名认证',
  'check-in': '打卡 签到打卡 留位 定位 刷脸 上线 登录 在线',
  visit: '走访 入户 巡查 巡塘 巡 敲门 上门 回访 随访 探访 遍访 走遍 家访 排摸 查看 值守 值班 看守',
  appraise: '评选 评定 评比 创建 达标 竞赛 比武 擂台 排名 评为 创评 评 比',
  'receive-inspection': '迎检 陪同 接受检查 备查 配合检查 自查 互查 自评 迎接 接待',
  'second-staff': '抽调 借调 选派 派出 派员 派人 抽派 增派 跟班 选调 推选 指派',
  pay: '垫付 配套 自筹 订阅 征订 捐款 缴纳 缴费 购买 认购 集资 承担 分摊 投保 参保缴费 出资',
  publicise: '播放 转发 点赞 评论 宣传 刊发 发动 推广 投稿 投票 拉票 发布 上稿 转载 推送',
  study: '学习 答题 培训 自学 研读 学完 竞答 竞赛答题 考试 撰写心得',
};

/** Words that hold the character of a verb and ask for nothing. */
const NO_VERBS = `
  津贴 补贴 倒贴 贴息 贴近 贴心 体贴 交通 交流 交界 交叉 交易 成交 外交 交警 交底 社交 性交 目录 纪录 录用 录取 收录 摘录 附录
  记录员 传统 传染 传销 传承 遗传 传真 传播 传输 传递 相传 装备 装修 服装 武装 包装 装置 装配 装饰 装满 假装 建设 建议 建材 建筑 基建 在建
  党建 共建 改建 扩建 重建 城建 住建 建国 建军 建党 建制 建成区 自建 违建 土建 代建 搭建物 开展 开始 开放 公开 离开 开发 开支 开学 开工 开头 开幕 开源
  开水 开荒 开采 开具 开票 开口 开户 开车 开除 开创 开门 开拓 开阔 分开 打开 展开 避开 避开 张开 拉开 敞开 错开 揭开 放开 推开 绕开
  评估 评价 评审 批评 评议 点评 评分 评奖 评级 评委 评语 参评 评聘 测评 考评 比例 比较 对比 比如 占比 同比 环比 相比 比重 比率 比价 好比
  举报 预报 情报 通报 海报 报销 报废 报警 报酬 简报 晚报 日报社 报社 报刊 报纸 报国 报复 报考 汇报会 报告会 报告厅 报告团 报道 报价 报亭 直报系统
  报账员 报送系统 填报系统 上报系统 填补 填土 填埋 填充 填海 签约 签证 签发 巡视 巡回 巡逻 巡诊 巡演 巡察 钉钉 敲诈 敲定 挂职 挂钩 挂点 挂包 挂图 挂念 挂号 挂果
  倒挂 牵挂 钉子 传家 上传下达 宣传部 宣传栏 宣传委员 学习强国 培训中心 培训机构 承诺书 登记机关 登记中心 登记局 统计局 统计员 统计法 统计部门 注册地
  注册资本 投票权 评论员 会议记录 记录本 审查 建立健全 建言 主持召开 听取汇报 转发给你们 印发给你们 发给你们 建华 建平 建新 建伟 建民 建明 建功 建成 在线监测 在线监控 在线办理 在线服务 在线咨询 在线平台 在线文档 在线申报
  评聘 评优 评先 评职 评功 移交 交办 交账 递交申请 上交所 提交人 发布会 推广站 志愿 在线教育 自学考试 备案
`;

type Word = DemandAction | null;

/** 每月25日报送: the day, and not a 日报. */
const ON_A_DAY = wordsOf(VERBS.submit)
  .filter((verb) => verb.startsWith('报') && verb.length > 1)
  .flatMap((verb) => Array.from('日周旬月季', (period) => period + verb));

const WORDS = createWordTable<Word>([
  ...ON_A_DAY.map((word) => [word, 'submit'] as const),
  ...wordsOf(NO_VERBS).map((word) => [word, null] as const),
  ...Object.entries(VERBS).flatMap(([action, words]) =>
    wordsOf(words).map((word) => [word, action as DemandAction] as const),
  ),
]);

function wordsOf(list: string): string[] {
  return list.split(/\s+/u).filter((word) => word !== '');
}

/** 参会人员名单: who takes part, not that somebody shall. */
const AFTER_ATTENDING =
  /^(?:人员|名单|对象|单位|范围|代表|领导|回执|者|名额|同志|部门|须知|要求|纪律|情况|人数|率|结果)/u;
/** What names a list is an order by itself where nothing else is said of it: 三、参会人员: 各镇镇长. */
const NAMES_ATTENDANTS = /^(?:人员|对象|单位|范围|领导)(?:范围|对象)?(?:及要求)?(?:[:(]|$)/u;
/** 摸排情况, 报名回执, 培训对象. */
const AFTER_WORK = new RegExp(
  `^(?:${[
    '表(?![态扬彰决示明达述])|册|簿|卡(?!口)|单(?!位)|回执|时间|地点|日期|对象|范围|方式|流程|口径|格式|期限|截止|标准|条件|程序|名额|须知|率',
    '费|经费|班|名册|台账|档案|记录|材料|资料|教材|手册|制度|机制|办法|方案|计划|工作|情况|结果|成果|成效|内容|任务|目标|活动|专栏|栏|点(?!名|赞)|站',
    '小组|专班|组|电话|联系人|码|链接|通知|事项|进度|进展|质量|纪律|中(?:发现|的)|过程|期间|员|系统|平台|会(?!议)|人数|户数|照片|图片|轨迹|推迟|延期|提前|第|前\\d|后\\d|末|靠[前后]|排名',
  ].join('|')})`,
  'u',
);
/** 报送时间, 汇报材料. What is handed in follows the verb as well: 报送材料. */
const AFTER_SUBMITTING =
  /^(?:会(?!议)|厅|时间|地点|方式|格式|口径|期限|截止|邮箱|电话|联系人|回执|制度|机制|单位|程序|内容|流程|对象|要求)/u;

/** Work that is named by a noun of the same form. */
const NAMES_WORK =
  /^(?:登记|统计|摸底|摸排|排查|采集|签到|承诺|评选|评定|评比|创建|达标|竞赛|比武|自查|互查|自评|巡查|走访|随访|遍访|值守|值班|培训|学习|答题|考试|报名|报到|宣传|推广|缴费|参保缴费|迎检|接待|打卡|实名认证|配套|排名|盖章|汇报|激活|安装|注册|关注|开通|绑定|投票|抽调|观看)$/u;

/** 做好登记工作, 执行日报制度: with one of these before it the noun is an order. */
const TAKES_UP =
  /(?:开展|进行|做好|抓好|抓实|组织|完成|落实|推进|参与|实施|加强|强化|加大|配合|实行|执行|坚持|严格|搞好|启动|抓紧)[^,。;:]{0,20}$/u;

/**
 * The verbs of what a clause says, from left to right. What stands in book-title marks is a name; 津贴 holds no 贴, and
 * 报名回执 no 报名. A verb of two characters or more goes before those of one.
 */
export function findActions(said: string): ActionFound[] {
  const found: ActionFound[] = [];
  const nouns: ActionFound[] = [];
  const words = said.replace(NAMED, (name) => ' '.repeat(name.length));
  WORDS.scan(words, 0, words.length, (action, start, end) => {
    // 外部悬挂的牌子, 逾期未反馈: of what something is said.
    if (action === null || words.charAt(end) === '的' || words.charAt(start - 1) === '未') return;
    (isNoun(words, { action, start, end }) ? nouns : found).push({ action, start, end });
  });
  if (found.length === 0)
    return nouns.filter(({ start }) => TAKES_UP.test(words.slice(Math.max(0, start - MOST_BEFORE), start)));
  const long = found.filter(({ start, end }) => end - start > 1);
  return long.length > 0 ? long : found;
}

/** Looked at before a verb: all that the patterns need, so that a long clause costs no more for each of its verbs. */
const MOST_BEFORE = 24;

const NAMED = /《[^《》]{1,60}》/gu;

function isNoun(words: string, { action, start, end }: ActionFound): boolean {
  const after = words.slice(end, end + 8);
  if (action === 'attend') return AFTER_ATTENDING.test(after) && !NAMES_ATTENDANTS.test(after);
  if (NAMES_WORK.test(words.slice(start, end))) return AFTER_WORK.test(after);
  return action === 'submit' && AFTER_SUBMITTING.test(after);
}
