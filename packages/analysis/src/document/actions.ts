/** Verbs of demands, with the action they stand for. */
import type { DemandAction } from '../report.ts';
import { createWordTable, type WordTable } from './word-table.ts';

const VERBS: Readonly<Record<Exclude<DemandAction, 'other'>, string>> = {
  submit: `报送 上报 报来 报至 报到 报给 报县 报镇 报局 报乡 报我 报备 提交 递交 呈报 呈送 汇报 报告 反馈 回复 回传 传回 寄送 寄回 送交 送达 送至 送到 送我 交至 交到 交给 交来 交回 交齐 上交 报齐 报数 日报 零报告 周报 月报 旬报 季报 报一次 送一次
    报表 通报情况 发至 发到 发给 发回 发我 发来 抄送 补报 续报 速报 统计上报 汇总上报 上缴 缴交 报 交 递送 送来 报名 接龙 填报`,
  fill: '填写 填好 填表 填制 补填 填齐 填上 填满 填列 填 补齐 补全 补录表 登记造册 造册 登记 抄录 誊写 誊抄 手写 记录 记载 写入 列单 列出 罗列 统计 摸底 摸排 排查',
  'enter-data': '录入 录 输入 补录 登录填报 导入 敲 键入 更新数据 维护数据 入库 入系统 采集',
  upload: '上传 传图 传照片 传视频 传 拍照 拍摄 拍下 截图 截屏',
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
  'second-staff': '抽调 借调 选派 派出 派员 派人 抽派 增派 跟班',
  pay: '垫付 配套 自筹 订阅 征订 捐款 缴纳 缴费 购买 认购 集资 承担 分摊 投保 参保缴费 出资',
  publicise: '转发 点赞 评论 宣传 刊发 发动 推广 投稿 投票 拉票 发布 上稿 转载 推送',
  study: '学习 答题 培训 自学 研读 学完 竞答 竞赛答题 考试 撰写心得',
};

/** Finds the verbs of a text, the longest first. */
export const ACTION_VERBS: WordTable<DemandAction> = createWordTable(
  Object.entries(VERBS).flatMap(([action, words]) =>
    words
      .split(/\s+/u)
      .filter((word) => word !== '')
      .map((word) => [word, action as DemandAction] as const),
  ),
);
