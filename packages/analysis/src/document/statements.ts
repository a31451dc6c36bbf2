/** Sentences with what they demand kept audible and the rest silenced: what rules read. */
import { isOwnBody } from './actors.ts';
import { FrameReader } from './frame-reader.ts';
import { readClauses, type Clause, type Frame, type Span } from './stance.ts';
import type { Line } from './lines.ts';

/** Stands for each silenced character, so that offsets hold and no pattern runs across it. */
export const SILENCE = '□';

/** One sentence. Offsets are into the normalised text; the three views have the same length. */
export interface Statement extends Span {
  readonly index: number;
  /** As written (normalised). */
  readonly raw: string;
  /** What bearers are to do: forbidden, described, permitted parts and the issuer's own duties silenced. */
  readonly imposed: string;
  /** What is announced by whomever: like `imposed`, but the issuer's own acts (checks, rankings, penalties) are audible. */
  readonly announced: string;
  readonly clauses: readonly Clause[];
  /** Strongest modality of an audible clause, 0 when the sentence imposes nothing. */
  readonly modality: number;
  /** Title of the nearest heading above, or an empty string. */
  readonly heading: string;
  /** Number of the attachment it stands in, null in the main part. */
  readonly attachment: number | null;
  readonly inTable: boolean;
}

/** How a text as a whole speaks, from its kind. */
export type Voice = 'order' | 'account' | 'exhortation' | 'law' | 'aside' | 'upward' | 'foreign';

/** Reads every sentence of the lines in order. */
export function readStatements(text: string, lines: readonly Line[], voice: Voice): Statement[] {
  const reader = new FrameReader();
  const statements: Statement[] = [];
  for (const line of lines) {
    if (line.kind === 'blank') continue;
    reader.enter(line, text);
    const isOwn = chargesOwnBody(text.slice(line.start, line.end), line);
    for (const span of sentencesOf(text, line)) {
      const place = {
        index: statements.length,
        heading: reader.heading,
        attachment: line.attachment,
        inTable: line.kind === 'table-row',
      };
      const manner: Manner = {
        frame: reader.frame,
        voice:
          voice === 'account' && (reader.isOrdering || ORDERS_INLINE.test(text.slice(span.start, span.end)))
            ? 'order'
            : voice,
        base: isOwn || reader.isOwnDuty ? 'self' : 'unknown',
      };
      const statement = new Sentence(text, span, place, manner);
      statements.push(statement);
      reader.leave(statement.raw, line, text.charAt(span.end));
    }
  }
  return statements;
}

const LONGEST_NAME_CELL = 16;
const NAMES_OTHERS = /^(?:各|全[县市区镇乡]|沿)|[镇乡村](?!振兴)|街道|社区|学校|卫生院/u;
const CHARGE =
  /(?:责任|牵头|承办|实施|完成|落实)(?:单位|部门|科室):(?<bodies>[^)。;\n\t]{2,60})|\((?<leaders>[^()。;\n\t]{2,30}?)(?:牵头|负责|承办|主办)\):/u;

/** A row with its responsible unit in a cell, an item that ends in (责任单位:县公安局). */
function chargesOwnBody(words: string, { kind }: Line): boolean {
  if (kind === 'table-row') {
    const names = words.split('\t').filter(({ length }) => length <= LONGEST_NAME_CELL);
    return names.some((cell) => isOwnBody(cell.trim())) && !names.some((cell) => NAMES_OTHERS.test(cell));
  }
  const { bodies, leaders } = CHARGE.exec(words)?.groups ?? {};
  return (bodies ?? leaders)?.split(/[、,]/u).every((body) => isOwnBody(body.trim())) ?? false;
}

/** Code units, so that the walk over every character of a document costs no pattern. */
const [STOP, SEMICOLON, EXCLAMATION, QUESTION, NEW_LINE, TAB] = Array.from('。;!?\n\t', (mark) => mark.charCodeAt(0));

function sentencesOf(text: string, line: Line): Span[] {
  const splitsCells = line.kind === 'table-row';
  const sentences: Span[] = [];
  let start = line.start;
  for (let at = line.start; at <= line.end; at++) {
    const code = at === line.end ? NEW_LINE : text.charCodeAt(at);
    if (!endsSentence(code) && !(splitsCells && code === TAB)) continue;
    const end = code === QUESTION ? at + 1 : at;
    if (end > start && text.slice(start, end).trim() !== '') sentences.push({ start, end });
    start = at + 1;
  }
  return sentences;
}

function endsSentence(code: number | undefined): boolean {
  return code === STOP || code === SEMICOLON || code === NEW_LINE || code === QUESTION || code === EXCLAMATION;
}

/** What a sentence says once its clauses are read. */
type Said = Pick<Statement, 'imposed' | 'announced' | 'clauses' | 'modality'>;

/** How a sentence is to be heard, from what stands around it. */
interface Manner {
  readonly frame: Frame;
  readonly voice: Voice;
  /** Who acts where nobody is named. */
  readonly base: 'self' | 'unknown';
}

type Place = Pick<Statement, 'index' | 'heading' | 'attachment' | 'inTable'>;

/** A sentence whose clauses are read when they are first asked for: most sentences hold no word that any rule looks for. */
class Sentence implements Statement {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly heading: string;
  readonly attachment: number | null;
  readonly inTable: boolean;
  private readonly manner: Manner;
  private said: Said | null = null;

  constructor(text: string, { start, end }: Span, place: Place, manner: Manner) {
    this.start = start;
    this.end = end;
    this.raw = text.slice(start, end);
    this.index = place.index;
    this.heading = place.heading;
    this.attachment = place.attachment;
    this.inTable = place.inTable;
    this.manner = manner;
  }

  get imposed(): string {
    return this.read().imposed;
  }

  get announced(): string {
    return this.read().announced;
  }

  get clauses(): readonly Clause[] {
    return this.read().clauses;
  }

  get modality(): number {
    return this.read().modality;
  }

  private read(): Said {
    return (this.said ??= readSentence(this, this.manner));
  }
}

function readSentence({ raw, start, end }: Sentence, { frame, voice, base }: Manner): Said {
  const clauses = readClauses(raw, start, frame, base);
  const audible = voice === 'order' || speaksToBearers(raw, clauses, voice);
  const stanceSpans = audible ? clauses.flatMap(({ silenced }) => silenced) : [{ start, end }];
  const announced = silence(raw, start, stanceSpans);
  const foreign = clauses.filter(({ actor }) => actor === 'self' || actor === 'resident');
  const imposed = foreign.length === 0 ? announced : silence(announced, start, foreign);
  const heard = audible ? clauses.filter(({ stance }) => stance === 'impose') : [];
  return {
    announced,
    imposed,
    clauses,
    modality: heard.reduce((most, { modality }) => Math.max(most, modality), 0),
  };
}

const CONCRETE = /\d|[一二三四五六七八九十]+(?:次|天|日|篇|场|份|个)|每[天日周月季]|天天|今[天日晚]|明[天日早晚]|逐日/u;

/** What the issuer of a speech says it will do to others again and again: 县指挥部每周排一次名. */
const OWN_RHYTHM = /(?:指挥部|办公室|督查室|[县市区镇][\p{Script=Han}]{0,6}[委办局])(?:将|要)?每[天日周旬月季]/u;

/** In speeches and laws only a sentence that binds named bearers to something concrete is a demand. */
function speaksToBearers(raw: string, clauses: readonly Clause[], voice: Voice): boolean {
  if (voice === 'upward' || voice === 'foreign') return false;
  // A briefing tells what was done; it orders only where it says so outright.
  if (voice === 'account') return ordersOrCallsOut(raw, clauses);
  // Said to residents or to the own house: others are bound only where they are named and told outright.
  if (voice === 'aside')
    return clauses.some((clause) => (clause.actorSpan !== null && bindsOutright(clause)) || startsNow(raw, clause));
  if (voice === 'exhortation' && OWN_RHYTHM.test(raw)) return clauses.some(({ stance }) => stance === 'impose');
  if (voice === 'law') return clauses.some(binds);
  if (/^(?:还|又|也|甚至)?要求/u.test(raw) || !CONCRETE.test(raw)) return false;
  return clauses.some((clause) => startsNow(raw, clause) || (clause.actorSpan !== null && bindsOutright(clause)));
}

function ordersOrCallsOut(raw: string, clauses: readonly Clause[]): boolean {
  return clauses.some(bindsOutright) || CALLS_OUT.test(raw);
}

function startsNow(raw: string, clause: Clause): boolean {
  return binds(clause) && FROM_NOW_ON.test(raw);
}

/** 以下单位未按时报送,予以通报批评: the briefing itself does it. */
const CALLS_OUT =
  /^(?:以下|下列|现?对)[^,]{2,24},(?:现|特)?(?:予以|给予)(?:全[县市区镇])?(?:通报|点名|批评|约谈|黄牌|扣)/u;

/** 从明天开始,各村书记每天碰头: an order in any voice. */
const FROM_NOW_ON = /从(?:今|明|后|即|本|下)[^,。;]{0,4}(?:开始|起)/u;

function binds({ actor, stance }: Clause): boolean {
  return actor === 'bearer' && stance === 'impose';
}

function bindsOutright({ actor, stance, isOutright }: Clause): boolean {
  return actor === 'bearer' && stance === 'impose' && isOutright;
}

function silence(raw: string, offset: number, spans: readonly Span[]): string {
  if (spans.length === 0) return raw;
  let result = raw;
  for (const { start, end } of spans) {
    result = result.slice(0, start - offset) + SILENCE.repeat(end - start) + result.slice(end - offset);
  }
  return result;
}

const ORDERS_INLINE = /^(?:[一二三四五六七八九十\d][、.])?(?:下一?步)?(?:工作|有关|整改|具体|几点)?要求:./u;
