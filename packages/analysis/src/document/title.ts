/** Finds the title: one to four lines that end in a genre or in the name of a plan, list or speech. */
import type { Line } from './lines.ts';
import { isBodyName } from './issuer.ts';

export interface Title {
  /** Lines joined. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Index of the first line and the one after the last, among the lines given. */
  readonly from: number;
  readonly to: number;
}

/** The genres of official documents (docs-2012, clause 8), and what stands for them in a title. */
const GENRES: Readonly<Record<string, string>> = {
  决议: '决议',
  决定: '决定',
  命令: '命令',
  令: '命令',
  公报: '公报',
  公告: '公告',
  通告: '通告',
  意见: '意见',
  通知: '通知',
  通报: '通报',
  报告: '报告',
  请示: '请示',
  批复: '批复',
  议案: '议案',
  函: '函',
  纪要: '纪要',
};
const GENRE_END = new RegExp(`(${Object.keys(GENRES).join('|')})(?:\\([^)]{1,12}\\)|稿)?$`, 'u');
const OTHER_END =
  '答复|方案|要点|细则|清单|提示|提醒|明白纸|办法|规定|条例|规则|章程|规划|计划|预案|制度|机制|安排|指引|指南|须知|讲话|致辞|发言|汇报|总结|倡议书|公开信|承诺书|责任书|任务书|简报|专报|信息|工作要求|分工|说明|回执|表态|任务分解表|登记表|统计表|汇总表|调查表|情况表|一览表|台账|建议|预告|启事|通稿|快报|动态|措施|举措|解读|提纲|倡议|总结和打算|打算|村规民约|公约|公示|公示表|自评表|自查表|检查表|整改表|推荐表|任务表|测评表|进度表|清单表|评分表|审批表|申请表|申请单|申请书|申报表|报名表|采集表|核查表|排查表|摸底表|反馈表|明细表|分解表|花名册|名册|清册|登记册|登记簿|问卷|调查问卷|报表|月报表|日报表|责任分工|分工表|考核表|任务表|报告单|登记卡|讲稿|主持词|纪实|通讯|周报|月报|会议记录|一封信|感谢信|慰问信|贺信';
const TITLE_END = new RegExp(`(?:${Object.keys(GENRES).join('|')}|${OTHER_END})(?:\\([^)]{1,16}\\)|稿)?$`, 'u');
const MOST_TITLE_LINES = 5;
const LONGEST_TITLE_LINE = 60;
const LONGEST_TITLE = 140;
/** A title stands among the first lines. */
const LAST_TITLE_START = 14;
const NO_TITLE_LINE = /[。;!?,]|[^0-9]:|(?<!文件)@/u;
const NO_TITLE_START =
  /^(?:请|务必|今[天日晚]|明[天日早]|所有|全体|根据|按照|为|现将|经|本)|^各(?!.*的(?:通知|函|意见))/u;
const WRAPPED = /[《"]/u;

/** The title and where it stands, or undefined when no line reads like one. `isOther` tells lines of the head. */
export function findTitle(text: string, lines: readonly Line[], isOther: (line: Line) => boolean): Title | undefined {
  for (let from = 0; from < Math.min(lines.length, LAST_TITLE_START); from++) {
    const first = lines[from];
    if (!first || isOther(first) || NO_TITLE_START.test(text.slice(first.start, first.end))) continue;
    const to = titleEnd(text, lines, from, isOther);
    const last = lines[to - 1];
    if (to > from && last) return { text: joined(text, lines, from, to), start: first.start, end: last.end, from, to };
    if (first.kind === 'text' && text.slice(first.start, first.end).includes('。')) return undefined;
  }
  return undefined;
}

/** The genre of the outermost title: 转发, 批转 and 印发 wrap another one. */
export function genreOf(title: string): string | null {
  const [, word = ''] = GENRE_END.exec(title) ?? [];
  return GENRES[word] ?? null;
}

/** The issuer that a title begins with. */
export function issuerOfTitle(title: string): string | null {
  const [, name = ''] =
    /^(.{2,60}?)(?:关于|(?:转发|批转|印发)|对(?=.*(?:答复|批复|意见)$)|令$|公告$|通告$|命令$)/u.exec(title) ?? [];
  return name !== '' && !/^(?:转发|批转|印发|关于)/u.test(name) && isBodyName(name) ? name.trim() : null;
}

function titleEnd(text: string, lines: readonly Line[], from: number, isOther: (line: Line) => boolean): number {
  for (let to = from + 1; to <= Math.min(lines.length, from + MOST_TITLE_LINES); to++) {
    const line = lines[to - 1];
    if (!line || !mayBeTitleLine(text, line) || isOther(line)) return from;
    const title = joined(text, lines, from, to);
    if (title.length > LONGEST_TITLE) return from;
    if (isTitle(title, lines.length - to)) return goesOn(text, lines, to, title) ? to + 1 : to;
  }
  return from;
}

/** 关于…的意见 on one line may still be followed by …的通知 on the next. */
function goesOn(text: string, lines: readonly Line[], to: number, title: string): boolean {
  const next = lines[to];
  if (!next || !mayBeTitleLine(text, next)) return false;
  const words = text.slice(next.start, next.end);
  return (
    /^的?(?:请示|报告|意见|方案)?的?(?:通知|函|通报|请示|报告|批复|意见)(?:\([^)]{1,12}\))?$/u.test(words) ||
    (/^\((?!\d{4}年)[^)]{2,12}\)$/u.test(words) && !title.endsWith(')'))
  );
}

function mayBeTitleLine(text: string, line: Line): boolean {
  if (line.end - line.start > LONGEST_TITLE_LINE || line.kind === 'table-row' || line.kind === 'blank') return false;
  if (line.level !== null || line.numberEnd > line.start) return false;
  const words = text.slice(line.start, line.end);
  return (
    !NO_TITLE_LINE.test(words) ||
    (WRAPPED.test(words) && !/[。;!?]$/u.test(words) && /的(?:通知|函|意见|通报|批复)$/u.test(words))
  );
}

function isTitle(title: string, linesBelow: number): boolean {
  if (!TITLE_END.test(title)) return false;
  if (/关于.+/u.test(title)) return true;
  // A bare 请示 or a sentence without its full stop is a title only above something.
  return linesBelow > 0 && title.length <= LONGEST_TITLE_LINE;
}

function joined(text: string, lines: readonly Line[], from: number, to: number): string {
  return lines
    .slice(from, to)
    .map(({ start, end }) => text.slice(start, end))
    .join('');
}
