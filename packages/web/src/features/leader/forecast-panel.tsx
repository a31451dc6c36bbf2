import type { CSSProperties, ReactElement } from 'react';
import { How } from '../../ui/how.tsx';
import { useLeaderWords } from '../../messages/leader.ts';
import type { Overview } from './trend.ts';

/** Where the year is heading: the interval as a band, what is used and what was granted as marks on it. */
export function ForecastPanel({ forecast }: Pick<Overview, 'forecast'>): ReactElement {
  const {
    leader: { forecast: words, hours },
  } = useLeaderWords();
  if (forecast === null) {
    return (
      <section className="panel">
        <h2>{words.title}</h2>
        <p className="soft">{words.none}</p>
      </section>
    );
  }
  const { used, low, likely, high, granted, explanation } = forecast;
  const whole = Math.max(high, granted ?? 0, 1);
  const places = {
    '--used': used / whole,
    '--low': low / whole,
    '--high': high / whole,
    '--granted': (granted ?? 0) / whole,
  } as CSSProperties;
  return (
    <section className="panel">
      <h2>{words.title}</h2>
      <p>
        <b className={granted !== null && likely > granted ? 'leader-alarm' : undefined}>
          {words.likely(hours(likely))}
        </b>
      </p>
      <div className="forecast-band" style={places} aria-hidden="true">
        <span className="forecast-used" />
        <span className="forecast-range" />
        {granted !== null && <span className="forecast-granted" />}
      </div>
      <p className="soft small">
        {words.used(hours(used))} · {words.range(hours(low), hours(high))}
        {granted !== null && ` · ${words.granted(hours(granted))}`}
      </p>
      <How>
        <p>
          {words.minutes}
          {explanation}
        </p>
      </How>
    </section>
  );
}
