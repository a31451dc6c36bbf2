import { readNumber } from '../../document/numerals.ts';
import { NUMBER } from '../phrases.ts';
import { defineRule, type Match, type Reading } from '../rule.ts';
import { matchesIn, pattern, together, type Wording } from '../wording.ts';

const LEVEL =
  '(?:上级|上[面头边]|国家|部里|中央|(?<![全我本各该社园辖地城])[省市县区州](?!场|民|政|域|间|别|块|直)(?:[里定级下委府厅局办]|[\\p{Script=Han}]{1,4}[局厅委办])?|[局厅](?!长|部)|文件|原[定来]|下达)';
const SAYS =
  '(?:规定|要求|下达|分给|分解|写|核定|标准|指标|任务|期限|目标|部署|说|(?<![决一确固稳制设规商])定(?!点|期|位)|[给分](?!别|组|管|类)|是|为|半|每|下[的达]?)';
const UNIT =
  '(?:万?(?:公?斤|头|只|台|套|份|件|公里|平方?米|人次|立方)|期|批|间|条|%|成|倍|个?百分点|个?点|万?亩|户|人|名|项|次|遍|轮|篇|家|座|处|场|天|日|个?工作日|个?月|年|周|季度|分|元|吨|株|个|(?<=[\\d一二两三四五六七八九十百]万)(?=[,。;分按]|$))';
const AMOUNT = `(?:(?:${NUMBER}(?:万|千|百)?\\s*${UNIT}(?:${NUMBER})?|百分之${NUMBER}|(?:\\d+|[一二三四五六七八九十]{1,3})月(?:\\d+日|底|初|中旬)?|[年月周][底内]|国庆|[春国中]节前|国庆前|每[日天周月旬季半学]|半[月年]|当[年月天]|户户|村村|全部|全数|应查尽查|两户一改|[一两]?[周季月]一[次遍访调]))`;
const HERE =
  '(?:我[省市县区镇乡街办校局院村处们]|本[市县区镇乡街道校村学园]|咱|全[县镇区市乡]|各[镇乡校所站村单街院园片社区]|[镇乡村区县街市]里|[镇乡街](?:党委|政府|级)|[县市区]局|村级|大家|统统|内控|下达时|(?:街道|[镇乡县区局校院村])(?=研究|决定|要求|自定|按|提出|确定|统一|再|又|改|加|定)|各(?:乡镇|街道|单位|学校)|我们)';
const SET =
  '(?:扩大[到至]|必须|务必|决定|自定|直接|干脆|定(?=[\\d一二三四五六七八九十百])|建|拔到|提到|确保|力争|提前|提高|提升|加到|再加|按|改[为成]|调整为|上调|定为|压[缩到]|缩短|自加|户户|提出|要求|底线|下达|分[到解给]|倒排|上浮|增[列加]|就[按要一])';
const RAISE =
  '(?:上浮|加码|加压|再[加提追增]|另加|多报|多[分加下派]|往前赶|提前(?!通知|告知|准备|介入)|倒排|乘以|翻[番倍]|拔高|抬高|压缩[到为至]|压到|缩短[到为至]|追加|提高[到至]|提升[到至]|提至|加到|上调|自我加压|自加压力|主动加压|户户)';

const RAISED: Wording = {
  view: 'announced',
  when: [
    pattern(
      `原(?:计划|定)[^□。;,]{0,14}?${AMOUNT}[^□。;]{0,6}?现[^□。;,]{0,12}?(?:按|调|定|改)[^□。;,]{0,6}?${AMOUNT}`,
    ),
    pattern(
      `${LEVEL}[^□。;,]{0,10}?${SAYS}[^□。;,]{0,14}?${AMOUNT}[^□。;]{0,24}?${HERE}[^□。;,]{0,10}?${SET}[^□。;,]{0,14}?${AMOUNT}`,
      `${LEVEL}[^□。;,]{0,10}?${SAYS}[^□。;,]{0,14}?${AMOUNT}[^□。;]{0,12}?(?:我[省市县区镇乡]|本[镇乡县区村]|咱)[^□。;]{0,20}?${AMOUNT}`,
      `${LEVEL}[^□。;,]{0,10}?${SAYS}[^□。;,]{0,14}?${AMOUNT}[^□。;]{0,24}?${SET}[^□。;,]{0,8}?${AMOUNT}`,
      `${LEVEL}[^□。;]{0,24}?(?:基础|基数|之外|以外|之上)[^□。;,]{0,10}?(?:加|提高|上浮|增加|追加|加码|提前|拔高|乘)[^□。;,]{0,10}`,
      `(?:自加压力|自我加压|主动加压|(?:层层|逐级)加[码压])[^□。;]{0,20}?${AMOUNT}`,
      `(?:比|较|高[于出]|多于|严于|快于|早于|超(?:过|出|额)?)[^□。;,]{0,4}?${LEVEL}[^□。;,]{0,8}?(?:任务|指标|要求|标准|规定|时限|期限|目标|数|进度|分配)[^□。;,]{0,8}?(?:多|高|早|快|提前|超|再|严|上浮)?[^□。;,]{0,6}?(?:${AMOUNT}|一倍|翻番)`,
      `(?:任务|指标|目标|标准)[^□。;,]{0,8}?(?:上浮|加码|提高|加压)[^□。;,]{0,4}?${NUMBER}(?:%|成|个百分点)`,
    ),
    together(
      [
        `(?:${LEVEL}[^□。;,]{0,6}?(?:规定|要求|下[达的]|分|定的|指标|任务|目标|期限|标准|说到|写)|任务数|指标数)`,
        RAISE,
        AMOUNT,
      ],
      40,
    ),
  ],
  unless: [
    {
      pattern:
        /恳请|申请(?:调|核)|核减|下调|调低|放宽|顺延|延长|超额|近期开展|(?:也|仍|同样|就)按[^,。]{0,4}(?:分解|执行)|我[局窗][^,。]{0,10}(?:承诺|压缩|提速)|窗口[^,。]{0,8}承诺|(?:办理|审批|开户|办结)时限/u,
      class: 'SELF',
      reason: '降低指标或自己的服务承诺',
    },
    /训练|体重|药量|学费|公司|养老金|工资|下降|补助|补贴|奖补|奖励|投资|售价|合格线|奖金|同比|比上年|不必提前|不许加/u,
  ],
};

/** Of two numbers with the same unit the later one is the demand; in units of time the smaller is the stricter. */
const COUNTED =
  /([\d.]+|[一二两三四五六七八九十百]+)\s*(%|成|个工作日|万斤|万人|万户|万亩|亩|户|人|名|次|遍|家|套|斤|项|篇|座|处|场|吨|株|件|公里|分|个|天|日|个月|月|年|周)/gu;
const TIME_UNITS: ReadonlySet<string> = new Set(['个工作日', '天', '日', '个月', '月', '年', '周']);

/** From the most to the least often. */
const RHYTHMS = [
  /每[日天]|逐日|一[日天]一/u,
  /每周|按周|一?周一/u,
  /每旬|按旬|旬报/u,
  /每?半个?月/u,
  /每月|按月|月一/u,
  /每季|按季|季一/u,
  /每?半年/u,
  /每年|按年|年一/u,
];

/** Where the first and the last rhythm of the words stand among all; -1 for none. */
function rhythmRanks(words: string): readonly [first: number, last: number] {
  const places = RHYTHMS.map((rhythm) => words.search(rhythm));
  const named = places.filter((place) => place >= 0);
  return [places.indexOf(Math.min(...named)), places.lastIndexOf(Math.max(...named))];
}

function isLoosened(words: string): boolean {
  if (/每|[季月周]一/u.test(words)) {
    const [first, last] = rhythmRanks(words);
    return first >= 0 && last > first;
  }
  const counts = Array.from(words.matchAll(COUNTED), ([, number = '', unit = '']) => ({
    value: readNumber(number),
    unit,
  }));
  const first = counts[0];
  const last = counts.findLast(({ unit }) => unit === first?.unit);
  if (!first || !last || first === last || first.value === null || last.value === null) return false;
  return TIME_UNITS.has(first.unit) ? last.value >= first.value : last.value <= first.value;
}

/** The document itself tells what the superior wanted. */
const SAID_HERE = { above: '' };

function* findRaised({ statements, document, superiors }: Reading): Iterable<Match> {
  for (const match of matchesIn(statements, RAISED)) {
    const isAddition = /再|另|提前[到至]|附加|加设|上浮|基础上|多报|加码|加压|百分点|往前赶/u.test(
      document.text.slice(match.start, match.end),
    );
    if (isAddition || !isLoosened(document.text.slice(match.start, match.end))) yield { ...match, data: SAID_HERE };
  }
  for (const superior of superiors) {
    for (const { subordinate, superior: target } of superior.raised) {
      const above = `（上级文件：“${superior.superiorQuote(target)}”）`;
      yield { start: subordinate.start, end: subordinate.end, data: { above } };
    }
  }
}

export const targetRaised = defineRule({
  id: 'task/target-raised',
  title: '指标加码',
  basis: ['central-2025.signals'],
  message: '「{quote}」把上级的指标、频次或时限又抬高了{above}。',
  suggestion: '按上级的数原样执行；要提高的，写明理由、经费和人。',
  cues: '省 市 县 区 上级 上面 上头 国家 部里 中央 文件 原定 下达 局 厅 任务 指标 加压 加码',
  register: '上级来文',
  saves: 'other',
  examples: {
    bad: [
      '⟦各村要比县定任务多完成两成⟧。',
      '⟦市定时限15个工作日,各镇压缩到5个工作日⟧。',
      '⟦省定目标85%,我市确保90%⟧。',
      '⟦县里给的期限是6月底,我镇提前到5月底⟧。',
      '⟦市里定的是八成,我县按九成二下达⟧。',
      '⟦在市下达300亩任务基础上再加两成⟧,分到各村。',
      '每季度走访一次独居老人。⟹⟦每月走访一次⟧独居老人。',
    ],
    good: [
      '上级要求每月调度,我县合并为每季度一次。',
      '省下达500套,县里按420套申报。',
      '我局将60日的办结时限缩短到20日。',
      '不得在上级指标之外层层加码。',
      '市定八成,我县也按八成分解。',
      '我局窗口承诺时限由法定二十日压缩为三日。',
      '省里下达九成,恳请核减为八成。',
      '每季度走访一次独居老人。⟹每半年走访一次独居老人。',
    ],
  },
  find: findRaised,
});
