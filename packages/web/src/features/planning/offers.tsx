import type { ReactElement } from 'react';
import { now } from '../../clock.ts';
import { holds, useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { sayInstant } from '../../ui/dates.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { hrefOf } from '../../ui/route.ts';
import { usePlanningWords } from '../../messages/planning.ts';
import type { Week } from './week.ts';
import { itemsOf } from './week.ts';

/** Which of what waits could go into what is there. Nothing where there is none. */
export function Merges({ week }: { readonly week: Week }): ReactElement | null {
  const { planning: words } = usePlanningWords();
  const mayMerge = holds(useMe(), 'office', 'leader');
  const items = itemsOf(week);
  if (week.merges.length === 0) return null;
  return (
    <section className="panel">
      <h2>{words.mergesTitle}</h2>
      <ul className="lines">
        {week.merges.map(({ demand, into, bearers }) => (
          <li key={demand}>
            <span className="lines-main">
              {items.get(demand)?.ask} <span className="soft">{items.get(demand)?.issuerName}</span>
              <small>
                {words.mergeInto(items.get(into)?.ask ?? '')} · {words.mergeLine(bearers)}
              </small>
            </span>
            {mayMerge && <Button href={hrefOf('gate', demand, into)}>{words.merge}</Button>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where two demands want the same units at the same time. Nothing where there is none. */
export function Clashes({ week }: { readonly week: Week }): ReactElement | null {
  const { planning: words } = usePlanningWords();
  const [{ language }] = usePreferences();
  const items = itemsOf(week);
  if (week.clashes.length === 0) return null;
  return (
    <section className="panel">
      <h2>{words.clashesTitle}</h2>
      <ul className="lines">
        {week.clashes.map(({ demands, from, bearers }) => (
          <li key={demands.join()}>
            <span className="lines-main">
              {demands.map((id, index) => (
                <span key={id}>
                  {index > 0 && ' ↔ '}
                  <a href={hrefOf('demands', id)}>{items.get(id)?.ask}</a>{' '}
                  <span className="soft">{items.get(id)?.issuerName}</span>
                </span>
              ))}
              <small>{words.clashLine(sayInstant(from, language, now()), bearers)}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
