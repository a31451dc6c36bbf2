/** What the text of a demand asks by itself, however its fields are filled in, and what it would ask were it reworded. */
import type { CheckResult, DemandAction, Finding, Interval, ReportedDocument } from '@qingzhuang/analysis';
import { demands, type DeepReadonly } from '@qingzhuang/contract';
import { burdenOf, largerOf } from './burden.ts';

type Details = DeepReadonly<demands.DemandDetails>;
type MeetingDetails = Extract<Details, { readonly kind: 'meeting' }>;

/** One thing that the text orders and that has a figure. */
export interface TextOrder {
  /** The sentence that orders it. */
  readonly sentence: string;
  readonly work: DemandAction;
  /** Of one bearer in a year. */
  readonly minutes: Interval;
  readonly timesPerYear: number;
  /** What the checker finds fault with and nothing exempts; of several the one that saves most. */
  readonly fault: { readonly suggestion: string; readonly minutesSaved: Interval } | null;
}

/** The meeting that the text calls; what it does not say is null. */
export interface TextMeeting {
  readonly minutes: number | null;
  readonly mode: MeetingDetails['mode'] | null;
  readonly timesPerYear: number;
  /** Where its time and its place are named. */
  readonly sentences: readonly string[];
}

export interface TextAsks {
  readonly orders: readonly TextOrder[];
  /** How often the demand as a whole comes back, by its words. */
  readonly timesPerYear: number;
  readonly meeting: TextMeeting | null;
}

/** A text as it was screened. */
export interface AskingText {
  /** What it orders of one bearer; null when it gives no figure. */
  readonly perBearerMinutes: Interval | null;
  /** Absent in what was recorded before texts were read for it. */
  readonly asks?: TextAsks;
}

/** A text that was read and checked. */
interface ReadText {
  readonly result: CheckResult;
  /** With its days read from now on. */
  readonly document: ReportedDocument;
  readonly text: string;
}

/** What a text asks, beside the details that were read out of it. */
export function asksOf(read: ReadText, details: Details): TextAsks {
  return { orders: ordersOf(read), timesPerYear: details.timesPerYear, meeting: meetingOf(read, details) };
}

function ordersOf({ result: { burden, document, findings }, text }: ReadText): TextOrder[] {
  const faults = findings.filter(({ severity, exemption }) => severity !== 'info' && exemption === null);
  return burden.activities.flatMap(({ minutes, demand: index }) => {
    const ordered = index === null ? undefined : document.demands[index];
    if (ordered === undefined || minutes === null) return [];
    const { action: work, start, end, frequency } = ordered;
    const timesPerYear = frequency?.timesPerYear ?? 1;
    return [
      {
        sentence: sentenceAt(text, start, end),
        work,
        minutes,
        timesPerYear,
        fault: faultOf(faults.filter(({ demand: one }) => one === index)),
      },
    ];
  });
}

function faultOf(findings: readonly Finding[]): TextOrder['fault'] {
  const faults = findings.flatMap(({ suggestion, hoursSaved }) => {
    return hoursSaved === null ? [] : [{ suggestion, minutesSaved: inMinutes(hoursSaved) }];
  });
  const [most = null] = faults.toSorted((one, other) => other.minutesSaved.likely - one.minutesSaved.likely);
  return most;
}

function inMinutes({ low, likely, high }: Interval): Interval {
  return { low: low * 60, likely: likely * 60, high: high * 60 };
}

const SENTENCE_MARKS = /[。；;！!？?\n]/u;
const LONGEST_SENTENCE = 80;

/** The whole sentence around these words, cut where it is very long. */
function sentenceAt(text: string, start: number, end: number): string {
  let from = start;
  let until = end;
  while (from > 0 && !SENTENCE_MARKS.test(text.charAt(from - 1))) from -= 1;
  while (until < text.length && !SENTENCE_MARKS.test(text.charAt(until))) until += 1;
  return shortened(text.slice(from, until));
}

function shortened(sentence: string): string {
  const trimmed = sentence.trim();
  return trimmed.length > LONGEST_SENTENCE ? `${trimmed.slice(0, LONGEST_SENTENCE)}…` : trimmed;
}

const ABOUT_MEETING = /定于|拟于|时间[：:]|地点[：:]|会场/u;
const MOST_SENTENCES = 3;

function meetingOf({ document, text }: ReadText, details: Details): TextMeeting | null {
  if (details.kind !== 'meeting') return null;
  const { minutes, mode } = document.meeting ?? { minutes: null, mode: null };
  const sentences = text.split(SENTENCE_MARKS).filter((sentence) => ABOUT_MEETING.test(sentence));
  return {
    ...{ minutes, mode, timesPerYear: details.timesPerYear },
    sentences: sentences.slice(0, MOST_SENTENCES).map(shortened),
  };
}

/** What the text orders of each bearer whatever the fields say; null without a figure. */
export function orderedBy(text: DeepReadonly<AskingText> | null, details: Details): Interval | null {
  if (text === null) return null;
  const said = saidBy(text, details);
  return said === null ? text.perBearerMinutes : largerOf(said, text.perBearerMinutes);
}

/** The fields as the text has them: what it says stands, what it leaves open is taken from them. Null when it says nothing. */
export function saidBy({ asks }: DeepReadonly<AskingText>, details: Details): Interval | null {
  if (asks === undefined) return null;
  const timesPerYear = Math.max(details.timesPerYear, asks.timesPerYear);
  const said = asks.meeting === null ? details : meetingAsSaid(asks.meeting, details);
  return burdenOf({ ...said, timesPerYear }, null).perBearerMinutes;
}

const MINUTE_MS = 60_000;
const USUAL_MINUTES = 60;

function meetingAsSaid({ minutes, mode }: DeepReadonly<TextMeeting>, details: Details): MeetingDetails {
  const filled = details.kind === 'meeting' ? details : PLAIN_MEETING;
  const starts = Date.parse(filled.startsAt);
  const length = minutes === null ? null : Math.min(minutes * MINUTE_MS, demands.LONGEST_MEETING_MS);
  const endsAt = length === null ? filled.endsAt : new Date(starts + length).toISOString();
  return { ...filled, mode: mode ?? filled.mode, endsAt };
}

/** A meeting about which nothing is known; when it takes place costs nothing. */
const PLAIN_MEETING: MeetingDetails = {
  ...{ kind: 'meeting', mode: 'video', people: 1, talks: 0, timesPerYear: 1 },
  ...{ levels: ['township'], venues: [], series: null },
  startsAt: new Date(0).toISOString(),
  endsAt: new Date(USUAL_MINUTES * MINUTE_MS).toISOString(),
};

/** How a text would be changed; what is left out stays as it is, and null strikes it. */
export interface Rewording {
  readonly timesPerYear?: number;
  readonly order?: (order: DeepReadonly<TextOrder>) => DeepReadonly<TextOrder> | null;
  readonly meeting?: (meeting: DeepReadonly<TextMeeting>) => DeepReadonly<TextMeeting> | null;
}

export interface Reworded {
  readonly text: DeepReadonly<AskingText> | null;
  /** The sentences that have to be altered for it. */
  readonly sentences: readonly string[];
}

/** The text once it is reworded so. Nothing changes where what it asks was not recorded. */
export function reworded(text: DeepReadonly<AskingText> | null, rewording: Rewording): Reworded {
  if (text?.asks === undefined) return { text, sentences: [] };
  const { order: rewrite = asItIs, timesPerYear = Infinity } = rewording;
  const orders = text.asks.orders.map((order) => ({ order, after: rewrite(order) }));
  const altered = orders.filter(({ order, after }) => after !== order);
  const { meeting, sentences } = recalled(text.asks.meeting, rewording);
  const saved = altered.map(({ order, after }) => minus(order.minutes, after?.minutes ?? NOTHING));
  return {
    text: {
      ...text,
      perBearerMinutes: text.perBearerMinutes && saved.reduce(minus, text.perBearerMinutes),
      asks: {
        orders: orders.flatMap(({ after }) => after ?? []),
        timesPerYear: Math.min(text.asks.timesPerYear, timesPerYear),
        meeting,
      },
    },
    sentences: [...new Set([...sentences, ...altered.map(({ order: { sentence } }) => sentence)])],
  };
}

interface Recalled {
  readonly meeting: DeepReadonly<TextMeeting> | null;
  readonly sentences: readonly string[];
}

function recalled(meeting: DeepReadonly<TextMeeting> | null, { meeting: recall = asItIs }: Rewording): Recalled {
  if (meeting === null) return { meeting, sentences: [] };
  const after = recall(meeting);
  return { meeting: after, sentences: after === meeting ? [] : meeting.sentences };
}

function asItIs<Value>(value: Value): Value {
  return value;
}

const NOTHING: Interval = { low: 0, likely: 0, high: 0 };

/** Bound by bound and never below nothing: both sides assume the same costs. */
export function minus(one: Interval, other: Interval): Interval {
  return {
    low: Math.max(0, one.low - other.low),
    likely: Math.max(0, one.likely - other.likely),
    high: Math.max(0, one.high - other.high),
  };
}
