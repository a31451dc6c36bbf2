/** The numbers of a text that demand something of those below, with what each of them measures. */
import type { Deadline } from '../../document/deadlines.ts';
import type { OfficialDocument } from '../../document/read-document.ts';
import type { Span } from '../../document/stance.ts';
import type { LocalTime } from '../../schedule/local-time.ts';
import { readFrequencies } from './measures-frequencies.ts';
import type { Found, Heard } from './measures-found.ts';
import type { Rhythm } from './measures-rhythm.ts';
import { readQuantities } from './measures-quantities.ts';
import { readSpans } from './measures-spans.ts';
import type { Metric, MeasureUnit } from './measures-units.ts';
import { comparatorOf, forceOf, isBindingCeiling, type Comparator, type Force } from './measures-words.ts';
import type { Subject } from './subject.ts';
import { clauseAround, heardIn, sentencesOfBody, subjectAt, type BodySentence } from './subject-sentences.ts';

/** Offsets are into the normalised text. */
export interface Measure extends Span {
  readonly metric: Metric;
  /** Times a year, fractions, yuan, minutes (a working day has 1440, see `minutesOfSpan`), points or counts. */
  readonly value: number;
  /** Of a range its upper end, else the value. */
  readonly upper: number;
  /** Of the family as written; a reader's unit. */
  readonly unit: MeasureUnit;
  /** Measures compare within one family of units only: 户 never with 篇. */
  readonly family: string;
  readonly comparator: Comparator;
  readonly force: Force;
  /** Of a frequency, and of an amount that is owed again and again. */
  readonly rhythm: Rhythm | null;
  /** For each of what it is owed: 5 省 to 0 每人; null when nothing is said. */
  readonly level: number | null;
  /** Less is stricter: faults, and time that is left. */
  readonly lessIsStricter: boolean;
  readonly subject: Subject;
  /** By when, where the clause says so. */
  readonly due: LocalTime | null;
}

/** Texts with more numbers than this are tables of data or hostile; the rest is not read. */
const MOST_MEASURES = 1200;
const HOLDS_MEASURE =
  /[\d一二两三四五六七八九十百半]|[每逐隔按][日天周旬月季年晚半]|[日周旬月季](?:报|巡|汇|总结|讲评|检|考核|排名|走访|评|分析|点评)|每[户村人][必都]|次日|即.即.|不过夜|天天|全覆盖|应.尽|全[部员数]|所有|不[漏落少能]|当[天日场]|立[即刻]|马上|即时|第一时间|户户|村村|人人|夜夜|晚晚|早、?晚|早中晚|上、?下午/u;

/**
 * Every measure of the body in order. What is told, forbidden or spared, limits on what offices do to others, residents' own
 * money, names and dates are none. Linear; never fails.
 */
export function readMeasures(document: OfficialDocument): Measure[] {
  const times = new Times(document);
  const measures: Measure[] = [];
  for (const sentence of sentencesOfBody(document)) {
    if (measures.length >= MOST_MEASURES) break;
    if (HOLDS_MEASURE.test(sentence.statement.raw)) measures.push(...measuresOf(document, sentence, times));
  }
  return measures.slice(0, MOST_MEASURES);
}

function measuresOf(document: OfficialDocument, sentence: BodySentence, times: Times): Measure[] {
  const { statement } = sentence;
  const deadlines = times.deadlinesIn(statement);
  const frequencies = times.frequenciesIn(statement);
  const heard: Heard = { sentence, text: heardIn(statement), start: statement.start, deadlines };
  const rhythms = readFrequencies(heard, frequencies);
  const quantities = readQuantities(heard, rhythms);
  const found: Found[] = [
    ...rhythms.filter((rhythm) => !quantities.some((quantity) => quantity.rhythm === rhythm)),
    ...quantities,
    ...readSpans(heard),
  ];
  found.sort((left, right) => left.start - right.start);
  return found.flatMap((item, index) => {
    const between = { start: found[index - 1]?.end ?? statement.start, end: found[index + 1]?.start ?? statement.end };
    const measure = measureOf(document.text, heard, item, between);
    return measure === null ? [] : [measure];
  });
}

function measureOf(text: string, { sentence, deadlines }: Heard, found: Found, between: Span): Measure | null {
  const { statement } = sentence;
  const clause = clauseAround(text, found, statement);
  const before = text.slice(clause.start, found.numberStart);
  const comparator =
    found.comparator ??
    comparatorOf(before, text.slice(found.numberEnd, found.numberEnd + 8), found.upper > found.value);
  const words = text.slice(clause.start, clause.end);
  if (comparator === 'ceiling' && !found.lessIsStricter && !isBindingCeiling(words, found.metric === '金额'))
    return null;
  return {
    start: withComparator(before, found),
    end: found.end,
    metric: found.metric,
    value: found.value,
    upper: found.upper,
    unit: found.unit,
    family: found.family,
    comparator,
    force: forceOf(text.slice(Math.max(statement.start, found.numberStart - 40), found.numberStart)),
    rhythm: 'clock' in found ? found : found.rhythm,
    level: levelOf(words),
    lessIsStricter: found.lessIsStricter || comparator === 'ceiling',
    subject: subjectAt(text, found, sentence, between),
    due: deadlines.find(({ start, end }) => start >= clause.start && end <= clause.end)?.at ?? null,
  };
}

const COMPARATOR_WORDS =
  /(?:不(?:得|能|可|应|宜)?(?:少|低|短|早|晚|超)[于过]|至少|最少|达到?|超过|控制在|力争|确保) ?$/u;

/** The comparator belongs to the quote. */
function withComparator(before: string, { start, numberStart }: Found): number {
  const words = COMPARATOR_WORDS.exec(before)?.[0];
  return words === undefined || start < numberStart ? start : numberStart - words.length;
}

const LEVELS: readonly (readonly [RegExp, number])[] = [
  [/(?:每|各|全|本|我)个?省/u, 6],
  [/(?:每|各|全|本|我)个?[市州](?!民|场)/u, 5],
  [/(?:每|各|全|本|我)个?[县区旗]/u, 4],
  [/(?:每|各|全|本|我)个?(?:乡镇|镇|乡|街道)/u, 3],
  [/(?:每|各|全|本|我)个?(?:行政)?(?:村(?!民)|社区|校|学校|站)/u, 2],
  [/(?:每|各)个?(?:网格|小?组|户|自然村|班|楼)/u, 1],
  [/(?:每|各)(?:人|名|位|个?网格员|个?党员|个?干部)/u, 0],
];

/** The finest level named. */
function levelOf(words: string): number | null {
  return LEVELS.findLast(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** Hands out the times of a document by sentence, in one pass. */
class Times {
  private readonly document: OfficialDocument;
  private nextDeadline = 0;
  private nextFrequency = 0;

  constructor(document: OfficialDocument) {
    this.document = document;
  }

  deadlinesIn(span: Span): Deadline[] {
    const { deadlines } = this.document;
    while ((deadlines[this.nextDeadline]?.end ?? Infinity) <= span.start) this.nextDeadline++;
    return inside(deadlines, this.nextDeadline, span);
  }

  frequenciesIn(span: Span): OfficialDocument['frequencies'][number][] {
    const { frequencies } = this.document;
    while ((frequencies[this.nextFrequency]?.end ?? Infinity) <= span.start) this.nextFrequency++;
    return inside(frequencies, this.nextFrequency, span);
  }
}

function inside<Item extends Span>(items: readonly Item[], from: number, span: Span): Item[] {
  const found: Item[] = [];
  for (let index = from; (items[index]?.end ?? Infinity) <= span.end; index++) {
    const item = items[index];
    if (item) found.push(item);
  }
  return found;
}
