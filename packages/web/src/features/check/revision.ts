import type { Finding, SourceText } from '@qingzhuang/analysis';

/** One accepted rewrite. An empty `text` deletes. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly finding: number;
}

/** A stretch of the revised text, next to what stood there. */
export interface Change {
  readonly kind: 'kept' | 'changed';
  readonly before: string;
  readonly after: string;
}

/** Names a finding across checks: indexes shift when a rule goes silent, words and places do not. */
export function findingKey({ ruleId, start, end }: Finding): string {
  return `${ruleId}@${start}-${end}`;
}

/** Indexes of the findings with these keys. */
export function findingsWithKeys(findings: readonly Finding[], keys: readonly string[]): Set<number> {
  const wanted = new Set(keys);
  return new Set(findings.flatMap((finding, index) => (wanted.has(findingKey(finding)) ? [index] : [])));
}

/** Indexes of findings whose rewrite can be taken. */
export function offeredRewrites(findings: readonly Finding[]): number[] {
  return findings.flatMap(({ rewrite }, index) => (rewrite === null ? [] : [index]));
}

/** True when the rewrite of a finding touches words that an accepted one already replaces. */
export function isBlocked(findings: readonly Finding[], accepted: ReadonlySet<number>, index: number): boolean {
  const finding = findings[index];
  if (!finding || accepted.has(index)) return false;
  return [...accepted].some((other) => overlaps(finding, findings[other]));
}

/** Everything that can be taken together with what is accepted: the gravest first, overlapping ones left out. */
export function acceptAll(findings: readonly Finding[], accepted: ReadonlySet<number>): Set<number> {
  const result = new Set(accepted);
  const order = { error: 0, warning: 1, info: 2 };
  const candidates = offeredRewrites(findings).toSorted((a, b) => {
    const [one, other] = [findings[a], findings[b]];
    return one && other ? order[one.severity] - order[other.severity] || a - b : 0;
  });
  for (const index of candidates) {
    if (!isBlocked(findings, result, index)) result.add(index);
  }
  return result;
}

/** The accepted rewrites in text order. */
export function editsOf(findings: readonly Finding[], accepted: ReadonlySet<number>): Edit[] {
  return [...accepted]
    .flatMap((index) => {
      const finding = findings[index];
      if (finding?.rewrite == null) return [];
      return [{ start: finding.start, end: finding.end, text: finding.rewrite, finding: index }];
    })
    .toSorted((a, b) => a.start - b.start);
}

/** The revised text cut at every change. Kept stretches have `before` equal to `after`. */
export function changesOf(text: string, edits: readonly Edit[]): Change[] {
  const changes: Change[] = [];
  let from = 0;
  for (const edit of edits) {
    if (edit.start > from) changes.push(kept(text.slice(from, edit.start)));
    changes.push({ kind: 'changed', before: text.slice(edit.start, edit.end), after: edit.text });
    from = edit.end;
  }
  if (from < text.length) changes.push(kept(text.slice(from)));
  return changes;
}

/** The part of the edits that lies in a span. An edit across several spans puts its new words where it begins. */
export function editsWithin(edits: readonly Edit[], start: number, end: number): Edit[] {
  return edits
    .filter((edit) => edit.start < end && edit.end > start)
    .map((edit) => ({
      ...edit,
      start: Math.max(edit.start, start),
      end: Math.min(edit.end, end),
      text: edit.start >= start ? edit.text : '',
    }));
}

/** The text between two places, cut at every change. */
export function changesWithin(text: string, edits: readonly Edit[], start: number, end: number): Change[] {
  const inside = editsWithin(edits, start, end);
  return changesOf(
    text.slice(start, end),
    inside.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  );
}

/** The source with the edits made: places, headings and tables stay where their words went. */
export function revise(source: SourceText, edits: readonly Edit[]): SourceText {
  const text = changesOf(source.text, edits)
    .map(({ after }) => after)
    .join('');
  const toRevised = createOffsetMap(edits);
  function moved<T extends { readonly start: number; readonly end: number }>(span: T): T {
    return { ...span, start: toRevised(span.start, 'start'), end: toRevised(span.end, 'end') };
  }
  return {
    text,
    blocks: source.blocks.map(moved).filter(({ start, end }) => end > start),
    tables: source.tables.map((table) => ({ ...moved(table), cells: table.cells.map(moved) })),
    unread: source.unread,
  };
}

function createOffsetMap(edits: readonly Edit[]): (offset: number, side: 'start' | 'end') => number {
  return (offset, side) => {
    let shift = 0;
    for (const edit of edits) {
      if (edit.start >= offset) break;
      // A boundary inside replaced words moves to the near end of the replacement.
      if (offset < edit.end) return edit.start + shift + (side === 'end' ? edit.text.length : 0);
      shift += edit.text.length - (edit.end - edit.start);
    }
    return offset + shift;
  };
}

function overlaps(one: Finding, other: Finding | undefined): boolean {
  return other !== undefined && one.start < other.end && other.start < one.end;
}

function kept(text: string): Change {
  return { kind: 'kept', before: text, after: text };
}
