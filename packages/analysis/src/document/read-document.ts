/** Reads an official document: fields, statements, times and demand units. Everything rules know comes from here. */
import type { DocumentKind } from '../report.ts';
import { parseInstant, type Day, type LocalTime } from '../schedule/local-time.ts';
import { DEFAULT_WORK_HOURS, type WorkHours } from '../schedule/working-time.ts';
import { readAttachments } from './attachments.ts';
import { isForResidents, isNoOfficeMatter, isOwnPlan, tellsOnly } from './audience.ts';
import { anchorOf } from './deadline-time.ts';
import { findDeadlines, findReceipt, type Deadline } from './deadlines.ts';
import { readDemands, type DemandUnit, type TimesOfText } from './demands.ts';
import { readFormHeads, type FormHead } from './form-head.ts';
import { findFrequencies, type Frequency } from './frequency.ts';
import { readHeader, type Header } from './header.ts';
import { direction, isMessageHeader, readKind, type Direction } from './kind.ts';
import { readLines, type Line } from './lines.ts';
import { readMeeting, type Meeting } from './meeting.ts';
import { normalise } from './normalise.ts';
import { UNKNOWN, type NormalisedText } from './normalised.ts';
import type { SourceText } from './source-text.ts';
import type { Span } from './stance.ts';
import { isPromulgated, statuteOf } from './statute.ts';
import { readStatements, type Statement, type Voice } from './statements.ts';

/** Offsets are into `text`, the normalised text; `normalised.toSource` leads back to the extracted text. */
export interface OfficialDocument {
  readonly source: SourceText;
  readonly normalised: NormalisedText;
  readonly text: string;
  readonly lines: readonly Line[];
  readonly header: Header;
  readonly kind: DocumentKind;
  readonly direction: Direction;
  readonly title: string | null;
  readonly attachments: readonly string[];
  /** Han characters, digits and Latin letters of the body. */
  readonly bodyCharacters: number;
  readonly meeting: Meeting | null;
  readonly forms: readonly FormHead[];
  /** The marks of a lawful statistical form that are printed: 表号, 制定机关, 批准文号, 有效期限. */
  readonly formMarks: readonly string[];
  /** A notice to residents, a form of theirs or a charter: asked for their own matter. */
  readonly forResidents: boolean;
  /** What shows that the text is a law or regulation of the state; null for everything else. */
  readonly statute: string | null;
  /** Number under which the whole document says it was planned, filed or approved. */
  readonly approval: string | null;
  /** When the bearer got it. Unknown receipt falls back to the start of work on the document's date. */
  readonly receivedAt: LocalTime | null;
  readonly receiptKnown: boolean;
  readonly workHours: WorkHours;
  readonly deadlines: readonly Deadline[];
  readonly frequencies: readonly Frequency[];
  readonly statements: readonly Statement[];
  readonly demands: readonly DemandUnit[];
  /** Mostly unknown tokens: neither findings nor an all-clear. */
  readonly unreadable: boolean;
}

export interface ReadingFacts {
  /** RFC 3339 with zone. */
  readonly receivedAt?: string;
  readonly workHours?: WorkHours;
}

/** A text with this share of unknown tokens is reported as unreadable; a house threshold. */
const UNREADABLE_SHARE = 0.3;

/** Never fails: a text without any structure is one body. */
export function readDocument(source: SourceText, facts: ReadingFacts = {}): OfficialDocument {
  const normalised = normalise(source.text, source.blocks.length > 0);
  const { text } = normalised;
  const lines = readLines(normalised, source.blocks);
  const header = readHeader(text, lines);
  const kind = readKind(header, text, lines, source.blocks);
  const workHours = facts.workHours ?? DEFAULT_WORK_HOURS;
  const { anchor, ...receipt } = readReceipt(text, header.date, facts, workHours);
  const times: TimesOfText = {
    deadlines: findDeadlines(text, { ...receipt, issuedOn: header.date, workHours }),
    frequencies: findFrequencies(text),
  };
  const forms = readFormHeads(normalised, source);
  const aim = aimOf(kind, header, text);
  const statements = readStatements(text, spokenLines(kind, text, lines), voiceOf(kind, { header, text }, aim));
  return {
    source,
    normalised,
    text,
    lines,
    header,
    kind,
    ...aim,
    title: header.title?.text ?? null,
    attachments: readAttachments(text, lines, header).map(({ name }) => name),
    bodyCharacters: countCharacters(text, header.zones.body),
    meeting: readMeeting(text, lines, { header, kind, anchor }),
    forms,
    formMarks: forms.flatMap(marksOf),
    approval: APPROVAL.exec(text)?.[0] ?? null,
    receivedAt: anchor,
    receiptKnown: receipt.receivedAt !== null || receipt.receiptMinute !== null,
    workHours,
    ...times,
    statements,
    demands: readAllDemands(statements, times, header),
    unreadable: isUnreadable(text),
  };
}

type Aim = Pick<OfficialDocument, 'direction' | 'statute' | 'forResidents'>;

/** Whom the text is for. */
function aimOf(kind: DocumentKind, header: Header, text: string): Aim {
  const title = header.title?.text ?? null;
  return {
    direction: goesNowhere(header, text) ? 'self' : direction(header, kind),
    statute: kind === 'regulation' || isPromulgated(title, text) ? statuteOf(title, text) : null,
    forResidents: isForResidents(kind, header, text),
  };
}

function goesNowhere(header: Header, text: string): boolean {
  return isNoOfficeMatter(header, text) || isOwnPlan(header, text) || tellsOnly(header, text);
}

/** Who sent a message, and when, asks nothing of anybody. */
function spokenLines(kind: DocumentKind, text: string, lines: readonly Line[]): readonly Line[] {
  return kind === 'chat-message' ? lines.filter((line) => !isMessageHeader(text.slice(line.start, line.end))) : lines;
}

function voiceOf(
  kind: DocumentKind,
  { header, text }: Pick<OfficialDocument, 'header' | 'text'>,
  { direction: going, statute, forResidents }: Aim,
): Voice {
  if (kind === 'report-upward' || going === 'up') return 'upward';
  if (isNoOfficeMatter(header, text)) return 'foreign';
  if (kind === 'speech') return 'exhortation';
  if (kind === 'briefing' || tellsOnly(header, text)) return 'account';
  if (statute !== null) return 'law';
  return forResidents || going === 'self' ? 'aside' : 'order';
}

interface KnownReceipt {
  readonly receivedAt: LocalTime | null;
  /** Minute of the day where the text tells only that. */
  readonly receiptMinute: number | null;
  /** The receipt, else the reading most favourable to the issuer: the start of work on the document's day. */
  readonly anchor: LocalTime | null;
}

function readReceipt(text: string, issuedOn: Day | null, facts: ReadingFacts, workHours: WorkHours): KnownReceipt {
  const told = findReceipt(text, { issuedOn, workHours });
  const receivedAt = (facts.receivedAt === undefined ? null : parseInstant(facts.receivedAt)) ?? told?.at ?? null;
  const receiptMinute = receivedAt === null ? (told?.minute ?? null) : null;
  return { receivedAt, receiptMinute, anchor: anchorOf({ receivedAt, receiptMinute, issuedOn, workHours }) };
}

/** The title names what the text will ask, and who takes part in a meeting is part of the call for it. */
function readAllDemands(statements: readonly Statement[], times: TimesOfText, header: Header): DemandUnit[] {
  const { recipients, title } = header;
  const bearers = recipients.length === 0 ? null : recipients.join('、');
  const deadlines = new Cursor(times.deadlines);
  const frequencies = new Cursor(times.frequencies);
  const asking =
    title === null ? statements : statements.filter(({ start, end }) => !(start >= title.start && end <= title.end));
  const units = asking.flatMap((statement) =>
    readDemands(
      statement,
      { deadlines: deadlines.within(statement), frequencies: frequencies.within(statement) },
      bearers,
    ),
  );
  const isCalled = units.some((unit) => isAttending(unit) && !namesAttendants(unit));
  return isCalled ? units.filter((unit) => !namesAttendants(unit)) : units;
}

function isAttending({ action }: DemandUnit): boolean {
  return action === 'attend';
}

function namesAttendants(unit: DemandUnit): boolean {
  return isAttending(unit) && /^(?:人员|对象|单位|范围|领导)/u.test(unit.object ?? '');
}

/** Hands out what lies inside each of a row of ascending spans, in one pass over both. */
class Cursor<Item extends Span> {
  private next = 0;
  private readonly items: readonly Item[];

  constructor(items: readonly Item[]) {
    this.items = items;
  }

  within({ start, end }: Span): Item[] {
    const found: Item[] = [];
    for (let item = this.items[this.next]; item && item.start < end; item = this.items[++this.next]) {
      if (item.start >= start) found.push(item);
    }
    return found;
  }
}

const COUNTED = /[\p{Script=Han}A-Za-z0-9]/u;
/** For each code unit that came up: 1 when it counts, 2 when not. */
const VERDICTS = new Uint8Array(0x10000);

/** As a page is counted: Han characters, digits and Latin letters; marks and spaces are not. */
function countCharacters(text: string, { start, end }: Span): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const verdict = (VERDICTS[code] ||= COUNTED.test(text.charAt(at)) ? 1 : 2);
    if (verdict === 1) count++;
  }
  return count;
}

function marksOf({ formNo, maker, approvalNo, validUntil }: FormHead): string[] {
  return [
    formNo === null ? '' : `表号：${formNo}`,
    maker === null ? '' : `制定机关：${maker}`,
    approvalNo === null ? '' : `批准文号：${approvalNo}`,
    validUntil === null ? '' : `有效期至：${validUntil}`,
  ].filter((mark) => mark !== '');
}

/** A plan item or filing number that covers the document: (督检考计划第14项), 备案号:清督备〔2026〕14号. */
const APPROVAL =
  /(?:督检考|督查检查考核|督查|检查|考核|会议|发文|调研)(?:年度)?计划第[\d一二三四五六七八九十]+项|(?:督检考|检查|督查|会议|事项)?(?:备案|审批|立项|准入)(?:编?号|文号)[为是:]?[\p{Script=Han}A-Za-z]*[〔[(]?20\d\d[〕\])]?\d+号?/u;

function isUnreadable(text: string): boolean {
  if (text.length === 0) return false;
  let unknown = 0;
  for (let at = text.indexOf(UNKNOWN); at !== -1; at = text.indexOf(UNKNOWN, at + 1)) unknown++;
  return unknown / text.length > UNREADABLE_SHARE;
}
