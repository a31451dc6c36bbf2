import type { CheckResult, SourceText } from '@qingzhuang/analysis';
import type { CheckInput, CheckOutcome, FailureCode, Stage } from './check-protocol.ts';

/** New words by finding key, as they are kept between visits. */
export type Rewrites = Readonly<Record<string, string>>;

/** A text on the desk: where it came from, how far its check is, what was accepted. */
export interface DeskDocument {
  readonly id: string;
  readonly name: string;
  readonly order: number;
  /** What the next check starts from: the file until it has been read, its text from then on. */
  readonly input: CheckInput;
  readonly source: SourceText | null;
  /** RFC 3339 with zone; null lets the check go by the date printed in the text. */
  readonly receivedAt: string | null;
  /** New words that were taken, by finding. */
  readonly accepted: Rewrites;
  readonly progress: Progress;
}

export type Progress =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'working'; readonly stage: Stage }
  | Done
  | { readonly kind: 'failed'; readonly code: FailureCode }
  | { readonly kind: 'cancelled' };

export interface Done {
  readonly kind: 'done';
  readonly result: CheckResult;
  readonly titles: Readonly<Record<string, string>>;
  readonly milliseconds: number;
}

export type DeskChange =
  | { readonly kind: 'added'; readonly documents: readonly DeskDocument[] }
  | { readonly kind: 'progressed'; readonly id: string; readonly progress: Progress }
  | { readonly kind: 'answered'; readonly id: string; readonly outcome: CheckOutcome | null }
  | { readonly kind: 'received-at-set'; readonly id: string; readonly receivedAt: string | null }
  | { readonly kind: 'accepted'; readonly id: string; readonly accepted: Rewrites }
  | { readonly kind: 'removed'; readonly id: string }
  | { readonly kind: 'cleared' };

/** The desk after a change. */
export function changeDesk(desk: readonly DeskDocument[], change: DeskChange): readonly DeskDocument[] {
  switch (change.kind) {
    case 'added': {
      const known = new Set(desk.map(({ id }) => id));
      return [...desk, ...change.documents.filter(({ id }) => !known.has(id))];
    }
    case 'removed':
      return desk.filter(({ id }) => id !== change.id);
    case 'cleared':
      return [];
    case 'accepted':
    case 'answered':
    case 'progressed':
    case 'received-at-set':
      return desk.map((document) => (document.id === change.id ? changeDocument(document, change) : document));
  }
}

type DocumentChange = Exclude<DeskChange, { readonly kind: 'added' | 'removed' | 'cleared' }>;

function changeDocument(document: DeskDocument, change: DocumentChange): DeskDocument {
  switch (change.kind) {
    case 'progressed':
      return { ...document, progress: change.progress };
    case 'received-at-set':
      return { ...document, receivedAt: change.receivedAt };
    case 'accepted':
      return { ...document, accepted: change.accepted };
    case 'answered':
      return answered(document, change.outcome);
  }
}

function answered(document: DeskDocument, outcome: CheckOutcome | null): DeskDocument {
  if (outcome === null) return { ...document, progress: { kind: 'cancelled' } };
  if (outcome.kind === 'failed') return { ...document, progress: outcome };
  const { source, ...done } = outcome;
  // Secret text is stopped at the door: the page lets go of it at once.
  const kept = done.result.document.secrecy === null ? source : { ...source, text: '', blocks: [], tables: [] };
  return { ...document, input: { source: kept }, source: kept, progress: done };
}
