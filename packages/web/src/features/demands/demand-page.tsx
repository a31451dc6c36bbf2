import { lazy, type ReactElement, Suspense } from 'react';
import { holds, useMe } from '../../me.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useWords } from '../../words.tsx';
import { Actions } from './actions.tsx';
import { Consultation } from './consultation.tsx';
import './demands.css';
import { Facts } from './facts.tsx';
import { Findings, showFinding } from './findings.tsx';
import './following.css';
import { type Demand, useDemand } from './queries.ts';
import { RegisterFindings } from './register-findings.tsx';
import { StateTag } from './state-tag.tsx';
import { SuperiorLine } from './superior-line.tsx';
import { VerdictLine } from './verdict-line.tsx';

const MeetingHeld = lazy(() => import('./meeting-held.tsx').then((module) => ({ default: module.MeetingHeld })));
const Bearing = lazy(() => import('./bearing.tsx').then((module) => ({ default: module.Bearing })));
const PersonsBehindGlass = lazy(() =>
  import('./bearing.tsx').then((module) => ({ default: module.PersonsBehindGlass })),
);
const OriginalText = lazy(() => import('./original-text.tsx').then((module) => ({ default: module.OriginalText })));
const History = lazy(() => import('./history.tsx').then((module) => ({ default: module.History })));
const LayoutPanel = lazy(() => import('./layout/layout-panel.tsx').then((module) => ({ default: module.LayoutPanel })));

/** One demand: verdict, code, what one may do, facts, findings, history. */
export function DemandPage({ id }: { readonly id: string }): ReactElement {
  const { demand: words } = useWords();
  const { data: demand, error } = useDemand(id);
  return (
    <article className="demand">
      <p className="no-print">
        <a className="back" href={hrefOf('demands')}>
          ← {words.back}
        </a>
      </p>
      <RefusalNote error={error} />
      {demand ? <DemandView demand={demand} /> : !error && <p className="soft">{words.loading}</p>}
    </article>
  );
}

/** Everything about a demand, the verb-first ask as its headline. */
function DemandView({ demand }: { readonly demand: Demand }): ReactElement {
  const { demand: words } = useWords();
  return (
    <div className="stack">
      <header className="demand-head">
        <p className="row">
          <StateTag demand={demand} />
        </p>
        <h1>{demand.ask}</h1>
        <p className="soft">{demand.title}</p>
      </header>
      <VerdictLine demand={demand} />
      <Code demand={demand} />
      <Actions demand={demand} />
      <SuperiorLine demand={demand} />
      <section className="panel">
        <Facts demand={demand} />
        {demand.mergedInto !== null && <a href={hrefOf('demands', demand.mergedInto)}>{words.merged}</a>}
      </section>
      <Suspense>
        <LayoutPanel demand={demand} />
        <MeetingHeld demand={demand} />
      </Suspense>
      <Consultation demand={demand} />
      <Suspense>
        <Bearing demand={demand} />
        <PersonsBehindGlass demand={demand} />
      </Suspense>
      <RegisterFindings screening={demand.screening} />
      <Findings findings={demand.screening?.findings ?? []} />
      <Suspense>
        <OriginalText demand={demand} onFinding={showFinding} />
        <History id={demand.id} />
      </Suspense>
      <GlassLink id={demand.id} />
    </div>
  );
}

/** The way to what is closed: never a button beside the others. */
function GlassLink({ id }: { readonly id: string }): ReactElement | null {
  const { demand: words } = useWords();
  if (!holds(useMe(), 'office', 'administrator')) return null;
  return (
    <p className="soft small no-print">
      <a href={hrefOf('admin', 'glass', id)}>{words.glassHere}</a>
    </p>
  );
}

function Code({ demand: { id, code, state } }: { readonly demand: Demand }): ReactElement | null {
  const { demand: words, slip } = useWords();
  if (code === null) {
    const mayComeYet = state === 'screened' || state === 'coordinating' || state === 'draft';
    return mayComeYet ? <p className="soft">{words.noCode}</p> : null;
  }
  return (
    <section className="demand-code" aria-label={words.code}>
      <span className="soft">{words.code}</span>
      <strong>{code}</strong>
      <CopyButton text={code} />
      <span className="demand-links no-print">
        <a href={`/api/v1/demands/${id}/slip`} target="_blank" rel="noreferrer">
          {slip.print}
        </a>
        <a href={`/api/v1/demands/${id}/slip.svg`} download={`${code}.svg`}>
          {slip.image}
        </a>
        <a href={hrefOf('code', code)}>{slip.check}</a>
      </span>
    </section>
  );
}
