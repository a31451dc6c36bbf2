import { caps, type DeepReadonly } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useApi } from '../../api.tsx';
import { holds, useMe } from '../../me.tsx';
import { usePhone } from '../../ui/media.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { hrefOf } from '../../ui/route.ts';
import { ShareBar } from '../../ui/share-bar.tsx';
import { useUnits } from '../../units.ts';
import { useCapsWords } from '../../messages/caps.ts';
import { useWords } from '../../words.tsx';
import { IssuerCapsView } from './issuer-caps.tsx';
import { byIssuer, isFull, type IssuerCaps, shareOf } from './standing.ts';

/** The issuers of a year on one side, the caps of one of them on the other. */
export function YearlyPart({ year, issuer }: { readonly year: number; readonly issuer: string | null }): ReactElement {
  const { caps: words } = useCapsWords();
  const { loading } = useWords();
  const phone = usePhone();
  const call = useApi();
  const { data, error } = useQuery({
    queryKey: ['caps', year],
    queryFn: () => call(caps.listCaps, { year }),
  });
  const issuers = useVisible(data?.caps ?? []);
  // Where there is room the first lies open.
  const [first = null] = phone ? [] : issuers.map((one) => one.issuer);
  const shown = issuer ?? first;
  if (!data) return error === null ? <p className="soft">{loading}</p> : <RefusalNote error={error} />;
  return (
    <div className={issuer === null ? 'caps' : 'caps caps-open'}>
      <section className="caps-list">
        <Verdict issuers={issuers} />
        <nav className="card caps-issuers" aria-label={words.issuers}>
          {issuers.map((one) => (
            <IssuerLink key={one.issuer} issuer={one} current={one.issuer === shown} />
          ))}
        </nav>
      </section>
      {shown === null ? (
        <p className="soft">{words.choose}</p>
      ) : (
        <IssuerCapsView key={`${shown}/${String(year)}`} issuer={shown} year={year} />
      )}
    </div>
  );
}

/** How many have used up what they were granted. */
function Verdict({ issuers }: { readonly issuers: readonly IssuerCaps[] }): ReactElement {
  const { caps: words } = useCapsWords();
  const full = issuers.filter(isFull).length;
  return (
    <p className={full > 0 ? 'caps-verdict caps-alarm' : 'caps-verdict'}>
      {issuers.length === 0 ? words.none : words.verdict(full, issuers.length)}
    </p>
  );
}

/** Drafters and leads see what is their own; whoever looks after the county sees all who may issue. */
function useVisible(all: DeepReadonly<caps.Cap[]>): IssuerCaps[] {
  const me = useMe();
  const { data: units = [] } = useUnits();
  const standing = byIssuer(all);
  if (!holds(me, 'office', 'leader', 'administrator', 'supervisor', 'auditor')) {
    const own = new Set(me.posts.map(({ unit }) => unit));
    return standing.filter(({ issuer }) => own.has(issuer));
  }
  const known = new Set(standing.map(({ issuer }) => issuer));
  const others = units
    .filter(({ nature, code }) => (nature === 'department' || nature === 'general-office') && !known.has(code))
    .map(({ code, name }) => ({ issuer: code, issuerName: name, caps: [], fullest: null, overCap: 0 }));
  return [...standing, ...others];
}

function IssuerLink({
  issuer: one,
  current,
}: {
  readonly issuer: IssuerCaps;
  readonly current: boolean;
}): ReactElement {
  const { caps: words } = useCapsWords();
  const { issuer, issuerName, fullest, overCap } = one;
  return (
    <a href={hrefOf('caps', 'caps', issuer)} aria-current={current ? 'true' : undefined}>
      <span>
        {issuerName} {overCap > 0 && <span className="tag tag-alarm">{words.over(overCap)}</span>}
      </span>
      <small>
        {fullest === null
          ? words.noneGranted
          : words.fullest(
              words.measures[fullest.measure],
              words.amount(fullest.measure, fullest.used),
              words.amount(fullest.measure, fullest.granted),
            )}
      </small>
      {fullest !== null && <ShareBar share={shareOf(fullest)} alarming={isFull(one)} />}
    </a>
  );
}
