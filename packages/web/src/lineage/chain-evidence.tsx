import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { useMessages } from '../ui/language.tsx';
import { nameOf } from './chain-figures.ts';
import { type ComparedLevel, partedPassages, percentOf, type ShownComparison, type ShownLevel } from './chain-level.ts';
import { inContext } from './in-context.ts';
import { SideBySide } from './side-by-side.tsx';

const PASSAGES_AT_FIRST = 8;

interface ChainEvidenceProps {
  readonly own: ComparedLevel;
  readonly above: ShownLevel;
}

/** What one level made of the one above it, in the words of both. J and K go from one to the next. */
export function ChainEvidence({ own, above }: ChainEvidenceProps): ReactElement {
  const { chain: words } = useMessages();
  const rows = useRowKeys();
  const { comparison } = own;
  const boilerplate = percentOf(comparison.boilerplateShare);
  const { taken, aside } = partedPassages(comparison);
  return (
    <article className="card chain-evidence" ref={rows}>
      <header>
        <h2>{words.beside(nameOf(own, words), nameOf(above, words))}</h2>
        {boilerplate > 0 && <p className="soft small">{words.boilerplate(boilerplate)}</p>}
      </header>
      {isEmpty(comparison) && <p>{words.nothing}</p>}
      <Targets comparison={comparison} />
      <Quotes title={words.parts.added} quotes={comparison.addedDemands} />
      <Quotes title={words.parts.local} quotes={comparison.localMeasures} />
      <Passages title={words.parts.passages} count={comparison.passages.count - aside.length} passages={taken} />
      {aside.length > 0 && (
        <details className="chain-aside">
          <summary>
            {words.parts.aside} <span className="soft">{aside.length}</span>
          </summary>
          <ul className="chain-rows">
            <PassageRows passages={aside} />
          </ul>
        </details>
      )}
      <p className="soft small chain-keys no-print">{words.keys}</p>
    </article>
  );
}

function isEmpty({ raised, deadlineCompressed, addedDemands, localMeasures, passages }: ShownComparison): boolean {
  return [raised, deadlineCompressed, addedDemands, localMeasures, passages].every(({ count }) => count === 0);
}

/** Raised targets and deadlines moved forward. */
function Targets({ comparison }: { readonly comparison: ShownComparison }): ReactElement {
  const { chain: words } = useMessages();
  const { raised, deadlineCompressed } = comparison;
  return (
    <>
      <Part title={words.parts.raised} count={raised.count} shown={raised.items.length}>
        {raised.items.map((target, place) => (
          <SideBySide
            key={place}
            note={(words.metrics as Readonly<Record<string, string>>)[target.metric] ?? target.metric}
            {...inContext(target, comparison)}
          />
        ))}
      </Part>
      <Part title={words.parts.squeezed} count={deadlineCompressed.count} shown={deadlineCompressed.items.length}>
        {deadlineCompressed.items.map((due, place) => (
          <SideBySide key={place} note={words.timeLeft(percentOf(due.ratio))} {...inContext(due, comparison)} />
        ))}
      </Part>
    </>
  );
}

interface QuotesProps {
  readonly title: string;
  readonly quotes: ShownComparison['addedDemands'];
}

function Quotes({ title, quotes: { count, items } }: QuotesProps): ReactElement {
  return (
    <Part title={title} count={count} shown={items.length}>
      {items.map(({ start, quote }) => (
        <li key={start} className="chain-row chain-quote" tabIndex={-1}>
          {quote}
        </li>
      ))}
    </Part>
  );
}

type PassageItems = ReturnType<typeof partedPassages>['taken'];

interface PassagesProps {
  readonly title: string;
  readonly count: number;
  readonly passages: PassageItems;
}

function Passages({ title, count, passages }: PassagesProps): ReactElement {
  const { chain: words } = useMessages();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? passages : passages.slice(0, PASSAGES_AT_FIRST);
  return (
    <Part title={title} count={count} shown={passages.length}>
      <PassageRows passages={shown} />
      {shown.length < passages.length && (
        <li className="chain-more">
          <Button onClick={() => setShowsAll(true)}>{words.all(passages.length)}</Button>
        </li>
      )}
    </Part>
  );
}

function PassageRows({ passages }: { readonly passages: PassageItems }): ReactElement[] {
  const { chain: words } = useMessages();
  return passages.map(({ start, kind, quote, superiorQuote }) => (
    <SideBySide key={start} note={words.kinds[kind]} loud={kind === 'changed'} above={superiorQuote} below={quote} />
  ));
}

interface PartProps {
  readonly title: string;
  readonly count: number;
  readonly shown: number;
  readonly children: ReactNode;
}

/** A part with nothing in it is left out: the figures above have said so. */
function Part({ title, count, shown, children }: PartProps): ReactElement | null {
  const { chain: words } = useMessages();
  if (count === 0) return null;
  return (
    <section className="chain-part">
      <h3>
        {title} <span className="soft">{count}</span>
      </h3>
      {shown < count && <p className="soft small">{words.notSent(shown, count)}</p>}
      <ul className="chain-rows">{children}</ul>
    </section>
  );
}

function isMeantOtherwise({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return true;
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}

/** J and K put the focus on the next and the previous piece of evidence, wherever it stands. */
function useRowKeys() {
  const rows = useRef<HTMLElement>(null);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const key = event.key.toLowerCase();
      if (!['j', 'k'].includes(key) || isMeantOtherwise(event)) return;
      const all = [...(rows.current?.querySelectorAll<HTMLElement>('.chain-row') ?? [])].filter((row) =>
        row.checkVisibility(),
      );
      const at = all.findIndex((row) => row === document.activeElement);
      const next = key === 'j' ? at + 1 : Math.max(0, at - 1);
      all[next]?.focus();
      all[next]?.scrollIntoView({ block: 'nearest' });
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
  return rows;
}
