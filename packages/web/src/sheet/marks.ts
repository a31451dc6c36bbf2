import type { Finding, Severity } from '@qingzhuang/analysis';

/** A stretch of text under which the same findings lie. Marks are sorted and never overlap. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** Indexes of the findings, the gravest first, then the shortest. */
  readonly findings: readonly number[];
  /** Findings whose evidence begins with this mark. */
  readonly opens: readonly number[];
}

export const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Evidence longer than this is about the document: underlining all of it would hide the rest. */
const LONGEST_UNDERLINE = 300;

/** Cuts overlapping evidence into marks. Findings without evidence, or about the whole text, give none. */
export function markEvidence(findings: readonly Finding[]): Mark[] {
  const spans = findings
    .map(({ start, end }, index) => ({ index, start, end }))
    .filter(({ start, end }) => end > start && end - start <= LONGEST_UNDERLINE);
  const edges = spans
    .flatMap((span) => [
      { at: span.start, opens: true, index: span.index },
      { at: span.end, opens: false, index: span.index },
    ])
    .toSorted((a, b) => a.at - b.at);

  const marks: Mark[] = [];
  const active = new Set<number>();
  let opens: number[] = [];
  let from = 0;
  for (const edge of edges) {
    if (active.size > 0 && edge.at > from) {
      marks.push({ start: from, end: edge.at, findings: byGravity([...active], findings), opens });
      opens = [];
    }
    from = edge.at;
    if (edge.opens) {
      active.add(edge.index);
      opens.push(edge.index);
    } else active.delete(edge.index);
  }
  return marks;
}

/** The marks inside a span, clipped to it. Logarithmic in the number of marks. */
export function marksWithin(marks: readonly Mark[], start: number, end: number): Mark[] {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const inside: Mark[] = [];
  for (let index = low; index < marks.length; index += 1) {
    const mark = marks[index];
    if (!mark || mark.start >= end) break;
    const opens = mark.start < start ? [] : mark.opens;
    inside.push({ ...mark, opens, start: Math.max(mark.start, start), end: Math.min(mark.end, end) });
  }
  return inside;
}

/** Indexes of the findings in the order in which the text is read. */
export function readingOrder(findings: readonly Finding[]): number[] {
  return findings
    .map((_, index) => index)
    .toSorted((a, b) => {
      const [one, other] = [findings[a], findings[b]];
      if (!one || !other) return 0;
      return one.start - other.start || GRAVITY[one.severity] - GRAVITY[other.severity] || one.end - other.end;
    });
}

function byGravity(indexes: number[], findings: readonly Finding[]): number[] {
  function weight(index: number): number {
    const finding = findings[index];
    return finding ? GRAVITY[finding.severity] * 1e9 + (finding.end - finding.start) : Infinity;
  }
  return indexes.toSorted((a, b) => weight(a) - weight(b));
}
