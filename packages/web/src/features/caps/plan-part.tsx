import { caps, type DeepReadonly } from '@qingzhuang/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useApi } from '../../api.tsx';
import { holds, useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { TableImport } from '../../ui/import-panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { ShareBar } from '../../ui/share-bar.tsx';
import { useCapsWords } from '../../messages/caps.ts';
import { useWords } from '../../words.tsx';

type Item = DeepReadonly<caps.PlanItem>;

/** The year's plan with what was used of each item; the office imports it. */
export function PlanPart({ year }: { readonly year: number }): ReactElement {
  const {
    caps: { plan: words },
  } = useCapsWords();
  const { loading } = useWords();
  const mayImport = holds(useMe(), 'office');
  const { data, error, hasNextPage, fetchNextPage } = usePlan(year);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="caps-plan">
      <section className="panel stack">
        <p className="soft">{words.lead}</p>
        <RefusalNote error={error} />
        {!data && error === null && <p className="soft">{loading}</p>}
        {data && items.length === 0 && <p>{words.none}</p>}
        <ul className="lines">
          {items.map((item) => (
            <PlanLine key={item.number} item={item} />
          ))}
        </ul>
        {hasNextPage && <Button onClick={() => void fetchNextPage()}>{words.more}</Button>}
        {items.length > 0 && (
          <p className="row">
            <a href={`/api/v1/plan-items/export.xlsx?year=${String(year)}`} download>
              {words.export}
            </a>
            <a href={`/api/v1/plan-items/export.csv?year=${String(year)}`} download>
              {words.exportCsv}
            </a>
          </p>
        )}
      </section>
      {mayImport && <PlanImport key={year} year={year} />}
    </div>
  );
}

function usePlan(year: number) {
  const call = useApi();
  return useInfiniteQuery({
    queryKey: ['plan', year],
    queryFn: ({ pageParam }) => call(caps.listPlanItems, { year, ...(pageParam !== null && { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}

function PlanLine({ item }: { readonly item: Item }): ReactElement {
  const {
    caps: { plan: words },
  } = useCapsWords();
  const { demandKinds } = useWords();
  const { number, kind, title, month, issuerName, count, used } = item;
  return (
    <li>
      <span className="lines-main">
        {title}
        <small>
          {number} · {demandKinds[kind]} · {issuerName} · {month === null ? words.anyMonth : words.month(month)}
        </small>
      </span>
      <span className="caps-plan-used">
        {count === 0 ? words.dropped : words.count(used, count)}
        {count > 0 && <ShareBar share={used / count} />}
      </span>
    </li>
  );
}

function PlanImport({ year }: { readonly year: number }): ReactElement {
  const {
    caps: { plan: words },
  } = useCapsWords();
  const call = useApi();
  return (
    <TableImport
      title={words.importTitle}
      hint={words.importHint}
      refreshes={['plan', year]}
      run={(file, dryRun) => call(caps.importPlan, { year, dryRun, file })}
    />
  );
}
