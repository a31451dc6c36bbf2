import type { ReactElement } from 'react';
import { now } from '../../clock.ts';
import { sayInstant } from '../../ui/dates.ts';
import { useMessages } from '../../ui/language.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { useWords } from '../../words.tsx';
import type { Summary } from './queries.ts';
import { StateTag } from './state-tag.tsx';

/** A demand in a list: what, by when, how long; who asks and under which title stand below, small. */
export function DemandRow({ demand, href }: { readonly demand: Summary; readonly href: string }): ReactElement {
  const words = useWords();
  const { duration } = useMessages();
  const [{ language }] = usePreferences();
  const { ask, title, kind, issuerName, dueAt, totalMinutes, bearerCount, errors } = demand;
  const facts = [
    dueAt === null ? null : `${words.demand.due} ${sayInstant(dueAt, language, now())}`,
    totalMinutes === null ? null : words.register.each(duration(totalMinutes.likely)),
    words.demand.bearerCount(bearerCount),
    (errors ?? 0) > 0 ? words.demand.findings(errors ?? 0, 0) : null,
  ];
  return (
    <a className="demand-row" href={href}>
      <span className="demand-row-ask">{ask}</span>
      <span className="demand-row-state">
        <StateTag demand={demand} />
      </span>
      <span className="demand-row-facts facts-line">{facts.filter((fact) => fact !== null).join('\u00a0· ')}</span>
      <span className="demand-row-title">
        {words.demandKinds[kind]} · {issuerName} · {title}
      </span>
    </a>
  );
}
