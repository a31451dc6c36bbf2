import type { ReactElement } from 'react';
import { demands } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { sayInstant } from '../../ui/dates.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useWords } from '../../words.tsx';
import { Actions } from './actions.tsx';
import './demands.css';
import { Facts } from './facts.tsx';
import { Findings } from './findings.tsx';
import { type Demand, useDemand } from './queries.ts';
import { StateTag } from './state-tag.tsx';
import { VerdictLine } from './verdict-line.tsx';

/** One demand: verdict, code, what one may do, facts, findings, history. */
export function DemandPage({ id }: { readonly id: string }): ReactElement {
  const { demand: words } = useWords();
  const { data: demand, error } = useDemand(id);
  return (
    <article className="demand">
      <p className="no-print">
        <a href={hrefOf('demands')}>← {words.back}</a>
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
      <section className="panel">
        <Facts demand={demand} />
        {demand.mergedInto !== null && <a href={hrefOf('demands', demand.mergedInto)}>{words.merged}</a>}
      </section>
      <Findings findings={demand.screening?.findings ?? []} />
      <History id={demand.id} />
    </div>
  );
}

function Code({ demand: { code, state } }: { readonly demand: Demand }): ReactElement | null {
  const { demand: words } = useWords();
  if (code === null) {
    const mayComeYet = state === 'screened' || state === 'coordinating' || state === 'draft';
    return mayComeYet ? <p className="soft">{words.noCode}</p> : null;
  }
  return (
    <section className="demand-code" aria-label={words.code}>
      <span className="soft">{words.code}</span>
      <strong>{code}</strong>
      <CopyButton text={code} />
    </section>
  );
}

function History({ id }: { readonly id: string }): ReactElement {
  const { demand: words } = useWords();
  const [{ language }] = usePreferences();
  const call = useApi();
  const { data, error } = useQuery({
    queryKey: ['history', id],
    queryFn: () => call(demands.readDemandHistory, { id }),
  });
  return (
    <section className="panel">
      <h2>{words.history}</h2>
      <RefusalNote error={error} />
      <ol className="history">
        {data?.map(({ version, type, at, reason }) => (
          <li key={version}>
            <span>{words.steps[type] ?? type}</span>
            <time dateTime={at}>{sayInstant(at, language, now())}</time>
            {reason !== null && <p>{reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
