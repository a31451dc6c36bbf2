import type { Finding } from '@qingzhuang/analysis';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/language.tsx';
import { FindingDetail, type RewriteChoice } from './finding-detail.tsx';
import '../../ui/dialog.css';
import './panels.css';

export interface FindingSheetProps {
  readonly findings: readonly Finding[];
  readonly order: readonly number[];
  readonly selected: number | null;
  readonly onSelect: (index: number | null) => void;
  readonly titleOf: (finding: Finding) => string;
  readonly choiceOf: (index: number) => RewriteChoice | null;
}

/** A finding as a sheet from the bottom of a phone: the text stays visible above it. */
export function FindingSheet({
  findings,
  order,
  selected,
  onSelect,
  titleOf,
  choiceOf,
}: FindingSheetProps): ReactElement | null {
  const { findings: words, severity, frame } = useMessages();
  const finding = selected === null ? undefined : findings[selected];
  const place = selected === null ? -1 : order.indexOf(selected);
  const [previous, next] = [order[place - 1], order[place + 1]];
  if (finding === undefined || selected === null) return null;
  const title = `${severity[finding.severity]} · ${words.position(place + 1, order.length)}`;
  return (
    <Sheet title={title} close={frame.close} onClose={() => onSelect(null)}>
      <article className={`finding-${finding.severity}`}>
        <p className="finding-severity">
          <i className={`dot dot-${finding.severity}`} />
          {titleOf(finding)}
        </p>
        <p className="popover-message">{finding.message}</p>
        <FindingDetail finding={finding} title={titleOf(finding)} choice={choiceOf(selected)} />
      </article>
      <div className="bottom-steps">
        <Button disabled={previous === undefined} onClick={() => onSelect(previous ?? null)}>
          {words.previous}
        </Button>
        <Button disabled={next === undefined} onClick={() => onSelect(next ?? null)}>
          {words.next}
        </Button>
      </div>
    </Sheet>
  );
}

interface SheetProps {
  readonly title: string;
  readonly close: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The page stays in use above it, so it is a dialog that does not hold the focus; it gives it back when it closes. */
function Sheet({ title, close, onClose, children }: SheetProps): ReactElement {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    sheet.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div
      ref={sheet}
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      className="bottom-sheet"
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <header className="bottom-head">
        <b>{title}</b>
        <button type="button" className="dialog-close" aria-label={close} onClick={onClose}>
          ✕
        </button>
      </header>
      {children}
    </div>
  );
}
