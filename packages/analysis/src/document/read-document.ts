/** Reads an official document: fields, statements, times and demand units. Everything rules know comes from here. */
import type { DocumentKind } from '../report.ts';
import { parseInstant, type Day, type LocalTime } from '../schedule/local-time.ts';
import { DEFAULT_WORK_HOURS, type WorkHours } from '../schedule/working-time.ts';
import { readAttachments } from './attachments.ts';
import { findDeadlines, findReceipt, type Deadline } from './deadlines.ts';
import { readDemands, type DemandUnit } from './demands.ts';
import { readFormHeads, type FormHead } from './form-head.ts';
import { findFrequencies, type Frequency } from './frequency.ts';
import { readHeader, type Header } from './header.ts';
import { direction, readKind, type Direction } from './kind.ts';
import { readLines, type Line } from './lines.ts';
import { readMeeting, type Meeting } from './meeting.ts';
import { normalise } from './normalise.ts';
import { UNKNOWN, type NormalisedText } from './normalised.ts';
import type { SourceText } from './source-text.ts';
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
  const normalised = normalise(source.text);
  const { text } = normalised;
  const lines = readLines(normalised, source.blocks);
  const header = readHeader(text, lines, source.blocks);
  const kind = readKind(header, text, lines, source.blocks);
  const going = direction(header, kind);
  const workHours = facts.workHours ?? DEFAULT_WORK_HOURS;
  const receipt = readReceipt(text, header.date, facts, workHours);
  const deadlines = findDeadlines(text, { receivedAt: receipt.at, issuedOn: header.date, workHours });
  const frequencies = findFrequencies(text);
  const statements = readStatements(text, lines, voiceOf(kind, going));
  const recipients = header.recipients.length === 0 ? null : header.recipients.join('、');
  const forms = readFormHeads(text, lines, source);
  return {
    source,
    normalised,
    text,
    lines,
    header,
    kind,
    direction: going,
    title: header.title?.text ?? null,
    attachments: readAttachments(text, lines, header).map(({ name }) => name),
    bodyCharacters: countCharacters(text, header.zones.body),
    meeting: readMeeting(text, lines, header, kind),
    forms,
    formMarks: forms[0] ? marksOf(forms[0]) : [],
    approval: findApproval(text),
    receivedAt: receipt.at,
    receiptKnown: receipt.known,
    workHours,
    deadlines,
    frequencies,
    statements,
    demands: statements.flatMap((statement) => readDemands(statement, { deadlines, frequencies }, recipients)),
    unreadable: isUnreadable(text),
  };
}

function voiceOf(kind: DocumentKind, going: Direction): Voice {
  if (kind === 'report-upward' || going === 'up') return 'upward';
  if (kind === 'speech') return 'exhortation';
  return kind === 'regulation' ? 'law' : 'order';
}
