import { COPIED_TOO_MUCH, type Comparison, type ReportedPassage } from '@qingzhuang/analysis';
import { type ReactElement, type ReactNode, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/language.tsx';
import { ShareBar } from '../../ui/share-bar.tsx';
import type { ComparedLevel } from './compare-protocol.ts';

const PASSAGES_AT_FIRST = 8;

interface LevelComparisonProps {
  readonly level: ComparedLevel;
  readonly comparison: Comparison;
  readonly above: ComparedLevel | undefined;
}

/** What one level made of the document above it: first the share and the cost, then the evidence. */
export function LevelComparison({ level, comparison, above }: LevelComparisonProps): ReactElement {
  const { compare: words } = useMessages();
  const percent = percentOf(comparison.copiedShare);
  const boilerplate = percentOf(comparison.boilerplateShare);
  return (
    <article className="card compare-level">
      <h2>{nameOf(level)}</h2>
      {above && (
        <p className="soft small">
          {words.above}：{nameOf(above)}
        </p>
      )}
      <p className="compare-share">
        <b>{words.copied(percent)}</b>
        <ShareBar share={comparison.copiedShare} alarming={comparison.copiedShare >= COPIED_TOO_MUCH} />
      </p>
      {boilerplate > 0 && <p className="soft small">{words.boilerplate(boilerplate)}</p>}
      <Cost level={level} />
      <Pairs
        title={words.raised}
        rows={comparison.raised.map(({ metric, superior, subordinate }) => ({
          note: words.metrics[metric],
          above: superior.quote,
          below: subordinate.quote,
        }))}
      />
      <Pairs
        title={words.squeezed}
        rows={comparison.deadlineCompressed.map(({ superior, subordinate, ratio }) => ({
          note: words.timeLeft(percentOf(ratio)),
          above: superior.quote,
          below: subordinate.quote,
        }))}
      />
      <Quotes title={words.added} quotes={comparison.addedDemands.map(({ quote }) => quote)} />
      <Quotes title={words.local} quotes={comparison.localMeasures.map(({ quote }) => quote)} />
      <Passages passages={comparison.passages} />
    </article>
  );
}

/** The sheet's own sentence ends with its mark, the one above without: side by side neither needs it. */
function withoutEnd(quote: string): string {
  return quote.trim().replace(/[，。；、]$/u, '');
}

function nameOf({ title, fileName }: ComparedLevel): string {
  return title ?? fileName;
}

function percentOf(share: number): number {
  return Math.round(share * 100);
}

function Cost({ level: { minutesAdded, measures } }: { readonly level: ComparedLevel }): ReactElement {
  const { compare: words } = useMessages();
  return (
    <>
      <p>{useCost(minutesAdded)}</p>
      <p>{measures.measures === 0 ? words.noMeasures : words.valueAdded(measures.local, measures.measures)}</p>
    </>
  );
}

function useCost(minutes: number | null): string {
  const { compare: words, duration } = useMessages();
  if (minutes === null) return words.minutesUnknown;
  if (Math.round(minutes) === 0) return words.minutesSame;
  return minutes > 0 ? words.minutesMore(duration(minutes)) : words.minutesLess(duration(-minutes));
}

interface PairRow {
  readonly note: string;
  readonly above: string;
  readonly below: string;
}

function Pairs({ title, rows }: { readonly title: string; readonly rows: readonly PairRow[] }): ReactElement {
  const { compare: words } = useMessages();
  return (
    <Part title={title} count={rows.length}>
      <ul className="compare-pairs">
        {rows.map((row, place) => (
          <li key={place}>
            <span className="tag">{row.note}</span>
            <p>
              <span className="soft">{words.above}</span> {row.above}
            </p>
            <p>
              <span className="soft">{words.below}</span> <b>{row.below}</b>
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Quotes({ title, quotes }: { readonly title: string; readonly quotes: readonly string[] }): ReactElement {
  return (
    <Part title={title} count={quotes.length}>
      <ul className="compare-quotes">
        {quotes.map((quote, place) => (
          <li key={place}>{quote}</li>
        ))}
      </ul>
    </Part>
  );
}

function Passages({ passages }: { readonly passages: readonly ReportedPassage[] }): ReactElement {
  const { compare: words } = useMessages();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? passages : passages.slice(0, PASSAGES_AT_FIRST);
  return (
    <Part title={words.passages} count={passages.length}>
      <ul className="compare-pairs">
        {shown.map((passage) => (
          <li key={passage.start}>
            <span className={`tag compare-${passage.kind}`}>{words.kinds[passage.kind]}</span>
            <p>
              <span className="soft">{words.above}</span> {passage.superiorQuote}
            </p>
            <p>
              <span className="soft">{words.below}</span> {withoutEnd(passage.quote)}
            </p>
          </li>
        ))}
      </ul>
      {shown.length < passages.length && (
        <Button onClick={() => setShowsAll(true)}>{words.all(passages.length)}</Button>
      )}
    </Part>
  );
}

function Part({
  title,
  count,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}): ReactElement {
  const { compare: words } = useMessages();
  return (
    <section className="compare-part">
      <h3>
        {title} <span className="soft">{count === 0 ? words.none : count}</span>
      </h3>
      {count > 0 && children}
    </section>
  );
}
