import type { Line } from '../../document/lines.ts';
import { readNumber } from '../../document/numerals.ts';
import type { OfficialDocument } from '../../document/read-document.ts';
import type { Statement } from '../../document/statements.ts';
import { NUMBER } from '../phrases.ts';
import { defineRule, type Match } from '../rule.ts';

/** A name that ends in one of these is a plan of its own; a form, list or map is none. */
const PLAN_NAME =
  /(?:[\p{Script=Han}A-Za-z0-9]{2,30}?(?:方案|预案|细则|(?:工作|行动|推进|实施)计划)|[\p{Script=Han}]{0,28}?(?:考核|考评|奖惩|管理|实施|评价|问责|督查|评比|验收|奖补|奖励|督导|评分)办法)(?=[》"、,。;)\s]|[(\d一二三四五六七八九十]|以?及|和|并|分别|各自|同时|独立|组成|一[并起]|$)/gu;
/** In a note of attachments the last word of a name tells what it is; a short list there is no running text. */
const ATTACHED_PLAN = /(?:方案|预案|细则|计划|办法|意见|规程)(?:\([^)]{0,8}\))?[。;]?$/u;
const NOTE = /^附件?[:(]/u;
const LISTED_PLAN = /[\p{Script=Han}A-Za-z0-9]{2,30}?(?:方案|预案|细则|计划|办法|规程)(?=[》"、,。;)\s]|[(\d]|$)/gu;
/** Without one of these there is no name to look for, which spares most lines the search. */
const KIND_OF_PLAN = /方案|预案|细则|计划|办法/u;
/** Names in a row: between two of them stand marks and numbers only. */
const LONGEST_GAP = 10;
const LEADS_IN =
  /附件?[一二三四五六七八九十\d]?[:.、(\s]|^附[:(]|印发|下发|发给|随文|一并|同时执行|附后|附上|包括|包含|[内含]有?|由[^。]{0,60}组成/u;
const ONLY_CITED = /^(?:根据|按照|依据|贯彻|落实|结合|对照)|废止|作废|失效|合并|整合|停止执行|不再|征求意见|解读/u;
const COUNTED = new RegExp(
  `(?:随文|印发|下发|附|含|包括|制定|配套|下列|一次性|一并)[^。;,]{0,30}?(?<number>${NUMBER})[个份项套](?:子|专项|配套|分|独立|单项|工作|整治|实施|具体|行动){0,3}(?:方案|办法|细则|预案|计划)`,
  'u',
);

export const bundledPlans = defineRule({
  id: 'document/bundled-plans',
  title: '多文合一',
  basis: ['provisions-2024.evasion'],
  message: '「{quote}」一份文件里装了 {count} 份各自成篇的方案。',
  suggestion: '合成一份，讲清谁、何时、做什么；确需单独执行的按程序单独发文、计入发文数。',
  cues: '方案 预案 细则 计划 办法',
  options: { plans: { default: 3, source: 'house', meaning: '附带几份方案起算多文合一' } },
  examples: {
    bad: [
      '附:(1)⟦宣传方案(2)督导方案(3)考评办法⟧,各自生效。',
      '现将《⟦清淤行动方案》《管护考核办法》《经费使用细则⟧》一并印发。',
      '⟦随文下发宣传、巡查、奖惩三个专项方案⟧。',
    ],
    good: [
      '附:(1)路线图(2)食谱(3)气象资料。',
      '三个方案合并成一个,内容不再重复。',
      '根据《清淤方案》《管护方案》《巡查方案》要求,现通知如下。',
      '附件:清淤工作方案',
    ],
  },
  *find({ statements, document }, { plans }) {
    const found = inAttachmentNote(document, plans) ?? inOneLine(document, plans) ?? inWords(statements, plans);
    if (found) yield found;
  },
});

/** The names of the attachment note, each on its line or all on one. */
function inAttachmentNote({ attachments, text, header: { zones } }: OfficialDocument, plans: number): Match | null {
  const named = attachments.filter((name) => name.match(PLAN_NAME) !== null || ATTACHED_PLAN.test(name));
  if (named.length < plans) return null;
  const [first = ''] = named;
  const start = text.indexOf(first, zones.body.start);
  return start < 0 ? null : { start, end: start + first.length, data: { count: named.length } };
}

/** A line that issues three plans in a row. */
function inOneLine({ lines, text, statements }: OfficialDocument, plans: number): Match | null {
  for (const line of lines) {
    const match = plansOfLine(line, text, plans);
    const statement = match && statements.find(({ start, end }) => match.start >= start && match.start < end);
    if (match && statement && isAudible(statement)) return match;
  }
  return null;
}

function plansOfLine({ start, end }: Line, text: string, plans: number): Match | null {
  const words = text.slice(start, end);
  if (!KIND_OF_PLAN.test(words) || !LEADS_IN.test(words) || ONLY_CITED.test(words)) return null;
  const row = longestRow([...words.matchAll(NOTE.test(words) ? LISTED_PLAN : PLAN_NAME)]);
  const first = row[0];
  const last = row.at(-1);
  if (!first || !last || row.length < plans) return null;
  return { start: start + first.index, end: start + last.index + last[0].length, data: { count: row.length } };
}

function longestRow(names: readonly RegExpExecArray[]): readonly RegExpExecArray[] {
  let longest: RegExpExecArray[] = [];
  let row: RegExpExecArray[] = [];
  for (const name of names) {
    const before = row.at(-1);
    if (before && name.index - before.index - before[0].length > LONGEST_GAP) row = [];
    row.push(name);
    if (row.length > longest.length) longest = [...row];
  }
  return longest;
}

function inWords(statements: readonly Statement[], plans: number): Match | null {
  for (const statement of statements) {
    const match = COUNTED.exec(statement.announced);
    const count = readNumber(match?.groups?.['number'] ?? '');
    if (!match || count === null || count < plans || ONLY_CITED.test(statement.raw)) continue;
    return {
      start: statement.start + match.index,
      end: statement.start + match.index + match[0].length,
      data: { count },
    };
  }
  return null;
}

function isAudible({ announced }: Statement): boolean {
  return /方案|预案|细则|办法|计划|制度|规定/u.test(announced);
}
