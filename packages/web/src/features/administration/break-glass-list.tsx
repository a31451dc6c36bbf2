import { breakGlass } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { holds, useMe } from '../../me.tsx';
import { sayInstant } from '../../ui/dates.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useOfficesWords } from '../../messages/offices.ts';

/** Who opened what is closed to him, why, and what he did with it. For those who watch; administrators only open. */
export function BreakGlassList(): ReactElement | null {
  const me = useMe();
  return holds(me, 'supervisor', 'auditor', 'leader', 'office') ? <List /> : null;
}

function List(): ReactElement {
  const { audit: words } = useOfficesWords();
  const [{ language }] = usePreferences();
  const call = useApi();
  const { data, error } = useQuery({
    queryKey: ['break-glass'],
    queryFn: () => call(breakGlass.listBreakGlass, {}),
  });
  return (
    <section className="panel stack">
      <h2>{words.breakGlass}</h2>
      <p className="soft">{words.breakGlassHint}</p>
      <RefusalNote error={error} />
      {data?.items.length === 0 && <p>{words.noBreakGlass}</p>}
      <ul className="lines">
        {data?.items.map(({ id, demand, title, purpose, name, reason, at, until, uses }) => (
          <li key={id}>
            <span className="lines-main">
              {name}：{words.purposes[purpose]} · <a href={hrefOf('demands', demand)}>{title}</a>
              <small>
                {words.span(sayInstant(at, language, now()), sayInstant(until, language, now()))} · {reason}
              </small>
              <small>{words.uses(uses.length)}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
