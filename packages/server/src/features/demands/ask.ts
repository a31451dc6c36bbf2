/** What a document asks, in one sentence of its own words that begins with what is to be done. */
import type { ReportedDocument } from '@qingzhuang/analysis';
import type { demands } from '@qingzhuang/contract';

/** A document with the text that its places are in. */
export interface PlacedDocument {
  readonly document: ReportedDocument;
  readonly text: string;
}

type Unit = ReportedDocument['demands'][number];

const LONGEST_ASK = 500;
const LONGEST_CLAUSE = 60;
const MOST_CLAUSES = 3;

/** The meeting first, where it is one; then the orders of the text. The title, where nothing else can be said. */
export function askOf({ document, text }: PlacedDocument, kind: demands.DemandKind, title: string): string {
  const meeting = kind === 'meeting' ? meetingName(title) : null;
  const orders = document.demands.filter(
    ({ action }) => action !== 'other' && !(meeting !== null && GATHERING.has(action)),
  );
  const clauses = orders.map(({ start, end }) => asOrder(text.slice(start, end))).filter((words) => words !== '');
  const named = [document.title ?? '', ...document.attachments];
  const told = clauses.filter((words) => !named.some((name) => name.includes(words)));
  const asks = [...(meeting === null ? [] : [`参加${meeting}`]), ...told];
  return cleanLine([...new Set(asks)].slice(0, MOST_CLAUSES).join('；'), LONGEST_ASK) || title;
}

const GATHERING: ReadonlySet<Unit['action']> = new Set(['hold-meeting', 'attend']);

const TITLE_END = /的?(?:通知|公告|通报|意见|方案|批复|来?函)$/u;
const TITLE_START = /^.*?关于(?:组织)?(?:召开|举办|举行|开好|参加)?/u;

/** Null where the title does not name it. */
function meetingName(title: string): string | null {
  const name = title.replace(TITLE_START, '').replace(TITLE_END, '').trim();
  return /[会训班]/u.test(name) ? name : null;
}

const NUMBERING =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十\d]{1,3}[，、,:：]?|[一二三四五六七八九十]是)\s*/u;
/** Whom it is addressed to, with the word that orders it: the bearers are named beside it. */
const ADDRESSEE =
  /^(?:请?(?:各|全体|相关|有关)[^，,。；;：:]{0,16}?(?:应当|必须|务必|需要|要|应|须|需|请)|请(?:各(?:级|地|乡镇|镇|街道|村|社区|单位|部门|有关单位)|(?:各)?(?:乡镇|街道|村))*|要求)[:：,，]?/u;
const ATTENTION = /^各[^，,。；;：:]{1,10}(?:注意|请注意)?[:：,，]\s*/u;

/** A clause without its number and its addressee: they stand elsewhere. */
export function asOrder(words: string): string {
  const bare = words.trim().replace(NUMBERING, '').replace(ATTENTION, '').replace(ADDRESSEE, '').trim();
  return cleanLine(bare, LONGEST_CLAUSE);
}

/** Words on one line, cut at that length. */
export function cleanLine(text: string, longest: number): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, longest);
}
