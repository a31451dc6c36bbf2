import type { Burden, Interval } from '@qingzhuang/analysis';
import type { ReactElement } from 'react';
import { useMessages } from '../../ui/language.tsx';
import type { Verdict } from './verdict.ts';

/** Minutes for one bearer as an interval on a line, and every step of the sum behind 怎么算的. */
export function BurdenMeter({
  burden,
  verdict,
}: {
  readonly burden: Burden;
  readonly verdict: Verdict;
}): ReactElement | null {
  const { meter, verdict: verdictWords, duration } = useMessages();
  const { perBearerMinutes: minutes, activities, assumptions } = burden;
  if (minutes === null && activities.length === 0) return null;
  return (
    <section className="card meter" aria-label={meter.title}>
      <div className="meter-head">
        <h2>
          {meter.title} · {meter.per[verdict.bearer]}
          {verdict.yearly && ` · ${meter.yearly}`}
        </h2>
      </div>
      {minutes === null ? <p>{verdictWords.unknownHours}</p> : <Line minutes={minutes} />}
      <details>
        <summary>{meter.how}</summary>
        <div className="meter-sum" tabIndex={0} role="group" aria-label={meter.how}>
          <table className="meter-table">
            <thead>
              <tr>
                <th scope="col">{meter.activity}</th>
                <th scope="col">{meter.time}</th>
              </tr>
            </thead>
            <tbody>
              {activities.map(({ label, formula, minutes: time }, index) => (
                <tr key={index}>
                  <td>
                    {label}
                    <span className="meter-formula">{formula}</span>
                  </td>
                  <td>{time === null ? meter.unknown : duration(time.likely)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {assumptions.length > 0 && (
            <>
              <b className="small">{meter.assumptions}</b>
              <ul>
                {assumptions.map((assumption) => (
                  <li key={assumption}>{assumption}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      </details>
    </section>
  );
}

function Line({ minutes: { low, likely, high } }: { readonly minutes: Interval }): ReactElement {
  const { meter, duration } = useMessages();
  // The line runs from nothing to a little past the most.
  const end = Math.max(high * 1.08, 1);
  const [from, point, width] = [low / end, likely / end, (high - low) / end].map(
    (share) => `${(share * 100).toFixed(1)}%`,
  );
  return (
    <>
      <p className="meter-likely">{duration(likely)}</p>
      <div className="meter-track" role="img" aria-label={meter.label(duration(low), duration(likely), duration(high))}>
        <span className="meter-range" style={{ left: from, width }} />
        <span className="meter-point" style={{ left: point }} />
      </div>
      <div className="meter-ends" aria-hidden="true">
        <span>
          {meter.low} {duration(low)}
        </span>
        <span>
          {meter.high} {duration(high)}
        </span>
      </div>
    </>
  );
}
