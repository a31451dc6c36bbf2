import { struckSpan, type Finding, type SourceText } from '@qingzhuang/analysis';
import type { Rewrites } from '../../desk/desk.ts';
import { GRAVITY } from '../../sheet/marks.ts';

/** One accepted rewrite. An empty `text` deletes. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A stretch of the revised text, next to what stood there. */
export interface Change {
  readonly kind: 'kept' | 'changed';
  readonly before: string;
  readonly after: string;
}

/** Names a finding across checks: indexes shift when a rule goes silent, words and places do not. */
function findingKey({ ruleId, start, end }: Finding): string {
  return `${ruleId}@${start}-${end}`;
}

/** New words by index of the finding whose words they replace. */
export type Taken = ReadonlyMap<number, string>;

/** The kept rewrites whose findings are still there. */
export function takenFrom(findings: readonly Finding[], rewrites: Rewrites): Taken {
  const taken = new Map<number, string>();
  for (const [index, finding] of findings.entries()) {
    const words = rewrites[findingKey(finding)];
    if (words !== undefined) taken.set(index, words);
  }
  return taken;
}

/** The same rewrites in the form in which they are kept. */
export function rewritesOf(findings: readonly Finding[], taken: Taken): Rewrites {
  return Object.fromEntries(
    [...taken].flatMap(([index, words]) => {
      const finding = findings[index];
      return finding ? [[findingKey(finding), words]] : [];
    }),
  );
}

/** True when words of a finding are already replaced by what was taken for another. */
export function isBlocked(findings: readonly Finding[], taken: Taken, index: number): boolean {
  const finding = findings[index];
  if (!finding || taken.has(index)) return false;
  return [...taken.keys()].some((other) => overlaps(finding, findings[other]));
}

/** What is taken, and every offered rewrite that fits beside it: the gravest first, overlapping ones left out. */
export function takeAll(findings: readonly Finding[], taken: Taken): Taken {
  const result = new Map(taken);
  const offered = [...findings.entries()]
    .filter(([, { rewrite }]) => rewrite !== null)
    .toSorted(([, a], [, b]) => GRAVITY[a.severity] - GRAVITY[b.severity]);
  for (const [index, { rewrite }] of offered) {
    if (rewrite !== null && !result.has(index) && !isBlocked(findings, result, index)) result.set(index, rewrite);
  }
  return result;
}

/** The taken rewrites in the order of the text. Words that are struck out take the mark with them that would be left over. */
export function editsOf(source: string, findings: readonly Finding[], taken: Taken): Edit[] {
  return [...taken]
    .flatMap(([index, text]) => {
      const finding = findings[index];
      if (!finding) return [];
      const { start, end } = text === '' ? struckSpan(source, finding.start, finding.end) : finding;
      return [{ start, end, text }];
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
function editsWithin(edits: readonly Edit[], start: number, end: number): Edit[] {
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
