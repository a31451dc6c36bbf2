/** Takes apart the printed words of a label: its own words, its unit, the answers that it offers; hints and stars fall away. */
import { fold, withoutLayoutSpaces } from './cell-words.ts';
import { boxedOptions, isYesNo, labelBeforeBoxes, numberedOptions, partedOptions } from './options.ts';
import { bareUnitOf, unitOf } from './units.ts';

export interface Label {
  readonly words: string;
  readonly unit: string | null;
  readonly options: readonly string[] | null;
  /** The form says that it works this out by itself. */
  readonly isComputed: boolean;
}

/** What it is said of is part of the one before. */
export const PART = /^(?:其中|#)[:：]? ?/u;
const STARS = /^[*★※●◆▲☆]+|[*★※●◆▲☆]+$/gu;
const BRACKETS = /\(([^()]*)\)|\[([^[\]]*)\]|【([^【】]*)】|〔([^〔〕]*)〕|\{([^{}]*)\}|〈([^〈〉]*)〉/gu;
const HINT =
  /\d+ ?[位字]|必填|选填|可填|填写|请|格式|例[如:]|^[例如]|示例|^注|不超过|不少于|以内|下拉|[多单勾打点]选|打[√勾"]|盖章|签[字名章]|手[写填印]|元素|复印件|备查|^[√×]|yyyy|^填|^按|^与.*一致|^同.{0,4}$|^详见|^见|^精确|^保留|小数|^大写|^小写|^以.+为准|^如|^截[至止]|^没有|^无则|^可|^须|^需|^\*+$|^\d+=|^公式|^=/iu;
const COMPUTED = /自动(?:计算|生成|汇总|求和|带出)|系统(?:生成|计算|自动)|公式|无需填|免填|不用填|^\d+ ?=|^=/u;
const ASKED_OF_KIND =
  /(?<!联系)方式|类型|类别|种类|性质|结构|等级|状况|状态|程度|来源|选择|情况|关系|形式|渠道|学历|面貌|意愿|原因|用途|级别|结果|途径|分类|规模/u;
const PARTS_OF_A_PLACE = /^(?:省|市|县|区|乡|镇|村|街道|社区|组|乡镇|单位|部门|个人|户|科室|学校|企业|机构)+$/u;
const NUMBERING =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|[（(]\d{1,2}[)）]|\d{1,2}(?:\.\d{1,2})*[、.．)）](?!\d)|[①-⑳]|[A-Z][.、])\s*/u;

/** Never empty for words that are not empty. */
export function readLabel(printed: string): Label {
  const folded = fold(printed).replace(STARS, '').trim();
  const reading = withOptions(readBrackets(folded));
  const { words, unit } = reading.unit === null ? unitBehind(reading.words) : reading;
  const own = withoutLayoutSpaces(tidy(words));
  return { ...reading, words: own === '' ? withoutLayoutSpaces(folded) : own, unit };
}

function readBrackets(folded: string): Label {
  let unit: string | null = null;
  let options: readonly string[] | null = null;
  let isComputed = false;
  const outside = folded.replace(BRACKETS, '');
  const words = folded.replace(BRACKETS, (whole: string, ...groups: unknown[]) => {
    const inside = groups.find((group): group is string => typeof group === 'string')?.trim() ?? '';
    const found = readBracket(inside, outside);
    if (found === null) return whole;
    unit ??= found.unit;
    options ??= found.options;
    isComputed ||= found.isComputed;
    return '';
  });
  return { words, unit, options, isComputed };
}

/** 2025年,单位:元 */
const UNIT_AT_END = /[,;、 ]单位: ?(?<unit>[^:,;]+)$/u;
/** A sign in brackets behind a count is its unit, though nobody has heard of it. */
const RARE_UNIT = /^(?![一二三四五六七八九十])\p{Script=Han}$/u;
const COUNTS = /(?:数|数量|量)$/u;

type Bracket = Omit<Label, 'words'>;
const NOTHING: Bracket = { unit: null, options: null, isComputed: false };

/** Null for a bracket that belongs to the words: 耕地面积（含园地）. */
function readBracket(inside: string, outside: string): Bracket | null {
  if (inside === '') return NOTHING;
  const unit = unitInBracket(inside, outside);
  if (unit !== null) return { ...NOTHING, unit };
  if (COMPUTED.test(inside)) return { ...NOTHING, isComputed: true };
  const options = optionsOf(inside, outside);
  if (options !== null) return { ...NOTHING, options };
  return HINT.test(inside) ? NOTHING : null;
}

function unitInBracket(inside: string, outside: string): string | null {
  const unit = unitOf(UNIT_AT_END.exec(inside)?.groups?.['unit'] ?? inside);
  return unit ?? (COUNTS.test(outside) && RARE_UNIT.test(inside) ? inside : null);
}

function optionsOf(inside: string, outside: string): readonly string[] | null {
  const options = numberedOptions(inside)?.options ?? boxedOptions(inside);
  if (options !== null) return options;
  const parted = partedOptions(inside);
  return parted !== null && areAnswersTo(outside, parted, inside.includes('/')) ? parted : null;
}

/** Not places, as in 村（社区）; two words alone only where the label asks of a kind. */
function areAnswersTo(outside: string, options: readonly string[], areStroked: boolean): boolean {
  if (options.some((option) => PARTS_OF_A_PLACE.test(option))) return false;
  if (isYesNo(options) || ASKED_OF_KIND.test(outside) || /^(?:是否|有无|性别)/u.test(outside)) return true;
  return options.length >= 3 && areStroked;
}

/** 户类型 1.脱贫户 2.监测户; 性别:□男 □女; 是否低保 是/否. */
function withOptions(label: Label): Label {
  if (label.options !== null) return label;
  const { words } = label;
  const numbered = numberedOptions(words);
  if (numbered !== null && numbered.start > 1)
    return { ...label, words: words.slice(0, numbered.start), options: numbered.options };
  return { ...label, ...(labelBeforeBoxes(words) ?? partedBehind(words)) };
}

const PARTED_BEHIND = /^(?<label>[^ :]{2,20})[ :](?<parted>[^ ]{1,12}(?:\/[^ ]{1,12})+)$/u;

function partedBehind(words: string): { readonly words: string; readonly options: readonly string[] } | null {
  const { label = '', parted = '' } = PARTED_BEHIND.exec(words)?.groups ?? {};
  const options = unitOf(parted) === null ? partedOptions(parted) : null;
  return options === null ? null : { words: label, options };
}

const UNIT_BEHIND = /^(?<label>.*[^ ])(?:[/:,、_—-]| )(?:单位:?)?(?<unit>[^/:,、_ ]{1,8}(?:\/[^/:,、_ ]{1,4})?)$/u;

/** 面积m2. */
const LATIN_UNIT_BEHIND = /^(?<label>.*\p{Script=Han})(?<unit>k?m[23²³]?|cm|mm|kg|k?w|kwh|mw|[㎡%℃])$/iu;

/** 面积/亩, 金额:万元, 面积 亩, 单位:万元. */
function unitBehind(words: string): { readonly words: string; readonly unit: string | null } {
  const { label = '', unit = '' } = (LATIN_UNIT_BEHIND.exec(words) ?? UNIT_BEHIND.exec(words.trim()))?.groups ?? {};
  const found = label.length < 2 || bareUnitOf(label) !== null ? null : bareUnitOf(unit);
  return found === null ? { words, unit: null } : { words: label, unit: found };
}

function tidy(words: string): string {
  return words
    .trim()
    .replace(STARS, '')
    .replace(NUMBERING, '')
    .replace(STARS, '')
    .replace(/[_…]{2,}|\.{3,}/gu, '')
    .replace(/[:：=、,\s_]+$/u, '')
    .replace(/^[:：、,\s—-]+/u, '');
}

/** How deep a numbered label stands: 一、 1, （一） 2, 1. 3, (1) 4; 0 without a number. */
export function numberingDepth(folded: string): 0 | 1 | 2 | 3 | 4 {
  if (/^[一二三四五六七八九十]{1,3}[、.]/u.test(folded)) return 1;
  if (/^\([一二三四五六七八九十]{1,3}\)/u.test(folded)) return 2;
  if (/^\d{1,2}[、.](?!\d)/u.test(folded)) return 3;
  return /^(?:\(\d{1,2}\)|[①-⑳])/u.test(folded) ? 4 : 0;
}
