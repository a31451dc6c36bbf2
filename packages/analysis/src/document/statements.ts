/** Sentences with what they demand kept audible and the rest silenced: what rules read. */
import { isOwnBody } from './actors.ts';
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

const DESCRIBING_HEADING =
  /(?:存在|主要|突出|发现)的?(?:主要|突出)?问题|问题(?:表现|清单$|分析|反馈)|反面(?:典型|教材|清单|案例)|负面(?:清单|案例|典型)|典型(?:问题|案例)|乱象|原因分析|不良(?:表现|倾向)|情况通报|工作(?:回顾|成效|总结)|主要(?:做法|成效)|基本情况/u;
const PROHIBITING_HEADING =
  /(?:[一二三四五六七八九十\d]+个?)(?:不准|严禁|禁止|不得|不)$|(?:禁止|严禁|不得)(?:事项|行为|情形|性规定)|禁令|(?:取消|停止|清理|精简|压减|减少)(?:事项|清单|内容)$/u;
const LEAD_IN = /[:]$/u;
const PROHIBITING_LEAD_IN =
  /(?:不得|严禁|禁止|杜绝|不准|防止|避免|力戒|取消|停止|停报|停填|停收|停用|废止|砍掉|不再)[^。]{0,30}:$|(?:拒绝|退回|叫停|纠正|纠治|整治|压减|反对|无权|不予|不属于|不列入|免除)[^。,]{0,24}:$/u;
/** 对下列情况报送: a list of what to hand in, whatever verbs stand beside it. */
const ASKING_LEAD_IN = /报送|上报|填报|提交|请(?!求)/u;
/** The first item of a list that stands in the line of its lead-in: 严禁以下做法:一是…;二是…. */
const INLINE_LIST = /^(?<lead>[^。]{2,40}?:)(?:[一1]是|\(?[一1][)、.]|①|1[.、])/u;
const DESCRIBING_LEAD_IN =
  /(?:问题|表现|现象|乱象|情况|情形|不足|案例|原因|教训|反映)(?:主要)?(?:有|如下|为|是|包括|表现为|在于)?:$/u;

/** 企业反映:检查太多;表格太密: the rest of the line is what they said. */
const COMPLAINT =
  /^(?:[\p{Script=Han}]{0,4}(?:企业|群众|基层|代表|干部|委员|商户|居民|职工|教师|家长|大家)(?:们)?)(?:普遍|集中|主要)?(?:反映|反馈|提出|认为|抱怨|吐槽|诉说)[:,]/u;

/** 过去村里苦得很:上午报一遍;晚上又报一遍: the list goes on telling. */
const TELLS_OF_PAST =
  /^[^:;]{0,16}?(?:过去|以往|从前|以前|曾经|前些年|这些年)[^:;]{0,40}:|(?:值得反思|疲于应付|苦不堪言|来源|表现)[^:;]{0,4}:/u;

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
  if (voice === 'account') return clauses.some(bindsOutright);
  // Said to residents or to the own house: others are bound only where they are named and told outright.
  if (voice === 'aside')
    return clauses.some((clause) => (clause.actorSpan !== null && bindsOutright(clause)) || startsNow(raw, clause));
  if (voice === 'exhortation' && OWN_RHYTHM.test(raw)) return clauses.some(({ stance }) => stance === 'impose');
  if (voice === 'law') return clauses.some(binds);
  if (/^(?:还|又|也|甚至)?要求/u.test(raw) || !CONCRETE.test(raw)) return false;
  return clauses.some((clause) => startsNow(raw, clause) || (clause.actorSpan !== null && bindsOutright(clause)));
}

function startsNow(raw: string, clause: Clause): boolean {
  return binds(clause) && FROM_NOW_ON.test(raw);
}

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

/** 下一步要求: what a briefing orders stands below a line of its own. */
const ORDERING = /(?:下一?步|工作|有关|具体|相关|整改|几点|贯彻|落实|报送)(?:工作)?(?:要求|通知)(?:如下)?:?$/u;

const ORDERS_INLINE = /^(?:[一二三四五六七八九十\d][、.])?(?:下一?步)?(?:工作|有关|整改|具体|几点)?要求:./u;

/** Follows headings and lead-ins, which set the frame of what stands below them. */
class FrameReader {
  heading = '';
  frame: Frame = 'plain';
  private headingFrame: Frame = 'plain';
  private headingLevel = 0;
  /** Below a line that opens a list of orders. */
  isOrdering = false;
  /** Below a heading that names a body of the issuer's own level. */
  isOwnDuty = false;
  private listFrame: Frame | null = null;
  /** Inside 过去…:甲;乙;丙, up to the full stop. */
  private isTelling = false;
  private leadLevel: number | null = null;

  enter(line: Line, text: string): void {
    const title = text.slice(line.start, line.end);
    if (line.kind === 'heading' || BRACKETED.test(title)) {
      const level = line.level ?? 1;
      this.heading = title;
      this.isOrdering = ORDERING.test(title);
      this.isOwnDuty = isOwnBody(title.replace(/(?:工作)?(?:职责|任务|分工)$/u, ''));
      if (this.headingFrame === 'plain' || level <= this.headingLevel) {
        this.headingFrame = frameOfHeading(title);
        this.headingLevel = level;
      }
      this.listFrame = null;
    } else if (this.endsList(line, title)) {
      this.listFrame = null;
    }
    this.frame = this.listFrame ?? this.headingFrame;
  }

  leave(sentence: string, line: Line, mark: string): void {
    if (this.isTelling && mark !== ';') {
      this.isTelling = false;
      this.frame = this.listFrame ?? this.headingFrame;
    }
    if (mark === ';' && TELLS_OF_PAST.test(sentence)) {
      this.isTelling = true;
      this.frame = 'describe';
    }
    this.follow(sentence, line);
  }

  private follow(sentence: string, line: Line): void {
    const inline = INLINE_LIST.exec(sentence)?.groups?.['lead'];
    if (inline !== undefined && frameOfLeadIn(inline) !== 'plain') this.frame = frameOfLeadIn(inline);
    if (COMPLAINT.test(sentence)) this.frame = 'describe';
    if (!LEAD_IN.test(sentence)) return;
    this.isOrdering = ORDERING.test(sentence);
    this.listFrame = frameOfLeadIn(sentence);
    this.leadLevel = rankOf(sentence, line);
    if (line.kind !== 'heading') this.frame = this.listFrame === 'plain' ? this.headingFrame : this.listFrame;
  }

  /** A number of the lead-in's own rank, or of a higher one, begins something new. */
  private endsList(line: Line, title: string): boolean {
    if (line.kind !== 'item') return true;
    const rank = rankOf(title, line);
    return rank !== null && this.leadLevel !== null && rank <= this.leadLevel;
  }
}

/** Depth of a number; articles stand above every list. */
function rankOf(words: string, { level }: Line): number | null {
  return words.startsWith('第') ? 0 : level;
}

function frameOfLeadIn(sentence: string): Frame {
  if (PROHIBITING_LEAD_IN.test(sentence)) return ASKING_LEAD_IN.test(sentence) ? 'plain' : 'prohibit';
  return DESCRIBING_LEAD_IN.test(sentence) ? 'describe' : 'plain';
}

/** 【报送须知】 on a line of its own heads what follows. */
const BRACKETED = /^【[^】]{1,20}】$/u;

function frameOfHeading(title: string): Frame {
  if (PROHIBITING_HEADING.test(title)) return 'prohibit';
  return DESCRIBING_HEADING.test(title) ? 'describe' : 'plain';
}
