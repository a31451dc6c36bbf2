import type { CheckResult, SourceText } from '@qingzhuang/analysis';
import type { ReactElement } from 'react';
import { useMessages } from '../../ui/language.tsx';
import { Clauses } from '../../ui/clauses.tsx';
import type { Verdict } from './verdict.ts';
import './verdict.css';

export interface VerdictBannerProps {
  readonly name: string;
  readonly verdict: Verdict;
  readonly result: CheckResult;
  readonly source: SourceText;
  readonly milliseconds: number;
}

/** The first line: what is the case and what it costs. Details and doubts stand below it, small. */
export function VerdictBanner({ name, verdict, result, source, milliseconds }: VerdictBannerProps): ReactElement {
  const { verdict: words, kinds } = useMessages();
  const { title, docNumber, issuer } = result.document;
  const secret = verdict.reason === 'secret';
  const details = [title === name ? null : name, kinds[result.document.kind], docNumber, issuer].filter(Boolean);
  return (
    <header className={`verdict verdict-${verdict.tone}`}>
      <h1>
        <Clauses text={words.headline(verdict)} />
      </h1>
      <div role="status" className="unseen">
        {words.headline(verdict)}
      </div>
      {secret && <p>{words.secretAdvice}</p>}
      {verdict.reason === 'unreadable' && <p>{words.unreadableAdvice}</p>}
      {!secret && (
        <>
          <Counts counts={verdict.counts} />
          <p className="verdict-source small soft">
            {title !== null && <span className="verdict-title">{title}</span>}
            <span>{details.join(' · ')}</span>
            <span className="no-print"> · {words.checkedIn(source.text.length, milliseconds)}</span>
          </p>
        </>
      )}
      {source.unread.length > 0 && !secret && <Unread source={source} />}
    </header>
  );
}

function Counts({ counts }: Pick<Verdict, 'counts'>): ReactElement {
  const { verdict: words } = useMessages();
  const none = { error: 0, warning: 0, info: 0 };
  return (
    <p className="verdict-counts">
      {counts.error > 0 && <b className="verdict-error">{words.counts({ ...none, error: counts.error })}</b>}
      {counts.warning > 0 && <b className="verdict-warning">{words.counts({ ...none, warning: counts.warning })}</b>}
      {counts.info > 0 && <span>{words.counts({ ...none, info: counts.info })}</span>}
    </p>
  );
}

const MOST_PLACES = 50;

function Unread({ source }: { readonly source: SourceText }): ReactElement {
  const { verdict: words } = useMessages();
  return (
    <div className="verdict-unread" role="note">
      <p>{words.unread(source.unread.length)}</p>
      <details>
        <summary>{words.unreadWhere}</summary>
        <ul>
          {source.unread.slice(0, MOST_PLACES).map(({ kind, place }, index) => (
            <li key={index}>
              {words.unreadKinds[kind]} · {words.place(place.page, place.paragraph, place.sheet)}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
