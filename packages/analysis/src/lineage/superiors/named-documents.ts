/** The documents that a text says it carries out or passes on, in a form by which a library can look them up. */
import type { OfficialDocument } from '../../document/read-document.ts';

/** What is known of a document by its name; at least one is not null. */
export interface NamedDocument {
  /** As `numberKey` gives it. */
  readonly number: string | null;
  /** As `titleKey` gives it. */
  readonly title: string | null;
}

/** A basis stands at the beginning; what is named further down is a law, a form or an example. */
const BASIS_LENGTH = 600;
const MOST_NAMED = 8;

/** The documents named in the title and at the beginning of the body, in the order of the text; laws are no superiors. */
export function namedDocuments({ text, title, header }: OfficialDocument): NamedDocument[] {
  const { start, end } = header.zones.body;
  const body = text.slice(start, Math.min(end, start + BASIS_LENGTH));
  const own = header.docNumber === null ? null : numberKey(header.docNumber);
  const named = [...passedOn(title ?? ''), ...namesIn(title ?? ''), ...namesIn(body)];
  const known = new Set<string>();
  return named
    .filter(({ number, title: name }) => (number !== null && number !== own) || name !== null)
    .filter(({ number, title: name }) => {
      const key = `${number ?? ''} ${name ?? ''}`;
      return !known.has(key) && known.add(key);
    })
    .slice(0, MOST_NAMED);
}

/** 转发市水利局关于做好防汛工作的通知的通知: names a document without brackets. */
function passedOn(title: string): NamedDocument[] {
  const words = /(?:转发|批转)(?<named>[^《》\n]{6,100}?)的通知$/u.exec(title)?.groups?.['named'];
  const key = words === undefined ? null : titleKey(words);
  return key === null ? [] : [{ number: null, title: key }];
}

const NAME =
  /《(?<title>[^》\n]{4,100})》 ?(?:\((?<within>[^()\n]{4,40})\))?|(?<number>[^《》\n]{2,15}[〔[(【] ?20\d\d ?[〕\])】] ?第?\d{1,4} ?号)/gu;
/** Named as what is obeyed, and never as what is passed on level by level. */
const LAW = /(?:(?<!办)法|条例|宪法|准则|章程|党章)$/u;

function namesIn(text: string): NamedDocument[] {
  return Array.from(text.matchAll(NAME), ({ groups = {} }): NamedDocument => {
    const { title: words = '', within = '', number = '' } = groups;
    const isLaw = LAW.test(words);
    return { number: numberKey(number === '' ? within : number), title: isLaw ? null : titleKey(words) };
  }).filter(({ number, title }) => number !== null || title !== null);
}

const NUMBER =
  /(?<code>[\p{Script=Han}A-Za-z]{2,15})[〔[(【［（] ?(?<year>20\d\d) ?[〕\])】］）] ?第?(?<number>\d{1,4}) ?号/u;
/** Words before a number in a sentence. */
const LEADING = /^.*(?:根据|按照|依据|遵照|落实|贯彻|执行|转发|文件|通知|以及|[和与及以见由的])(?=\p{Script=Han}{2})/u;

/** `冀政办发 2026 5` of 冀政办发〔2026〕5号, whatever the brackets; null when it is no such number. */
export function numberKey(words: string): string | null {
  const { code = '', year = '', number = '' } = NUMBER.exec(words)?.groups ?? {};
  return code === '' ? null : `${code.replace(LEADING, '')} ${year} ${Number(number)}`;
}

/** Shorter subjects are those of many documents: 工作方案, 通知. */
const SHORTEST_TITLE = 6;
const LONGEST_TITLE = 200;

/**
 * The subject of a title, the same whoever issued or passed it on: 2026年防汛工作方案 of 水利局关于印发《2026年防汛工作方案》的通知.
 * Null when too little is left to tell documents apart.
 */
export function titleKey(title: string): string | null {
  let subject = title
    .slice(0, LONGEST_TITLE)
    .normalize('NFKC')
    .replaceAll(/[《》〈〉「」"“”'‘’\s]/gu, '');
  for (;;) {
    const inner =
      /(?:印发|转发|批转|下发|公布)(?<inner>.+?)的?通知$/u.exec(subject)?.groups?.['inner'] ??
      /^.*?关于(?<inner>.+)$/u.exec(subject)?.groups?.['inner'];
    if (inner === undefined) break;
    subject = inner;
  }
  return subject.length < SHORTEST_TITLE ? null : subject;
}
