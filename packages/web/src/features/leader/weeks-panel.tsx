import type { CSSProperties, ReactElement } from 'react';
import { How } from '../../ui/how.tsx';
import { useLeaderWords } from '../../messages/leader.ts';
import type { Overview } from './trend.ts';

/** Thirteen weeks as bars: upright where there is room, lying on a phone. Each bears its own figure, so no axis is needed. */
export function WeeksPanel({ weeks }: Pick<Overview, 'weeks'>): ReactElement {
  const {
    leader: { weeks: words, hours },
  } = useLeaderWords();
  const most = Math.max(1, ...weeks.map(({ minutes, offGateMinutes }) => minutes + offGateMinutes));
  const hasPast = weeks.some(({ offGateMinutes }) => offGateMinutes > 0);
  return (
    <section className="panel leader-wide">
      <div className="row leader-legend">
        <h2>{words.title}</h2>
        <span className="leader-key leader-key-through">{words.through}</span>
        {hasPast && <span className="leader-key leader-key-past">{words.past}</span>}
      </div>
      <ol className="week-bars">
        {weeks.map(({ monday, minutes, offGateMinutes }, index) => {
          const past = offGateMinutes > 0 ? hours(offGateMinutes) : null;
          const heights = { '--through': minutes / most, '--past': offGateMinutes / most } as CSSProperties;
          return (
            <li key={monday} style={heights} aria-label={words.label(shortDay(monday), hours(minutes), past)}>
              <span className="week-day" aria-hidden="true">
                {shortDay(monday)}
                {index === weeks.length - 1 && <small>{words.running}</small>}
              </span>
              <span className="week-bar" aria-hidden="true">
                <span className="week-past" />
                <span className="week-through" />
              </span>
              <span className="week-hours" aria-hidden="true">
                {inHours(minutes + offGateMinutes)}
              </span>
            </li>
          );
        })}
      </ol>
      <How>
        <p>{words.how}</p>
      </How>
    </section>
  );
}

/** `11/16` */
function shortDay(day: string): string {
  return `${String(Number(day.slice(5, 7)))}/${String(Number(day.slice(8)))}`;
}

/** The unit stands in the title; thirteen times would be noise. */
function inHours(minutes: number): string {
  return Math.round(minutes / 60).toLocaleString('en-US');
}
