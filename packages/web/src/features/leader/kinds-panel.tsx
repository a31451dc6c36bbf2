import type { ReactElement } from 'react';
import { How } from '../../ui/how.tsx';
import { ShareBar } from '../../ui/share-bar.tsx';
import { useLeaderWords } from '../../messages/leader.ts';
import { useWords } from '../../words.tsx';
import type { Overview } from './trend.ts';

/** The quarter's hours by kind, the most first. */
export function KindsPanel({ kinds }: Pick<Overview, 'kinds'>): ReactElement {
  const { leader } = useLeaderWords();
  const { demandKinds } = useWords();
  const { kinds: words, hours } = leader;
  const most = Math.max(1, ...kinds.map(({ minutes }) => minutes));
  return (
    <section className="panel">
      <h2>{words.title}</h2>
      <ul className="bar-lines">
        {kinds.map(({ kind, minutes, demands }) => (
          <li key={kind}>
            <span>
              {demandKinds[kind]} <span className="soft">{words.demands(demands)}</span>
            </span>
            <b>{hours(minutes)}</b>
            <ShareBar share={minutes / most} />
          </li>
        ))}
      </ul>
      <How>
        <p>{words.how}</p>
      </How>
    </section>
  );
}
