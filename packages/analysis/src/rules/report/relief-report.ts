import type { Span } from '../../document/stance.ts';
import type { Statement } from '../../document/statements.ts';
import { findEvidence, type Evidence } from '../evidence.ts';
import { defineRule, type Match } from '../rule.ts';
import { clearedBy, pattern, together, wholeClauses } from '../wording.ts';
import { SEND } from './sending.ts';

/** What weighs on the grassroots and is cut back. 清理台账报镇里: the ledger of a clearing is handed in, not cut back. */
const PAPERS =
  '(?:发文|(?<!联席)会议(?!应|研究|决定|审议)|开会|报表|台账(?!(?:[及和、][照图]片)?(?:于|按时|一并|及时)?(?:报(?!表)|送|备查|上报|交))|表格|群组|工作群|政务群|微信群|公众号|APP|App|小程序|政务应用|牌[子匾]|挂牌|制度牌|证明事项)';
const CUT =
  '(?:精简|压减|压缩|清减|清理|清退|整合|归并|取消|关停|注销|解散|退出|摘[除牌下掉]|拆除|减少|减轻|减掉|减下来|压掉|瘦身|砍掉?|停[用办]|撤[销除并下]|下线|合并)';
const EASED = '(?:精简|压减|压缩|清减|减少|减轻|减掉|减下来|少[开发填报建搞])';
const BURDEN =
  '(?:文件(?!规定|精神|要求|夹)|会(?=[、,]|数|和|的|写)|检查|督查|考核|评比|创建|上墙|留痕|责任状|负担|形式主义|文山会海)';
/** Burden relief by its name, or as something cut back. */
const RELIEF = [
  pattern(
    '减负(?!荷)|小马拉大车|(?:压减|清减|精简|减量)(?:前后|数量?|情况|成[效果]|率|幅度|明细|清单|台账|任务完成)|减轻[^。;,]{0,8}?负担|(?:整治|纠治|力戒|破除|反对)[^。;,]{0,4}?形式主义|形式主义(?:官僚主义|、官僚主义)?(?:突出)?问题|指尖上的形式主义|精文减会|减文减会|减[表文会牌证](?![示皮明])|文山会海|指尖减负|压会|僵尸群|松绑|负担(?:监测|清单|台账|调查|情况)|减了(?:哪些|几|多少)|(?:瘦身|减法)(?:成果|成效|情况)',
  ),
  together([CUT, PAPERS], 16),
  together([EASED, BURDEN], 14),
  together(
    [BURDEN, '同比|较(?:上|去)年|(?:与|跟|和|同)(?:上|去)年|压减率|减少率|减幅|降幅|下降(?:率|数|情况)|增减'],
    24,
  ),
];
/** Papers about it. */
const RETURN =
  '(?:台账|总结|报表|统计表|对比表|对照表|情况表|自查|明细表?|清单|名单|报告|典型|做法|经验|案例|调度表|简报|汇总|列[成个]?[单表]|单子|小结|周报|月报|季报|佐证|[成效][效果]|原因|数[量据字]?|几[张个成]|字段|工作(?:情况|进展|信息)|情况|信息|动态|线索|材料|日志|问卷|对比|幅度|进度|进展|造册|逐[条项个]|单据|率|"?表(?!扬|彰|现|示|率))';
const DEMANDED = `(?:${SEND}|报(?=[县镇乡区市局办减督街网街道])|送[县市区督减]|列[成个]?[清表单]|写出来|补齐|拿出|撰写|整理[成出]|编报|形成|写[成个出]?(?=[^□。;,]{0,6}(?:材料|总结|报告|案例))|出[一1][份篇]|提供|造册|建[立好]?|填[够满好写表])`;
const WANTED: readonly Evidence[] = [together([RETURN, DEMANDED], 40)];
/** An order beyond doubt, also where naming 形式主义 or last year makes the sentence sound like a complaint or a tale. */
const ORDER = pattern(
  `(?:请|须|务必|应当?|各[\\p{Script=Han}]{1,6}|[镇村乡]里)[^。;]{0,60}?(?:报送|上报|填报|呈报|反馈|提交|填表|报[县镇乡区市局办减督])`,
  `(?:每[月季周旬年]度?|\\d[日号月])[末底初]?(?:之?前)?[^。;,]{0,8}?(?:报送|上报|填报|呈报|提交|报[县镇乡区市局办减督])`,
);
const UNSURE =
  /已|曾|不(?:再|得(?!少|低)|要|用|必|准|许)|严禁|取消报|免报|停报|有的|一些|荒唐|所谓|苦不堪言|何必|岂|反而|却|如下|自行/u;
const CLEARED = [
  {
    pattern:
      /自行(?:核对|清点|统计|从)|自动生成|荒唐|所谓|学生|作业|机制,|机制、|统一采集|双减|所得税|税费|纳税|压减[^,。]{0,8}(?:支出|产能|煤|库存|成本|经费|用水)|社保|医保减负|减负政策(?!落实)|降本|企业减负(?:政策|措施)|压缩[成为到]|改[成为名]|重新填报|继续报送|恢复|就是要|如下|见闻|少(?:填表|开会|发文|报数|报表)|(?:压减|减少|精简)(?:基层|村级|乡镇|大量)|(?:下降|减少|压减)了?\d|不(?:搞总结|收报表|收表|要[^,。]{0,8}(?:材料|报))|群众评|不(?:向下|填表)/u,
    class: 'NEG' as const,
    reason: '不是向下要减负报表',
  },
];

export const reliefReport = defineRule({
  id: 'report/relief-report',
  title: '为减负增负',
  basis: [],
  message: '「{quote}」为减负再要一份表或总结。',
  suggestion: '减负成效由减负办从登记和日志里自己算，不向下收表。',
  saves: 'submit',
  examples: {
    bad: [
      '⟦请各镇每季度报送为基层减负工作台账⟧。',
      '⟦减负成效总结于12月10日前报县委办⟧。',
      '⟦填写《整治形式主义情况统计表》⟧。',
      '⟦本季度压减的群组、牌匾数逐项列单⟧,送县督查室。',
      '⟦注销的公众号、解散的工作群要登记造册⟧,报网信办。',
      '⟦各镇须将会议、文件同比下降情况每月报县委办⟧。',
    ],
    good: [
      '减负成效不搞总结、不收报表。',
      '县减负办自行核对文件数,不找乡镇要材料。',
      '去年全县减少会议三成。',
      '完成沟渠秸秆清理，并将清理台账报镇农业服务中心。',
      '拆除违建的，拆除台账及照片一并上报。',
      '中小学生减负,作业总量由学校把控。',
      '为了减负再填一堆减负表,是荒唐的加负。',
      '整治形式主义不能靠填表报数。',
      '企业减负政策享受情况可在税务网站查询。',
    ],
  },
  *find({ statements }) {
    for (const statement of statements) {
      const span = returnOnRelief(statement);
      if (!span) continue;
      const match: Match = { start: statement.start + span.start, end: statement.start + span.end };
      const cleared = clearedBy(statement.raw, CLEARED);
      yield cleared ? { ...match, cleared } : match;
    }
  },
});

function returnOnRelief(statement: Statement): Span | null {
  const { raw, imposed } = statement;
  const topic = findEvidence(statement, raw, RELIEF);
  if (!topic) return null;
  const wanted = findEvidence(statement, imposed, WANTED) ?? orderedAllTheSame(statement);
  if (!wanted || Math.max(topic.start - wanted.end, wanted.start - topic.end) > REACH) return null;
  return wholeClauses(raw, { start: Math.min(topic.start, wanted.start), end: Math.max(topic.end, wanted.end) });
}

/** The farthest that the return may stand from what it is about, in characters. */
const REACH = 40;

function orderedAllTheSame(statement: Statement): Span | null {
  const { raw } = statement;
  if (UNSURE.test(raw) || !findEvidence(statement, raw, WANTED)) return null;
  return findEvidence(statement, raw, [ORDER]);
}
