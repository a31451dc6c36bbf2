import { demands } from '@qingzhuang/contract';
import { type ReactElement, useEffect, useRef } from 'react';
import { holds, useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { useKept } from '../../ui/kept.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useWords } from '../../words.tsx';
import { DemandRow } from './demand-row.tsx';
import './demands.css';
import { type DemandFilter, useDemands } from './queries.ts';

type Group = 'all' | 'waiting' | 'live' | 'drafts' | 'over';

/** Nobody thinks in thirteen states: the filter has five. */
const GROUPS: Readonly<Record<Group, readonly demands.DemandState[] | null>> = {
  all: null,
  waiting: ['consulting', 'coordinating'],
  live: ['admitted', 'running', 'suspended'],
  drafts: ['draft', 'screened'],
  over: ['closed', 'reviewed', 'merged', 'refused', 'withdrawn', 'expired'],
};
const GROUP_NAMES = Object.keys(GROUPS) as Group[];

interface Chosen {
  readonly group: Group;
  readonly kind: demands.DemandKind | null;
}

/** 事项: the register with filters, read on as one scrolls. */
export function RegisterPage(): ReactElement {
  const { register: words, documents } = useWords();
  const me = useMe();
  const [chosen, choose] = useKept<Chosen>(`${me.person}/register`, { group: 'all', kind: null });
  const states = GROUPS[chosen.group];
  const filter: DemandFilter = { ...(states && { state: states }), ...(chosen.kind && { kind: chosen.kind }) };
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useDemands(filter);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="register">
      <header className="page-head">
        <h1>{words.title}</h1>
        {data && <span className="soft">{words.count(items.length, hasNextPage)}</span>}
        <a className="page-head-aside" href={hrefOf('documents')}>
          {documents.title}
        </a>
        <p>{words.lead}</p>
      </header>
      <RegisterFilter chosen={chosen} onChoose={choose} />
      <RefusalNote error={error} />
      {data && items.length === 0 && <NothingFound chosen={chosen} />}
      {items.length > 0 && (
        <ul className="demand-list card" aria-busy={isPending}>
          {items.map((demand) => (
            <li key={demand.id}>
              <DemandRow demand={demand} href={hrefOf('demands', demand.id)} />
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && <More busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </div>
  );
}

interface RegisterFilterProps {
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

function RegisterFilter({ chosen, onChoose }: RegisterFilterProps): ReactElement {
  const { register: words, demandKinds } = useWords();
  return (
    <div className="register-filter">
      <div className="choices" role="group" aria-label={words.state}>
        {GROUP_NAMES.map((group) => (
          <button
            key={group}
            type="button"
            className="choice"
            aria-pressed={group === chosen.group}
            onClick={() => onChoose({ ...chosen, group })}
          >
            {words.groups[group]}
          </button>
        ))}
      </div>
      <select
        className="field"
        aria-label={words.kind}
        value={chosen.kind ?? ''}
        onChange={({ target }) =>
          onChoose({ ...chosen, kind: target.value === '' ? null : (target.value as demands.DemandKind) })
        }
      >
        <option value="">
          {words.kind}：{words.all}
        </option>
        {demands.DemandKind.options.map((kind) => (
          <option key={kind} value={kind}>
            {demandKinds[kind]}
          </option>
        ))}
      </select>
    </div>
  );
}

function NothingFound({ chosen: { group, kind } }: { readonly chosen: Chosen }): ReactElement {
  const { register: words } = useWords();
  const me = useMe();
  return (
    <p className="soft register-empty">
      {group === 'all' && kind === null ? words.emptyAll : words.empty}{' '}
      {holds(me, 'drafter', 'unit-lead', 'office') && <a href={hrefOf('draft')}>{words.startOne}</a>}
    </p>
  );
}

/** Reads on when it comes into sight, or when it is pressed. */
function More({ busy, onMore }: { readonly busy: boolean; readonly onMore: () => void }): ReactElement {
  const { register: words } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const read = useRef(onMore);
  useEffect(() => {
    read.current = onMore;
  });
  useEffect(() => {
    if (place.current === null || busy) return undefined;
    const watching = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) read.current();
    });
    watching.observe(place.current);
    return () => watching.disconnect();
  }, [busy]);
  return (
    <div ref={place} className="register-more">
      <Button onClick={onMore} disabled={busy}>
        {words.more}
      </Button>
    </div>
  );
}
