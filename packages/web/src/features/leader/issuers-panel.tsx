import { type ReactElement, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { How } from '../../ui/how.tsx';
import { ShareBar } from '../../ui/share-bar.tsx';
import { useLeaderWords } from '../../messages/leader.ts';
import { useWords } from '../../words.tsx';
import type { Overview } from './trend.ts';
import { fullnessOf } from './trend.ts';

const SHOWN = 6;
/** From here on a cap deserves a look. */
const NEARLY_FULL = 0.9;

/** Issuers, each against its own caps of the year. Units that bear are never compared. */
export function IssuersPanel({ issuers }: Pick<Overview, 'issuers'>): ReactElement {
  const { leader } = useLeaderWords();
  const { issuers: words } = leader;
  const [all, setAll] = useState(false);
  return (
    <section className="panel">
      <h2>{words.title}</h2>
      {issuers.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="bar-lines">
        {issuers.slice(0, all ? undefined : SHOWN).map((issuer) => (
          <Issuer key={issuer.issuer} issuer={issuer} />
        ))}
      </ul>
      {issuers.length > SHOWN && !all && (
        <Button className="no-print" onClick={() => setAll(true)}>
          {words.all(issuers.length)}
        </Button>
      )}
      <How>
        <p>{words.how}</p>
      </How>
    </section>
  );
}

function Issuer({ issuer }: { readonly issuer: Overview['issuers'][number] }): ReactElement {
  const { leader } = useLeaderWords();
  const { demandKinds } = useWords();
  const { issuers: words, hours } = leader;
  const { issuerName, usedMinutes, grantedMinutes, fullest, overCap } = issuer;
  const share = fullnessOf(issuer);
  return (
    <li>
      <span>{issuerName}</span>
      {share !== null && (
        <b className={share > NEARLY_FULL ? 'leader-alarm' : undefined}>
          {share === Infinity ? words.beyond : `${String(Math.round(share * 100))}%`}
        </b>
      )}
      {share !== null && <ShareBar share={share} alarming={share > NEARLY_FULL} />}
      <small className="soft">
        {[
          grantedMinutes === null
            ? words.noCap(hours(usedMinutes))
            : words.hours(hours(usedMinutes), hours(grantedMinutes)),
          fullest === null ? null : words.kind(demandKinds[fullest.kind], fullest.used, fullest.granted),
          overCap === 0 ? null : words.over(overCap),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </small>
    </li>
  );
}
