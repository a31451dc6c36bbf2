import type { ReactElement, ReactNode } from 'react';
import { now } from '../../clock.ts';
import { sayDay, sayInstant } from '../../ui/dates.ts';
import { How } from '../../ui/how.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { hrefOf } from '../../ui/route.ts';
import { useLeaderWords } from '../../messages/leader.ts';
import type { Overview } from './trend.ts';

interface WatchPanelProps {
  readonly title: string;
  /** What is alarming about it, beside the title. */
  readonly alarm?: string | null;
  readonly none: string | null;
  readonly how: string;
  readonly more?: string | null;
  readonly wide?: true;
  readonly children: ReactNode;
}

function WatchPanel({ title, alarm = null, none, how, more = null, wide, children }: WatchPanelProps): ReactElement {
  return (
    <section className={wide ? 'panel leader-wide' : 'panel'}>
      <h2>
        {title} {alarm !== null && <span className="tag tag-alarm">{alarm}</span>}
      </h2>
      {none === null ? <ul className="lines">{children}</ul> : <p className="soft">{none}</p>}
      {more !== null && <p className="soft small">{more}</p>}
      <How>
        <p>{how}</p>
      </How>
    </section>
  );
}

/** Emergencies under way, those whose review is overdue first. */
export function EmergenciesPanel({ emergencies }: Pick<Overview, 'emergencies'>): ReactElement {
  const { leader } = useLeaderWords();
  const { emergencies: words, hours } = leader;
  const [{ language }] = usePreferences();
  const { count, overdue, items } = emergencies;
  function sayReview({ reviewDueAt, overdue: isOverdue }: (typeof items)[number]): string {
    if (reviewDueAt === null) return words.reviewed;
    const due = sayInstant(reviewDueAt, language, now());
    return isOverdue ? words.isOverdue(due) : words.due(due);
  }
  return (
    <WatchPanel
      title={words.title}
      alarm={overdue > 0 ? words.overdue(overdue) : null}
      none={count === 0 ? words.none : null}
      how={words.how}
      more={count > items.length ? leader.more(count) : null}
    >
      {items.map((item) => (
        <li key={item.id}>
          <span className="lines-main">
            <a href={hrefOf('demands', item.id)}>{item.ask}</a>
            <small>
              {item.issuerName} · {hours(item.minutes)} ·{' '}
              <span className={item.overdue ? 'leader-alarm' : undefined}>{sayReview(item)}</span>
            </small>
          </span>
        </li>
      ))}
    </WatchPanel>
  );
}

/** What went past the gate, by whoever issued it. */
export function OffGatePanel({ offGate }: Pick<Overview, 'offGate'>): ReactElement {
  const { leader } = useLeaderWords();
  const { offGate: words, hours } = leader;
  return (
    <WatchPanel title={words.title} none={offGate.length === 0 ? words.none : null} how={words.how}>
      {offGate.map(({ issuer, issuerName, demands, minutes }) => (
        <li key={issuer ?? ''}>
          <span className="lines-main">
            {issuerName ?? words.unknown}
            <small>{words.demands(demands)}</small>
          </span>
          <b>{hours(minutes)}</b>
        </li>
      ))}
    </WatchPanel>
  );
}

/** What passed by decision and not by itself, with the reason that was given. */
export function ExceptionalPanel({ exceptional }: Pick<Overview, 'exceptional'>): ReactElement {
  const { leader } = useLeaderWords();
  const { exceptional: words, hours } = leader;
  const [{ language }] = usePreferences();
  const { count, over, items } = exceptional;
  return (
    <WatchPanel
      wide
      title={words.title}
      alarm={over > 0 ? words.over(over) : null}
      none={count === 0 ? words.none : null}
      how={words.how}
      more={count > items.length ? leader.more(count) : null}
    >
      {items.map(({ id, ask, issuerName, day, minutes, over: isOver, errors, reason }) => (
        <li key={id}>
          <span className="lines-main">
            <a href={hrefOf('demands', id)}>{ask}</a>
            <small>
              {issuerName} · {sayDay(day, language, now())} · {hours(minutes)}
              {isOver && ` · ${words.isOver}`}
              {errors > 0 && ` · ${words.errors(errors)}`}
            </small>
            {reason !== null && <small>“{reason}”</small>}
          </span>
        </li>
      ))}
    </WatchPanel>
  );
}
