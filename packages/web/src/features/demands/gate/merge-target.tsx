import type { demands } from '@qingzhuang/contract';
import { type ReactElement, useState } from 'react';
import { now } from '../../../clock.ts';
import { sayInstant } from '../../../ui/dates.ts';
import { TextEntry } from '../../../ui/entry.tsx';
import { useMessages } from '../../../ui/language.tsx';
import { usePreferences } from '../../../ui/preferences.ts';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import { useWords } from '../../../words.tsx';
import { type Demand, type Summary, useDemand, useDemands } from '../queries.ts';
import { sayDetails } from '../../../details/say-details.ts';
import { likeness } from './likeness.ts';

/** What a demand can be merged into: what is alive. */
const ALIVE: readonly demands.DemandState[] = ['screened', 'coordinating', 'admitted', 'running'];
const MOST_READ = 200;
const MOST_SHOWN = 6;

interface MergeTargetProps {
  readonly demand: Demand;
  readonly into: string | null;
  readonly onChoose: (into: string) => void;
}

/** Finds the demand to merge into, the most alike first, and shows the two side by side. */
export function MergeTarget({ demand, into, onChoose }: MergeTargetProps): ReactElement {
  const { decision: words } = useWords();
  const [search, setSearch] = useState('');
  const { data, error } = useDemands({ state: ALIVE }, MOST_READ);
  const wanted = search.trim() === '' ? `${demand.ask}${demand.title}` : search;
  const others = (data?.pages.flatMap(({ items }) => items) ?? [])
    .filter(({ id }) => id !== demand.id)
    .map((other) => ({ other, score: likeness(wanted, `${other.ask}${other.title}${other.code ?? ''}`) }))
    .filter(({ score }) => search.trim() === '' || score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST_SHOWN);
  return (
    <div className="stack">
      <TextEntry label={words.into} hint={words.findTarget} type="search" value={search} onChange={setSearch} />
      <RefusalNote error={error} />
      {data && others.length === 0 && <p className="soft">{words.noTarget}</p>}
      <ul className="lines">
        {others.map(({ other }) => (
          <li key={other.id}>
            <button
              type="button"
              className="choice merge-choice"
              aria-pressed={other.id === into}
              onClick={() => onChoose(other.id)}
            >
              {other.ask} <small className="soft">{other.issuerName}</small>
            </button>
          </li>
        ))}
      </ul>
      {into !== null && <SideBySide demand={demand} into={into} />}
    </div>
  );
}

function SideBySide({ demand, into }: { readonly demand: Demand; readonly into: string }): ReactElement | null {
  const { decision: words } = useWords();
  const { data: other } = useDemand(into);
  if (!other) return null;
  return (
    <div className="side-by-side">
      <Side title={words.thisOne} demand={demand} />
      <Side title={words.thatOne} demand={other} />
    </div>
  );
}

function Side({ title, demand }: { readonly title: string; readonly demand: Demand }): ReactElement {
  const words = useWords();
  const { duration } = useMessages();
  const [{ language }] = usePreferences();
  const { ask, issuerName, dueAt, bearerCount, totalMinutes, details }: Summary & Pick<Demand, 'details'> = demand;
  return (
    <section aria-label={title}>
      <b className="soft">{title}</b>
      <p>
        <b>{ask}</b>
      </p>
      <p>{issuerName}</p>
      <p>
        {words.demand.due} {dueAt === null ? '—' : sayInstant(dueAt, language, now())}
      </p>
      <p>
        {words.demand.bearerCount(bearerCount)}
        {totalMinutes !== null && ` · ${words.register.each(duration(totalMinutes.likely))}`}
      </p>
      <p className="soft">{sayDetails(details, words, language)}</p>
    </section>
  );
}
