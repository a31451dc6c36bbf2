import type { ReactElement } from 'react';
import { DocumentLine } from '../../lineage/document-line.tsx';
import { type Superior, useSuperior } from '../../lineage/queries.ts';
import { Button } from '../../ui/button.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useWords } from '../../words.tsx';
import type { Demand } from './queries.ts';

/** What the text was taken from, and the way to the comparison. Nothing for a demand without a text. */
export function SuperiorLine({ demand }: { readonly demand: Demand }): ReactElement | null {
  const { superior: words } = useWords();
  const { data } = useSuperior(demand);
  if (!data?.hasText) return null;
  return (
    <section className="panel">
      <h2>{words.title}</h2>
      <SuperiorFound superior={data} />
      <p className="superior-ways no-print">
        <Button href={hrefOf('demands', demand.id, 'chain')}>
          {data.superior === null ? words.chainTitle : words.compare}
        </Button>
      </p>
    </section>
  );
}

/** The document itself and how it is known, or the sentence that there is none. */
export function SuperiorFound({ superior: { superior, by } }: { readonly superior: Superior }): ReactElement {
  const { superior: words } = useWords();
  if (superior === null) return <p className="soft">{by === 'chosen' ? words.declared : words.none}</p>;
  return (
    <ul className="lines">
      <li>
        <DocumentLine document={superior}>
          {by !== null && <span className="tag tag-live">{words.by[by]}</span>}
        </DocumentLine>
      </li>
    </ul>
  );
}
