import type { ReactElement } from 'react';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import { hrefOf } from '../../../ui/route.ts';
import { useWords } from '../../../words.tsx';
import '../demands.css';
import { useDemand } from '../queries.ts';
import { DraftEditor } from './draft-editor.tsx';
import { DraftIntake } from './draft-intake.tsx';

/** 发起: the intake, or one draft to correct and submit. */
export function DraftPage({ id }: { readonly id: string | null }): ReactElement {
  return id === null ? <DraftIntake /> : <OneDraft id={id} />;
}

function OneDraft({ id }: { readonly id: string }): ReactElement {
  const { draft: words, demand: demandWords } = useWords();
  const { data: demand, error } = useDemand(id);
  if (!demand) return error ? <RefusalNote error={error} /> : <p className="soft">{demandWords.loading}</p>;
  if (demand.actions.includes('revise')) return <DraftEditor demand={demand} />;
  return (
    <div className="stack">
      <h1>{demand.ask}</h1>
      <p>
        {words.notDraft} <a href={hrefOf('demands', id)}>{words.open}</a>
      </p>
    </div>
  );
}
