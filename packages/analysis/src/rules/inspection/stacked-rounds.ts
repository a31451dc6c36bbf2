import type { Span } from '../../document/stance.ts';
import { spanOf } from '../evidence.ts';
import { defineRule } from '../rule.ts';
import { clearedBy, wholeClauses } from '../wording.ts';

const LEVEL =
  '(?:村|镇|乡|县|市|省|区|校|院|局|部门|班组|车间|厂部|园区|社区|街道|科室|专家|学区|企业|单位|网格|第三方|项目部|总公司|分公司|上级|隔壁[村校]?|邻[村校]|年底|季末)';
/** One round of looking at the same matter; each match counts. */
const ROUND = new RegExp(
  '[自互]纠|[查核验看摸审过筛][一二三四]遍|[再又重][查验核审看]|[日周月季年](?:巡查|检查|督查|排查|抽查|考核)|过[^□。;,]{0,5}?关|(?:自己?|互|换着|挑着|普|抽|复|核|交叉|初|终|再|巡|暗|督|专项|重点|整改|集中|年度|回访)[查评检验核看](?:[查评检验]|报)?|交叉[^□。;,、]{0,4}[查检评验]|自我(?:排查|检查|评价|评估)|暗访|督[查导]|排查|验收(?!标准|报告)|回头看|回马枪|回访|对[表看]|' +
    `${LEVEL}(?:级|里|上|内)?[自普抽复巡核日周月季督再互终还]*(?:要|来|再)?(?:[查评验核督检巡审]|(?:再)?过一遍|过堂|看)[一]?|(?:村|镇|县|市|校|院|所|区)过[\\p{Script=Han}]|来抽|自己[^□。;,]{0,4}?查|所查|[两三]轮(?:验收|核查|检查)|[一二三四][次]?(?:复核|验收|督导)|第[一二三]遍|[^□。;,、]过一遍|一查到底`,
  'gu',
);
const STACKED =
  /一查[^。;,]{1,8}[、,]二查[^。;,]{1,8}[、,]三|三查三(?:复核|改|看)|[四五六]查[四五六]看|[三四五六多]道(?:检查|验收|审核|关)|(?:初|复|终|抽)验[、和及](?:初|复|终|抽)验[、和及](?:初|复|终|抽)验/u;
/** Without one of these, three words for checking are three ways of doing it, not three rounds. */
const IN_TURN =
  /自[查评检验我己纠]|先过|互[查评检看]|交叉|初[查验评审]|复[查验核评]|终[验评]|再[查评检]|回头看|回马枪|回访|[一-龥]一遍[,、][^。;]{2,14}一遍|过一遍|对表|日[查巡]|换着|→|先|[村镇县市校院](?:级|里)?[^□。;,、]{0,4}[查验评看][、,]/u;
const OTHER =
  /标本|病理|切片|会诊|投标|论文|职称|竣工|药品审评|行政复议|贷款|项目申报|工程质量|作业批改|四查十对|稿件|发票|只查一次|不再|套叠|去年|双人核对/u;
const LONGEST_STEP = 22;
const FEWEST = 3;

export const stackedRounds = defineRule({
  id: 'inspection/stacked-rounds',
  title: '层叠检查',
  basis: [],
  message: '「{quote}」一件事要过三道以上检查。',
  suggestion: '一件事只查一次，结果各级共用。',
  cues: '过 查 评 检 验 核 看 道 过一遍',
  saves: 'receive-inspection',
  examples: {
    bad: [
      '⟦镇自查、县互查、市抽查、省验收⟧,四道关一道不少。',
      '⟦先由村自查,再由片区交叉查,最后县里复查⟧。',
      '⟦本校先对表、邻校再对看、县里三复核⟧,来年另行查验。',
    ],
    good: [
      '只查一次,查过不再复查。',
      '同一事项不得自查、互查、抽查层层套叠。',
      '竣工验收由建设单位组织一次。',
      '由校医自看一次,不再外查。',
      '采取抽查、暗访、督查等方式掌握情况。',
    ],
  },
  *find({ statements }) {
    for (const { raw, announced, start } of statements) {
      const stacked = stackIn(announced);
      if (!stacked) continue;
      const span = wholeClauses(announced, stacked);
      const cleared = clearedBy(raw, [OTHER]);
      yield { start: start + span.start, end: start + span.end, ...(cleared ? { cleared } : {}) };
    }
  },
});

function stackIn(text: string): Span | null {
  const row = IN_TURN.test(text) ? longEnoughRow([...text.matchAll(ROUND)]) : null;
  return row ?? spanOf(STACKED.exec(text));
}

/** The first row of rounds that follow each other closely. */
function longEnoughRow(rounds: readonly RegExpExecArray[]): Span | null {
  let row: RegExpExecArray[] = [];
  for (const round of rounds) {
    const last = row.at(-1);
    if (last && round.index - last.index - last[0].length > LONGEST_STEP) {
      if (row.length >= FEWEST) break;
      row = [];
    }
    row.push(round);
  }
  const [first] = row;
  const last = row.at(-1);
  if (!first || !last || new Set(row.map(([words]) => words)).size < FEWEST) return null;
  return { start: first.index, end: last.index + last[0].length };
}
