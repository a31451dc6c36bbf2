import { COPIED_TOO_MUCH } from '@qingzhuang/analysis';
import { documents } from '@qingzhuang/contract';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useApi } from '../../../api.tsx';
import { percentOf, type ShownComparison } from '../../../lineage/chain-level.ts';
import { type Superior, useSuperior } from '../../../lineage/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import { hrefOf } from '../../../ui/route.ts';
import { ShareBar } from '../../../ui/share-bar.tsx';
import { useWords } from '../../../words.tsx';
import { type Demand, useTakeIn } from '../queries.ts';
import { SuperiorFound } from '../superior-line.tsx';
import { SuperiorChoice } from './superior-choice.tsx';

interface SuperiorPanelProps {
  readonly demand: Demand;
  /** The text beside its superior's; null while that is worked out and where there is none. */
  readonly comparison: ShownComparison | null;
  /** Something typed in the fields has not been saved: the new version would go past it. */
  readonly isDirty: boolean;
}

/** What the draft was taken from. Nothing is to be filled in: another one, or none, is chosen only where this is wrong. */
export function SuperiorPanel({ demand, comparison, isDirty }: SuperiorPanelProps): ReactElement | null {
  const { superior: words } = useWords();
  const { data: superior } = useSuperior(demand);
  if (!superior?.hasText) return null;
  return (
    <section className="panel superior">
      <h2>{words.title}</h2>
      <SuperiorFound superior={superior} />
      {superior.superior !== null && <Taken demand={demand} comparison={comparison} />}
      {superior.by === null && <p className="soft small">{words.noneYet}</p>}
      {demand.actions.includes('revise') && <Change demand={demand} superior={superior} isDirty={isDirty} />}
    </section>
  );
}

interface ChangeProps extends Pick<SuperiorPanelProps, 'demand' | 'isDirty'> {
  readonly superior: Superior;
}

/** Folded away: whoever agrees with what was found has nothing to do here. */
function Change({ demand, superior, isDirty }: ChangeProps): ReactElement {
  const { superior: words } = useWords();
  const choosing = useChoosing(demand);
  return (
    <>
      <details key={`${superior.superior?.id ?? ''} ${superior.by ?? ''}`} className="superior-change">
        <summary>{superior.superior === null ? words.provide : words.change}</summary>
        {isDirty && <p className="soft small">{words.saveFirst}</p>}
        <SuperiorChoice
          issuer={demand.issuer}
          superior={superior}
          isBusy={isDirty || choosing.isPending}
          onChoose={(document) => choosing.mutate(document)}
        />
      </details>
      <p role="status" className="soft small">
        {choosing.isPending && words.changing}
      </p>
      <RefusalNote error={choosing.error} />
    </>
  );
}

/** How much of it stands in the draft, and what the draft has made of it. */
function Taken({ demand, comparison }: Pick<SuperiorPanelProps, 'demand' | 'comparison'>): ReactElement {
  const { superior: words } = useWords();
  if (comparison === null) return <p className="soft small">{words.comparing}</p>;
  const { copiedShare, raised, deadlineCompressed, addedDemands } = comparison;
  return (
    <div className="superior-taken">
      <p>
        <b>{words.copied(percentOf(copiedShare))}</b>
        <span className="soft"> · {words.made(raised.count, deadlineCompressed.count, addedDemands.count)}</span>
      </p>
      <ShareBar share={copiedShare} alarming={copiedShare >= COPIED_TOO_MUCH} />
      <p className="superior-ways">
        <Button href={hrefOf('demands', demand.id, 'chain')}>{words.compare}</Button>
      </p>
    </div>
  );
}

/** Says what the text was taken from, or that it was taken from nothing; it is checked again beside it. */
function useChoosing({ id, version }: Demand) {
  const call = useApi();
  const takeIn = useTakeIn();
  return useMutation({
    mutationFn: (document: string | null) => call(documents.chooseSuperior, { id, document }, { ifMatch: version }),
    onSuccess: takeIn,
  });
}
