import type { ReactElement } from 'react';
import { ChainView } from '../../lineage/chain-view.tsx';
import { shownLevel } from '../../lineage/from-server.ts';
import { type Chain, useChain } from '../../lineage/queries.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useWords } from '../../words.tsx';
import './demands.css';
import { type Demand, useDemand } from './queries.ts';

/** 一致性比对 of one demand: from the highest superior down to it, and what was made from it below. */
export function ChainPage({ id }: { readonly id: string }): ReactElement {
  const { superior: words, demand: demandWords } = useWords();
  const { data: demand, error } = useDemand(id);
  return (
    <article>
      <p className="no-print">
        <a className="back" href={hrefOf('demands', id)}>
          ← {words.chainBack}
        </a>
      </p>
      <header className="page-head">
        <h1>{words.chainTitle}</h1>
        {demand && <p>{demand.title}</p>}
      </header>
      <RefusalNote error={error} />
      {demand ? <ChainOf demand={demand} /> : !error && <p className="soft">{demandWords.loading}</p>}
    </article>
  );
}

function ChainOf({ demand }: { readonly demand: Demand }): ReactElement {
  const { superior: words } = useWords();
  const { data: chain, error } = useChain(demand);
  if (error) return <RefusalNote error={error} />;
  if (!chain) {
    return (
      <p className="soft" role="status">
        {words.chainReading}
      </p>
    );
  }
  return <Compared chain={chain} />;
}

function Compared({ chain: { levels, below, belowCount } }: { readonly chain: Chain }): ReactElement {
  const { superior: words } = useWords();
  if (levels.length === 0) return <p className="note">{words.noChain}</p>;
  if (levels.length + below.length === 1) return <p className="note">{words.alone}</p>;
  return <ChainView levels={levels.map(shownLevel)} below={below.map(shownLevel)} belowCount={belowCount} />;
}
