import { readNumber } from '../../document/numerals.ts';
import { NUMBER } from '../phrases.ts';
import { defineRule, type Match } from '../rule.ts';
import { wholeClauses } from '../wording.ts';

const WEEK =
  /第[\d一二三四五]+[个]?[周星]|(?:一|同一?|这|本|下|当|那|上)个?(?:周|星期|礼拜)|最后一周|[两三四五六七3-7][天日][四五六七之以]?[查内]?|\d+日(?:至|[-—~、])\d+日|(?:周|星期)[一二三四五六日天]/u;
const GROUPS = new RegExp(
  `(?<n>${NUMBER})\\s*(?:个)?(?:批次|批|拨|组|(?:督查|督导|检查|考核|考评|走访|调研)组|家|次|场|[路队]人马|查|个?(?:部门|局|单位)|人(?=到))`,
  'gu',
);
const VISIT =
  /查|督导|考核|考评|来访|接待|来人|迎检|暗访|调研组|走访组|工作组|专班|[一-龥]组[、,到进]|进[校厂驻村园院]|入[校厂驻村园]|来[厂村校店站院]|迎[省市县区镇州]/u;
const DAY = /(?:周|星期|礼拜)[一二三四五六日天]|(?<!\d)\d{1,2}[日号]|[上下]午/gu;
const INSPECTOR =
  /审计|财政|环保|教育|消防|安监|应急|住建|民政|卫健|税务|城管|市监|市场监管|农业|林业|水利|自然资源|人社|文旅|公安|综治|党建|组织部|纪委|文明办|计生|安全|统计|信访|[县市省区部][级门](?:抽查|复查|核查|检查)|第三方|迎[省市县区镇州]|[省市县区][厅局委]|镇[一-龥]{1,2}办|[督检考]\S{1,2}组/gu;
/** Another matter, or a round of visits to many units: each of them sees one. */
const OTHER =
  /自动顺延|去年|上周|上个?月|苦不堪言|顽疾|旅游|游客|旅行|观众|考生|期末|考试|查房|清运|讲课|宴|婚|客人|门诊|不得超过|不超过|并[作成入]|合并|联合检查|施工队|各[乡镇村校站所社街]|全[县市区镇乡省]|分赴|逐村|错[开峰]|值班/u;
/** 安排了四批 sounds like a report and is the plan for the days to come. */
const PLANNED = /每天都?有|(?:安?排|编|接)了|共排|共计|排满|安排[^。;,]{0,4}了/u;
const ONCE_EACH = /[一-龥]{2,6}?(?:一次|一批|一组|一拨|1次|1批)/gu;
const EVERY_DAY =
  /(?:周|星期)[一二三四五][^。;,]{0,2}[到至—-][^。;,]{0,2}(?:周|星期)[三四五六日天][^。;]{0,4}每天[^。;,]{0,4}[一两三1-3]个?[^。;,]{0,4}(?:组|批|拨)[^。;,]{0,6}/u;
const MOST_GROUPS = 50;

export const clustered = defineRule({
  id: 'inspection/clustered',
  title: '年底扎堆',
  basis: [],
  message: '「{quote}」一周内到同一单位的检查超过 {perWeek} 批。',
  suggestion: '并成一组、一次看完；排不开的错到别的周。',
  cues: '周 礼拜 星期 日 天 号',
  register: '来访登记',
  saves: 'receive-inspection',
  options: {
    perWeek: { default: 2, source: 'chengdu-2025', meaning: '同一单位一周最多接受的检查批次' },
  },
  examples: {
    bad: ['⟦(登记簿)第50周江湾村来访4批⟧。', '⟦一周之内安排消防、食安、校车、防溺水四个组检查同一所学校⟧。'],
    good: [
      '(登记簿)第50周江湾村来访2批。',
      '五项检查并作一组,同一天进村。',
      '同一单位每周接受检查不得超过两次。',
      '一周有六个旅游团到村。',
    ],
  },
  *find({ statements }, { perWeek }) {
    for (const { raw, announced, start } of statements) {
      const text = PLANNED.test(raw) ? raw : announced;
      if (OTHER.test(raw) || !WEEK.test(text) || !VISIT.test(text)) continue;
      const match = counted(text, perWeek) ?? listed(text, perWeek) ?? onceEach(text, perWeek);
      if (match) yield { start: start + match.start, end: start + match.end, data: { perWeek } };
    }
  },
});

/** More visits are counted than the limit allows; a clause that speaks of visitors is the better evidence. */
function counted(text: string, perWeek: number): Match | null {
  const clauses = [...text.matchAll(GROUPS)]
    .filter(({ groups }) => isOver(readNumber(groups?.['n'] ?? ''), perWeek))
    .map((match) => wholeClauses(text, { start: match.index, end: match.index + match[0].length }));
  return clauses.find(({ start, end }) => VISIT.test(text.slice(start, end))) ?? clauses[0] ?? null;
}

function isOver(value: number | null, limit: number): boolean {
  return value !== null && value > limit && value <= MOST_GROUPS;
}

/** More inspectors are named, day by day, than the limit allows. */
function listed(text: string, perWeek: number): Match | null {
  const days = [...text.matchAll(DAY)];
  const inspectors = [...text.matchAll(INSPECTOR)];
  const [first] = days;
  const last = inspectors.at(-1);
  if (!first || !last || days.length <= 1 || last.index < first.index) return null;
  if (inspectors.length <= perWeek && days.length <= perWeek) return null;
  return { start: first.index, end: last.index + last[0].length };
}

/** 消防一次、食药一次、综治一次: one visit after another. */
function onceEach(text: string, perWeek: number): Match | null {
  const daily = EVERY_DAY.exec(text);
  if (daily) return wholeClauses(text, { start: daily.index, end: daily.index + daily[0].length });
  const visits = [...text.matchAll(ONCE_EACH)];
  const [first] = visits;
  const last = visits.at(-1);
  if (!first || !last || visits.length <= perWeek) return null;
  return { start: first.index, end: last.index + last[0].length };
}
