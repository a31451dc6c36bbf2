/** What a row of a form is for, told from its printed cells. */
import type { TableCell } from '../../document/source-text.ts';
import { isBrief, isDatum, withoutLayoutSpaces } from './cell-words.ts';
import type { Grid } from './grid.ts';
import { isFillersOwn, isHeadCell, isMark, isSignersOwn } from './marks.ts';
import { unitOf } from './units.ts';

const NOTE =
  /^\(?(?:注|附注|备注|说明|填表说明|填报说明|填写说明|填表要求|填报要求|填写要求|填表须知|指标解释|指标说明|审核关系|逻辑关系|平衡关系|要求|提示|温馨提示|注意|注意事项|特别说明|备注说明|填报范围|统计范围|报送要求|表间关系|表内关系|数据来源)(?:\d+)?\)? ?[:]/u;
const NOTE_HEADING =
  /^(?:填表说明|填报说明|填写说明|填表要求|填报要求|填写要求|填表须知|指标解释|指标说明|审核关系|注意事项)$/u;
const TOTAL =
  /^(?:[一二三四五六七八九十]+、)?(?:合计|总计|小计|共计|累计|全[县镇乡村区]合计|本页合计|本页小计|合计数|总合计|汇总|合 计|平均)(?:\(.*\))?:?$/u;
const SAMPLE =
  /^\(?(?:示?例|样例|例子|示例行?|填写示?样?例|填报示例|填表示例|样表|例如|举例|范例|参考样例|模板示例)\)?[\d一二三]*[:]?(?!外|行)/u;
const SAMPLE_WORD =
  /^[([【]?(?:例|示例|样例|例子|范例|填写示例|填写样例|填报示例|填报样例|填表示例|举例|例如|如)[)\]】]?[\d一二三:]*$|^(?:示例|样例|例)[:]/u;
const HINT_ROW =
  /^(?:填写说明|填报说明|说明|填写要求|填报要求|格式要求|字段说明|字段要求|填写规则|是否必填|必填项?|选填)$/u;
const HINT =
  /^(?:必填|选填|非必填|可不填|文本|数字|数值|日期|下拉(?:选择|框|菜单)?|单选|多选|文本格式|整数|小数|字符|手工填写|选择|自动生成|系统生成|格式.*|如[:].*|例如?[:].*|yyyy.*|\d+位.*)$/iu;
const ORDINALS = '甲乙丙丁戊己庚辛壬癸';
const COLUMN_NUMBER =
  /^(?:[甲乙丙丁戊己庚辛壬癸]|\(?\d{1,3}\)?(?: ?=.*)?|[①-⑳](?: ?=.*)?|[A-Z]{1,2}(?: ?=.*)?|[ivx]+|[-—–]+)$/iu;
const ATTACHMENT = /^附 ?[件表录](?: ?\d{1,2}| ?[一二三四五六七八九十]{1,3})?(?:-\d+)? ?:?$/u;

const TITLE_END =
  '(?:表|册|台账|回执|报表|问卷|清单|报告单|申请书|通知书|告知书|承诺书|审批单|明细|一览|汇总|名单|登记簿|底册|卡|档案|单|预览|统计|计划|模板|样本)';
const TITLE = new RegExp(`${TITLE_END}(?:[一二三四五六七八九十\\d]{1,2})?(?:\\([^()]{1,24}\\)){0,2}$`, 'u');
const NUMBERED_TITLE = /^(?:附?表|表格) ?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:-\d{1,2})?[:、. ]/u;

export function isAttachmentMark(folded: string): boolean {
  return ATTACHMENT.test(folded);
}

/** Names a form: 危房排查表, 登记卡（试行）, 表1 农户. */
export function isTitle(folded: string): boolean {
  const words = withoutLayoutSpaces(folded);
  if (words.length < 3 || words.length > 60 || words.includes('。') || /^[^(]*:./u.test(words)) return false;
  return (TITLE.test(words) && !isDatum(words)) || NUMBERED_TITLE.test(folded);
}

export function isNote(folded: string): boolean {
  return NOTE.test(folded) || NOTE_HEADING.test(folded) || (folded.length > 50 && !isBrief(folded));
}

/** A numbered line of notes: `1.本表由各村填报。` */
export function isNumberedNote(folded: string): boolean {
  if (folded.length <= 12) return false;
  return (
    /^\(?\d{1,2}[)、.]/u.test(folded) || (/^\(?[一二三四五六七八九十]{1,3}[)、.]/u.test(folded) && !isBrief(folded))
  );
}

export function isTotal(folded: string): boolean {
  return TOTAL.test(withoutLayoutSpaces(folded));
}

export function isSample(folded: string): boolean {
  return SAMPLE_WORD.test(withoutLayoutSpaces(folded));
}

/** Every printed cell belongs to the head or the foot: marks, who fills, who signs, when. */
export function isHeadRow(words: readonly string[]): boolean {
  if (words.some(isMark)) return true;
  return words.some(isHeadCell) && words.every((word, at) => isHeadWord(word, words[at - 1] ?? ''));
}

function isHeadWord(word: string, before: string): boolean {
  if (isHeadCell(word) || isAttachmentMark(word) || isTitle(word)) return true;
  return (
    (before.endsWith(':') && !word.includes(':')) || (word.includes(':') && isFillersOwn(word.replace(/:.*$/u, '')))
  );
}

/** Who fills, checks and signs, below a form. */
export function isSignatureRow(words: readonly string[]): boolean {
  if (words.length === 0) return false;
  if (isHeadRow(words)) return true;
  return words.some(isSignersOwn) && words.every((word) => isSignersOwn(word) || isHeadCell(word) || word.length <= 12);
}

/** 甲 乙 1 2 3: numbers of the columns, each once and ascending. */
export function isColumnNumberRow(cells: readonly string[]): boolean {
  const words = /^(?:栏次|列次|列号|栏号|序号|[行编]号|行次)$/u.test(cells[0] ?? '') ? cells.slice(1) : cells;
  if (words.length < 2 || !words.every((word) => COLUMN_NUMBER.test(word))) return false;
  const ranks = words.map(rankOf).filter((rank) => rank !== null);
  return (
    ranks.length >= 1 &&
    ranks.every((rank, at) => at === 0 || rank === (ranks[at - 1] ?? 0) + 1) &&
    (ranks[0] ?? 0) <= 3 &&
    (ranks.length >= 2 || words.some((word) => ORDINALS.includes(word)))
  );
}

/** Of a numbered column; null for those counted 甲, 乙. */
function rankOf(word: string): number | null {
  const digits = /^\(?(\d{1,3})\)?/u.exec(word)?.[1];
  if (digits !== undefined) return Number(digits);
  const circled = word.charCodeAt(0) - 0x2460;
  if (circled >= 0 && circled < 20) return circled + 1;
  return /^[A-Z](?: ?=|$)/u.test(word) ? word.charCodeAt(0) - 64 : null;
}

/** Most words are units; a column of names may say 姓名 between them. */
export function isUnitRow(words: readonly string[]): boolean {
  const units = words.filter((word) => unitOf(word.replace(/[()]/gu, '')) !== null);
  return units.length > words.length / 2 && words.every((word) => !isDatum(word));
}

/** Under the header of an import template: 必填, 下拉选择, 格式… */
export function isHintRow(words: readonly string[]): boolean {
  const [first] = words;
  if (first === undefined) return false;
  return HINT_ROW.test(first)
    ? words.length > 1
    : words.length > 1 &&
        words.every((word) =>
          word
            .replace(/[()]/gu, '')
            .split(/[,;、 ]/u)
            .some((part) => HINT.test(part)),
        );
}

/** An example of how to fill in: skipped, and never taken for data. */
export function isSampleRow(words: readonly string[]): boolean {
  return words.length > 1
    ? words.slice(0, 2).some(isSample) || (SAMPLE.test(words[0] ?? '') && isSample(words[0] ?? ''))
    : words.some(isSample);
}

/** The only printed cell of a row when it spreads over most of the width. */
export function bannerOf(grid: Grid, index: number, width: number): TableCell | null {
  const printed = grid.printed(index);
  const [only] = printed;
  if (only === undefined || printed.length > 1) return null;
  return only.columnSpan >= Math.max(2, width * 0.6) ? only : null;
}
