import type { ReactElement } from 'react';
import { now } from '../../../clock.ts';
import { sayDay } from '../../../ui/dates.ts';
import { usePreferences } from '../../../ui/preferences.ts';
import { hrefOf } from '../../../ui/route.ts';
import type { Assessment } from './queries.ts';
import { useLayoutWords } from './words.ts';

/** Forms that ask the same: running ones, and stopped ones that come back under another name. */
export function AlikeForms({ assessment }: { readonly assessment: Assessment }): ReactElement {
  const words = useLayoutWords();
  return (
    <>
      <AlikeList title={words.revived} alike={assessment.revived} />
      <AlikeList title={words.overlaps} alike={assessment.overlaps} />
    </>
  );
}

interface AlikeListProps {
  readonly title: string;
  readonly alike: Assessment['overlaps'];
}

function AlikeList({ title, alike }: AlikeListProps): ReactElement | null {
  const words = useLayoutWords();
  const [{ language }] = usePreferences();
  if (alike.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul className="lines">
        {alike.map(({ demand, title: name, issuerName, shared, share, endedOn }) => (
          <li key={demand}>
            <span className="lines-main">
              <a href={hrefOf('demands', demand)}>{name}</a>
              <small>
                {[
                  issuerName,
                  words.alike(shared.length, Math.round(share * 100)),
                  ...(endedOn === null ? [] : [words.ended(sayDay(endedOn, language, now()))]),
                ].join(' · ')}
              </small>
              <small>{shared.join('、')}</small>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
