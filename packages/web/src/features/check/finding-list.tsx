import { countBySeverity, type CheckResult, type Finding, type Severity } from '@qingzhuang/analysis';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useMessages } from '../../ui/language.tsx';
import { FindingDetail, type RewriteChoice } from './finding-detail.tsx';
import { GRAVITY } from '../../sheet/marks.ts';

/** A list longer than this is shown in steps. */
const STEP = 100;
const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

export interface FindingListProps {
  readonly result: CheckResult;
  readonly titleOf: (finding: Finding) => string;
  /** Indexes in the order of the text. */
  readonly order: readonly number[];
  readonly selected: number | null;
  readonly onSelect: (index: number | null) => void;
  /** On a phone: shows the finding in the text, which is another tab. */
  readonly onShow: ((index: number) => void) | null;
  readonly choiceOf: (index: number) => RewriteChoice | null;
}

/** The findings, the gravest first, one of them unfolded; below them what was cleared and why. */
export function FindingList({
  result,
  titleOf,
  order,
  selected,
  onSelect,
  onShow,
  choiceOf,
}: FindingListProps): ReactElement {
  const { findings: words, severity: severityWords } = useMessages();
  const [filter, setFilter] = useState<Severity | null>(null);
  const [limit, setLimit] = useState(STEP);
  const counts = countBySeverity(result.findings);
  const listed = byGravity(order, result.findings).filter(
    (index) => filter === null || result.findings[index]?.severity === filter,
  );
  const shown = listed.filter((index, place) => place < limit || index === selected);
  return (
    <section className="findings" aria-label={words.title}>
      {result.findings.length > 0 && (
        <div className="findings-filter" role="group" aria-label={words.filter}>
          <Filter
            label={words.all}
            count={result.findings.length}
            on={filter === null}
            onPick={() => setFilter(null)}
          />
          {SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
            <Filter
              key={severity}
              tone={severity}
              label={severityWords[severity]}
              count={counts[severity]}
              on={filter === severity}
              onPick={() => setFilter(filter === severity ? null : severity)}
            />
          ))}
        </div>
      )}
      {result.findings.length === 0 && <p className="findings-none">{words.none}</p>}
      <ul className="findings-list">
        {shown.map((index) => {
          const finding = result.findings[index];
          return (
            finding && (
              <FindingItem
                key={index}
                index={index}
                finding={finding}
                title={titleOf(finding)}
                open={index === selected}
                onToggle={() => onSelect(index === selected ? null : index)}
                onShow={onShow && (() => onShow(index))}
                choice={choiceOf(index)}
              />
            )
          );
        })}
      </ul>
      {listed.length > limit && (
        <button type="button" className="plain-button" onClick={() => setLimit(limit + STEP)}>
          {words.more(Math.min(STEP, listed.length - limit))}
        </button>
      )}
      <Cleared result={result} />
    </section>
  );
}

interface FilterProps {
  readonly label: string;
  readonly count: number;
  readonly on: boolean;
  readonly tone?: Severity;
  readonly onPick: () => void;
}

function Filter({ label, count, on, tone, onPick }: FilterProps): ReactElement {
  return (
    <button type="button" className="findings-chip" aria-pressed={on} onClick={onPick}>
      {tone && <i className={`dot dot-${tone}`} />}
      {label} <b>{count}</b>
    </button>
  );
}

interface FindingItemProps {
  readonly index: number;
  readonly finding: Finding;
  readonly title: string;
  readonly open: boolean;
  readonly choice: RewriteChoice | null;
  readonly onToggle: () => void;
  readonly onShow: (() => void) | null;
}

function FindingItem({ index, finding, title, open, choice, onToggle, onShow }: FindingItemProps): ReactElement {
  const { findings: words, severity } = useMessages();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) item.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const accepted = choice?.state === 'accepted';
  return (
    <li ref={item} className={`finding finding-${finding.severity}`} data-open={open || undefined}>
      <button type="button" className="finding-head" aria-expanded={open} onClick={onToggle}>
        <span className="finding-severity">
          <i className={`dot dot-${finding.severity}`} />
          {severity[finding.severity]} · {title}
          {accepted && <span className="finding-accepted">✓ {words.accepted}</span>}
        </span>
        <span className="finding-message" id={`finding-${index}-message`}>
          {finding.message}
        </span>
        {!open && finding.quote.length <= 120 && !finding.message.includes(finding.quote) && (
          <q className="finding-quote">{finding.quote}</q>
        )}
      </button>
      {open && (
        <>
          <FindingDetail finding={finding} title={title} choice={choice} />
          {onShow && finding.end > finding.start && (
            <button type="button" className="plain-button" onClick={onShow}>
              {words.show}
            </button>
          )}
        </>
      )}
    </li>
  );
}

function Cleared({ result }: { readonly result: CheckResult }): ReactElement | null {
  const { findings: words, exemption } = useMessages();
  const [open, setOpen] = useState(false);
  const { cleared, suppressed } = result;
  if (cleared.length + suppressed.length === 0) return null;
  return (
    <details className="cleared" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {words.cleared} <b className="soft">{cleared.length + suppressed.length}</b>
      </summary>
      {open && (
        <>
          <p className="soft small">{words.clearedLead}</p>
          <ul>
            {cleared.slice(0, STEP).map(({ ruleId, start, quote, reason, class: exemptionClass }) => (
              <li key={`${ruleId}@${start}`}>
                <q>{shorten(quote)}</q>
                <span className="soft small">
                  {exemption[exemptionClass]} · {reason}
                </span>
              </li>
            ))}
            {suppressed.slice(0, STEP).map(({ ruleId, start, quote, reason }) => (
              <li key={`${ruleId}@${start}`}>
                <q>{shorten(quote)}</q>
                <span className="soft small">
                  {words.suppressed} · {reason}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

function byGravity(order: readonly number[], findings: readonly Finding[]): number[] {
  function gravity(index: number): number {
    const finding = findings[index];
    return finding ? GRAVITY[finding.severity] : 3;
  }
  return order.toSorted((a, b) => gravity(a) - gravity(b));
}

function shorten(quote: string): string {
  return quote.length > 80 ? `${quote.slice(0, 80)}…` : quote;
}
