/** Units of measure as forms print them. */

const SCALE = '[十百千万亿]{0,2}';
const SINGLE = [
  '平方公里|平方千米|平方米|立方米|立方|方|公里|千米|厘米|毫米|米|公顷|亩|平米|公斤|千克|市斤|毫克|吨|斤|克|毫升|升|千瓦时|千瓦|兆瓦|度|摄氏度',
  '周岁|工日|美元|元|角|人次|户次|车次|人天|工日|人|户|岁|名|头|只|羽|尾|匹|株|棵|台套|台|套|辆|艘|座|处|个月|个|家|间|栋|幢|所|对|孔|张|床位|床|盏|块|片|口|眼|支|瓶|盒|袋|具|把|顶|根|卷|桶|罐|捆',
  '箱|担|件|宗|起|例|项|条|份|册|本|篇|期|次|场|批|件次|枚|面|部|艘|列|架|年|个月|月|天|日|周|学时|课时|小时|分钟|分|秒|百分点|层|级|段|组|村|人日',
  'm3/d|m³/d|mpa|kpa|pa|db|kva|kv|mg/l|mg|μg|ppm|ntu|m2|m²|㎡|m3|m³|km2|km²|km|mm|cm|kg|mmhg|mmol/l|kw|kwh|mw|m|g|t|%|％|‰|℃|°c|gb|tb|mb|l|ml',
].join('|');
const ONE = `${SCALE}(?:${SINGLE})`;
const UNIT = new RegExp(`^(?:${ONE}(?: ?[/·、每] ?${ONE}){0,3}|${SCALE}元/\\p{Script=Han}{1,3})$`, 'iu');
/** Words that are units in brackets and something else where they stand alone. */
const RATHER_WORDS = /^(?:方|级|段|组|村|面|部|列|对|本|条|分|期|批|名|所|日|月|年|项|处|份)$/u;

/** `亩`, `万元`, `元/亩`, `头、只`; also `单位:亩`. Null for anything else. */
export function unitOf(folded: string): string | null {
  const words = folded.replace(/^(?:计量)?单位[:为]? ?/u, '').replace(/ /gu, '');
  return words !== '' && words.length <= 12 && UNIT.test(words) ? words : null;
}

/** A cell or an end of a label that is surely a unit, without brackets to tell so. */
export function bareUnitOf(folded: string): string | null {
  const unit = unitOf(folded);
  return unit !== null && !RATHER_WORDS.test(unit) ? unit : null;
}

/** What labels are measured in, the first that fits. */
const DIMENSIONS: readonly (readonly [unit: RegExp, label: RegExp])[] = [
  [
    /元$/u,
    /金额|资金|收入|支出|费用?$|款|经费|产值|投资|投入|价|补贴|补助|工资|报酬|税|额$|成本|利润|预算|决算|结余|余额|资产|负债/u,
  ],
  [/[%‰]$/u, /率$|比例|比重|占比/u],
  [/(?:亩|公顷|平方米|平米|㎡|m2|m²|公里|千米)$/u, /面积/u],
  [/(?:米|里)$/u, /里程|长度/u],
  [/(?:人|名)$/u, /人数|人口|人员|劳动力|[人员]数$/u],
  [/户$/u, /户数/u],
  [/(?:斤|克|吨)$/u, /产量|重量|总产/u],
  [/[头只羽匹]$/u, /存栏|出栏/u],
];
/** Counted in pieces where nothing else fits. */
const PIECES = /^[个处所家]$/u;
const COUNT = /数$|个数|数量/u;

function dimensionOf(label: string): RegExp | null {
  return DIMENSIONS.find(([, labels]) => labels.test(label))?.[0] ?? null;
}

/** Which of the units that a head gives for its form, 人、元, is the one of a label; null where none is. */
export function unitFor(units: string, label: string): string | null {
  const offered = units.split('、');
  const dimension = dimensionOf(label);
  if (dimension !== null) return offered.find((unit) => dimension.test(unit)) ?? null;
  return COUNT.test(label) ? (offered.find((unit) => PIECES.test(unit)) ?? null) : null;
}

const NO_AMOUNT =
  /姓名|名称|电话|日期|时间|年份|是否|[证编户账卡]号|类型|类别|备注|说明|地点|地址|方式|来源|原因|负责人|联系人|用途|结构|等级|比例|比率|增长|增幅|%/u;

/** Names words and no amount: nothing that a unit measures. */
export function isNoAmount(label: string): boolean {
  return NO_AMOUNT.test(label);
}

/** Whether a label under a header with a unit cannot be measured in it. */
export function countsOtherwise(label: string, unit: string): boolean {
  return isNoAmount(label) || dimensionOf(label)?.test(unit) === false;
}
