import { codes, demands, type DeepReadonly } from '@qingzhuang/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactElement, useDeferredValue, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { sayDay, sayInstant } from '../../ui/dates.ts';
import { useMessages } from '../../ui/language.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { Button } from '../../ui/button.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { goTo, hrefOf } from '../../ui/route.ts';
import { useCodesWords } from '../../messages/codes.ts';
import { useWords } from '../../words.tsx';
import './codes.css';

type Registered = DeepReadonly<codes.RegisteredDemand>;

/** 公开登记册: everything a county has admitted, for anyone. Where there is one county, nobody is asked which. */
export function PublicRegisterPage({ county }: { readonly county: string | null }): ReactElement {
  const { publicRegister: words } = useCodesWords();
  const call = useApi();
  const { data, error } = useQuery({ queryKey: ['registers'], queryFn: () => call(codes.listRegisters) });
  const counties = data?.items ?? [];
  const chosen = counties.find((item) => item.county === county) ?? counties[0];
  return (
    <div className="codes-register">
      <header className="page-head">
        <h1>{words.title}</h1>
        {chosen && <p>{words.lead(chosen.name)}</p>}
      </header>
      <RefusalNote error={error} />
      {chosen && counties.length > 1 && <CountyChoice counties={counties} chosen={chosen.county} />}
      {data && counties.length === 0 && <p className="soft">{words.noCounty}</p>}
      {chosen && <Register key={chosen.county} county={chosen.county} />}
    </div>
  );
}

interface CountyChoiceProps {
  readonly counties: readonly { readonly county: string; readonly name: string }[];
  readonly chosen: string;
}

function CountyChoice({ counties, chosen }: CountyChoiceProps): ReactElement {
  const { publicRegister: words } = useCodesWords();
  return (
    <label>
      {words.county}{' '}
      <select className="field" value={chosen} onChange={({ target }) => goTo('register', target.value)}>
        {counties.map(({ county, name }) => (
          <option key={county} value={county}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface Filter {
  readonly q: string;
  readonly kind: demands.DemandKind | null;
  readonly issuer: { readonly code: string; readonly name: string } | null;
}

const NO_FILTER: Filter = { q: '', kind: null, issuer: null };

function Register({ county }: { readonly county: string }): ReactElement {
  const { publicRegister: words } = useCodesWords();
  const [filter, setFilter] = useState(NO_FILTER);
  const { data, error, isPending, hasNextPage, fetchNextPage } = useRegister(county, useDeferredValue(filter));
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const isNarrowed = filter.q.trim() !== '' || filter.kind !== null || filter.issuer !== null;
  return (
    <>
      <RegisterFilter filter={filter} onChange={setFilter} />
      <RefusalNote error={error} />
      {data && items.length === 0 && <p className="soft">{isNarrowed ? words.empty : words.emptyAll}</p>}
      {items.length > 0 && (
        <ul className="card codes-list" aria-busy={isPending}>
          {items.map((demand) => (
            <li key={demand.code}>
              <RegisterRow
                demand={demand}
                onIssuer={() => setFilter({ ...filter, issuer: { code: demand.issuer, name: demand.issuerName } })}
              />
            </li>
          ))}
        </ul>
      )}
      <p className="row codes-foot">
        {hasNextPage && <Button onClick={() => void fetchNextPage()}>{words.more}</Button>}
        <a href={`/api/v1/register/${county}/feed.atom`} title={words.feedHint}>
          {words.feed}
        </a>
        <a href={hrefOf('code')}>{words.look}</a>
      </p>
    </>
  );
}

function useRegister(county: string, { q, kind, issuer }: Filter) {
  const call = useApi();
  const search = q.trim();
  return useInfiniteQuery({
    queryKey: ['register', county, search, kind, issuer?.code],
    queryFn: ({ pageParam }) =>
      call(codes.listRegister, {
        county,
        ...(search !== '' && { q: search }),
        ...(kind !== null && { kind }),
        ...(issuer !== null && { issuer: issuer.code }),
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (previous) => previous,
  });
}

interface RegisterFilterProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

function RegisterFilter({ filter, onChange }: RegisterFilterProps): ReactElement {
  const { publicRegister: words } = useCodesWords();
  const { demandKinds } = useWords();
  return (
    <div className="row codes-filter">
      <input
        className="field"
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        maxLength={50}
        value={filter.q}
        onChange={({ target }) => onChange({ ...filter, q: target.value })}
      />
      <select
        className="field"
        aria-label={words.kind}
        value={filter.kind ?? ''}
        onChange={({ target }) =>
          onChange({ ...filter, kind: target.value === '' ? null : (target.value as demands.DemandKind) })
        }
      >
        <option value="">{words.allKinds}</option>
        {demands.DemandKind.options.map((kind) => (
          <option key={kind} value={kind}>
            {demandKinds[kind]}
          </option>
        ))}
      </select>
      {filter.issuer !== null && (
        <button
          type="button"
          className="choice"
          aria-pressed
          title={words.allIssuers}
          onClick={() => onChange({ ...filter, issuer: null })}
        >
          {filter.issuer.name} ×
        </button>
      )}
    </div>
  );
}

function RegisterRow({
  demand,
  onIssuer,
}: {
  readonly demand: Registered;
  readonly onIssuer: () => void;
}): ReactElement {
  const { publicRegister: words } = useCodesWords();
  const { demandKinds } = useWords();
  const { duration } = useMessages();
  const [{ language }] = usePreferences();
  const { code, status, kind, title, ask, issuerName, dueAt, expiresOn, totalMinutes } = demand;
  const facts = [
    dueAt === null ? null : words.by(sayInstant(dueAt, language, now())),
    totalMinutes === null ? null : words.cost(duration(totalMinutes.likely)),
    words.until(sayDay(expiresOn, language, now())),
  ];
  return (
    <>
      <p className="codes-row-head">
        <a href={hrefOf('code', code)}>{ask}</a>
        <span className={`tag ${status === 'admitted' ? 'tag-live' : ''}`}>{words.states[status]}</span>
      </p>
      <p className="facts-line">{facts.filter((fact) => fact !== null).join('\u00a0· ')}</p>
      <p className="soft small">
        <span className="code-line">{code}</span> · {demandKinds[kind]} ·{' '}
        <button type="button" className="codes-issuer" title={words.onlyIssuer(issuerName)} onClick={onIssuer}>
          {issuerName}
        </button>{' '}
        · {title}
      </p>
    </>
  );
}
