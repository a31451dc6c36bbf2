import { facts, type DeepReadonly } from '@qingzhuang/contract';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { usePages } from '../../use-pages.ts';
import { Button } from '../../ui/button.tsx';
import { sayDay } from '../../ui/dates.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { ReplyForm } from '../../ui/reply-form.tsx';
import { useCatalogueWords } from './words.ts';

type Conflict = DeepReadonly<facts.Conflict>;

/** Values on which two sources differ; who answers for the element decides. */
export function Conflicts(): ReactElement {
  const words = useCatalogueWords();
  const call = useApi();
  const { items, isRead, error, more } = usePages(['conflicts'], (from) => call(facts.listConflicts, from));
  return (
    <>
      <p className="soft">{words.conflictsHint}</p>
      <RefusalNote error={error} />
      {isRead && items.length === 0 && <p>{words.noConflicts}</p>}
      {items.map((conflict) => (
        <ConflictCard key={conflict.id} conflict={conflict} />
      ))}
      {more && (
        <div>
          <Button onClick={more}>{words.more}</Button>
        </div>
      )}
    </>
  );
}

function ConflictCard({ conflict }: { readonly conflict: Conflict }): ReactElement {
  const words = useCatalogueWords();
  const call = useApi();
  const { id, elementName, entity, unitName, held, offered, mayResolve } = conflict;
  const [take, setTake] = useState<'held' | 'offered' | null>(null);
  return (
    <section className="panel stack">
      <h2>
        {elementName} <span className="tag">{words.entities[entity]}</span>{' '}
        <span className="soft small">{unitName}</span>
      </h2>
      <div className="catalogue-sides">
        <Side name={words.heldNow} side={held} />
        <Side name={words.offered} side={offered} />
      </div>
      {mayResolve && take === null && (
        <div className="row">
          <Button onClick={() => setTake('held')}>{words.keepHeld}</Button>
          <Button onClick={() => setTake('offered')}>{words.takeOffered}</Button>
        </div>
      )}
      {take !== null && (
        <ReplyForm
          label={words.resolveWhy}
          refreshes={['conflicts']}
          send={(reason) => call(facts.resolveConflict, { id, take, reason })}
          onClose={() => setTake(null)}
        >
          <p>
            <b>{take === 'held' ? words.keepHeld : words.takeOffered}</b>
          </p>
        </ReplyForm>
      )}
    </section>
  );
}

interface SideProps {
  readonly name: string;
  readonly side: {
    readonly value: string;
    readonly asOf: string;
    readonly source: string;
    readonly place?: string | null;
  } | null;
}

function Side({ name, side }: SideProps): ReactElement {
  const words = useCatalogueWords();
  const [{ language }] = usePreferences();
  return (
    <div>
      <small className="soft">{name}</small>
      <b>{side?.value ?? '—'}</b>
      {side && (
        <small className="soft">
          {side.place == null ? side.source : words.fromPlace(side.source, side.place)} ·{' '}
          {sayDay(side.asOf, language, now())}
        </small>
      )}
    </div>
  );
}
