/** The comparison of a chain as it is handed on: headings, tables and words, before they are HTML or Word. */
import { zh } from '../messages/zh.ts';
import { sayDay, sayInstant } from '../ui/dates.ts';
import { figuresOf, headlineOf, nameOf } from './chain-figures.ts';
import { isCompared, partedPassages, percentOf, type ShownComparison, type ShownLevel } from './chain-level.ts';
import { tellLinesApart } from './differences.ts';
import { inContext } from './in-context.ts';

/** Words of a cell; those that differ between the levels stand out. */
export interface Run {
  readonly text: string;
  readonly strong: boolean;
}

export interface ReportTable {
  readonly title: string;
  readonly head: readonly string[];
  /** Widths of the columns, in parts of a hundred. */
  readonly widths: readonly number[];
  /** Things told in it: one may take several rows. */
  readonly count: number;
  readonly rows: readonly (readonly (readonly Run[])[])[];
}

export interface ReportSection {
  readonly title: string;
  readonly notes: readonly string[];
  readonly tables: readonly ReportTable[];
}

export interface ChainReport {
  readonly title: string;
  readonly fileName: string;
  readonly headline: string;
  /** What was compared, when. */
  readonly notes: readonly string[];
  readonly sections: readonly ReportSection[];
  readonly footer: string;
}

const { chain: words } = zh;
const LONG_AGO = new Date(0);
/** Level, document, the four that count pieces, and the three that hold words. */
const OVERVIEW_WIDTHS = [8, 26, 8, 8, 8, 8, 10, 12, 12];
type Passages = ReturnType<typeof partedPassages>['taken'];

/** Reports are Chinese whatever the interface speaks, for they go to Chinese offices. */
export function reportOf(levels: readonly ShownLevel[], below: readonly ShownLevel[], at: Date): ChainReport {
  const last = levels.at(-1);
  const pairs = [
    ...levels.map((own, place) => ({ own, above: levels[place - 1] })),
    ...below.map((own) => ({ own, above: last })),
  ];
  return {
    title: words.report.title,
    fileName: words.report.fileName(last?.title ?? ''),
    headline: headlineOf(levels, zh).join(''),
    notes: [`${words.report.comparedAt}：${sayInstant(at.toISOString(), 'zh', LONG_AGO)}`, words.localHint],
    sections: [
      { title: words.report.overview, notes: [], tables: [overviewOf([...levels, ...below])] },
      ...pairs.flatMap(({ own, above }) => (above && isCompared(own) ? [sectionOf(own, above, own.comparison)] : [])),
    ],
    footer: words.report.note,
  };
}

function overviewOf(levels: readonly ShownLevel[]): ReportTable {
  const shown = levels.map((level) => ({ level, figures: figuresOf(level, zh) }));
  const names = shown.toSorted((one, other) => other.figures.length - one.figures.length)[0]?.figures ?? [];
  return {
    title: '',
    head: [words.report.level, words.report.document, ...names.map(({ name }) => name)],
    widths: OVERVIEW_WIDTHS,
    count: shown.length,
    rows: shown.map(({ level, figures }) => [
      plain(level.level === null ? '—' : words.levels[level.level]),
      plain([entitled(level), saidDay(level.datedOn)].join(' ')),
      ...names.map(({ name }) => figureCell(figures.find((figure) => figure.name === name))),
    ]),
  };
}

/** A paper is read in another year: its days carry theirs. */
function saidDay(day: string | null): string {
  return day === null ? '' : sayDay(day, 'zh', LONG_AGO);
}

function entitled({ issuer, title }: ShownLevel): string {
  return `${issuer ?? ''}《${title}》`;
}

function figureCell(figure: ReturnType<typeof figuresOf>[number] | undefined): readonly Run[] {
  if (figure === undefined) return plain('—');
  const note = figure.note === '' ? [] : plain(`（${figure.note}）`);
  return [{ text: figure.value, strong: figure.weighs }, ...note];
}

function sectionOf(own: ShownLevel, above: ShownLevel, comparison: ShownComparison): ReportSection {
  const boilerplate = percentOf(comparison.boilerplateShare);
  const { taken, aside } = partedPassages(comparison);
  const tables = [
    pairTable(words.parts.raised, words.report.kind, raisedRows(comparison)),
    pairTable(words.parts.squeezed, words.report.kind, squeezedRows(comparison)),
    quoteTable(words.parts.added, comparison.addedDemands.items),
    quoteTable(words.parts.local, comparison.localMeasures.items),
    pairTable(words.parts.passages, words.report.kind, passageRows(taken)),
    pairTable(words.parts.aside, words.report.kind, passageRows(aside)),
  ].filter(({ rows }) => rows.length > 0);
  return {
    title: words.beside(nameOf(own, words), nameOf(above, words)),
    notes: [
      `${words.above}：${entitled(above)}`,
      `${words.below}：${entitled(own)}`,
      `${words.copied} ${String(percentOf(comparison.copiedShare))}%。${boilerplate > 0 ? words.boilerplate(boilerplate) : ''}`,
      ...(tables.length === 0 ? [words.nothing] : []),
      ...leftOut(comparison),
    ],
    tables,
  };
}

/** Says where not everything was sent. */
function leftOut(comparison: ShownComparison): string[] {
  const { raised, deadlineCompressed, addedDemands, localMeasures, passages } = comparison;
  const parts = [
    [words.parts.raised, raised],
    [words.parts.squeezed, deadlineCompressed],
    [words.parts.added, addedDemands],
    [words.parts.local, localMeasures],
    [words.parts.passages, passages],
  ] as const;
  return parts.flatMap(([title, { count, items }]) =>
    items.length < count ? [`${title}：${words.notSent(items.length, count)}`] : [],
  );
}

interface PairRow {
  readonly note: string;
  readonly above: string;
  readonly below: string;
}

function raisedRows(comparison: ShownComparison): PairRow[] {
  return comparison.raised.items.map((target) => ({
    note: (words.metrics as Readonly<Record<string, string>>)[target.metric] ?? target.metric,
    ...inContext(target, comparison),
  }));
}

function squeezedRows(comparison: ShownComparison): PairRow[] {
  return comparison.deadlineCompressed.items.map((due) => ({
    note: words.timeLeft(percentOf(due.ratio)),
    ...inContext(due, comparison),
  }));
}

function passageRows(passages: Passages): PairRow[] {
  return passages.map(({ kind, superiorQuote, quote }) => ({
    note: words.kinds[kind],
    above: superiorQuote,
    below: quote,
  }));
}

function pairTable(title: string, kind: string, rows: readonly PairRow[]): ReportTable {
  return {
    title,
    head: [kind, words.above, words.below],
    widths: [14, 43, 43],
    count: rows.length,
    rows: rows.flatMap(({ note, above, below }) =>
      tellLinesApart(above, below).map((line, place) => [
        plain(place === 0 ? note : ''),
        line.map((stretch) => ({ text: oneLine(stretch.above), strong: !stretch.same })),
        line.map((stretch) => ({ text: oneLine(stretch.below), strong: !stretch.same })),
      ]),
    ),
  };
}

function quoteTable(title: string, quotes: readonly { readonly quote: string }[]): ReportTable {
  return {
    title,
    head: [words.report.quote],
    widths: [100],
    count: quotes.length,
    rows: quotes.map(({ quote }) => [plain(quote)]),
  };
}

function plain(text: string): readonly Run[] {
  return [{ text: oneLine(text), strong: false }];
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
