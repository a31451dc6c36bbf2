import { type ReactElement, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useMessages } from '../../ui/language.tsx';
import { hrefOf } from '../../ui/route.ts';
import { desk } from '../../desk/app-desk.ts';
import type { DeskDocument } from '../../desk/desk.ts';
import { judge, type Verdict } from './verdict.ts';

/** Everything on the desk with totals, and what is kept on this machine. The newest stands first. */
export function DocumentList({
  documents,
  keeps,
}: {
  readonly documents: readonly DeskDocument[];
  readonly keeps: boolean;
}): ReactElement {
  const { intake, list, duration } = useMessages();
  const [asks, setAsks] = useState(false);
  const verdicts = new Map(documents.map((document) => [document.id, verdictOf(document)]));
  const known = [...verdicts.values()].filter((verdict) => verdict !== null);
  const minutes = known.reduce((sum, verdict) => sum + (verdict.minutes ?? 0), 0);
  const failed = documents.filter(({ progress }) => progress.kind === 'failed').length;
  return (
    <section className="desk" aria-label={intake.recent}>
      <div className="desk-head">
        <h2>{intake.recent}</h2>
        <button type="button" className="plain-button" onClick={() => setAsks(true)}>
          {intake.clear}
        </button>
      </div>
      {documents.length > 1 && (
        <p className="desk-total" role="status">
          {list.total(documents.length, sum(known, 'error'), sum(known, 'warning'))}
          {minutes > 0 && ` · ${list.hours(duration(minutes))}`}
          {failed > 0 && ` · ${list.unreadable(failed)}`}
        </p>
      )}
      <ul>
        {documents.toReversed().map((document) => (
          <Row key={document.id} document={document} verdict={verdicts.get(document.id) ?? null} />
        ))}
      </ul>
      <p className="soft small">{keeps ? intake.kept : intake.notKept}</p>
      {asks && (
        <Dialog title={intake.clear} onClose={() => setAsks(false)}>
          <p>{intake.clearAsk}</p>
          <div className="dialog-foot">
            <Button onClick={() => setAsks(false)}>{intake.cancel}</Button>
            <Button
              kind="danger"
              onClick={() => {
                desk.clear();
                setAsks(false);
              }}
            >
              {intake.clearYes}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

function Row({
  document,
  verdict,
}: {
  readonly document: DeskDocument;
  readonly verdict: Verdict | null;
}): ReactElement {
  const { intake } = useMessages();
  const { id, name, progress } = document;
  const title = progress.kind === 'done' ? (progress.result.document.title ?? name) : name;
  return (
    <li className={`desk-row desk-${verdict?.tone ?? 'unknown'}`}>
      <a href={hrefOf('check', id)}>
        <b>{title}</b>
        <span>
          <Summary document={document} verdict={verdict} />
        </span>
      </a>
      <button type="button" className="plain-button" aria-label={intake.remove(title)} onClick={() => desk.remove(id)}>
        ✕
      </button>
    </li>
  );
}

function Summary({
  document,
  verdict,
}: {
  readonly document: DeskDocument;
  readonly verdict: Verdict | null;
}): ReactElement {
  const { progress: words, failures, verdict: verdictWords, list, duration } = useMessages();
  const { progress } = document;
  if (progress.kind === 'failed') return <>{failures[progress.code].title}</>;
  if (progress.kind === 'cancelled') return <>{words.cancelled}</>;
  if (verdict === null) return <>{words[progress.kind === 'working' ? progress.stage : 'waiting']}</>;
  if (verdict.reason !== 'checked') return <>{verdictWords.headline(verdict)}</>;
  const found = verdictWords.counts(verdict.counts);
  const cost = verdict.minutes === null ? '' : duration(verdict.minutes);
  return <>{[found === '' ? list.clear : found, cost].filter((part) => part !== '').join(' · ')}</>;
}

function verdictOf({ progress, source }: DeskDocument): Verdict | null {
  return progress.kind === 'done' && source ? judge(progress.result, source) : null;
}

function sum(verdicts: readonly Verdict[], severity: 'error' | 'warning'): number {
  return verdicts.reduce((total, { counts }) => total + counts[severity], 0);
}
